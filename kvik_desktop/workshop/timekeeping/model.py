"""Time as the file has it: marks of what happened when, and what has been used by their account.

A mark says that something began or stopped; nothing is added up in the file. So a killed process has lost
nothing but what came after its last sign of life, and marks can be read in whatever order a crash or a
corrected clock has left them: time used is never below zero and never counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

TOGETHER = "samlet"
"""The point of the agenda under which those who agree already are settled together."""

SIGN_EVERY = timedelta(minutes=2)
"""While the clock runs the program notes this often that it still does."""

LONGEST_GAP = timedelta(minutes=5)
"""Between two marks further apart than this the machine slept or the program was gone: it is not counted."""

LEAST_MINUTES, MOST_MINUTES = 1, 240
"""What one may plan for a point."""


class MarkKind(StrEnum):
    """What a mark says."""

    BEGUN = "begun"
    """A day together begins, the first or a later one."""
    ITEM = "item"
    """The group takes up a point of the agenda."""
    PAUSED = "paused"
    BREAK = "break"
    RESUMED = "resumed"
    ENDED = "ended"
    """All go home, for lunch or for today."""
    ALIVE = "alive"
    """The clock still runs."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened in the meeting. It names a point of the agenda, never a person."""

    evaluation: str
    number: int
    """In the order they were written, which counts when the machine's clock was set back."""
    kind: MarkKind
    at: datetime
    item: str = ""
    """Of ITEM: the subcriterion, or another place of the agenda."""
    day: int = 0
    minute: int = 0
    """Of BEGUN: where in the programme the day is taken up, as the day's place and the minute of that day."""


@dataclass(frozen=True, slots=True)
class OwnMinutes:
    """What the facilitator has planned for a point instead of what was proposed; 1-240 minutes."""

    evaluation: str
    item: str
    minutes: int


class Going(StrEnum):
    """What the clock does."""

    NOT_BEGUN = "not begun"
    RUNNING = "running"
    PAUSED = "paused"
    BREAK = "break"
    STILL = "still"
    """No sign of life for too long: it stands until somebody says go on."""
    HOME = "home"


RESTING = (Going.PAUSED, Going.BREAK)
AFTER: Mapping[MarkKind, Mapping[Going, Going]] = {
    MarkKind.BEGUN: dict.fromkeys(Going, Going.RUNNING),
    MarkKind.PAUSED: dict.fromkeys((Going.RUNNING, Going.STILL), Going.PAUSED),
    MarkKind.BREAK: dict.fromkeys((Going.RUNNING, Going.STILL, Going.PAUSED), Going.BREAK),
    MarkKind.RESUMED: dict.fromkeys((Going.PAUSED, Going.BREAK, Going.STILL), Going.RUNNING),
    MarkKind.ENDED: dict.fromkeys(set(Going) - {Going.NOT_BEGUN}, Going.HOME),
}
"""What a mark makes of what the clock did; where nothing stands it goes on as it was."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the marks come to, up to ``last``."""

    going: Going = Going.NOT_BEGUN
    item: str = ""
    since: datetime | None = None
    """Since when it is so."""
    last: datetime | None = None
    used: Mapping[str, timedelta] = field(default_factory=dict)
    """By point of the agenda; time in which the group rested or was gone is in none."""
    rested: timedelta = timedelta()
    """Pauses and breaks since the day was last taken up."""
    sitting: Mark | None = None
    """The mark by which the day was last taken up."""

    @property
    def total(self) -> timedelta:
        """All that was used."""
        return sum(self.used.values(), timedelta())

    def until(self, moment: datetime) -> Tally:
        """With the time since the last mark; a moment before that changes nothing."""
        if self.last is None or moment <= self.last:
            return self
        step = moment - self.last
        if self.going is Going.RUNNING:
            if step > LONGEST_GAP:
                return replace(self, going=Going.STILL, since=self.last, last=moment)
            used = {**self.used, self.item: self.used.get(self.item, timedelta()) + step}
            return replace(self, used=used, last=moment)
        rested = self.rested + step if self.going in RESTING else self.rested
        return replace(self, rested=rested, last=moment)

    def then(self, mark: Mark) -> Tally:
        """What it is after one more mark."""
        before = self.until(mark.at)
        going = AFTER.get(mark.kind, {}).get(before.going, before.going)
        since = mark.at if going is not before.going else before.since
        after = replace(before, going=going, since=since, last=mark.at)
        if mark.kind is MarkKind.BEGUN:
            return replace(after, since=mark.at, sitting=mark, rested=timedelta())
        return replace(after, item=mark.item) if mark.kind is MarkKind.ITEM else after


def tally(marks: Iterable[Mark]) -> Tally:
    """What marks come to, in the order they were written."""
    found = Tally()
    for mark in sorted(marks, key=lambda mark: mark.number):
        found = found.then(mark)
    return found


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What may be shown of the time for the point at hand, to everybody in the room."""

    planned: int
    """Minutes; 0 where nothing is planned for it."""
    used: timedelta
    going: Going

    @property
    def left(self) -> timedelta:
        """Below zero when the time is up."""
        return timedelta(minutes=self.planned) - self.used

    @property
    def is_over(self) -> bool:
        """Whether the planned time is used up."""
        return bool(self.planned) and self.left <= timedelta()

    @property
    def share(self) -> float:
        """How much of the time is left, 1 to 0."""
        return max(self.left / timedelta(minutes=self.planned), 0.0) if self.planned else 0.0
