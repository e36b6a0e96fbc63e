"""What a table shows as plain data: cells with two lines and a mark, and the model of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter

from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.shell.ui import Ui

CELL = Qt.ItemDataRole.UserRole + 101
"""The role that gives the delegate the whole :class:`Cell`."""
KEY = Qt.ItemDataRole.UserRole + 102
"""The role of what the program calls the row."""
ORDER = Qt.ItemDataRole.UserRole + 103
"""The role to sort by."""

Index = QModelIndex | QPersistentModelIndex
Drawing = Callable[[QPainter, QRectF, str], None]
"""Draws a figure in a room of its cell; the last is the token of what it lies on."""
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Cell:
    """One cell; a mark without words is shown with its own word as name and tooltip."""

    text: str = ""
    second: str = ""
    mark: str = ""
    icon: str = ""
    """As ``warning``, painted in the ink."""
    ink: str = ""
    """The token of the first line; empty is that of the row."""
    strong: bool = False
    """Weight 500, for the name of the row, or of something to be done."""
    right: bool = False
    tip: str = ""
    order: object = None
    """What it is sorted by; the text where it is None."""
    drawn: Drawing | None = None
    """A figure in the place of the text, which a screen reader says and the clipboard gets."""


@dataclass(frozen=True)
class TableRow:
    """A row and what the program calls it."""

    key: object
    cells: Sequence[Cell]


class CellModel(QAbstractTableModel):
    """Rows as they are handed over; a page that shows others hands over all of them again."""

    def __init__(
        self, ui: Ui, headers: Sequence[str], rows: Sequence[TableRow] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._headers = list(headers)
        self.rows = list(rows)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Other rows. Where the keys are the same only what they show changes, and the choice stays."""
        fresh = list(rows)
        if [row.key for row in fresh] == [row.key for row in self.rows]:
            self.rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self._headers) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def key_at(self, row: int) -> object:
        """What the program calls a row."""
        return self.rows[row].key

    def row_of(self, key: object) -> int | None:
        """Where a row is; None where it is not."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """The rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """The headers."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell for the delegate, and its parts for Qt, the clipboard and screen readers."""
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(cell)
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or (self._word(cell) if not cell.text else None)
            case Qt.ItemDataRole.TextAlignmentRole if cell.right:
                return RIGHT
        if role == CELL:
            return cell
        if role == KEY:
            return row.key
        if role == ORDER:
            return cell.text if cell.order is None else cell.order
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns; a header stands over its cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self.rows and self.rows[0].cells[section].right:
            return RIGHT
        return None

    def _spoken(self, cell: Cell) -> str:
        return ", ".join(part for part in (self._word(cell), cell.text, cell.second) if part)

    def _word(self, cell: Cell) -> str:
        """The mark's word, unless the cell says it or begins its second line with it."""
        word = self.ui.tr(MARKS[cell.mark].word) if cell.mark else ""
        return "" if word == cell.text or cell.second.startswith(word) else word
