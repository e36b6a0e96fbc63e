"""When things begin and end, laid out: a calendar along a line, and bars in as few lanes as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

QUARTER = 3
"""Months."""

State = Literal["planned", "active", "done"]


@dataclass(frozen=True)
class TimelineBar:
    """Something with a beginning and an end."""

    key: str
    name: str
    start: date
    end: date
    state: State = "planned"
    hint: bool = False
    """Something about it is to be looked at."""
    after: tuple[str, ...] = ()
    """Keys of the bars it waits for."""


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)


def next_quarter(day: date) -> date:
    """The first day after the quarter of a day."""
    first = quarter_of(day)
    return date(first.year + 1, 1, 1) if first.month > 9 else date(first.year, first.month + QUARTER, 1)


@dataclass(frozen=True)
class Calendar:
    """Whole quarters from ``first`` to before ``last``, across ``width``."""

    first: date
    last: date
    width: float

    @classmethod
    def around(cls, days: Sequence[date], width: float) -> Calendar:
        """The quarters that hold all of some days; there must be one."""
        return cls(quarter_of(min(days)), next_quarter(max(days)), width)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day - self.first).days / (self.last - self.first).days * self.width

    def quarters(self) -> list[date]:
        """The first day of each."""
        found = [self.first]
        while (following := next_quarter(found[-1])) < self.last:
            found.append(following)
        return found


def lanes(spans: Sequence[tuple[float, float]], gap: float, depths: Sequence[int] | None = None) -> list[int]:
    """The lane of each span from left to right, the uppermost in which it touches no other.

    ``depths`` says how many lanes each takes, from its own downwards; one, unless told.
    """
    ends: list[float] = []
    found = [0] * len(spans)
    for place in sorted(range(len(spans)), key=lambda place: spans[place]):
        left, right = spans[place]
        deep = depths[place] if depths else 1
        lane = next(
            lane
            for lane in range(len(ends) + 1)
            if all(left >= end + gap for end in ends[lane : lane + deep])
        )
        ends[lane : lane + deep] = [right] * deep
        found[place] = lane
    return found
