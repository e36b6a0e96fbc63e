"""What one participant copies while answering is not there for the next to paste."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication


class TurnClipboard(QObject):
    """Notes during a turn what is copied here, marked text included, and empties it when the turn ends.

    What another program puts on the clipboard meanwhile is left alone.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours: set[QClipboard.Mode] = set()
        self._is_on = False

    def begin(self) -> None:
        """Somebody's turn begins."""
        if not self._is_on:
            self._is_on = True
            QGuiApplication.clipboard().changed.connect(self._changed)

    def end(self) -> None:
        """It is over."""
        if self._is_on:
            self._is_on = False
            clipboard = QGuiApplication.clipboard()
            clipboard.changed.disconnect(self._changed)
            for mode in self._ours:
                clipboard.clear(mode)
            self._ours.clear()

    def _changed(self, mode: QClipboard.Mode) -> None:
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            self._ours.add(mode)
        else:
            self._ours.discard(mode)
