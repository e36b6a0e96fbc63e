"""The priority matrix: effect upwards, ease to the right, four cells each way, a numbered mark an action."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from kvik_desktop.action_plan.model import Quadrant
from kvik_desktop.report.figures.pen import Pen, Point, Sheet

STRIP = 30
"""The strip of a quadrant's title, which marks never enter."""

FOOT = 16
HEAD = 14
GAP = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """One action with its number in the plan, and effect and ease from 1 to 4."""

    number: int
    effect: int
    ease: int


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """Names and one line about each quadrant, and the words of the axes."""

    quadrants: Mapping[Quadrant, tuple[str, str]]
    effect: str
    hard: str
    ease: str
    easy: str


def matrix(
    actions: Sequence[Placed], words: MatrixWords, pen: Pen, *, width: float = 362, height: float = 240
) -> Drawing:
    """The matrix; actions in the same cell stand side by side in the order of their numbers."""
    sheet = Sheet(pen, width, height)
    field = ((width - GAP) / 2, (height - FOOT - HEAD - GAP) / 2)
    for quadrant, corner in _CORNERS.items():
        at = (corner[0] * (field[0] + GAP), FOOT + corner[1] * (field[1] + GAP))
        _quadrant(sheet, at, field, quadrant, words)
    for effect in range(1, 5):
        for ease in range(1, 5):
            cell = [a.number for a in actions if (a.effect, a.ease) == (effect, ease)]
            _cell(sheet, field, (effect, ease), sorted(cell))
    _axes(sheet, words)
    return sheet.drawing


_CORNERS = {
    Quadrant.STRATEGIC: (0, 1),
    Quadrant.QUICK_WIN: (1, 1),
    Quadrant.RECONSIDER: (0, 0),
    Quadrant.FILL_IN: (1, 0),
}


def _quadrant(sheet: Sheet, at: Point, size: Point, quadrant: Quadrant, words: MatrixWords) -> None:
    best = quadrant is Quadrant.QUICK_WIN
    sheet.box(at, size, fill="selected" if best else None, edge=None if best else "line", radius=5)
    name, about = words.quadrants[quadrant]
    top = at[1] + size[1] - 13 if _CORNERS[quadrant][1] else at[1] + 17
    ink = "text-selected" if best else "text"
    sheet.text((at[0] + 9, top), name, size=9, bold=True, ink=ink)
    sheet.text((at[0] + 9, top - 10), about, ink="text-selected" if best else "text-2")


def _cell(sheet: Sheet, field: Point, place: tuple[int, int], numbers: Sequence[int]) -> None:
    """The marks of one cell in rows, smaller when they are many."""
    if not numbers:
        return
    effect, ease = place
    high = effect > 2
    width, height = field[0] / 2, (field[1] - STRIP - 4) / 2
    left = (ease > 2) * (field[0] + GAP) + (ease - 1) % 2 * width
    floor = FOOT + (field[1] + GAP if high else STRIP) + (effect - 1) % 2 * height + (4 if high else 0)
    across = math.ceil(math.sqrt(len(numbers) * width / height)) if len(numbers) > 1 else 1
    down = math.ceil(len(numbers) / across)
    radius = min(9.0, width / across / 2 - 1.5, height / down / 2 - 1.5)
    for order, number in enumerate(numbers):
        row, column = divmod(order, across)
        in_row = min(across, len(numbers) - row * across)
        x = left + width / 2 + (column - (in_row - 1) / 2) * width / across
        y = floor + height / 2 + ((down - 1) / 2 - row) * height / down
        sheet.dot((x, y), radius)
        size = int(min(8, radius))
        sheet.text((x, y - size * 0.36), str(number), ink="on-accent", size=size, bold=True, anchor="middle")


def _axes(sheet: Sheet, words: MatrixWords) -> None:
    sheet.text((0, sheet.height - 8), words.effect, ink="text-2")
    sheet.text((0, 3), words.hard, ink="text-2")
    sheet.text((sheet.width / 2, 3), words.ease, ink="text-2", anchor="middle")
    sheet.text((sheet.width, 3), words.easy, ink="text-2", anchor="end")
