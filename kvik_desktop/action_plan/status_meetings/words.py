"""What minutes say in one reader's language: the same on the screen, on paper and in a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kvik_desktop.action_plan.log_words import move_words
from kvik_desktop.action_plan.model import Changed, Measurement, Status
from kvik_desktop.action_plan.status_meetings.model import Moved
from kvik_desktop.action_plan.status_meetings.usecases import Minute, Minutes
from kvik_desktop.foundation.text import Text, Translator, say, say_n

NO_BREAK = "\N{NO-BREAK SPACE}"
STATUS_NAMES: Mapping[Status, Text] = {
    Status.PLANNED: say("Planlagt"),
    Status.IN_PROGRESS: say("I gang"),
    Status.DONE: say("Færdig"),
    Status.DROPPED: say("Droppet"),
}
HEADS = (say("Tiltag"), say("Hvad har flyttet sig?"), say("Hvad blev sagt?"), say("Frist"))
NOTHING_NEW = say("Intet nyt")
GONE = say("Ikke i planen længere")


def title(minutes: Minutes) -> Text:
    """What the minutes are called."""
    return say("Statusmøde den {day}", day=minutes.meeting.day)


def facts(minutes: Minutes, tr: Translator) -> list[tuple[str, str]]:
    """What stands over the table; nothing that is empty."""
    meeting = minutes.meeting
    pairs = (
        (say("Hvem var med"), meeting.present),
        (say("Siden"), tr.date(minutes.since) if minutes.since else tr(say("planen blev godkendt"))),
        (say("Næste møde"), tr.date(meeting.next_day) if meeting.next_day else ""),
    )
    return [(tr(label), words) for label, words in pairs if words]


def row(line: Minute, tr: Translator) -> tuple[str, str, str, str]:
    """One action: its name, what has moved, what was said of it, and when it is to be done."""
    action = line.planned.action if line.planned else None
    deadline = tr.date(action.deadline) if action and action.deadline else ""
    moved = "\n".join(moved_words(line.moved, action.unit if action else "", tr))
    if not moved:
        moved = tr(GONE) if action is None else tr(NOTHING_NEW) if not line.moved.notes else ""
    return f"{line.number}. {line.title}", moved, "\n".join(line.moved.notes), deadline


def moved_words(moved: Moved, unit: str, tr: Translator) -> Iterator[str]:
    """What has happened to an action, a line each."""
    if moved.status is not None:
        was, now = moved.status
        names = [STATUS_NAMES[was]] if was is not None else []
        yield " → ".join(tr(name) for name in (*names, STATUS_NAMES[now]))
    if moved.deadline is not None:
        yield tr(move_words(Changed.DEADLINE, moved.deadline.was, moved.deadline.became))
    if moved.responsible is not None:
        yield tr(move_words(Changed.RESPONSIBLE, moved.responsible.was, moved.responsible.became))
    for each in moved.measured:
        yield _measured(each, unit, tr)
    if moved.reasons:
        yield tr(say("Fordi: {reasons}", reasons="; ".join(moved.reasons)))


def _measured(each: Measurement, unit: str, tr: Translator) -> str:
    value = NO_BREAK.join(part for part in (tr.number(_plain(each.value)), unit) if part)
    return tr(say("Målt {day}: {value}", day=each.day, value=value))


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def summary(minutes: Minutes) -> Text:
    """How much has moved, in a few words."""
    return say_n("{n} tiltag har flyttet sig", "{n} tiltag har flyttet sig", len(minutes.moved))


def as_table(minutes: Minutes, tr: Translator) -> str:
    """The minutes as spreadsheets read them: tabs and lines."""
    rows = [[tr(head) for head in HEADS], *(list(row(line, tr)) for line in minutes.lines)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in cells) for cells in rows) + "\n"
