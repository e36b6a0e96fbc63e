"""A line one writes something new in, which then stands somewhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NewLine(QLineEdit):
    """Empty it has nothing to undo, so undo is the program's: it takes back what one has just added."""

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo to the window while there is nothing written."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.text()
            and any(event.matches(key) for key in UNDOING)
        ):
            event.ignore()
            return False
        return super().event(event)
