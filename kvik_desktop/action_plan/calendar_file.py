"""The plan's days as a calendar file (.ics, RFC 5545), for the calendar people look in anyway."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kvik_desktop.action_plan.model import Action, PlannedAction
from kvik_desktop.action_plan.usecases import plan
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Transaction

ENDING = ".ics"
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts seconds from here: it fits RFC 5545's whole number until 2088."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day of an action that is worth an entry in a calendar."""

    uid: str
    """The same each time it is written, so that a calendar corrects its entry instead of getting another."""
    day: date
    title: Text
    lines: tuple[Text, ...]
    theme: str
    is_off: bool
    """The action is done or dropped: an entry that was made earlier goes."""


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """All occasions of a plan, and what the calendar is called."""

    name: Text
    occasions: tuple[Occasion, ...]
    now: datetime


def calendar_days(work: Transaction, evaluation: str, actions: Sequence[str] | None = None) -> CalendarDays:
    """The deadlines and follow-ups of a plan, or of the actions with these ids, in the order of the plan."""
    chosen = [each for each in plan(work, evaluation) if actions is None or each.action.id in actions]
    today = local_day(work.now())
    unit = evaluations.unit_of(work, evaluations.get(work, evaluation))
    found = tuple(occasion for each in chosen for occasion in _occasions(each, today))
    return CalendarDays(say("Handlingsplan, {unit}", unit=unit.name), found, work.now())


def _occasions(planned: PlannedAction, today: date) -> Iterator[Occasion]:
    """What is over is told only for days to come: there an entry may still stand in somebody's calendar."""
    action = planned.action
    days = (
        ("frist", action.deadline, say("Frist: {title}", title=action.title)),
        ("opfoelgning", action.follow_up, say("Følg op: {title}", title=action.title)),
    )
    for name, day, title in days:
        if day is not None and (action.is_open or day >= today):
            uid = f"{action.id}-{name}@kvik"
            yield Occasion(uid, day, title, tuple(_lines(action)), action.theme, not action.is_open)


def _lines(action: Action) -> Iterator[Text]:
    if action.responsible.strip():
        yield say("Ansvarlig: {name}", name=action.responsible)
    if action.success.strip():
        yield say("Sådan ser I det: {words}", words=action.success)
    if action.indicator.strip():
        yield say("I måler: {words}", words=action.indicator)
    yield say("Tiltag {number} i handlingsplanen", number=action.number)


def written(days: CalendarDays, tr: Translator) -> bytes:
    """The calendar file: whole days that take nobody's time.

    A reader takes the entry with the highest SEQUENCE. Ours is the time of writing, so that a later file
    always wins, also where something was undone in between or two laptops write in turn.
    """
    from icalendar import Calendar, Event  # 50 ms that only who makes a calendar file should wait

    calendar = Calendar()
    calendar.add("prodid", "-//KVIK//Handlingsplan//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", tr(days.name))
    sequence = int((days.now - FIRST).total_seconds())
    for each in days.occasions:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", days.now)
        event.add("sequence", sequence)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", tr(each.title))
        event.add("description", "\n".join(tr(line) for line in each.lines))
        if each.theme:
            event.add("categories", [each.theme])
        event.add("transp", "TRANSPARENT")
        event.add("status", "CANCELLED" if each.is_off else "CONFIRMED")
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def write_calendar(
    file: EvaluationFile, evaluation: str, path: Path, tr: Translator, actions: Sequence[str] | None = None
) -> int:
    """Write the days of a plan, or of some actions; how many entries.

    Raises Problem E_FILE_WRITE where the file cannot be written; what lay there before is then still there.
    """
    days = file.ask(calendar_days, evaluation, actions)
    write_atomically(path, written(days, tr))
    return len(days.occasions)
