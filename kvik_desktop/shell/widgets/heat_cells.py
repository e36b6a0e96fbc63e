"""What a heat map shows: things in rows, groups in columns, and in a cell a figure on one of six steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
HEAD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class HeatCell:
    """A figure and its step, or why there is none."""

    text: str
    """The figure as it is read, or words as ``under 5``."""
    step: int | None = None
    """0-5; None is hatched: not shown."""
    note: str = ""
    """Beside the figure, as ``n 35``."""

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.text} {self.note}".strip()


@dataclass(frozen=True)
class HeatColumn:
    """A group."""

    title: str
    second: str = ""
    """Under it, as ``n = 18``."""
    strong: bool = False
    """The group of all."""

    @property
    def words(self) -> str:
        """All of it."""
        return f"{self.title} {self.second}".strip()


@dataclass(frozen=True)
class HeatRow:
    """A thing that is compared."""

    key: str
    name: str
    cells: tuple[HeatCell, ...]
    number: str = ""

    @property
    def words(self) -> str:
        """Number and name."""
        return f"{self.number} {self.name}".strip()


class HeatModel(QAbstractTableModel):
    """Rows and columns are in the order they are given: nothing is ranked."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[HeatColumn, ...] = ()
        self.rows: tuple[HeatRow, ...] = ()

    def set_table(self, columns: Sequence[HeatColumn], rows: Sequence[HeatRow]) -> None:
        """Show these. Raises ValueError where a row has not a cell for every column."""
        if any(len(row.cells) != len(columns) for row in rows):
            raise ValueError("a row has more or fewer cells than there are columns")
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature; it never changes
        """How many things."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature; it never changes
        """How many groups."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell for the delegate; for a screen reader its figure with what it belongs to."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        cell = row.cells[index.column()]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}, {column.words}: {cell.words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of things and groups."""
        heads: Sequence[HeatColumn | HeatRow] = (
            self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        )
        if not 0 <= section < len(heads):
            return None
        if role == HEAD:
            return heads[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heads[section].words
        return None
