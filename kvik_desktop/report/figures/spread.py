"""One subcriterion on the six steps: the answers' range and median, the agreed score, the stair under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlab.graphics.shapes import Drawing

from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_of
from kvik_desktop.report.figures.axis import BANDS, ScoreAxis, range_words
from kvik_desktop.report.figures.pen import Pen, Point, Sheet

GAP = 1.2
"""Between two steps."""

TYPE = 7
"""The size of type."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the answers reach, and their median."""

    lowest: Fraction
    median: Fraction
    highest: Fraction


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known and may be shown of one subcriterion; None is left out of the drawing."""

    agreed: int | None = None
    """The agreed score, rounded half up."""
    reach: Reach | None = None
    bands: tuple[int, ...] | None = None
    """How many answers lie on each of the six steps."""


@dataclass(frozen=True, slots=True)
class SpreadWords:
    """The words and numbers of the figure in the reader's language."""

    steps: Sequence[str]
    lowest: str = ""
    median: str = ""
    highest: str = ""


def strip(marks: Marks, method: Method, pen: Pen, *, width: float = 116, height: float = 13) -> Drawing:
    """The small form for a table row: range, median and agreed score over a low stair."""
    sheet = Sheet(pen, width, height)
    axis = ScoreAxis(method, 0, width)
    for band, (left, right) in enumerate(axis.steps()):
        sheet.box((left, 0), (right - left - GAP, 2 + band * 0.5), fill=_tone(band, marks, method))
    if marks.reach is not None:
        _range(sheet, axis, marks.reach, 8.2)
    if marks.agreed is not None:
        _triangle(sheet, (axis.at(marks.agreed), 4.6), 3)
    return sheet.drawing


def stair(marks: Marks, method: Method, words: SpreadWords, pen: Pen, *, width: float = 362) -> Drawing:
    """The large form: answers counted over each step, their range and median, the agreed step climbed to."""
    axis = ScoreAxis(method, 0, width)
    names = _names(axis, words, pen)
    top = STEP_TOP + LEADING * (max(len(lines) for lines in names) - 1)
    reach = 20 if marks.reach else 0
    sheet = Sheet(pen, width, top + 8 + reach + (14 if marks.bands else 0))
    _steps(sheet, axis, marks, names, top)
    if marks.agreed is not None:
        above = _height(band_of(marks.agreed, method), top) + 1
        _triangle(sheet, (axis.at(marks.agreed), above), 5)
    if marks.reach:
        _range(sheet, axis, marks.reach, top + 10)
        _range_words(sheet, axis, marks.reach, words, top + 10)
    if marks.bands:
        _answers(sheet, axis, marks.bands, sheet.height - 5)
    return sheet.drawing


STEP_TOP = 28
"""The height of the highest step with its range alone; each line of its name adds a ``LEADING``."""

LEADING = 8.6
RISE = 2.4
"""How much higher each step is than the one before."""


def _height(band: int, top: float) -> float:
    return top - (5 - band) * RISE


def _tone(band: int, marks: Marks, method: Method) -> str:
    """Chosen, climbed or empty: the same three tones as on the stair one answers with."""
    if marks.agreed is None:
        return "sunk"
    chosen = band_of(marks.agreed, method)
    return "accent" if band == chosen else "climbed" if band < chosen else "sunk"


_INK = {"accent": "on-accent", "climbed": "text-selected", "sunk": "text-2"}


def _names(axis: ScoreAxis, words: SpreadWords, pen: Pen) -> list[list[str]]:
    """What stands on each step: its range, and its name where every name fits its step in two lines."""
    ranges = [range_words(band, axis.method) for band in BANDS]
    measure = Sheet(pen, axis.width, 0)
    names = []
    for word, (left, right) in zip(words.steps, axis.steps(), strict=True):
        lines = measure.wrap(word, right - left - GAP - 2, TYPE)
        # A name that does not fit would run into the next step: then the ranges stand alone.
        if lines is None or len(lines) > 2:
            return [[each] for each in ranges]
        names.append(lines)
    return [[each, *lines] for each, lines in zip(ranges, names, strict=True)]


def _steps(sheet: Sheet, axis: ScoreAxis, marks: Marks, names: list[list[str]], top: float) -> None:
    for band, (left, right) in enumerate(axis.steps()):
        tone = _tone(band, marks, axis.method)
        height = _height(band, top)
        sheet.box((left, 0), (right - left - GAP, height), fill=tone, radius=1.5)
        middle = (left + right - GAP) / 2
        first = height / 2 + (len(names[band]) - 1) * LEADING / 2 - TYPE * 0.36
        for place, line in enumerate(names[band]):
            at = (middle, first - place * LEADING)
            sheet.text(at, line, ink=_INK[tone], size=TYPE, bold=place == 0, anchor="middle")


def _range(sheet: Sheet, axis: ScoreAxis, reach: Reach, height: float) -> None:
    """A line from the lowest to the highest answer with the median as an upright stroke."""
    low, high = axis.at(reach.lowest), axis.at(reach.highest)
    sheet.line((low, height), (high, height), ink="text-2", width=1)
    for end in (low, high):
        sheet.dot((end, height), 1.9, fill="surface", edge="text-2")
    middle = axis.at(reach.median)
    sheet.line((middle, height - 3.6), (middle, height + 3.6), ink="text", width=1.6)


def _range_words(sheet: Sheet, axis: ScoreAxis, reach: Reach, words: SpreadWords, height: float) -> None:
    """The numbers over the marks; the median keeps its place, the ends step aside for it."""
    half = sheet.width_of(words.median, TYPE, bold=True) / 2
    middle = min(max(axis.at(reach.median), half), axis.width - half)
    base = height + 6
    sheet.text((middle, base), words.median, size=TYPE, bold=True, anchor="middle")
    if reach.lowest == reach.highest:
        return
    low, high = sheet.width_of(words.lowest, TYPE), sheet.width_of(words.highest, TYPE)
    left = min(max(axis.at(reach.lowest) + low / 2, low), middle - half - 5)
    right = max(min(axis.at(reach.highest) - high / 2, axis.width - high), middle + half + 5)
    if left >= low:
        sheet.text((left, base), words.lowest, ink="text-2", size=TYPE, anchor="end")
    if right + high <= axis.width:
        sheet.text((right, base), words.highest, ink="text-2", size=TYPE)


def _answers(sheet: Sheet, axis: ScoreAxis, bands: Sequence[int], height: float) -> None:
    """A dot for each answer, in the middle of its step; where they are too many, the number of them."""
    for count, (left, right) in zip(bands, axis.steps(), strict=True):
        middle = (left + right - GAP) / 2
        if (count - 1) * 6 + 5 > right - left:
            sheet.dot((middle - 9, height), 2.2)
            sheet.text((middle - 4, height - 2.6), f"× {count}", size=TYPE)
            continue
        first = middle - (count - 1) * 3
        for number in range(count):
            sheet.dot((first + number * 6, height), 2.2)


def _triangle(sheet: Sheet, tip: Point, size: float) -> None:
    """Points down at the agreed score."""
    x, y = tip
    corners = [(x, y), (x - size * 0.6, y + size), (x + size * 0.6, y + size)]
    sheet.area(corners, fill="text")
