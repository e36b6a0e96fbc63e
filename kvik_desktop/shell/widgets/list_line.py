"""One line of a short list: plain text that wraps and grows, and tells the list what its keys ask for."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kvik_desktop.shell.ui import Ui

BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦‣●○■\uf0b7\uf0a7]\s*|o\t\s*|\d{1,2}[.)]\s+)(?=\S)")
"""What stands before an item in a list from elsewhere; the last two are Word's own signs."""


def items_of(text: str) -> list[str]:
    """The lines of a text from elsewhere, without bullets, empty lines and characters that cannot be seen."""
    lines = re.split(r"[\n\r\v\f\x85\u2028\u2029]+", text)
    plain = (re.sub(r"[\x00-\x1f\x7f\ufeff]+", " ", BULLET.sub("", line)) for line in lines)
    return [line.strip() for line in plain if line.strip()]


class ListLine(QTextEdit):
    """Plain text only; what one undoes is the program's to undo, so there is no undo in here."""

    edited = Signal()
    divided = Signal(list, int)
    """Enter or pasted lines: the texts that come after this line, and the caret's place in the last."""
    joined = Signal()
    """Backspace at the beginning."""
    stepped = Signal(int)
    """An arrow leads out, -1 up and 1 down."""
    moved = Signal(int)
    """Alt and an arrow: the line itself is to go there."""
    came = Signal()
    """It has focus now."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.question = ""
        """What is shown while nothing is written."""
        self.setProperty("look", "bare")
        self.setFont(ui.theme.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._space_lines()
        self._grow()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self.edited)

    # Text

    @property
    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_words(self, words: str, caret: int | None = None) -> None:
        """Other words without a signal; the caret stays where it was as far as that goes."""
        place = self.textCursor().position() if caret is None else caret
        if words != self.words:
            blocked = self.blockSignals(True)
            self.setPlainText(words)
            self._space_lines()
            self.blockSignals(blocked)
            self._grow()
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(words)))
        self.setTextCursor(cursor)

    def divide(self) -> None:
        """End this line at the caret."""
        before, after = self._around()
        self.set_words(before)
        self.divided.emit([after], 0)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Every line that is pasted or dropped is an item of its own."""
        first, *rest = items_of(source.text()) or [""]
        if not rest:
            self.insertPlainText(first)
            return
        before, after = self._around()
        self.set_words(before + first)
        self.divided.emit([*rest[:-1], rest[-1] + after], len(rest[-1]))

    def _around(self) -> tuple[str, str]:
        """What stands before the caret and after it, without what is selected."""
        cursor, words = self.textCursor(), self.words
        return words[: cursor.selectionStart()], words[cursor.selectionEnd() :]

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that are about the list go to the list."""
        if not self._is_for_list(event):
            super().keyPressEvent(event)

    def _is_for_list(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if modifiers & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # the page's: on to what is next
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not self.isReadOnly():
                self.divide()
            case Qt.Key.Key_Backspace if not modifiers and self._is_at_beginning():
                self.joined.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                return self._takes_arrow(-1 if key == Qt.Key.Key_Up else 1, modifiers)
            case _:
                return False
        return True

    def _is_at_beginning(self) -> bool:
        cursor = self.textCursor()
        return cursor.atStart() and not cursor.hasSelection() and not self.isReadOnly()

    def _takes_arrow(self, step: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Alt moves the line; without Alt the arrow leads out where the caret can go no further."""
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        if modifiers == Qt.KeyboardModifier.AltModifier and not self.isReadOnly():
            self.moved.emit(step)
        elif not modifiers and not cursor.movePosition(way):
            self.stepped.emit(step)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the program's, not the field's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undo):
                event.ignore()
                return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list knows where one is."""
        super().focusInEvent(event)
        self.came.emit()

    # Looks

    def _space_lines(self) -> None:
        """Lines as far from each other as in all running text."""
        form = QTextBlockFormat()
        form.setLineHeight(self.ui.theme.line(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _grow(self) -> None:
        """As high as what is written."""
        self.setFixedHeight(max(ceil(self.document().size().height()), self.ui.theme.line()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """In an empty line the question to answer, where the words will stand."""
        super().paintEvent(event)
        if self.question and not self.words:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self.ui.theme.colour("text-3"))
            row = QRectF(0, 0, self.viewport().width(), self.ui.theme.line())
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.question)
