"""Medians and middle halves of groups over the one axis of scores: nobody's single score is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import write

LINE, BOX, AIR, EDGE = 16, 20, 16, 8
"""A line of words, the box under it, the room to the next group and to the sides of the axis, at 100 %."""

RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Quartiles:
    """One group: what is said of it, and what may be drawn."""

    name: str
    count: str
    """As ``n = 18``, or why it is not shown."""
    words: str
    """As ``median 58, midterste halvdel 47-66``; a sentence where nothing is drawn."""
    median: int | None = None
    middle: tuple[int, int] | None = None
    """The lower and upper quartile; None where there are too few."""

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.name}, {self.count}: {self.words}"


@dataclass(frozen=True, slots=True)
class _Block:
    """Where one group stands: its name, its words under it where they have no room beside it, its box."""

    group: Quartiles
    top: float
    name: Lines
    under: Lines | None

    @property
    def box(self) -> float:
        """The top of the box."""
        return self.top + self.name.height + (self.under.height if self.under else 0)

    def bottom(self, box: int) -> float:
        """Where the block ends."""
        return self.box + (box if self.group.median is not None else 0)


class QuartilePlot(QLabel):
    """Read group by group; the steps lie behind, so that a place on the axis is a step of the stair."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._groups: Sequence[Quartiles] = ()
        self._steps: Sequence[Step] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_groups(self, groups: Sequence[Quartiles], steps: Sequence[Step]) -> None:
        """Show these groups over an axis with these six steps."""
        self._groups, self._steps = tuple(groups), tuple(steps)
        self.setAccessibleName(". ".join(group.sentence for group in groups))
        self.updateGeometry()
        self.update()

    # Places

    def _blocks(self, width: float) -> list[_Block]:
        theme, px = self.ui.theme, self.ui.theme.px
        strong, small, line = theme.font("small", 600), theme.font("small"), px(LINE)
        blocks, top = [], float(px(EDGE))
        for group in self._groups:
            wide = QFontMetricsF(strong).horizontalAdvance(group.name) + px(EDGE + AIR)
            wide += sum(QFontMetricsF(small).horizontalAdvance(text) for text in (group.count, group.words))
            name = Lines.broken(group.name, strong, width, line)
            under = Lines.broken(f"{group.count}, {group.words}", small, width, line)
            block = _Block(group, top, name, None if wide <= width else under)
            blocks.append(block)
            top = block.bottom(px(BOX)) + px(AIR)
        return blocks

    def _floor(self, blocks: Sequence[_Block]) -> float:
        """Where the steps end and their figures begin."""
        return blocks[-1].bottom(self.ui.theme.px(BOX)) + self.ui.theme.px(EDGE) if blocks else 0.0

    def hasHeightForWidth(self) -> bool:
        """Words go under names where there is no room beside them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All groups and the axis."""
        blocks = self._blocks(width)
        return ceil(self._floor(blocks)) + self.ui.theme.px(LINE + EDGE) if blocks else 0

    def sizeHint(self) -> QSize:
        """Words beside names."""
        width = self.ui.theme.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the layout asks for the height at its width."""
        return QSize(self.ui.theme.px(160), self.ui.theme.px(LINE))

    # Looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The steps, then each group over them."""
        if not self._groups or not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        blocks = self._blocks(self.width())
        axis = Axis(self._steps[-1].high, self.width())
        self._paint_steps(painter, axis, self._floor(blocks))
        for block in blocks:
            self._paint_words(painter, block)
            if block.group.median is not None:
                self._paint_box(painter, axis, block, block.group.median)
        painter.end()

    def _paint_steps(self, painter: QPainter, axis: Axis, floor: float) -> None:
        """Every other step has a ground of its own; the first score of each stands under its edge."""
        theme, px = self.ui.theme, self.ui.theme.px
        for place, step in enumerate(self._steps):
            left, right = axis.span(step)
            if place % 2 == 0:
                painter.fillRect(QRectF(left, 0, right - left, floor), theme.colour("window"))
            at = QRectF(left, floor + px(4), right - left, px(LINE))
            side = CENTRE if step.low == step.high else Qt.AlignmentFlag.AlignLeft
            figure = theme.font("small", tabular=True)
            write(painter, at, str(step.low), figure, theme.colour("text-2"), side)

    def _paint_words(self, painter: QPainter, block: _Block) -> None:
        theme, px, group = self.ui.theme, self.ui.theme.px, block.group
        ink, small = theme.colour("text-2"), theme.font("small")
        block.name.paint(painter, 0, block.top, theme.colour("text"))
        if block.under is not None:
            block.under.paint(painter, 0, block.top + block.name.height, ink)
            return
        row = QRectF(0, block.top, self.width(), px(LINE))
        write(painter, row.adjusted(block.name.width + px(EDGE), 0, 0, 0), group.count, small, ink)
        write(painter, row, group.words, small, ink, RIGHT)

    def _paint_box(self, painter: QPainter, axis: Axis, block: _Block, median: int) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        top, high = block.box + px(4), px(BOX - 4)
        if block.group.middle is not None:
            low, top_quarter = block.group.middle
            left, right = axis.edge(low), axis.edge(top_quarter + 1)
            painter.setBrush(theme.colour("heat-2"))
            painter.drawRoundedRect(QRectF(left, top, right - left, high), px(3), px(3))
        middle = axis.inside(median, px(1))
        painter.fillRect(QRectF(middle - px(1), top - px(2), px(3), high + px(4)), theme.colour("text"))
