"""What the room may see of areas and actions, as plain data: dots only when all are shown, nobody's own.

Of an action it is what stands in the plan: neither its log, nor why something was dropped, nor who helps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

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


class Tone(Enum):
    """How something about an action is said."""

    PLAIN = auto()
    ASKED = auto()
    """It is lacking: a quiet question to the room."""
    LATE = auto()


@dataclass(frozen=True, slots=True)
class SeenField:
    """Something about an action, in words that are ready to be shown."""

    name: str
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class SeenRow:
    """An action among the others."""

    number: int
    title: str
    status: str = ""
    """In words; empty where the plan is being made."""


@dataclass(frozen=True, slots=True)
class SeenActions:
    """The actions, and the one the group talks about."""

    about: str
    """What the group does with them, in words that are ready to be shown."""
    rows: tuple[SeenRow, ...]
    at: int | None = None
    """The place of the one they talk about."""
    fields: tuple[SeenField, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenMovement:
    """What has moved since the evaluation before: by name from what to what, in words."""

    rows: tuple[tuple[str, str], ...]
    near: str
    """What counts as about the same, in words that are ready to be shown."""


def seen_groups(
    wall: Wall, groups: Sequence[tuple[str, Sequence[str]]], letters: Sequence[str], *, dots: bool
) -> tuple[SeenGroup, ...]:
    """Groups of the wall as the room sees them: by name the areas' ids; ``letters`` in the wall's order."""
    there = {
        each.id: SeenArea(letter, each.area.text, each.dots if dots else None)
        for each, letter in zip(wall.areas, letters, strict=True)
    }
    return tuple(SeenGroup(name, tuple(there[key] for key in keys)) for name, keys in groups)
