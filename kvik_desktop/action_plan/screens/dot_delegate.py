"""A row of the sheet of dots: the area's letter and words, and its dots between minus and plus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import focus_ring, put, write
from kvik_desktop.shell.widgets.row_delegate import RowDelegate

PADDING, LETTER, BOX, NUMBER = 8, 40, 32, 36
"""Above and below, room for the letter, across minus and plus, and between them, at 100 %."""
NAME, SMALL = 20, 16

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DotRow:
    """An area one can put dots on; words are in the reader's language."""

    key: str
    letter: str
    text: str
    source: str
    dots: int = 0


class DotDelegate(RowDelegate):
    """Minus and plus are for the mouse; by keyboard the keys do the same."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._broken: dict[tuple[str, str, int], tuple[Lines, Lines]] = {}

    def forget(self) -> None:
        """Measure anew."""
        self._broken.clear()

    def minus(self, rect: QRect) -> QRect:
        """Where a dot is taken away."""
        px = self.ui.theme.px
        return QRect(rect.right() - px(2 * BOX + NUMBER), rect.top(), px(BOX), rect.height())

    def plus(self, rect: QRect) -> QRect:
        """Where a dot is given."""
        px = self.ui.theme.px
        return QRect(rect.right() - px(BOX), rect.top(), px(BOX), rect.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words at the width of the view."""
        name, source = self._lines(index.data(ITEM), self.width)
        return QSize(self.width, round(name.height + source.height) + self.ui.theme.px(2 * PADDING))

    def _lines(self, row: DotRow, width: int) -> tuple[Lines, Lines]:
        theme = self.ui.theme
        room = width - theme.px(LETTER + 2 * BOX + NUMBER + PADDING)
        key = (row.text, row.source, room)
        if key not in self._broken:
            self._broken[key] = (
                Lines.broken(row.text, theme.font(), room, theme.px(NAME)),
                Lines.broken(row.source, theme.font("small"), room, theme.px(SMALL)),
            )
        return self._broken[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """All of the row is ours."""
        theme, px = self.ui.theme, self.ui.theme.px
        row: DotRow = index.data(ITEM)
        rect = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.dots or here:
            painter.fillRect(rect, theme.colour("selected"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        if here and self.ring:
            focus_ring(painter, theme, rect.adjusted(1, 1, -1, -1), px(4))
        name, source = self._lines(row, option.rect.width())
        top, ink = rect.top() + px(PADDING), "text-selected" if row.dots or here else "text-2"
        left = QRectF(rect.left() + px(8), top, px(LETTER), px(NAME))
        write(
            painter, left, row.letter, theme.font("body", 600), theme.colour(ink), Qt.AlignmentFlag.AlignLeft
        )
        name.paint(painter, rect.left() + px(LETTER), top, theme.colour("text"))
        source.paint(painter, rect.left() + px(LETTER), top + name.height, theme.colour(ink))
        self._paint_dots(painter, option.rect, row)
        painter.restore()

    def _paint_dots(self, painter: QPainter, rect: QRect, row: DotRow) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        for box, sign in ((self.minus(rect), "minus"), (self.plus(rect), "plus")):
            ink = "accent" if sign == "plus" or row.dots else "text-3"
            put(painter, pixmap(theme, sign, ink, 18), box.left() + px((BOX - 18) // 2), QRectF(box))
        if not row.dots:
            return
        middle = QRectF(self.minus(rect).right() + 1, rect.top(), px(NUMBER), rect.height())
        disc = QRectF(0, 0, px(26), px(26))
        disc.moveCenter(middle.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(disc)
        font = theme.font("small", 600)
        write(painter, disc, str(row.dots), font, theme.colour("on-accent"), Qt.AlignmentFlag.AlignHCenter)
