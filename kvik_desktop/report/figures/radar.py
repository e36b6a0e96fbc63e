"""The radar of criteria: an axis each, rings at the edges of the six steps, a gap where nothing is scored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlab.graphics.shapes import Drawing

from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.model_package.scoring import BAND_TOPS
from kvik_desktop.report.figures.pen import SMALL, Anchor, Pen, Point, Sheet

LEADING = 9.5
LABEL_WIDTH = 118
"""Names are broken into lines of at most this width."""

LABEL_LINES = 3

SIDEWAYS = 0.2
"""A spoke less sideways than this has its label in the middle."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One criterion: its mean (None is a gap), and the mean as the reader's language writes it."""

    id: str
    name: str
    block: Block
    value: Fraction | None
    shown: str


@dataclass(frozen=True, slots=True)
class RadarWords:
    """The words of the figure."""

    enablers: str
    results: str


def radar(
    spokes: Sequence[Spoke],
    method: Method,
    words: RadarWords,
    pen: Pen,
    *,
    width: float = 470,
    height: float = 300,
) -> Drawing:
    """The radar of at least three criteria, first spoke upwards, clockwise."""
    sheet = Sheet(pen, width, height)
    centre = (width / 2, height / 2 + 6)
    names = [_name(sheet, spoke) for spoke in spokes]
    around = 26 + LEADING * max(len(lines) for lines in names)
    web = _Web(len(spokes), centre, max(height / 2 - around, 40), method.top)
    points = [None if s.value is None else web.at(n, float(s.value)) for n, s in enumerate(spokes)]
    _rings(sheet, web, _edges(method))
    for run in runs(points):
        sheet.area([centre, *run], fill="climbed")
    _web_lines(sheet, web, _edges(method))
    for run in runs(points):
        sheet.path(run, ink="accent", width=1.5)
    for number, (spoke, point) in enumerate(zip(spokes, points, strict=True)):
        _mark(sheet, web, number, point, spoke)
        _label(sheet, web, number, names[number], spoke.shown)
    _legend(sheet, spokes, words)
    return sheet.drawing


def runs(points: Sequence[Point | None]) -> list[list[Point]]:
    """The stretches of neighbours that can be joined; all of them make one closed stretch."""
    count = len(points)
    gaps = [place for place, point in enumerate(points) if point is None]
    if not gaps:
        present = [point for point in points if point is not None]
        return [[*present, present[0]]]
    stretches: list[list[Point]] = [[]]
    for step in range(1, count + 1):
        point = points[(gaps[0] + step) % count]
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return [stretch for stretch in stretches if len(stretch) > 1]


@dataclass(frozen=True, slots=True)
class _Web:
    """Where a value on a spoke lies."""

    count: int
    centre: Point
    radius: float
    top: int

    def at(self, number: int, value: float) -> Point:
        return self.out(number, value / self.top * self.radius)

    def out(self, number: int, distance: float) -> Point:
        angle = self.angle(number)
        return self.centre[0] + distance * math.sin(angle), self.centre[1] + distance * math.cos(angle)

    def angle(self, number: int) -> float:
        return 2 * math.pi * number / self.count

    def ring(self, value: float) -> list[Point]:
        return [self.at(number, value) for number in range(self.count)]


def _edges(method: Method) -> Sequence[int]:
    return range(1, 6) if method is Method.SCALE5 else BAND_TOPS


def _rings(sheet: Sheet, web: _Web, edges: Sequence[int]) -> None:
    for place, edge in enumerate(reversed(edges)):
        sheet.area(web.ring(edge), fill="window" if place % 2 == 0 else "surface")


def _web_lines(sheet: Sheet, web: _Web, edges: Sequence[int]) -> None:
    """Rings and spokes, and the rings' scores beside the first spoke."""
    for edge in edges:
        sheet.area(web.ring(edge), fill=None, edge="line")
    for number in range(web.count):
        sheet.line(web.centre, web.at(number, web.top), width=0.6)
    for edge in edges:
        x, y = web.at(0, edge)
        sheet.text((x - 3.5, y - 2.5), str(edge), ink="text-2", size=7, anchor="end")


def _mark(sheet: Sheet, web: _Web, number: int, point: Point | None, spoke: Spoke) -> None:
    if point is None:
        sheet.line(web.centre, web.at(number, web.top), ink="edge", width=0.9, dash=True)
    elif spoke.block is Block.ENABLER:
        sheet.dot(point, 3.2, edge="surface")
    else:
        sheet.box((point[0] - 2.9, point[1] - 2.9), (5.8, 5.8), fill="accent", edge="surface")


def _name(sheet: Sheet, spoke: Spoke) -> list[str]:
    """The name in lines; one that would crowd its neighbours gives way to its id: the table has it all."""
    lines = sheet.wrap(f"{spoke.id} {spoke.name}", LABEL_WIDTH)
    return [spoke.id] if lines is None or len(lines) > LABEL_LINES else lines


def _label(sheet: Sheet, web: _Web, number: int, lines: Sequence[str], shown: str) -> None:
    """The name in as many lines as it needs with the mean under it, outside the end of the spoke."""
    x, y = web.out(number, web.radius + 12)
    side = math.sin(web.angle(number))
    anchor: Anchor = "middle" if abs(side) < SIDEWAYS else "start" if side > 0 else "end"
    depth = len(lines) * LEADING
    # The block of lines grows away from the web: upwards at the top, downwards at the bottom.
    first = y + depth * (1 + math.cos(web.angle(number))) / 2 - SMALL / 2
    for place, line in enumerate(lines):
        sheet.text((x, first - place * LEADING), line, anchor=anchor)
    sheet.text((x, first - depth), shown, bold=True, ink="text-selected", anchor=anchor)


def _legend(sheet: Sheet, spokes: Sequence[Spoke], words: RadarWords) -> None:
    if len({spoke.block for spoke in spokes}) < 2:
        return
    sheet.dot((5, 6), 3)
    sheet.text((13, 3.4), words.enablers, ink="text-2")
    right = 13 + sheet.width_of(words.enablers) + 16
    sheet.box((right, 3.2), (5.6, 5.6), fill="accent")
    sheet.text((right + 10, 3.4), words.results, ink="text-2")
