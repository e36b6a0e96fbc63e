"""A status meeting, and what has moved for an action from one meeting to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kvik_desktop.action_plan.model import ActionNote, Changed, Measurement, PlannedAction, Status
from kvik_desktop.foundation.working_days import working_day

QUARTER = timedelta(weeks=13)
"""How long there is to the next meeting where nobody has met before."""
SOONEST, LATEST = timedelta(weeks=2), timedelta(weeks=26)
"""The rhythm of the last meetings is proposed anew only between these."""


@dataclass(frozen=True, slots=True)
class StatusMeeting:
    """One meeting about the plan of an evaluation; it goes on until it is finished."""

    id: str
    evaluation: str
    day: date
    begun: datetime
    finished: datetime | None = None
    present: str = ""
    """Who took part, as roles."""
    note: str = ""
    """What was said that belongs to no single action."""
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class TalkedAbout:
    """An action that a meeting has gone through, under its name then: minutes outlive the plan."""

    meeting: str
    action: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Between:
    """The time that a meeting looks back on: after the one before, until it is finished."""

    meeting: str | None
    """Id of the meeting; None where none is held."""
    after: datetime | None
    after_day: date | None
    until: datetime | None = None
    until_day: date | None = None

    def has(self, note: ActionNote) -> bool:
        """Whether a line of the log belongs to it: what was written at a meeting is that meeting's."""
        if note.meeting is not None:
            return note.meeting == self.meeting
        late_enough = self.after is None or note.at > self.after
        return late_enough and (self.until is None or note.at <= self.until)

    def measured(self, each: Measurement) -> bool:
        """Whether a measurement belongs to it; the day of a meeting is that meeting's."""
        late_enough = self.after_day is None or each.day > self.after_day
        return late_enough and (self.until_day is None or each.day <= self.until_day)


@dataclass(frozen=True, slots=True)
class Move:
    """Something that stood otherwise before: only the first and the last count."""

    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What has happened to one action in a time; all empty where nothing has."""

    status: tuple[Status | None, Status] | None = None
    """From where, None where the log does not know, and to where."""
    deadline: Move | None = None
    responsible: Move | None = None
    measured: tuple[Measurement, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why something was changed."""
    notes: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Nothing was changed, measured or written."""
        return self == Moved()


def moved(planned: PlannedAction, between: Between) -> Moved:
    """What has happened to an action in the time between two meetings."""
    lines = sorted((note for note in planned.notes if between.has(note)), key=lambda note: note.at)
    return Moved(
        _status(lines),
        _move(lines, Changed.DEADLINE),
        _move(lines, Changed.RESPONSIBLE),
        tuple(each for each in planned.measurements if between.measured(each)),
        tuple(note.text for note in lines if note.is_change and note.text),
        tuple(note.text for note in lines if not note.is_change),
    )


def _status(lines: Sequence[ActionNote]) -> tuple[Status | None, Status] | None:
    changes = [note for note in lines if note.status is not None]
    if not changes:
        return None
    first, last = changes[0].was, changes[-1].status
    was = Status(first) if first else None
    assert last is not None
    return None if was is last else (was, last)


def _move(lines: Sequence[ActionNote], what: Changed) -> Move | None:
    changes = [note for note in lines if note.changed is what]
    if not changes:
        return None
    move = Move(changes[0].was or "", changes[-1].became or "")
    return None if move.was == move.became else move


def proposed_day(day: date, earlier: Iterable[date], before: date | None = None) -> date:
    """A day for the meeting after that of ``day``: in the rhythm of the last two, else in a quarter.

    It is a working day, and at the latest ``before``, the day of the next evaluation, where that is to come.
    """
    last = max((each for each in earlier if each < day), default=None)
    apart = QUARTER if last is None else min(max(day - last, SOONEST), LATEST)
    proposed = day + apart
    if before is not None and day < before < proposed:
        proposed = before
    return working_day(proposed)
