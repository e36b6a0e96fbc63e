"""One line that is saved by itself: after a pause, when one leaves it, and when the page is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kvik_desktop.evaluation.model import visible
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.typing import TypingPause

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SavedLine(QLineEdit):
    """What is typed stays until the file has it; undo is the program's, not the field's."""

    typed = Signal(str)
    """This is to be saved; it has not been sent before."""

    def __init__(
        self,
        ui: Ui,
        *,
        placeholder: str = "",
        longest: int = 200,
        empty: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``empty`` is whether it may be empty; where not, an empty line is sent only when one leaves."""
        super().__init__(parent)
        self.ui = ui
        self._kept, self._sent = "", ""
        self._may_be_empty = empty
        self._pause = TypingPause(self, self._after_pause)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.textEdited.connect(self._pause.edited)

    @property
    def is_dirty(self) -> bool:
        """Something is typed that the file does not have."""
        return visible(self.text()) != self._kept

    def show_text(self, text: str) -> None:
        """Show what the file has, unless something else is being typed."""
        shown = visible(self.text())
        if self.is_dirty and shown != text:
            return
        self._kept = self._sent = text
        if shown != text or not self.hasFocus():
            place = self.cursorPosition()
            if self.text() != text:
                self.setText(text)
                self.setCursorPosition(min(place, len(text)))

    def refuse(self) -> None:
        """What was sent could not be saved: it may be sent again."""
        self._sent = self._kept

    def flush(self) -> None:
        """Save now what is not saved."""
        self._pause.flush()
        self._send()

    def _after_pause(self) -> None:
        if self._may_be_empty or visible(self.text()):
            self._send()

    def _send(self) -> None:
        text = visible(self.text())
        if text not in (self._kept, self._sent):
            self._sent = text
            self.typed.emit(text)

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
