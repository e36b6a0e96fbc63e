"""The facilitator's own notes beside the board: about what is at hand and about the day, with a search."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.shell.widgets.typing import TypingPause
from kvik_desktop.workshop import notes
from kvik_desktop.workshop.model import DAY

THE_DAY = "dag"
"""The key of the day among what is found; a row has to have one."""
EXCERPT = 80
"""Characters of a note that is found."""


class NotesPanel(Scroll):
    """Saved after a pause; what is being typed stays whatever is shown anew."""

    wanted = Signal(str)
    """The subcriterion of a note that was found."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._evaluation = ""
        self._subject = DAY
        self._names: Mapping[str, str] = {}
        self._written: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        """What is on its way to the file: what is read meanwhile does not know it."""
        tr = ui.tr
        self.setProperty("look", "window")
        self.setAccessibleName(tr(say("Egne noter")))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.search = QLineEdit()
        self.search.setProperty("low", True)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr(say("Søg i dine noter")))
        self.search.setAccessibleName(tr(say("Søg i dine noter")))
        self.results = ChoiceList(ui, say("Fundne noter"), empty=say("De ord står ikke i dine noter."))
        self.here, self._here_label = self._field(), _label()
        self.day, day_label = self._field(), _label()
        day_label.setText(tr(say("Om hele dagen")))
        self.day.setAccessibleName(day_label.text())
        self._fields = QWidget()
        self._lay_out(day_label)
        self._pause = TypingPause(self, self._commit)
        for field in (self.here, self.day):
            field.textChanged.connect(self._pause.edited)
        self._pause.watch(self.here, self.day)
        self.search.textChanged.connect(self._find)
        self.results.chosen.connect(self._go)

    def _field(self) -> TextArea:
        field = TextArea(self.ui, least=4, most=16)
        field.setReadOnly(self._desk.read_only)
        return field

    def _lay_out(self, day_label: QLabel) -> None:
        px, tr = self.ui.theme.px, self.ui.tr
        inside = QFrame()
        inside.setProperty("look", "window")
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(20), px(8), px(20), px(24))
        column.setSpacing(px(12))
        both = QVBoxLayout(self._fields)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(px(4))
        for widget in (self._here_label, self.here):
            both.addWidget(widget)
        both.addSpacing(px(12))
        for widget in (day_label, self.day):
            both.addWidget(widget)
        told = say(
            "Noterne er dine. De kommer aldrig på projektoren, i rapporten eller i pakken, og kun søgningen "
            "her finder dem. De ligger i filen og slettes sammen med svarene."
        )
        column.addWidget(self.search)
        column.addWidget(self._fields)
        column.addWidget(self.results, 1)
        column.addWidget(ReadingText(self.ui, tr(told), "small", ink="text-2"))
        column.addStretch(0)
        self.results.hide()

    # What is shown

    def refresh(self, evaluation: str) -> None:
        """Ask for the notes of an evaluation."""
        self._evaluation = evaluation
        self._desk.ask(notes.notes, evaluation).then(self._show)

    def _show(self, written: Mapping[str, str]) -> None:
        if self._pause.pending:
            return
        self._written = {**written, **self._unsaved}
        self._fill()
        if self.search.text().strip():
            self._find()

    def show_subject(self, subject: str, names: Mapping[str, str]) -> None:
        """Another subcriterion is at hand, or ``DAY`` for none; ``names`` are those of all, by id."""
        self._names = names
        if subject != self._subject:
            self.flush()
        self._subject = subject
        name = names.get(subject, "")
        self._here_label.setText(self.ui.tr(say("Om {name}", name=name)))
        self.here.setAccessibleName(self._here_label.text())
        for widget in (self._here_label, self.here):
            widget.setVisible(bool(name))
        if not self._pause.pending:
            self._fill()

    def _fill(self) -> None:
        for subject, field in self._subjects.items():
            text = self._written.get(subject, "")
            if field.toPlainText() != text:
                with QSignalBlocker(field):
                    field.setPlainText(text)
        self.search.setVisible(self._has_elsewhere or bool(self.search.text()))

    @property
    def _has_elsewhere(self) -> bool:
        """There are notes that are not seen here: until then there is nothing to search for."""
        seen = self._subjects
        return any(text.strip() for subject, text in self._written.items() if subject not in seen)

    @property
    def _subjects(self) -> dict[str, TextArea]:
        """Each field by what it is about."""
        here = {self._subject: self.here} if self._subject != DAY else {}
        return {**here, DAY: self.day}

    # What the facilitator does

    def _commit(self) -> None:
        if self._desk.read_only:
            return
        typed = {subject: field.toPlainText() for subject, field in self._subjects.items()}
        new = {subject: text for subject, text in typed.items() if text != self._written.get(subject, "")}
        self._written |= new
        self._unsaved |= new
        for subject, text in new.items():
            done = partial(self._saved, subject, text)
            self._desk.do(notes.write, self._evaluation, subject, text).then(done)

    def _saved(self, subject: str, text: str, _value: object) -> None:
        if self._unsaved.get(subject) == text:
            del self._unsaved[subject]

    def flush(self) -> None:
        """Save what is being typed."""
        self._pause.flush()

    def begin(self) -> None:
        """Write about what is at hand."""
        self.search.clear()
        field = self.day if self.here.isHidden() else self.here
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.flush()
        words = self.search.text().strip()
        self._fields.setVisible(not words)
        self.results.setVisible(bool(words))
        if not words:
            return
        found = [subject for subject in notes.found(self._written, words) if self._written[subject].strip()]
        self.results.set_items([self._item(subject) for subject in found])
        told = self.ui.tr(say_n("{n} note fundet", "{n} noter fundet", len(found)))
        self.results.setAccessibleDescription(told)

    def _item(self, subject: str) -> ChoiceItem:
        name = self._names.get(subject) or self.ui.tr(say("Om hele dagen"))
        words = " ".join(self._written[subject].split())
        excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
        return ChoiceItem(subject or THE_DAY, name, second=excerpt)

    def _go(self, key: str) -> None:
        self.search.clear()
        if key == THE_DAY:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit(key)
            self.begin()


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "label")
    label.setWordWrap(True)
    return label
