"""Several lines that are saved by themselves: after a pause, and when one leaves them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.shell.widgets.typing import TypingPause

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SavedText(TextArea):
    """What is typed stays until the file has it; undo is the program's, not the field's."""

    typed = Signal()
    """What stands here is to be saved."""

    def __init__(
        self,
        ui: Ui,
        name: str,
        *,
        placeholder: str = "",
        least: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ui, placeholder=placeholder, least=least, name=name, parent=parent)
        self._kept = ""
        self._pause = TypingPause(self, self.typed.emit)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._edited)

    @property
    def text(self) -> str:
        """What stands here now."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show what the file has, unless something else is being typed."""
        if self._pause.pending:
            return
        self._kept = text
        if self.text != text:
            place = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)

    def flush(self) -> None:
        """Save now what is not saved."""
        self._pause.flush()

    def _edited(self) -> None:
        if self.text != self._kept:
            self._kept = self.text
            self._pause.edited()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        super().focusOutEvent(event)
        self.flush()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the program's."""
        is_undo = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in UNDOING)
        )
        if is_undo:
            event.ignore()
            return False
        return super().event(event)
