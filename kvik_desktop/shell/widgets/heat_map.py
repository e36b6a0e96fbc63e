"""The heat map: things against groups, each cell a figure in the colour of its step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QTableView, QWidget

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heat_cells import HeatColumn, HeatModel, HeatRow
from kvik_desktop.shell.widgets.heat_delegate import HeatDelegate
from kvik_desktop.shell.widgets.heat_header import HeatHeader
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import ring_after
from kvik_desktop.shell.widgets.row_frame import RowFrame

COLUMN, COLUMN_AT_LEAST = 76, 68
NAMES, NAMES_AT_MOST = 160, 320
"""Widths at 100 %: of a group, less where all fit then; of the names, which take what is left over."""


class HeatMap(QTableView):
    """Names stay in sight when many groups scroll sideways. Ctrl+C copies the whole table."""

    chosen = Signal(str)
    """The user is at the row with this key."""
    opened = Signal(str, int)
    """Enter or a double click: the row's key and the column's place."""

    def __init__(
        self,
        ui: Ui,
        name: Text | str,
        corner: Text | str = "",
        empty: Text | str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is for a screen reader, ``corner`` stands over the names, ``empty`` where none are."""
        super().__init__(parent)
        self.ui = ui
        self._empty = ui.tr(empty)
        self._heat = HeatModel()
        self._cells = HeatDelegate(ui, self)
        self._names = HeatHeader(ui, Qt.Orientation.Vertical, self)
        self._groups = HeatHeader(ui, Qt.Orientation.Horizontal, self)
        self._frame = RowFrame(ui, self)
        self._corner = QLabel(ui.tr(corner), self)
        self._corner.setProperty("look", "small")
        self._corner.setIndent(ui.theme.px(8))
        self._dress()
        self.setAccessibleName(ui.tr(name))
        self.setModel(self._heat)
        self.selectionModel().currentChanged.connect(self._moved)
        self.set_table((), ())

    def _dress(self) -> None:
        self.setVerticalHeader(self._names)
        self.setHorizontalHeader(self._groups)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._groups.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._names.sectionPressed.connect(self._go_to_row)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._frame_row)

    def set_table(self, columns: Sequence[HeatColumn], rows: Sequence[HeatRow]) -> None:
        """Show this table; the row and group one is at stay, where they are still there."""
        key, column = self.key, self.currentIndex().column()
        self._heat.set_table(columns, rows)
        self._fit()
        self.setAccessibleDescription("" if rows else self._empty)
        for names in (self._corner, self._names, self._groups):
            names.setVisible(bool(rows))
        row = next((place for place, row in enumerate(rows) if row.key == key), -1)
        with QSignalBlocker(self):
            self.setCurrentIndex(self._heat.index(row, min(max(column, 0), len(columns) - 1)))

    def set_corner(self, words: str) -> None:
        """What stands over the names."""
        self._corner.setText(words)

    @property
    def keys(self) -> list[str]:
        """The keys of all rows, in order."""
        return [row.key for row in self._heat.rows]

    @property
    def key(self) -> str:
        """The key of the row one is at, empty for none."""
        row = self.currentIndex().row()
        return self._heat.rows[row].key if 0 <= row < len(self._heat.rows) else ""

    def set_key(self, key: str) -> None:
        """Go to a row, without a signal."""
        row = next((place for place, row in enumerate(self._heat.rows) if row.key == key), -1)
        with QSignalBlocker(self):
            self.setCurrentIndex(self._heat.index(row, max(self.currentIndex().column(), 0)))

    def height_of(self, rows: int) -> int:
        """The height that shows the groups and so many rows, at most all, without scrolling."""
        shown = sum(self._names.sectionSize(row) for row in range(min(rows, len(self._heat.rows))))
        is_wide = self._groups.length() + self._names.width() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        return self._groups.sizeHint().height() + shown + bar

    def copied(self) -> str:
        """The whole table with its headers, as spreadsheets read it: tabs and lines."""
        head = [self._corner.text(), *(column.words for column in self._heat.columns)]
        lines = [head, *([row.words, *(cell.words for cell in row.cells)] for row in self._heat.rows)]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines) + "\n"

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self._names.current = now.row()
        self._names.viewport().update()
        self._frame_row()
        if now.isValid() and now.row() != before.row():
            self.chosen.emit(self.key)

    # What the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, open, and arrows as in every table."""
        self._set_ring(True)
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self.key, index.column())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring is for the keyboard."""
        self._set_ring(False)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self.key, index.column())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One begins at the first cell."""
        self._set_ring(ring_after(self, event.reason(), self._cells.ring))
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._heat.index(0, 0))

    def _go_to_row(self, row: int) -> None:
        """A click on a name."""
        self._set_ring(ring=False)
        self.setCurrentIndex(self._heat.index(row, max(self.currentIndex().column(), 0)))

    def _set_ring(self, ring: bool) -> None:
        self._cells.ring = ring
        self.viewport().update()

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the groups leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, many = self.ui.theme.px, len(self._heat.columns)
        room = self.width() - px(16)
        shared = (room - px(NAMES)) // max(many, 1)
        column = min(shared, px(COLUMN)) if shared >= px(COLUMN_AT_LEAST) else px(COLUMN)
        width = min(max(room - column * many, px(NAMES)), px(NAMES_AT_MOST))
        self._groups.setDefaultSectionSize(column)
        self._names.setFixedWidth(width)
        for row in range(len(self._heat.rows)):
            self._names.resizeSection(row, self._names.row_height(row, width))
        self.updateGeometries()  # the groups may need more lines than before
        self._corner.setGeometry(0, 0, width, self._groups.height())
        self._frame_row()

    def _frame_row(self) -> None:
        rect = self.visualRect(self.currentIndex())
        shown = self.currentIndex().isValid()
        top = self.viewport().y() + rect.top()
        right = self.viewport().x() + min(self._groups.length(), self.viewport().width())
        self._frame.setGeometry(QRect(0, top, right, rect.height()))
        self._frame.setVisible(shown and top >= self.viewport().y() - rect.height() // 2)
        self._frame.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, or why there are none."""
        super().paintEvent(event)
        if self._heat.rows or not self._empty:
            return
        painter = QPainter(self.viewport())
        room = QRectF(self.viewport().rect())
        lines = Lines.broken(self._empty, self.ui.theme.font(), room.width(), self.ui.theme.line())
        lines.paint(painter, 0, 0, self.ui.theme.colour("text-2"))
