"""What the room may see of the areas, as plain data: dots only when all are shown, and nobody's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvik_desktop.action_plan.pages import Wall


@dataclass(frozen=True, slots=True)
class SeenArea:
    """An area in the room."""

    letter: str
    text: str
    dots: int | None = None
    """None until dots are shown."""


@dataclass(frozen=True, slots=True)
class SeenGroup:
    """Areas under a name."""

    name: str
    areas: tuple[SeenArea, ...]


@dataclass(frozen=True, slots=True)
class SeenWall:
    """The wall, to read from."""

    groups: tuple[SeenGroup, ...]
    has_dots: bool = False
    """The numbers are dots."""
    each: int | None = None
    """Dots each person has, while they are given."""
    given: int = 0
    """How many have given them."""


@dataclass(frozen=True, slots=True)
class SeenMatrix:
    """What is placed, and the area the group talks about."""

    placed: tuple[tuple[str, int, int], ...]
    """Letter, effect and ease."""
    now: SeenArea | None = None
    where: str = ""
    """Where it comes from, in words that are ready to be shown."""


def seen_groups(
    wall: Wall, groups: Sequence[tuple[str, Sequence[str]]], letters: Sequence[str], *, dots: bool
) -> tuple[SeenGroup, ...]:
    """Groups of the wall as the room sees them: by name the areas' ids; ``letters`` in the wall's order."""
    there = {
        each.id: SeenArea(letter, each.area.text, each.dots if dots else None)
        for each, letter in zip(wall.areas, letters, strict=True)
    }
    return tuple(SeenGroup(name, tuple(there[key] for key in keys)) for name, keys in groups)
