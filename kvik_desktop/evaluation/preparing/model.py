"""What a team says of itself before it begins, and a leaflet that is made for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Time(StrEnum):
    """How long a team can be together."""

    MORNING = "formiddag"
    DAY = "dag"
    DAYS = "dage"
    """Two or three days."""


MOST_PEOPLE = 40
"""More than this nobody gathers to agree."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How many, how long, and whether they have done it before; None is not said."""

    people: int | None = None
    """1-40."""
    time: Time | None = None
    experienced: bool | None = None


@dataclass(frozen=True, slots=True)
class Intention:
    """What a team has said of itself, and the programme of its days."""

    evaluation: str
    people: int | None = None
    time: Time | None = None
    experienced: bool | None = None
    programme: str = ""
    """Its id; empty is the one that is advised."""
    shift: int = 0
    """Minutes that every day begins later than the programme proposes; below zero earlier."""

    @property
    def circumstances(self) -> Circumstances:
        """What follows from it for the model."""
        return Circumstances(self.people, self.time, self.experienced)


class Look(StrEnum):
    """How the lines of a part stand."""

    TEXT = "text"
    LIST = "list"
    BOXES = "boxes"
    """Each with an empty box to tick off on paper."""
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class LeafletPart:
    """Lines under a heading, in the reader's language. ``rows`` of a table, the first being its head."""

    heading: str
    lines: tuple[str, ...] = ()
    look: Look = Look.TEXT
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A page or two to print and hand out or hang up."""

    title: str
    sender: str
    """The unit."""
    lead: str = ""
    parts: tuple[LeafletPart, ...] = ()
    large: bool = False
    """Is to be read from across the room."""
