"""How a stair is drawn: six steps on their axis, with as many of their words as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.widgets.axis import Axis, Step, step_at
from kvik_desktop.shell.widgets.painting import dashed, focus_ring, stepped, triangle

WORDS_FROM, RANGES_FROM = 560, 360
"""Width at 100 % from which the steps show their words, and all of them their ranges."""

LINE = 15
"""Height of a line inside a step, at 100 %."""


@dataclass(frozen=True)
class StairShape:
    """Lengths at 100 %."""

    lowest: int
    rise: int
    """How much higher each next step is."""
    triangle: tuple[int, int]
    """Width and height of the triangle over the score."""
    words: bool
    below: int = 4
    """Room under the steps for the focus ring."""
    outlined: bool = False
    """Steps that are not chosen have an edge: a projector in a lit room shows no light grey on white."""


HIGH = StairShape(lowest=40, rise=4, triangle=(12, 8), words=True)
FAR = replace(HIGH, outlined=True)
LOW = StairShape(lowest=14, rise=2, triangle=(10, 7), words=False)


@dataclass(frozen=True)
class Standing:
    """What a stair shows just now."""

    score: int | None = None
    cannot_judge: bool = False
    hovered: int = -1
    """The step under the pointer, -1 for none."""
    enabled: bool = True
    ring: bool = False


class StairDrawing:
    """One stair at one width; made anew for each painting, since it costs next to nothing."""

    def __init__(self, theme: Theme, steps: Sequence[Step], shape: StairShape, width: float) -> None:
        self.theme = theme
        self.steps = steps
        self.shape = shape
        self.axis = Axis(steps[-1].high, width)

    @property
    def height(self) -> int:
        """Steps, triangle over the highest and ring under them."""
        px, shape = self.theme.px, self.shape
        highest = shape.lowest + (len(self.steps) - 1) * shape.rise
        return px(highest) + px(shape.triangle[1] + 5) + px(shape.below)

    def rect(self, place: int) -> QRectF:
        """Where a step is; a hair of surface is left between two."""
        px, shape = self.theme.px, self.shape
        left, right = self.axis.span(self.steps[place])
        height = px(shape.lowest + place * shape.rise)
        gap = 0 if place == len(self.steps) - 1 else px(2)
        return QRectF(left, self.height - px(shape.below) - height, right - left - gap, height)

    def paint(self, painter: QPainter, standing: Standing) -> None:
        """Steps, words, triangle, and the ring last."""
        here = -1 if standing.score is None else step_at(self.steps, standing.score)
        for place in range(len(self.steps)):
            ink = self._paint_step(painter, place, here, standing)
            self._write(painter, place, ink, chosen=place == here)
        if standing.score is not None and self.axis.top >= len(self.steps):
            self._paint_triangle(painter, here, standing)
        if standing.ring:
            self._paint_ring(painter, here)

    def _paint_step(self, painter: QPainter, place: int, here: int, standing: Standing) -> str:
        """Draw a step; the token of what is written on it."""
        theme, rect, radius = self.theme, self.rect(place), self.theme.px(4)
        if standing.cannot_judge:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(dashed(theme.colour("edge"), theme.px(1)))
            painter.drawPath(stepped(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius))
            return "text-2" if standing.enabled else "text-3"
        fill, ink = self._colours(place, here, standing)
        painter.fillPath(stepped(rect, radius), theme.colour(fill))
        if self.shape.outlined and place != here:
            half = theme.px(1) / 2
            painter.strokePath(
                stepped(rect.adjusted(half, half, -half, -half), radius),
                QPen(theme.colour("edge"), theme.px(1)),
            )
        return ink

    def _colours(self, place: int, here: int, standing: Standing) -> tuple[str, str]:
        if not standing.enabled:
            return ("climbed", "text-selected") if place == here else ("sunk", "text-3")
        if place == here:
            return "accent", "on-accent"
        if place == standing.hovered:
            return "hover", "text"
        return ("climbed", "text-selected") if place < here else ("sunk", "text-2")

    def _paint_triangle(self, painter: QPainter, here: int, standing: Standing) -> None:
        width, height = self.shape.triangle
        px = self.theme.px
        at = self.axis.inside(standing.score or 0, px(width) / 2)
        colour = self.theme.colour("text" if standing.enabled else "text-3")
        triangle(painter, QPointF(at, self.rect(here).top() - px(5)), px(width), px(height), colour)

    def _paint_ring(self, painter: QPainter, here: int) -> None:
        """Round the chosen step, or round the whole stair, so that no step looks chosen."""
        px = self.theme.px
        first = self.rect(max(here, 0))
        around = first if here >= 0 else first.united(self.rect(len(self.steps) - 1))
        inside = QRectF(0, 0, self.axis.width, self.height)
        focus_ring(
            painter, self.theme, around.adjusted(*(px(4) * side for side in (-1, -1, 1, 1))) & inside, px(7)
        )

    # Words

    def lines(self, place: int, *, chosen: bool) -> list[str]:
        """What is written on a step: its range, then its name in one or two lines."""
        if not self.shape.words:
            return []
        found = self._range(place, chosen=chosen)
        return [*([found] if found else []), *self._names[place]]

    @cached_property
    def _names(self) -> list[list[str]]:
        """The lines under the range of each step; none at all unless all have room."""
        none: list[list[str]] = [[] for _ in self.steps]
        if self.axis.width < self.theme.px(WORDS_FROM):
            return none
        found = [self._name(place) for place in range(len(self.steps))]
        return [lines for lines in found if lines] if all(found) else none

    def _name(self, place: int) -> list[str]:
        """A step's name in one line, or in two where the step is high enough; empty where it has no room."""
        rect, metrics = self.rect(place), QFontMetricsF(self.theme.font("small"))
        rows = int(rect.height() / self.theme.px(LINE)) - 1
        calm = rect.width() - self.theme.px(4)
        lines: list[str] = []
        for word in self.steps[place].name.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= calm:
                lines[-1] = longer
            else:
                lines.append(word)
        fits = all(metrics.horizontalAdvance(line) <= rect.width() for line in lines)
        return lines if fits and len(lines) <= rows else []

    def _range(self, place: int, *, chosen: bool) -> str:
        """``91-100``, or ``91+`` where the highest step is too narrow; empty where there is no room."""
        step, metrics, room = self.steps[place], QFontMetricsF(self._strong), self.rect(place).width()
        if self.axis.width < self.theme.px(RANGES_FROM) and not chosen:
            return ""
        last = place == len(self.steps) - 1
        forms = (step.range, f"{step.low}+" if last else "")
        return next((form for form in forms if metrics.horizontalAdvance(form) <= room), "")

    @cached_property
    def _strong(self) -> QFont:
        """The type of a range; a digit that stands alone is larger."""
        alone = self.axis.top < len(self.steps) and self.axis.width < self.theme.px(WORDS_FROM)
        return self.theme.font("body" if alone else "small", 600)

    def _write(self, painter: QPainter, place: int, ink: str, *, chosen: bool) -> None:
        theme, rect = self.theme, self.rect(place)
        lines, height = self.lines(place, chosen=chosen), float(theme.px(LINE))
        below = theme.px(6) if len(lines) > 1 else (theme.px(42) - height) / 2
        top = rect.bottom() - below - len(lines) * height
        painter.setPen(theme.colour(ink))
        for number, text in enumerate(lines):
            painter.setFont(theme.font("small") if number else self._strong)
            row = QRectF(rect.left(), top + number * height, rect.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
