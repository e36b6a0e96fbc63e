"""When the day will be over, honestly: from the pace so far and what is left, with the breaks there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kvik_desktop.workshop.timekeeping.model import Mark
from kvik_desktop.workshop.timekeeping.schedule import Day, agreeing, agreeing_ends, day_of

TRUST = 30
"""Minutes of talk as planned that count together with what was used, so that one point says little."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """How it goes, and when one gets home today if it goes on like that."""

    left: int
    """Minutes of talk that are left, at the pace so far."""
    behind: int
    """Minutes after the plan; below zero before it."""
    planned_home: datetime
    home: datetime
    is_last_day: bool
    """Whether no other day is planned for agreeing: else what is not done today is done then."""


def pace(planned: Mapping[str, int], used: Mapping[str, timedelta], settled: Sequence[str]) -> float:
    """How long things have taken of what was planned for them; 1 is as planned."""
    timed = [key for key in settled if key in planned and key in used]
    planned_for = sum(planned[key] for key in timed)
    taken = sum((used[key] for key in timed), timedelta()) / timedelta(minutes=1)
    return (TRUST + taken) / (TRUST + planned_for)


def talk_left(planned: Mapping[str, int], used: Mapping[str, timedelta], settled: Sequence[str]) -> float:
    """Minutes of talk that are left at the pace so far."""
    speed = pace(planned, used, settled)
    return sum(
        max(minutes * speed - used.get(key, timedelta()) / timedelta(minutes=1), 0.0)
        for key, minutes in planned.items()
        if key not in settled
    )


def forecast(days: Sequence[Day], sitting: Mark, moment: datetime, left: float) -> Forecast:
    """What is left set against the time that the programme still has for it from this moment on.

    Talk that goes into the points after it pushes them: they are never taken for held.
    """
    place = day_of(days, sitting)
    day = days[place]
    minute = sitting.minute + (moment - sitting.at) / timedelta(minutes=1)
    ahead = agreeing(day, minute) + sum(agreeing(later) for later in days[place + 1 :])
    eaten = max(minute - agreeing_ends(day), 0.0)
    behind = left - ahead + eaten
    planned = sitting.at + timedelta(minutes=day[-1].ends - sitting.minute)
    is_last = place + 1 == len(days)
    home = planned + timedelta(minutes=behind) if is_last else max(planned, moment)
    return Forecast(round(left), round(behind), planned, max(home, moment), is_last)
