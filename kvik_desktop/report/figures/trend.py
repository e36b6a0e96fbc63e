"""The trend: a panel for each criterion, a mark for each evaluation, lines only between what compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Any

from reportlab.graphics.shapes import Drawing, Rect

from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.model_package.scoring import BAND_TOPS
from kvik_desktop.report.figures.axis import BANDS, ScoreAxis
from kvik_desktop.report.figures.pen import Pen, Point, Sheet

PANELS_ABREAST = 3
LEAST_PANEL, LEAST_STOP = 138, 23
"""The least width of a panel, and of one evaluation in it."""
LEADING, TYPE = 9.5, 7
TITLE_LINES = 2
PLAIN = 0.93
"""Titles are bold, lines are broken by the plain face: so much narrower is that."""
PLOT = 78
"""The height of the six steps."""
AXIS = 17
"""The room of the axis' numbers."""
STRIP = 10
"""Over the steps: the letters that say what is another from here on."""
FOOT = 12
"""Under the steps: which evaluation it is."""
GAP, BETWEEN = 14, 12
"""Between panels beside each other, and under each other."""
INSIDE = 4
"""From the edge of a panel to what is in it."""
WIDEST_BAR = 20
CHOSEN_RADIUS = 4
"""No other box of the figure has corners so round."""


class Join(Enum):
    """How a mark is joined with the one before it."""

    ALIKE = "alike"
    WITH_CARE = "with care"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Stop:
    """What one evaluation came to in one panel."""

    value: Fraction | None = None
    """A point on the axis; None where there is none, or where it has another scale."""
    shown: str = ""
    """The value as the reader's language writes it."""
    bands: tuple[int, ...] = ()
    """How many of its subcriteria lie on each step; drawn where evaluations compare by shares alone."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One criterion or block over all evaluations."""

    key: str
    title: str
    block: Block
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The words of the figure: each evaluation's, the letters where something is another, what they mean."""

    stops: Sequence[str]
    letters: Sequence[str]
    """For each step from one evaluation to the next a letter, or nothing."""
    legend: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where one panel lies, and its axes."""

    corner: Point
    width: float
    count: int
    axis: ScoreAxis

    @property
    def left(self) -> float:
        """The left edge of the steps."""
        return self.corner[0] + INSIDE + AXIS

    @property
    def right(self) -> float:
        """The right edge of the steps."""
        return self.corner[0] + self.width - INSIDE

    @property
    def stop(self) -> float:
        """The width of one evaluation."""
        return (self.right - self.left) / self.count

    def x(self, place: int) -> float:
        """The middle of an evaluation."""
        return self.left + (place + 0.5) * self.stop


def trend(
    panels: Sequence[Panel],
    joins: Sequence[Join],
    method: Method,
    words: TrendWords,
    pen: Pen,
    *,
    width: float = 470,
    chosen: str = "",
) -> Drawing:
    """All panels in rows as wide as there is room for, blocks first; ``chosen`` is one that stands out."""
    abreast = _abreast(len(words.stops), width)
    size = (width - GAP * (abreast - 1)) / abreast
    rows = _in_rows(panels, abreast)
    measure = Sheet(pen, width, 0)
    titles = {panel.key: _title(measure, panel.title, size) for panel in panels}
    strip = STRIP if any(words.letters) else 0
    heights = [_height(max(len(titles[panel.key]) for panel in row), strip) for row in rows]
    legend = [
        line for sentence in words.legend for line in (measure.wrap(sentence, width, TYPE) or [sentence])
    ]
    foot = len(legend) * LEADING + (6 if legend else 0)
    sheet = Sheet(pen, width, sum(heights) + BETWEEN * (len(rows) - 1) + foot)
    top = sheet.height
    for row, height in zip(rows, heights, strict=True):
        for place, panel in enumerate(row):
            corner = (place * (size + GAP), top - height)
            axis = ScoreAxis(method, corner[1] + INSIDE + FOOT, PLOT)
            frame = _Frame(corner, size, len(words.stops), axis)
            _panel(sheet, frame, panel, (titles[panel.key], height), joins, words, chosen=panel.key == chosen)
        top -= height + BETWEEN
    for place, line in enumerate(legend):
        sheet.text((0, foot - 6 - (place + 1) * LEADING + 3), line, ink="text-2", size=TYPE)
    return sheet.drawing


def chosen_panel(drawing: Drawing) -> tuple[float, float, float, float] | None:
    """Where the panel that stands out lies: left, bottom, width and height; None where none does."""
    for shape in drawing.contents:
        if isinstance(shape, Rect) and shape.rx == CHOSEN_RADIUS:
            found: Any = shape
            return found.x, found.y, found.width, found.height
    return None


def _abreast(stops: int, width: float) -> int:
    least = max(LEAST_PANEL, AXIS + 2 * INSIDE + stops * LEAST_STOP)
    return max(1, min(PANELS_ABREAST, int((width + GAP) // (least + GAP))))


def _in_rows(panels: Sequence[Panel], abreast: int) -> list[list[Panel]]:
    """The blocks in rows of their own, which have no number, then the criteria."""
    blocks = [panel for panel in panels if panel.key == panel.block.value]
    others = [panel for panel in panels if panel.key != panel.block.value]
    return [
        list(part[first : first + abreast])
        for part in (blocks, others)
        for first in range(0, len(part), abreast)
    ]


def _title(measure: Sheet, title: str, size: float) -> list[str]:
    """The title in two lines at most; what has no room stands in full in the table beside the figure."""
    room = size - 2 * INSIDE
    lines = measure.wrap(title, room * PLAIN)
    if lines is None:
        return [title.split()[0]]
    if len(lines) <= TITLE_LINES:
        return lines
    last = lines[TITLE_LINES - 1]
    while " " in last and measure.width_of(f"{last} …", bold=True) > room:
        last = last.rpartition(" ")[0]
    return [*lines[: TITLE_LINES - 1], f"{last} …"]


def _height(lines: int, strip: float) -> float:
    return 2 * INSIDE + lines * LEADING + strip + PLOT + FOOT + 2


def _panel(
    sheet: Sheet,
    frame: _Frame,
    panel: Panel,
    head: tuple[list[str], float],
    joins: Sequence[Join],
    words: TrendWords,
    *,
    chosen: bool,
) -> None:
    lines, height = head
    x, y = frame.corner
    if chosen:
        sheet.box((x, y), (frame.width, height), fill="selected", edge="accent", radius=CHOSEN_RADIUS)
    for place, line in enumerate(lines):
        at = (x + INSIDE, y + height - INSIDE - 7 - place * LEADING)
        sheet.text(at, line, bold=True, ink="text-selected" if chosen else "text")
    _steps(sheet, frame)
    _bars(sheet, frame, panel)
    _breaks(sheet, frame, words.letters)
    _lines(sheet, frame, panel, joins)
    for place, stop in enumerate(panel.stops):
        _mark(sheet, frame, panel, place, stop)
        at = (frame.x(place), frame.axis.left - 9)
        sheet.text(at, words.stops[place], ink="text-2", size=TYPE, anchor="middle")


def _steps(sheet: Sheet, frame: _Frame) -> None:
    """The six steps with their edges; on 0-5 a number in the middle of each."""
    for band, (low, high) in zip(BANDS, frame.axis.steps(), strict=True):
        tone = "window" if band % 2 == 0 else "surface"
        sheet.box((frame.left, low), (frame.right - frame.left, high - low), fill=tone)
        if frame.axis.method is Method.SCALE5:
            number, at = str(band), (low + high) / 2
        else:
            number, at = ("" if band == BANDS[-1] else str(BAND_TOPS[band])), high
        if band:
            sheet.line((frame.left, low), (frame.right, low))
        if number:
            sheet.text((frame.left - 3, at - 2.5), number, ink="text-2", size=TYPE, anchor="end")
    sheet.line((frame.left, frame.axis.left), (frame.right, frame.axis.left), ink="edge")


def _bars(sheet: Sheet, frame: _Frame, panel: Panel) -> None:
    """How large a share of the subcriteria lies on each step."""
    widest = min(WIDEST_BAR, frame.stop * 0.8)
    for place, stop in enumerate(panel.stops):
        total = sum(stop.bands)
        for count, (low, high) in zip(stop.bands, frame.axis.steps(), strict=False):
            if count:
                wide = widest * count / total
                at = (frame.x(place) - wide / 2, low + 1)
                sheet.box(at, (wide, high - low - 2), fill="climbed", radius=1)


def _breaks(sheet: Sheet, frame: _Frame, letters: Sequence[str]) -> None:
    """Where another model, version or method begins: a dashed upright with its letter."""
    top = frame.axis.left + PLOT
    for place, letter in enumerate(letters):
        if letter:
            x = frame.left + (place + 1) * frame.stop
            sheet.line((x, frame.axis.left), (x, top + 1), ink="edge", width=0.6, dash=True)
            sheet.text((x, top + 2.5), letter, ink="text-2", size=TYPE, anchor="middle")


def _lines(sheet: Sheet, frame: _Frame, panel: Panel, joins: Sequence[Join]) -> None:
    points = [
        None if stop.value is None else (frame.x(place), frame.axis.at(stop.value))
        for place, stop in enumerate(panel.stops)
    ]
    for (start, end), join in zip(pairwise(points), joins, strict=True):
        if start is not None and end is not None and join is not Join.APART:
            sheet.line(start, end, ink="accent", width=1.4, dash=join is Join.WITH_CARE)


def _mark(sheet: Sheet, frame: _Frame, panel: Panel, place: int, stop: Stop) -> None:
    if stop.value is None:
        if not any(stop.bands):
            sheet.text((frame.x(place), frame.axis.left + PLOT / 2), "–", ink="text-2", anchor="middle")
        return
    x, y = frame.x(place), frame.axis.at(stop.value)
    if panel.block is Block.ENABLER:
        sheet.dot((x, y), 2.9, edge="surface")
    else:
        sheet.box((x - 2.6, y - 2.6), (5.2, 5.2), fill="accent", edge="surface")
    above = _is_above(frame, panel, place, stop.value)
    sheet.text((x, y + 4.6 if above else y - 9.6), stop.shown, size=TYPE, bold=True, anchor="middle")


def _is_above(frame: _Frame, panel: Panel, place: int, value: Fraction) -> bool:
    """Whether the number stands over its mark: away from the lines, and inside the steps."""
    y = frame.axis.at(value) - frame.axis.left
    if y > PLOT - 12:
        return False
    if y < 11:
        return True
    beside = [
        panel.stops[other].value
        for other in (place - 1, place + 1)
        if 0 <= other < len(panel.stops) and panel.stops[other].value is not None
    ]
    known = [each for each in beside if each is not None]
    return not known or value >= sum(known, Fraction(0)) / len(known)
