"""The phases of a fine-tuned score: a name, a low stair and a number for each, in two columns or one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui

TWO_COLUMNS_FROM = 560
"""Width at 100 % from which there is room for two phases beside each other."""


class PhaseGrid(QWidget):
    """Rows of widgets, each with its name before it; all names are as wide as the longest.

    Places its rows itself: a layout would refuse to become narrower than the columns it has just now.
    """

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._cells: list[QWidget] = []
        self._names: list[QLabel] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, name: str, widgets: Sequence[QWidget]) -> None:
        """One more row; the first widget takes the room there is."""
        cell, label = QWidget(self), QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._ui.theme.px(12))
        row.addWidget(label)
        first, *others = widgets
        row.addWidget(first, 1)
        for widget in others:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._cells.append(cell)
        self._names.append(label)
        widest = max(label.sizeHint().width() for label in self._names)
        for label in self._names:
            label.setMinimumWidth(widest)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow."""
        px, columns, height = self._ui.theme.px, self._columns(self.width()), self._row_height
        width = (self.width() - px(32) * (columns - 1)) // columns
        for place, cell in enumerate(self._cells):
            row, column = divmod(place, columns)
            cell.setGeometry(QRect(column * (width + px(32)), row * (height + px(8)), width, height))

    def hasHeightForWidth(self) -> bool:
        """Two columns are half as high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Rows and the room between them."""
        rows = -(-len(self._cells) // self._columns(width))
        return rows * (self._row_height + self._ui.theme.px(8)) - self._ui.theme.px(8)

    def sizeHint(self) -> QSize:
        """Two columns."""
        width = self._ui.theme.px(TWO_COLUMNS_FROM)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        width = max((cell.minimumSizeHint().width() for cell in self._cells), default=0)
        return QSize(width, self.heightForWidth(self.width()))

    def _columns(self, width: int) -> int:
        return 2 if width >= self._ui.theme.px(TWO_COLUMNS_FROM) else 1

    @property
    def _row_height(self) -> int:
        return max((cell.sizeHint().height() for cell in self._cells), default=0)
