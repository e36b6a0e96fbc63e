"""A part of a sheet while it is being set: lines of text are broken, boxes and places to answer gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from kvik_desktop.evaluation.collecting.sheets.pages import HEIGHT, WIDTH, Box, Part, Place, Words
from kvik_desktop.evaluation.collecting.sheets.type import Type

LEFT, RIGHT = 44.0, WIDTH - 44.0
FULL = RIGHT - LEFT
TOP, BOTTOM, GAP = 64.0, HEIGHT - 44.0, 18.0
TITLE, HEADING, BODY, SMALL = 20.0, 14.0, 10.5, 9.0
"""Points. What is read while one answers is BODY or larger: it is read at arm's length, by a pen."""

LINE = 1.26
"""The distance from line to line, by the size of type."""


@dataclass
class Composition:
    """What has been set of one part so far."""

    type: Type
    words: list[Words] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float = BODY,
        *,
        bold: bool = False,
        ink: str = "text",
    ) -> float:
        """A text in lines from ``y`` down; returns where it ends."""
        for line in self.type.wrap(text, size, width, bold=bold):
            self.words.append(Words(x, y + size, line, size, bold, ink))
            y += size * LINE
        return y

    def centred(self, text: str, x: float, y: float, size: float = BODY, *, bold: bool = False) -> None:
        """One line around ``x``; ``y`` is its baseline."""
        self.words.append(Words(x, y, text, size, bold, centred=True))

    def part(self, height: float, bookmark: str = "") -> Part:
        """What has been set, as high as it is said to be."""
        return Part(height, tuple(self.words), tuple(self.boxes), tuple(self.places), bookmark)
