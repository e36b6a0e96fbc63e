"""What a delegate of wrapping rows knows besides its row: how wide it is, and whether it is ringed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStyledItemDelegate

from kvik_desktop.shell.ui import Ui


class RowDelegate(QStyledItemDelegate):
    """A row's height depends on the width of the view, which lays out anew when that changes."""

    def __init__(self, ui: Ui, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.width = 0
        self.ring = False
        """The row one is at is ringed."""

    def forget(self) -> None:
        """Other items or another width: what was measured is gone."""
