"""Paints the cells of a table: one or two lines that wrap, a mark before them, a bar at the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kvik_desktop.shell.look.focus_ring import by_keyboard
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CELL, Cell
from kvik_desktop.shell.widgets.lines import Lines

SIDE, AIR, MARK, GAP, BAR, RING = 8, 9, 16, 8, 3, 2
LEAST = 56
NAME_LINE, SMALL_LINE = 20, 16
KEPT = 2000
"""Broken lines that are remembered."""

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Reads the :class:`Cell` of an index; a model without them gets its text painted alike."""

    def __init__(self, ui: Ui, view: QTableView, edge: int) -> None:
        super().__init__(view)
        self.ui = ui
        self._view = view
        self._edge = edge
        self.hovered = -1
        """The row under the pointer; -1 is none."""
        self.least = LEAST
        """Of a row's height, at 100 %."""
        self.by_cell = False
        """The ring is round one cell, where cells are edited; else round the row."""
        self._pictures: dict[tuple[str, str, str], QPixmap] = {}
        self._broken: dict[tuple[str, int, int, int], Lines] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines at the width of the column."""
        width = self._view.columnWidth(index.column())
        first, second = self._lines(self._cell(index), self._room(QRect(0, 0, width, 0), index).width())
        tall = first.height + (second.height if second else 0)
        return QSize(width, max(self.ui.theme.px(self.least), round(tall) + 2 * self.ui.theme.px(AIR)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Field, hairline, bar, mark and lines."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_field(painter, rect, index, chosen=chosen)
        cell = self._cell(index)
        room = self._room(rect, index)
        if cell.drawn is not None:
            behind = "selected" if chosen else "hover" if index.row() == self.hovered else "surface"
            cell.drawn(painter, QRectF(room), behind)
        else:
            self._paint_words(painter, room, cell)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        """Mark and lines, in the middle of the row."""
        first, second = self._lines(cell, room.width())
        y = room.center().y() + 1 - (first.height + (second.height if second else 0)) / 2
        x = self._paint_picture(painter, cell, room, y)
        if cell.right:
            x = room.right() + 1 - first.width
        ink = cell.ink or "text"
        first.paint(painter, x, y, self.ui.theme.colour(ink))
        if second:
            left = room.right() + 1 - second.width if cell.right else x
            second.paint(painter, left, y + first.height, self.ui.theme.colour("text-2"))

    def _cell(self, index: Index) -> Cell:
        cell = index.data(CELL)
        return cell if isinstance(cell, Cell) else Cell(str(index.data() or ""))

    def _room(self, rect: QRect, index: Index) -> QRect:
        """Where mark and words may stand."""
        px = self.ui.theme.px
        visual = self._view.horizontalHeader().visualIndex(index.column())
        left = px(self._edge if visual == 0 else SIDE)
        right = px(self._edge if visual == index.model().columnCount() - 1 else SIDE)
        return rect.adjusted(left, 0, -right, 0)

    def _lines(self, cell: Cell, width: int) -> tuple[Lines, Lines | None]:
        theme = self.ui.theme
        if cell.mark or cell.icon:
            width -= theme.px(MARK) + theme.px(GAP)
        font = theme.font("body", 500 if cell.strong else 400, tabular=cell.right)
        first = self._line("" if cell.drawn else cell.text, font, width, NAME_LINE)
        if not cell.second:
            return first, None
        return first, self._line(cell.second, theme.font("small"), width, SMALL_LINE)

    def _line(self, text: str, font: QFont, width: int, leading: int) -> Lines:
        key = (text, font.pixelSize(), font.weight(), width)
        if key not in self._broken:
            if len(self._broken) >= KEPT:
                self._broken.clear()
            self._broken[key] = Lines.broken(text, font, width, self.ui.theme.px(leading))
        return self._broken[key]

    def _paint_field(self, painter: QPainter, rect: QRect, index: Index, *, chosen: bool) -> None:
        theme = self.ui.theme
        hovered = index.row() == self.hovered
        if chosen or hovered:
            painter.fillRect(rect, theme.colour("selected" if chosen else "hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        visual = self._view.horizontalHeader().visualIndex(index.column())
        if chosen and visual == 0:
            painter.fillRect(rect.left(), rect.top(), theme.px(BAR), rect.height(), theme.colour("accent"))
        current = self._view.currentIndex()
        here = current == index if self.by_cell else current.row() == index.row()
        if here and self._view.hasFocus() and by_keyboard(self._view):
            ends = self.by_cell or visual == 0, self.by_cell or visual == self._last()
            self._paint_focus(painter, rect, first=ends[0], last=ends[1])

    def _last(self) -> int:
        return self._view.model().columnCount() - 1

    def _paint_focus(self, painter: QPainter, rect: QRect, *, first: bool, last: bool) -> None:
        """The row's part of a ring inside its edges."""
        width = self.ui.theme.px(RING)
        colour = self.ui.theme.colour("focus")
        painter.fillRect(rect.left(), rect.top(), rect.width(), width, colour)
        painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, colour)
        if first:
            painter.fillRect(rect.left(), rect.top(), width, rect.height(), colour)
        if last:
            painter.fillRect(rect.right() + 1 - width, rect.top(), width, rect.height(), colour)

    def _paint_picture(self, painter: QPainter, cell: Cell, room: QRect, y: float) -> float:
        """The mark or icon on the first line; where the words begin."""
        if not cell.mark and not cell.icon:
            return room.left()
        theme = self.ui.theme
        picture = self._picture(cell)
        top = y + (theme.px(NAME_LINE) - theme.px(MARK)) / 2
        painter.drawPixmap(room.left(), round(top), picture)
        return room.left() + theme.px(MARK) + theme.px(GAP)

    def _picture(self, cell: Cell) -> QPixmap:
        key = (cell.mark, cell.icon, cell.ink)
        if key not in self._pictures:
            theme = self.ui.theme
            self._pictures[key] = (
                mark(theme, cell.mark, MARK)
                if cell.mark
                else pixmap(theme, cell.icon, cell.ink or "text-2", MARK)
            )
        return self._pictures[key]
