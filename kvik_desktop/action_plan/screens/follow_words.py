"""How the follow-up is told: what is late, what is due, and what happened last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kvik_desktop.action_plan.hints import HintKind, action_hints
from kvik_desktop.action_plan.log_words import change_words
from kvik_desktop.action_plan.model import Action, ActionNote, Measurement, PlannedAction
from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens.action_words import STATUS_MARKS, figure, status_word
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.widgets.cells import Cell, TableRow

HELP = say(
    "Her ser I, om tiltagene bliver til noget. Gå dem igennem på et møde: sæt status, skriv kort, hvad der "
    "er sket, og sæt en ny dag, hvis det trækker ud. Alt bliver i loggen med dato. Når tiden er inde, "
    "begynder I næste selvevaluering herfra, og så kan I se, om det flyttede noget."
)

ALL, BACK, MEETINGS, TREND = "all", "siden-sidst", "moeder", "udvikling"
FILTERS: Mapping[str, Text] = {
    ALL: say("Alle"),
    "late": say("Over fristen"),
    "due": say("Følges op nu"),
    "open": say("Ikke færdige"),
    MEETINGS: say("Statusmøder"),
    BACK: say("Siden sidst"),
    TREND: say("Udvikling"),
}
"""What can be shown: first what is left of the plan, then what has been."""
VIEWS = (MEETINGS, BACK, TREND)
"""Those that show something else than the plan's actions."""

HEADERS = (say("Tiltag"), say("Status"), say("Frist"), say("Sket sidst"))


def is_late(planned: PlannedAction, today: date) -> bool:
    """Whether the deadline has passed."""
    return planned.action.is_overdue(today)


def is_due(planned: PlannedAction, today: date) -> bool:
    """Whether it should be followed up by now: its day has come, or its deadline has passed."""
    kinds = {hint.kind for hint in action_hints(planned, today)}
    return bool(kinds & {HintKind.OVERDUE, HintKind.FOLLOW_UP_DUE})


_MATCHES: Mapping[str, Callable[[PlannedAction, date], bool]] = {
    ALL: lambda planned, today: True,
    "late": is_late,
    "due": is_due,
    "open": lambda planned, today: planned.action.is_open,
}


def left(key: str, found: Following) -> Sequence[PlannedAction]:
    """The actions a filter leaves; those that wait for somebody first."""
    return [each for each in found.actions if _MATCHES.get(key, _MATCHES[ALL])(each, found.today)]


def counts(found: Following) -> list[int | None]:
    """How many actions each filter leaves."""
    others: Mapping[str, int | None] = {MEETINGS: len(found.meetings.held), BACK: None, TREND: None}
    return [others[key] if key in others else len(left(key, found)) for key in FILTERS]


def hidden(found: Following) -> Mapping[str, bool]:
    """What there is nothing for yet."""
    return {
        MEETINGS: not found.meetings.held,
        BACK: found.back is None,
        TREND: found.accepted < 2,
    }


def row(planned: PlannedAction, today: date, tr: Translator) -> TableRow:
    """An action with its status, its days, and what happened last."""
    action = planned.action
    nobody = tr(say("Ingen ansvarlig"))
    second = " · ".join(part for part in (action.responsible or nobody, action.theme) if part)
    what = Cell(f"{action.number}. {action.title}", second, strong=True)
    status = Cell(tr(status_word(action.status)), mark=STATUS_MARKS[action.status])
    return TableRow(action.id, (what, status, _days(action, today, tr), _last(planned, tr)))


def _days(action: Action, today: date, tr: Translator) -> Cell:
    deadline = tr.date(action.deadline) if action.deadline else "–"
    if action.is_overdue(today):
        return Cell(deadline, tr(say("Over fristen")), icon="warning", ink="amber", strong=True)
    if action.is_open and action.follow_up is not None:
        if action.follow_up <= today:
            said = tr(say("Frist {day}", day=deadline))
            return Cell(tr(say("Følges op nu")), said, icon="warning", ink="amber", strong=True)
        return Cell(deadline, tr(followed_up(action.follow_up)))
    return Cell(deadline)


def followed_up(day: date) -> Text:
    """When an action is followed up."""
    return say("Følges op {day}", day=day)


def _last(planned: PlannedAction, tr: Translator) -> Cell:
    """The newest line of the log, or the newest measurement."""
    unit = planned.action.unit
    told = [
        (each.day, tr(say("Målt: {value}", value=figure(tr.number(each.value), unit))))
        for each in planned.measurements
    ]
    told += [(_day(note), said(note, tr)) for note in sorted(planned.notes, key=lambda note: note.at)]
    if not told:
        return Cell("–", ink="text-2")
    day, words = sorted(told, key=lambda pair: pair[0])[-1]
    return Cell(words, tr.date(day))


def _day(note: ActionNote) -> date:
    return note.at.astimezone().date()


def said(note: ActionNote, tr: Translator) -> str:
    """A line of the log without its day."""
    change = change_words(note)
    word = tr(status_word(note.status)) if note.status else tr(change) if change else ""
    return ": ".join(part for part in (word, note.text) if part)


def log(planned: PlannedAction, tr: Translator) -> list[str]:
    """The log, the newest first."""
    newest = sorted(planned.notes, key=lambda note: note.at, reverse=True)
    return [f"{tr.date(_day(note))}  {said(note, tr)}" for note in newest]


def measured(each: Measurement, unit: str, tr: Translator) -> str:
    """As "31.08.2026: 7 personer"."""
    value = figure(tr.number(each.value), unit)
    return ", ".join(part for part in (f"{tr.date(each.day)}: {value}", each.note) if part)
