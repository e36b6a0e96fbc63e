"""A table that is as high as its rows, for a page that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.table import Table


class FullTable(Table):
    """Never scrolls: the page does."""

    def __init__(self, ui: Ui, name: str, *, headers: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(ui, name, parent=parent)
        self.horizontalHeader().setVisible(headers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().sectionResized.connect(self._fit)
        self.verticalHeader().sectionCountChanged.connect(self._fit)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802  (Qt's name)
        """Show a model at its full height."""
        super().setModel(model)
        self._fit()

    def _fit(self, *_: object) -> None:
        header = self.horizontalHeader()
        above = 0 if header.isHidden() else header.sizeHint().height()
        self.setFixedHeight(above + self.verticalHeader().length())
