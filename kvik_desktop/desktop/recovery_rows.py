"""Rows of which one is chosen, as radio buttons are: the file as it is, and each of its backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QButtonGroup

from kvik_desktop.shell.look.marks import mark as painted_mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.radios import keep_one_stop
from kvik_desktop.shell.widgets.row import MARK, Row, RowList

CHOSEN, NOT_CHOSEN = "answered", "not-begun"
"""Marks before the title: chosen is seen by shape, not by colour alone."""


class CopyRow(Row):
    """One way to go on; what its file tells may come later."""

    def __init__(self, ui: Ui, title: str, detail: str = "") -> None:
        super().__init__(ui, title, icon="file", detail=detail)
        self.setCheckable(True)
        self.toggled.connect(self._paint_anew)

    def tell(self, second: str, state: str, state_second: str, *, usable: bool) -> None:
        """What the file tells of itself; one that cannot be used cannot be chosen."""
        self.second, self.state, self.state_second = second, state, state_second
        self._mark, self._gone = ("", False) if usable else ("problem", True)
        said = (second, state, state_second, self.detail)
        self.setAccessibleDescription(", ".join(part for part in said if part))
        self.setEnabled(usable)
        self._paint_anew()

    def _paint_anew(self) -> None:
        self._arranged.clear()
        self.updateGeometry()
        self.update()

    def _picture(self) -> QPixmap:
        return painted_mark(self.ui.theme, CHOSEN if self.isChecked() else NOT_CHOSEN, MARK)


class CopyList(RowList):
    """Tab comes to the chosen row; the arrows choose, as between radio buttons."""

    chosen = Signal(int)
    """The user has chosen the row at this place."""

    def __init__(self, ui: Ui, name: str) -> None:
        super().__init__(ui, name)
        self._group = QButtonGroup(self)

    def show_copies(self, rows: Sequence[CopyRow]) -> None:
        """Other rows, none of them chosen."""
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self.set_rows(rows)
        for row in rows:
            self._group.addButton(row)
        self._group.buttonClicked.connect(self._clicked)
        keep_one_stop(self._group)

    def _clicked(self, row: CopyRow) -> None:
        self.chosen.emit(self.rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The row an arrow comes to is chosen."""
        super().keyPressEvent(event)
        row = QApplication.focusWidget()
        if isinstance(row, CopyRow) and row in self.rows and not row.isChecked():
            row.click()
