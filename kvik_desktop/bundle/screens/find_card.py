"""One text in which something was found: its sentence with the find marked, and three answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.bundle.choosing import LookedAt
from kvik_desktop.bundle.finds import FindKind
from kvik_desktop.bundle.privacy import REMOVED, place_name
from kvik_desktop.bundle.screens.find_words import LEAVE_OUT, WORDS, decided
from kvik_desktop.bundle.screens.marked_text import MarkedText, excerpt
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import Button, QuietButton, SecondaryButton
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.text_area import TextArea

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ANSWERS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class FindCard(QWidget):
    """1-3 give the answers and the arrows go to the next text, whichever button has focus."""

    rewritten = Signal(str)
    left_out = Signal()
    kept = Signal(object)
    """The kind that may go."""
    stepped = Signal(int)

    def __init__(self, ui: Ui, text: LookedAt, *, asleep: str = "") -> None:
        super().__init__()
        self.ui, self.found = ui, text
        assert text.kind is not None, "a card is about something that was found"
        self._kind: FindKind = text.kind
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, ui.theme.px(16), 0, ui.theme.px(16))
        self._column.setSpacing(ui.theme.px(8))
        self._column.addLayout(self._header())
        inside = QVBoxLayout()
        inside.setContentsMargins(ui.theme.px(24), 0, 0, 0)
        inside.setSpacing(ui.theme.px(8))
        self._column.addLayout(inside)
        shown, stretches = excerpt(text.text, [(find.start, find.end) for find in text.finds])
        self.quote = MarkedText(ui, shown, stretches)
        inside.addWidget(self.quote)
        self.editor = TextArea(ui, text.safe, name=ui.tr(say("Teksten, som den skal stå i pakken")))
        self.editor.hide()
        inside.addWidget(self.editor)
        self.answers = self._answers(asleep)
        self._row = FlowRow(ui, self.answers)
        inside.addWidget(self._row)
        self._edit_row = FlowRow(ui, self._edit_buttons())
        self._edit_row.hide()
        inside.addWidget(self._edit_row)
        name = ui.tr(say("{what}, {place}", what=WORDS[self._kind].title, place=place_name(text.place)))
        self.setAccessibleName(name)
        self.answers[0].setAccessibleDescription(f"{name}: {shown}")

    def _header(self) -> QHBoxLayout:
        px, tr, words = self.ui.theme.px, self.ui.tr, WORDS[self._kind]
        row = QHBoxLayout()
        row.setSpacing(px(8))
        picture = QLabel()
        picture.setPixmap(mark(self.ui.theme, words.mark))
        picture.setFixedHeight(self.ui.theme.line())
        place = QLabel(_place(self.ui, self.found))
        place.setProperty("look", "small")
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Heading(self.ui, tr(words.title)), 1)
        row.addWidget(place, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _answers(self, asleep: str) -> list[Button]:
        tr, words = self.ui.tr, WORDS[self._kind]
        acts: list[tuple[Button, Callable[[], None]]] = [
            (SecondaryButton(self.ui, tr(words.safe), small=True), self._make_safe),
            (QuietButton(self.ui, tr(LEAVE_OUT), small=True), self.left_out.emit),
            (QuietButton(self.ui, tr(words.keep), small=True), lambda: self.kept.emit(self._kind)),
        ]
        return [self._armed(button, act, asleep) for button, act in acts]

    def _edit_buttons(self) -> list[Button]:
        tr = self.ui.tr
        self.use = SecondaryButton(self.ui, tr(say("Brug teksten")), small=True)
        self.use.clicked.connect(self._use)
        cancel = QuietButton(self.ui, tr(say("Lad være")), small=True)
        cancel.clicked.connect(self.close_editor)
        return [self.use, cancel]

    def _armed(self, button: Button, act: Callable[[], None], asleep: str) -> Button:
        button.set_asleep(asleep)
        button.clicked.connect(lambda *_: act())
        button.installEventFilter(self)
        return button

    # Answers

    def _make_safe(self) -> None:
        if self._kind is FindKind.CPR:
            self.open_editor()
        else:
            self.rewritten.emit(self.found.safe)

    def open_editor(self) -> None:
        """Write the text anew; it begins without what was found, and there one writes."""
        self._show_editor(shown=True)
        self.editor.setFocus()
        caret = self.editor.textCursor()
        caret.setPosition(max(self.found.safe.find(REMOVED), 0))
        if REMOVED in self.found.safe:
            caret.movePosition(caret.MoveOperation.Right, caret.MoveMode.KeepAnchor, len(REMOVED))
        self.editor.setTextCursor(caret)

    def close_editor(self) -> None:
        """Leave the text as it is."""
        if self.is_editing:
            self._show_editor(shown=False)
            self.answers[0].setFocus()

    @property
    def is_editing(self) -> bool:
        """Whether the text is being written anew."""
        return not self.editor.isHidden()

    @property
    def is_edited(self) -> bool:
        """Whether something has been written that is not used yet."""
        return self.is_editing and self.editor.toPlainText() != self.found.safe

    def flush(self) -> None:
        """Use what has been written, if anything has."""
        if self.is_edited:
            self._use()

    def _use(self) -> None:
        self.rewritten.emit(self.editor.toPlainText())

    def _show_editor(self, *, shown: bool) -> None:
        self.quote.setVisible(not shown)
        self._row.setVisible(not shown)
        self.editor.setVisible(shown)
        self._edit_row.setVisible(shown)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows and the digits, on any of the answers."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in STEPS:
                self.stepped.emit(STEPS[key])
                return True
            if key in ANSWERS and not event.isAutoRepeat():
                self._press(self.answers[ANSWERS[key]])
                return True
        return super().eventFilter(watched, event)

    def _press(self, button: Button) -> None:
        if not button.asleep:
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the editor."""
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self.close_editor()
        else:
            super().keyPressEvent(event)


class DecidedLine(QWidget):
    """A text that has its answer: one line with the way back."""

    reconsidered = Signal()
    stepped = Signal(int)

    def __init__(self, ui: Ui, text: LookedAt, *, asleep: str = "") -> None:
        super().__init__()
        px, tr = ui.theme.px, ui.tr
        self.found = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(px(8))
        picture = QLabel()
        picture.setPixmap(mark(ui.theme, "settled"))
        what = ReadingText(ui, tr(decided(text)), weight=500)
        where = QLabel(_place(ui, text))
        where.setProperty("look", "second")
        where.setWordWrap(True)
        self.undo = QuietButton(ui, tr(say("Fortryd")), small=True)
        self.undo.set_asleep(asleep)
        name = tr(say("Fortryd: {what}, {place}", what=decided(text), place=place_name(text.place)))
        self.undo.setAccessibleName(name)
        self.undo.clicked.connect(self.reconsidered)
        self.undo.installEventFilter(self)
        row.addWidget(picture)
        row.addWidget(what)
        row.addWidget(where, 1)
        row.addWidget(self.undo)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go to the next text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in STEPS:
                self.stepped.emit(STEPS[key])
                return True
        return super().eventFilter(watched, event)


def _place(ui: Ui, text: LookedAt) -> str:
    """Where a text stands, as it is written by itself."""
    words = ui.tr(place_name(text.place))
    return words[:1].upper() + words[1:]
