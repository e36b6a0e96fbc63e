"""A table that is as high as its rows, for a page that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.table import Table

LEAST = 40
"""Of a row with one line, at 100 %."""


class FullTable(Table):
    """Never scrolls: the page does."""

    def __init__(self, ui: Ui, name: str, *, headers: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(ui, name, parent=parent)
        self._cells.least = LEAST
        self.horizontalHeader().setVisible(headers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit_rows(self, *changed: object) -> None:
        """Each row as high as its words, and the table as high as its rows."""
        super().fit_rows(*changed)
        header = self.horizontalHeader()
        above = 0 if header.isHidden() else header.sizeHint().height()
        self.setFixedHeight(above + self.verticalHeader().length())
