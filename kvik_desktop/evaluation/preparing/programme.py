"""The programme of a team's days as it will be held: moved to when it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvik_desktop.evaluation.preparing.model import Intention
from kvik_desktop.evaluation.preparing.recommending import programme_for, programmes_of
from kvik_desktop.model_package.model import Bilingual
from kvik_desktop.model_package.process import Day, Item, Programme

STEP = 15
"""Minutes between two beginnings to choose among."""

EARLIEST, LATEST = -120, 120
"""Minutes that the days may be moved."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a day, with its clock as it will be: ``8.30``."""

    begins: str
    ends: str
    title: Bilingual
    what: Bilingual
    who: Bilingual


def chosen_programme(intention: Intention, model: str, programmes: Sequence[Programme]) -> Programme:
    """What the team has chosen, if it is for its model; else what fits the time it has."""
    own = programmes_of(model, programmes)
    advised = programme_for(model, intention.time, programmes)
    return next((each for each in own if each.id == intention.programme), advised)


def points(day: Day, shift: int) -> tuple[Point, ...]:
    """The day moved by some minutes, -120 to 120."""
    return tuple(_point(item, shift) for item in day.items)


def _point(item: Item, shift: int) -> Point:
    begins = minute_of(item.start) + shift
    return Point(clock(begins), clock(begins + item.minutes), item.title, item.what, item.who)


def beginnings(programme: Programme) -> tuple[tuple[int, str], ...]:
    """The shifts one may choose among, each with when the longest day then begins."""
    longest = max(programme.days, key=lambda day: sum(item.minutes for item in day.items))
    start = minute_of(longest.items[0].start)
    return tuple((shift, clock(start + shift)) for shift in range(EARLIEST, LATEST + 1, STEP))


def clock(minute: int) -> str:
    """A minute of the day as Danes write it: ``8.30``; English reads it, too."""
    hours, minutes = divmod(minute % (24 * 60), 60)
    return f"{hours}.{minutes:02}"


def minute_of(start: str) -> int:
    """``08:30`` as minutes from midnight."""
    hours, minutes = start.split(":")
    return 60 * int(hours) + int(minutes)
