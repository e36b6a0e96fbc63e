"""How far answers lie from each other, as numbers, as a sentence and as a strip ten pixels high."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.widgets.axis import Axis, Step

HEIGHT = 10
"""Of the strip, at 100 %."""


@dataclass(frozen=True)
class Spread:
    """What is known of the answers to one thing, and never who gave them."""

    count: int
    low: int
    high: int
    median: int
    values: tuple[int, ...] = ()
    """Every answer, lowest first; empty where single answers are not shown."""

    @classmethod
    def of(cls, values: Iterable[int]) -> Spread:
        """The spread of answers that may be shown one by one. Raises ValueError where there are none."""
        ordered = tuple(sorted(values))
        if not ordered:
            raise ValueError("no answers have no spread")
        return cls(len(ordered), ordered[0], ordered[-1], whole(median(map(Fraction, ordered))), ordered)

    @property
    def ends(self) -> tuple[tuple[int, str], ...]:
        """Where the lowest and the highest stand over the axis, and as what."""
        return tuple((score, str(score)) for score in sorted({self.low, self.high}))

    @property
    def sentence(self) -> Text:
        """As ``7 svar, fra 25 til 78, median 45``."""
        if self.low == self.high:
            return say_n("{n} svar: {score}", "{n} svar, alle {score}", self.count, score=self.low)
        return say(
            "{n} svar, fra {low} til {high}, median {median}",
            n=self.count, low=self.low, high=self.high, median=self.median,
        )  # fmt: skip


def paint_strip(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    spread: Spread,
    steps: Sequence[Step],
    behind: str = "surface",
) -> None:
    """The scale with its steps, the range, and a dot for each answer that may be shown.

    ``behind`` is the token of what it lies on: dots stand free of the line and of each other.
    """
    px = theme.px
    axis = Axis(steps[-1].high, rect.width(), rect.left())
    middle = rect.center().y()
    for step in steps[1:]:
        tick = QRectF(axis.edge(step.low), middle - px(3), 1, px(6))
        painter.fillRect(tick, theme.colour("line"))
    painter.fillRect(QRectF(rect.left(), middle - px(1), rect.width(), px(2)), theme.colour("line"))
    low, high = (axis.inside(score, px(4)) for score in (spread.low, spread.high))
    painter.fillRect(QRectF(low, middle - px(1), high - low, px(2)), theme.colour("edge"))
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, token in ((px(4), behind), (px(3), "accent")):
        painter.setBrush(theme.colour(token))
        for score in spread.values:
            painter.drawEllipse(QPointF(axis.inside(score, px(4)), middle), radius, radius)
    if not spread.values:
        at = axis.inside(spread.median, px(4))
        painter.fillRect(QRectF(at - px(1), middle - px(4), px(2), px(8)), theme.colour("accent"))
