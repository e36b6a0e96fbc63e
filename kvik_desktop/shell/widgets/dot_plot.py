"""Answers as dots on the axis of the stair under them; who gave which is not known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step
from kvik_desktop.shell.widgets.painting import dashed, stepped, write
from kvik_desktop.shell.widgets.spread_strip import Spread

RISE = 350
"""Milliseconds the dots take to rise; never over 400."""

RADIUS = 7
"""Of a dot, at 100 %; smaller only where more than STACK lie over each other, or where there is no room."""

GAP = 4
"""Between two dots that lie over each other, at 100 %."""

STACK = 8
LEAST = 2
"""Radius under which a dot is no longer seen."""

CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Dot:
    """A dot's place: its score, and how many it stands over."""

    score: int
    level: int


def stacked(values: Sequence[int], axis: Axis, width: float) -> list[Dot]:
    """Every answer at its true place, upward until it touches no other; ``width`` is a dot with its gap."""
    rightmost: list[float] = []
    dots = []
    for score in sorted(values):
        x = axis.middle(score)
        level = next((level for level, right in enumerate(rightmost) if x >= right), len(rightmost))
        rightmost[level : level + 1] = [x + width]
        dots.append(Dot(score, level))
    return dots


class DotPlot(QLabel):
    """Stands right over a stair of the same width: what is 45 in one is 45 in the other.

    Shows a spread (dots, or the range alone), how many chose each step, or why nothing is shown.
    Read to a screen reader as a sentence; the answers themselves are its description.
    """

    def __init__(self, ui: Ui, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.steps = tuple(steps)
        self._spread: Spread | None = None
        self._bands: tuple[int, ...] = ()
        self._note = ""
        self._risen = 1.0
        self._rise = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=RISE)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rise.valueChanged.connect(self._rise_to)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_note(say("Ingen svar endnu."))

    # What it shows

    def set_spread(self, spread: Spread) -> None:
        """Dots where single answers may be shown, else the range and the median."""
        values = ", ".join(map(str, spread.values))
        self._show(spread.sentence, values, spread=spread)

    def set_bands(self, counts: Sequence[int]) -> None:
        """How many chose each step, where no more than that is known."""
        said = ", ".join(
            f"{step.range}: {count}" for step, count in zip(self.steps, counts, strict=True) if count
        )
        self._show(say_n("{n} svar", "{n} svar", sum(counts)), said, bands=tuple(counts))

    def set_note(self, note: Text | str) -> None:
        """Why nothing is shown, as ``Vises ikke: kun 2 svar``."""
        self._show(note, note=self.ui.tr(note))

    def _show(
        self,
        name: Text | str,
        description: str = "",
        *,
        spread: Spread | None = None,
        bands: tuple[int, ...] = (),
        note: str = "",
    ) -> None:
        self._spread, self._bands, self._note = spread, bands, note
        self._rise.stop()
        self._risen = 1.0
        self.setAccessibleName(self.ui.tr(name))
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def rise(self) -> None:
        """Let what is shown rise from the stair, all together; at once where motion is reduced."""
        if self.ui.theme.motion:
            self._rise_to(0.0)
            self._rise.start()

    def _rise_to(self, part: float) -> None:
        self._risen = part
        self.update()

    # Looks

    def sizeHint(self) -> QSize:
        """Room for the highest stack that is drawn full size."""
        px = self.ui.theme.px
        levels = min(self._levels(RADIUS), STACK)
        return QSize(px(560), max(px(96), px(48) + levels * px(2 * RADIUS + GAP)))

    def minimumSizeHint(self) -> QSize:
        """Low, with smaller dots."""
        return QSize(self.ui.theme.px(120), self.ui.theme.px(72))

    @property
    def axis(self) -> Axis:
        """Where the scores lie in this widget's own coordinates."""
        return Axis(self.steps[-1].high, self.width())

    @property
    def dots(self) -> list[Dot]:
        """The dots as they lie at this size."""
        return self._stacked(self._radius)

    def _stacked(self, radius: float) -> list[Dot]:
        values = self._spread.values if self._spread else ()
        return stacked(values, self.axis, self._pitch(radius))

    def _pitch(self, radius: float) -> float:
        return 2 * self.ui.theme.px(radius) + self.ui.theme.px(GAP) * radius / RADIUS

    def _levels(self, radius: float) -> int:
        return max((dot.level + 1 for dot in self._stacked(radius)), default=0)

    @property
    def _radius(self) -> float:
        """The largest that has room, at 100 %: smaller dots also touch each other less."""
        room = min(self._foot - self.ui.theme.px(44), STACK * self._pitch(RADIUS))
        sizes = [RADIUS - step / 2 for step in range(2 * (RADIUS - LEAST))]
        fits = (size for size in sizes if self._levels(size) * self._pitch(size) <= room)
        return next(fits, LEAST)

    @property
    def _foot(self) -> float:
        """Where the line lies that everything stands on."""
        return self.height() - self.ui.theme.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and over it what is known."""
        theme = self.ui.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, self._foot, self.width(), theme.px(1)), theme.colour("line"))
        if self._note:
            room = QRectF(0, 0, self.width(), self._foot)
            write(
                painter, room, self._note, theme.font(), theme.colour("text-2"), Qt.AlignmentFlag.AlignHCenter
            )
        elif self._spread:
            self._paint_spread(painter, self._spread)
        else:
            self._paint_bands(painter)

    def _paint_spread(self, painter: QPainter, spread: Spread) -> None:
        theme, px, radius = self.ui.theme, self.ui.theme.px, self._radius
        small, strong = theme.font("small"), theme.font("small", 600)
        middle = self.axis.inside(spread.median, px(radius))
        painter.setPen(dashed(theme.colour("text"), px(1.5), (2, 2)))
        painter.drawLine(QPointF(middle, px(20)), QPointF(middle, self._foot))
        pitch, first = self._pitch(radius), self._foot - px(6) - px(radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        dots = self.dots
        for dot in dots:
            y = self._foot + (first - dot.level * pitch - self._foot) * self._risen
            painter.drawEllipse(QPointF(self.axis.inside(dot.score, px(radius)), y), px(radius), px(radius))
        if not dots:
            low, high = self.axis.edge(spread.low), self.axis.edge(spread.high + 1)
            bar = QRectF(low, first - px(3) * self._risen, high - low, px(6) * self._risen)
            painter.drawRoundedRect(bar, px(3), px(3))
        if self._risen < 1:
            return
        self._label(painter, spread.median, 0, self.ui.tr(say("Median {score}", score=spread.median)), strong)
        for score, words in spread.ends:
            over = max((dot.level for dot in dots if self._meets(score, dot.score, px(radius))), default=0)
            if not self._meets(score, spread.median):  # its line would cross the figure, and says the same
                self._label(painter, score, first - over * pitch - px(radius + 18), words, small, "text-2")

    def _meets(self, score: int, other: int, reach: float = 0) -> bool:
        """What is drawn at ``other``, ``reach`` to each side, comes over or under the figure of a score."""
        half = QFontMetricsF(self.ui.theme.font("small")).horizontalAdvance(str(score)) / 2
        return abs(self.axis.middle(score) - self.axis.middle(other)) <= half + reach

    def _label(
        self, painter: QPainter, score: int, top: float, text: str, font: QFont, ink: str = "text"
    ) -> None:
        half = QFontMetricsF(font).horizontalAdvance(text) / 2
        row = QRectF(self.axis.inside(score, half) - half, top, 2 * half, self.ui.theme.line("small"))
        write(painter, row, text, font, self.ui.theme.colour(ink), CENTRE)

    def _paint_bands(self, painter: QPainter) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        most, room = max(self._bands), self._foot - px(24)
        for step, count in zip(self.steps, self._bands, strict=True):
            left, right = self.axis.span(step)
            height = room * count / most * self._risen if most else 0
            bar = QRectF(left + px(4), self._foot - height, right - left - px(8), height)
            painter.fillPath(stepped(bar, min(px(4), height)), theme.colour("accent"))
            if count:
                row = QRectF(left, bar.top() - px(18), right - left, theme.line("small"))
                write(painter, row, str(count), theme.font("small", 600), theme.colour("text"), CENTRE)
