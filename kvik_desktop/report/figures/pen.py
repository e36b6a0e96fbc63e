"""What every figure draws with: the palette, the fonts and a handful of shapes, measured in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color

from kvik_desktop.report.characters import Characters
from kvik_desktop.report.fonts import BOLD, REGULAR, Face
from kvik_desktop.report.palette import Palette

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

SMALL = 8
"""The size of type in figures; sizes are whole points because QtSvg cuts the fraction off."""


@dataclass(frozen=True)
class Pen:
    """Draws in the tokens of one palette with the shipped fonts."""

    palette: Palette
    characters: Characters


class Sheet:
    """A drawing in the making, ``width`` by ``height``; coordinates run from the lower left corner."""

    def __init__(self, pen: Pen, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.drawing = Drawing(width, height)
        self._pen = pen

    def width_of(self, text: str, size: int = SMALL, *, bold: bool = False) -> float:
        """How wide a line is."""
        return self._pen.characters.fonts.width(self._safe(text), _face(bold), size)

    def wrap(self, text: str, width: float, size: float = SMALL) -> list[str] | None:
        """A text in lines of at most ``width``, None where a word alone is wider."""
        fonts = self._pen.characters.fonts
        lines = fonts.wrap(self._safe(text), REGULAR, size, width)
        return lines if all(fonts.width(line, REGULAR, size) <= width for line in lines) else None

    def text(
        self,
        at: Point,
        text: str,
        *,
        ink: str = "text",
        size: int = SMALL,
        bold: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """One line of text with its baseline at ``at``."""
        style = {"fontName": _face(bold).name, "fontSize": size, "textAnchor": anchor}
        self.drawing.add(String(*at, self._safe(text), fillColor=self._colour(ink), **style))

    def box(
        self, at: Point, size: Point, *, fill: str | None, edge: str | None = None, radius: float = 0
    ) -> None:
        """A rectangle from its lower left corner."""
        self.drawing.add(Rect(*at, *size, rx=radius, ry=radius, **self._paint(fill, edge, 0.75)))

    def line(
        self, start: Point, end: Point, *, ink: str = "line", width: float = 0.75, dash: bool = False
    ) -> None:
        """A straight line."""
        style = {"strokeWidth": width, "strokeDashArray": [1.5, 1.5] if dash else None}
        self.drawing.add(Line(*start, *end, strokeColor=self._colour(ink), **style))

    def dot(self, at: Point, radius: float, *, fill: str = "accent", edge: str | None = None) -> None:
        """A circle."""
        self.drawing.add(Circle(*at, radius, **self._paint(fill, edge, 1)))

    def area(self, points: Sequence[Point], *, fill: str | None, edge: str | None = None) -> None:
        """A closed polygon."""
        self.drawing.add(Polygon(_flat(points), **self._paint(fill, edge, 0.6)))

    def path(self, points: Sequence[Point], *, ink: str, width: float) -> None:
        """An open line through the points."""
        style = {"strokeWidth": width, "strokeLineJoin": 1}
        self.drawing.add(PolyLine(_flat(points), strokeColor=self._colour(ink), **style))

    def _safe(self, text: str) -> str:
        return self._pen.characters.safe(text)

    def _colour(self, token: str | None) -> Color | None:
        return None if token is None else self._pen.palette[token]

    def _paint(self, fill: str | None, edge: str | None, width: float) -> dict[str, object]:
        return {"fillColor": self._colour(fill), "strokeColor": self._colour(edge), "strokeWidth": width}


def _face(bold: bool) -> Face:
    return BOLD if bold else REGULAR


def _flat(points: Sequence[Point]) -> list[float]:
    return [coordinate for point in points for coordinate in point]
