"""The ground of the matrix: its words, its four quadrants and their cells, measured and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import write

STEPS = 4
"""Of effect and of ease."""

AXIS = 24
"""Room for the words at the left and below, at 100 %."""

INSET = 12
"""From a quadrant's edge to its words, at 100 %."""

Cell = tuple[int, int]
"""Effect and ease, each 1-4."""


@dataclass(frozen=True)
class Quadrant:
    """The words of a quadrant."""

    title: Text | str
    second: Text | str


@dataclass(frozen=True)
class MatrixWords:
    """All words of a matrix."""

    quick: Quadrant
    """Much effect, easy; the shaded one."""
    strategic: Quadrant
    """Much effect, hard."""
    small: Quadrant
    """Little effect, easy."""
    again: Quadrant
    """Little effect, hard."""
    effect: Text | str
    ease: Text | str
    hard: Text | str
    easy: Text | str
    hint: Text | str
    """What to do while nothing is placed."""

    def of(self, cell: Cell) -> Quadrant:
        """The quadrant of a cell."""
        much, easy = (step > STEPS // 2 for step in cell)
        if much:
            return self.quick if easy else self.strategic
        return self.small if easy else self.again


CORNERS: tuple[Cell, ...] = ((STEPS, 1), (STEPS, STEPS), (1, 1), (1, STEPS))
"""A cell of each quadrant."""


class MatrixField:
    """The titles have strips of their own, above in the upper quadrants and below in the lower ones."""

    def __init__(self, ui: Ui, words: MatrixWords, size: QSizeF) -> None:
        self.ui = ui
        self.words = words
        axis = ui.theme.px(AXIS)
        self.rect = QRectF(axis, 0, max(size.width() - axis, 1), max(size.height() - axis, 1))
        self._titles = {corner: self._title(corner) for corner in CORNERS}
        self.strip = max(sum(part.height for part in lines) for lines in self._titles.values()) + ui.theme.px(
            14
        )

    def _title(self, corner: Cell) -> tuple[Lines, Lines]:
        theme, tr, quadrant = self.ui.theme, self.ui.tr, self.words.of(corner)
        room = self.quadrant(corner).width() - 2 * theme.px(INSET)
        return (
            Lines.broken(tr(quadrant.title), theme.font("body", 600), room, theme.px(20)),
            Lines.broken(tr(quadrant.second), theme.font("small"), room, theme.px(16)),
        )

    def quadrant(self, cell: Cell) -> QRectF:
        """The quadrant that a cell lies in."""
        gap = self.ui.theme.px(4)
        width, height = (self.rect.width() - gap) / 2, (self.rect.height() - gap) / 2
        left = self.rect.left() + (width + gap if cell[1] > STEPS // 2 else 0)
        top = self.rect.top() + (0 if cell[0] > STEPS // 2 else height + gap)
        return QRectF(left, top, width, height)

    def cell(self, cell: Cell) -> QRectF:
        """Where a cell is; no cell reaches into a strip."""
        effect, ease = cell
        quadrant = self.quadrant(cell)
        upper = effect > STEPS // 2
        room = quadrant.adjusted(0, self.strip if upper else 0, 0, 0 if upper else -self.strip)
        width, height = room.width() / 2, max(room.height(), 1) / 2
        row, column = effect % 2, (ease - 1) % 2  # effect 4 and 2 are the upper rows
        return QRectF(room.left() + column * width, room.top() + row * height, width, height)

    def cell_at(self, point: QPoint) -> Cell:
        """The cell whose middle is nearest, also from outside and from a strip."""
        cells = [(effect, ease) for effect in range(1, STEPS + 1) for ease in range(1, STEPS + 1)]
        return min(cells, key=lambda cell: (self.cell(cell).center() - QPointF(point)).manhattanLength())

    def spots(self, cell: Cell, many: int) -> Iterator[QPointF]:
        """Where marks stand that share a cell: alone in the middle, else side by side, at most four."""
        rect = self.cell(cell)
        middle, side = rect.center(), min(rect.width() / 4, self.ui.theme.px(20))
        down = min(rect.height() / 4, self.ui.theme.px(20)) if many > 2 else 0
        if many == 1:
            yield middle
            return
        for place in range(many):
            yield middle + QPointF(side if place % 2 else -side, down if place > 1 else -down)

    def paint(self, painter: QPainter, over: Cell | None) -> None:
        """Quadrants, titles and the words of the axes; ``over`` is the cell something is dragged over."""
        theme, radius = self.ui.theme, self.ui.theme.px(8)
        for corner in CORNERS:
            rect = self.quadrant(corner)
            shaded = corner == (STEPS, STEPS)
            painter.setPen(Qt.PenStyle.NoPen if shaded else QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("selected" if shaded else "surface"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            self._paint_title(painter, corner, rect)
        if over is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("climbed"))
            inset = theme.px(4)
            painter.drawRoundedRect(self.cell(over).adjusted(inset, inset, -inset, -inset), radius, radius)
        self._paint_axes(painter)

    def _paint_title(self, painter: QPainter, corner: Cell, rect: QRectF) -> None:
        theme, (title, second) = self.ui.theme, self._titles[corner]
        height = title.height + second.height
        top = rect.top() + theme.px(8) if corner[0] > STEPS // 2 else rect.bottom() - theme.px(8) - height
        left = rect.left() + theme.px(INSET)
        title.paint(painter, left, top, theme.colour("text"))
        second.paint(painter, left, top + title.height, theme.colour("text-2"))

    def _paint_axes(self, painter: QPainter) -> None:
        theme, tr, side = self.ui.theme, self.ui.tr, Qt.AlignmentFlag
        font, ink = theme.font("small"), theme.colour("text-2")
        below = QRectF(self.rect.left(), self.rect.bottom(), self.rect.width(), theme.px(AXIS))
        for words, place in (
            (self.words.hard, side.AlignLeft),
            (self.words.ease, side.AlignHCenter),
            (self.words.easy, side.AlignRight),
        ):
            write(painter, below, tr(words), font, ink, place)
        painter.save()
        painter.translate(theme.px(AXIS) / 2, self.rect.center().y())
        painter.rotate(-90)
        length = self.rect.height()
        beside = QRectF(-length / 2, -theme.px(AXIS) / 2, length, theme.px(AXIS))
        write(painter, beside, tr(self.words.effect), font, ink, side.AlignHCenter)
        painter.restore()
