"""A set page as plain data: words, boxes and places to answer, measured in points from the upper left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

WIDTH, HEIGHT = 595.0, 842.0
"""A4."""


class PlaceKind(StrEnum):
    """What is written in a place."""

    NUMBER = "number"
    TICK = "tick"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    ink: str = "text"
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``y`` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer is written; ``label`` is what a screen reader says of it."""

    name: str
    kind: PlaceKind
    label: str
    x: float
    y: float
    width: float
    height: float
    digits: int = 0
    """The most digits of a number."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that stays together on a page; it begins at 0 and is ``height`` high."""

    height: float
    words: tuple[Words, ...] = ()
    boxes: tuple[Box, ...] = ()
    places: tuple[Place, ...] = ()
    bookmark: str = ""

    def at(self, y: float) -> Part:
        """The same part further down."""
        return Part(
            self.height,
            tuple(replace(each, y=each.y + y) for each in self.words),
            tuple(replace(each, y=each.y + y) for each in self.boxes),
            tuple(replace(each, y=each.y + y) for each in self.places),
            self.bookmark,
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the parts in the order they are read and filled in."""

    parts: tuple[Part, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places in the order of the tab key."""
        return tuple(place for part in self.parts for place in part.places)


def flow(parts: Sequence[Part], room: float, gap: float) -> list[list[Part]]:
    """The parts one below the other on as many pages as they need, ``room`` points high each.

    A part with height 0 begins a new page. One that is higher than a page has a page of its own.
    """
    pages: list[list[Part]] = [[]]
    for part in parts:
        if pages[-1] and (not part.height or stacked(pages[-1], gap) + gap + part.height > room):
            pages.append([])
        if part.height:
            pages[-1].append(part)
    return [page for page in pages if page]


def stacked(parts: Sequence[Part], gap: float) -> float:
    """How high the parts are together."""
    return sum(part.height for part in parts) + gap * max(0, len(parts) - 1)


def placed(parts: Sequence[Part], top: float, gap: float) -> tuple[Part, ...]:
    """The parts of one page, where they stand on it."""
    return tuple(part.at(top + stacked(parts[:at], gap) + gap * (at > 0)) for at, part in enumerate(parts))
