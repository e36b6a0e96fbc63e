"""How a cell of a heat map is drawn: a rounded field in the colour of its step, always with its figure."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heat_cells import CELL, HeatCell
from kvik_desktop.shell.widgets.painting import focus_ring, write

INSET = 2
"""Between the cells, at 100 %."""

DARK_FROM = 4
"""The first step whose colour takes the ink for the accent."""

CENTRE = Qt.AlignmentFlag.AlignHCenter


def ink_on(step: int) -> str:
    """The token of what is written on a step."""
    return "on-accent" if step >= DARK_FROM else "text"


class HeatDelegate(QStyledItemDelegate):
    """What is not shown is hatched, with the words on a field of their own."""

    def __init__(self, ui: Ui, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.ring = False
        """The cell one is at is ringed."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """All of the cell is ours."""
        theme: Theme = self.ui.theme
        px, cell = theme.px, index.data(CELL)
        rect = QRectF(option.rect).adjusted(px(INSET), px(INSET), -px(INSET), -px(INSET))
        painter.save()
        painter.fillRect(option.rect, theme.colour("surface"))  # nothing of the style's own choosing
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.step is None:
            painter.setBrush(QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(rect, px(4), px(4))
            self._paint_reason(painter, rect, cell)
        else:
            painter.setBrush(theme.colour(f"heat-{cell.step}"))
            painter.drawRoundedRect(rect, px(4), px(4))
            self._paint_figure(painter, rect, cell, ink_on(cell.step))
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, rect, px(4))
        painter.restore()

    def _paint_figure(self, painter: QPainter, rect: QRectF, cell: HeatCell, ink: str) -> None:
        """The figure in the middle, or figure and note together in the middle."""
        theme = self.ui.theme
        strong, small = theme.font("body", 600), theme.font("small")
        width = QFontMetricsF(strong).horizontalAdvance(cell.text)
        gap = theme.px(6) if cell.note else 0
        whole = width + gap + QFontMetricsF(small).horizontalAdvance(cell.note)
        row = rect.adjusted((rect.width() - whole) / 2, 0, 0, 0)
        write(painter, row, cell.text, strong, theme.colour(ink))
        write(painter, row.adjusted(width + gap, 0, 0, 0), cell.note, small, theme.colour(ink))

    def _paint_reason(self, painter: QPainter, rect: QRectF, cell: HeatCell) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        font = theme.font("small")
        width = QFontMetricsF(font).horizontalAdvance(cell.words) + px(8)
        field = QRectF(rect.center().x() - width / 2, rect.center().y() - px(9), width, px(18))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(field & rect, px(2), px(2))
        write(painter, rect, cell.words, font, theme.colour("text-2"), CENTRE)
