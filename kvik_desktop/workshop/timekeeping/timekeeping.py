"""The clock of the meeting at one moment: what is used and planned for each point, and how the day goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from kvik_desktop.model_package.model import Bilingual
from kvik_desktop.model_package.process import PointKind
from kvik_desktop.workshop.model import Flag
from kvik_desktop.workshop.timekeeping.forecast import Forecast, forecast, talk_left
from kvik_desktop.workshop.timekeeping.model import TOGETHER, Going, Tally, TimeLeft
from kvik_desktop.workshop.timekeeping.schedule import Day, agreeing, day_of, minute_of_day
from kvik_desktop.workshop.timekeeping.sharing import shared_out


@dataclass(frozen=True, slots=True)
class Matter:
    """A subcriterion as the clock knows it: how much people differed at first, and whether it is settled."""

    key: str
    flag: Flag
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the programme as the day is held, in minutes from midnight."""

    begins: int
    ends: int
    kind: PointKind
    title: Bilingual
    is_past: bool = False
    is_now: bool = False

    @property
    def is_break(self) -> bool:
        """Whether the group rests then."""
        return self.kind is PointKind.BREAK


@dataclass(frozen=True)
class Timekeeping:
    """Everything that is said of time, from plain data; another moment is another one of these."""

    matters: tuple[Matter, ...]
    """In the order of the agenda."""
    days: tuple[Day, ...]
    own: Mapping[str, int]
    counted: Tally
    """Up to the newest mark."""
    moment: datetime

    def at(self, moment: datetime) -> Timekeeping:
        """The same later."""
        return replace(self, moment=moment)

    @cached_property
    def tally(self) -> Tally:
        """What has been used up to now."""
        return self.counted.until(self.moment)

    @cached_property
    def minutes(self) -> int:
        """What the programme has for agreeing."""
        return round(sum(agreeing(day) for day in self.days))

    @cached_property
    def proposed(self) -> Mapping[str, int]:
        """Minutes for each point as they are shared out by themselves."""
        return shared_out({matter.key: matter.flag for matter in self.matters}, self.minutes)

    @cached_property
    def planned(self) -> Mapping[str, int]:
        """Minutes for each point: the facilitator's own, else the proposed."""
        return {key: self.own.get(key, minutes) for key, minutes in self.proposed.items()}

    @cached_property
    def settled(self) -> tuple[str, ...]:
        """The planned points that are done."""
        done = [matter.key for matter in self.matters if matter.is_settled]
        greens = [matter for matter in self.matters if matter.flag is Flag.GREEN]
        return (*done, *([TOGETHER] if all(matter.is_settled for matter in greens) else []))

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to agree on."""
        return all(matter.is_settled for matter in self.matters)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The programme of the day at hand, by the clock at which it is held."""
        sitting = self.tally.sitting
        if sitting is None:
            return tuple(Point(s.begins, s.ends, s.kind, s.title) for s in self.days[0])
        later = minute_of_day(sitting.at) - sitting.minute
        until = self.tally.since if self.tally.going is Going.HOME else self.moment
        now = sitting.minute + ((until or self.moment) - sitting.at) / timedelta(minutes=1)
        return tuple(
            Point(s.begins + later, s.ends + later, s.kind, s.title, s.ends <= now, s.begins <= now < s.ends)
            for s in self.days[day_of(self.days, sitting)]
        )

    def used(self, key: str) -> timedelta:
        """What a point has taken."""
        return self.tally.used.get(key, timedelta())

    @property
    def time_left(self) -> TimeLeft:
        """Of the point at hand."""
        key = self.tally.item
        return TimeLeft(self.planned.get(key, 0), self.used(key), self.tally.going)

    @cached_property
    def forecast(self) -> Forecast | None:
        """How the day goes; None before it has begun, after it has ended, and when all is settled."""
        sitting, going = self.tally.sitting, self.tally.going
        left = talk_left(self.planned, self.tally.used, self.settled)
        if sitting is None or self.is_done or going in (Going.NOT_BEGUN, Going.HOME):
            return None
        return forecast(self.days, sitting, self.moment, left)
