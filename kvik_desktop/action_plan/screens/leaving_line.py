"""A line to write in that Escape leaves, before Escape closes anything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class LeavingLine(QLineEdit):
    """Low, as it stands among other small things."""

    left = Signal()
    """Escape was pressed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("low", True)
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Escape is ours while one writes here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape: not now."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
