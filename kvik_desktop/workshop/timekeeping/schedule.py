"""The programme of the days as the clock reads it: when there is talk towards agreement, and when a break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kvik_desktop.evaluation.preparing.model import Intention
from kvik_desktop.evaluation.preparing.programme import chosen_programme, minute_of
from kvik_desktop.model_package.model import Bilingual
from kvik_desktop.model_package.process import Item, PointKind, Programme
from kvik_desktop.workshop.timekeeping.model import Mark

NEAR = 45
"""Minutes from the planned beginning within which the programme's clock holds; else it is moved to now."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One point of a day, in minutes from midnight."""

    begins: int
    ends: int
    kind: PointKind
    title: Bilingual

    def after(self, minute: float) -> float:
        """How many of its minutes come after this one."""
        return max(self.ends - max(self.begins, minute), 0.0)


Day = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the programme: a day of the meeting, and a minute of that day."""

    day: int
    minute: int


def meeting_days(intention: Intention, model: str, programmes: Sequence[Programme]) -> tuple[Day, ...]:
    """The days on which the group is to agree, as they are to be held."""
    programme = chosen_programme(intention, model, programmes)
    days = (tuple(_slot(item, intention.shift) for item in day.items) for day in programme.days)
    return tuple(day for day in days if agreeing(day))


def day_of(days: Sequence[Day], sitting: Mark) -> int:
    """The place of the day that was taken up; the last one where the programme has become shorter since."""
    return min(sitting.day, len(days) - 1)


def _slot(item: Item, shift: int) -> Slot:
    begins = minute_of(item.start) + shift
    return Slot(begins, begins + item.minutes, item.kind, item.title)


def agreeing(day: Day, after: float = 0) -> float:
    """Minutes for agreeing on a day, those after a minute of it."""
    return sum(slot.after(after) for slot in day if slot.kind is PointKind.AGREE)


def agreeing_ends(day: Day) -> int:
    """The minute at which the last talk towards agreement ends."""
    return max(slot.ends for slot in day if slot.kind is PointKind.AGREE)


def _reached(days: Sequence[Day], sitting: Mark, moment: datetime) -> Place:
    """Where in the programme one is when the day goes by the clock since it was taken up."""
    return Place(day_of(days, sitting), sitting.minute + round((moment - sitting.at) / timedelta(minutes=1)))


def taken_up(days: Sequence[Day], now: datetime, sitting: Mark | None, ended: datetime | None) -> Place:
    """Where a day begins, or goes on: by the programme's clock on the same date and where it is near.

    On another date what was left of the day before is taken from where it was left, else the next day begins.
    """
    minute = minute_of_day(now)
    if sitting is None or ended is None:
        return _beginning(days, 0, minute)
    if now.astimezone().date() == sitting.at.astimezone().date():
        return _reached(days, sitting, now)
    left = _reached(days, sitting, ended)
    if agreeing(days[left.day], left.minute):
        slot = next(s for s in days[left.day] if s.kind is PointKind.AGREE and s.ends > left.minute)
        return Place(left.day, max(slot.begins, left.minute))
    if left.day + 1 < len(days):
        return _beginning(days, left.day + 1, minute)
    return Place(left.day, max(left.minute, agreeing_ends(days[left.day])))


def _beginning(days: Sequence[Day], day: int, minute: int) -> Place:
    first = next(slot for slot in days[day] if slot.kind is PointKind.AGREE)
    return Place(day, minute if abs(minute - first.begins) <= NEAR else first.begins)


def minute_of_day(moment: datetime) -> int:
    """Minutes from midnight where the reader is."""
    local = moment.astimezone()
    return local.hour * 60 + local.minute
