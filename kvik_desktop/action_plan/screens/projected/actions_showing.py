"""What the room sees of the plan while it is made and followed up, and of what has moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kvik_desktop.action_plan.log_words import change_words
from kvik_desktop.action_plan.model import Action, ActionNote, PlannedAction
from kvik_desktop.action_plan.pages import Following, Plan
from kvik_desktop.action_plan.projected import SeenActions, SeenField, SeenMovement, SeenRow, Tone
from kvik_desktop.action_plan.screens.action_model import HEADERS, Column
from kvik_desktop.action_plan.screens.action_words import figure, measure, status_word
from kvik_desktop.action_plan.screens.back_words import movement_rows, near_words
from kvik_desktop.action_plan.screens.projected.actions_slide import actions_projection
from kvik_desktop.action_plan.screens.projected.movement_slide import movement_projection
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.projector.neutral_slide import neutral
from kvik_desktop.shell.projector.projection import Projection

PLAN, FOLLOW_UP = say("Handlingsplan"), say("Opfølgning")
MEETING = say("Statusmøde")

ASKED = {
    Column.WHO: say("Hvem har ansvaret?"),
    Column.WHEN: say("Hvornår?"),
    Column.HOW: say("Hvordan kan I se det?"),
}
"""What the room is asked where it is lacking."""

MEASURED = 3
"""So many measurements are read at a glance: the newest."""


def planned(plan: Plan, shown: Sequence[str], key: str, tr: Translator) -> Projection:
    """The plan while it is made; ``shown`` are the actions as they are ordered, ``key`` where one is."""
    actions = [each for found in shown if (each := plan.of(found)) is not None]
    if not actions:
        return neutral(tr(PLAN))
    at = _place(actions, key)
    fields = tuple(_of_plan(actions[at].action, plan.today, tr)) if at is not None else ()
    return actions_projection(SeenActions(tr(PLAN), _rows(actions), at, fields))


def followed(found: Following, shown: Sequence[str], key: str, tr: Translator) -> Projection:
    """The actions while they are followed up."""
    actions = [each for one in shown if (each := found.of(one)) is not None]
    if not actions:
        return neutral(tr(FOLLOW_UP))
    at = _place(actions, key)
    fields = tuple(_of_follow_up(actions[at], found.today, tr)) if at is not None else ()
    about = tr(MEETING if found.meetings.open is not None else FOLLOW_UP)
    return actions_projection(SeenActions(about, _rows(actions, tr), at, fields))


def moved(found: Following, tr: Translator) -> Projection:
    """What has moved since the evaluation before; nothing where the figures are not the same measure."""
    back = found.back
    rows = movement_rows(found, back, tr) if back is not None and back.compares_subcriteria else ()
    if back is None or not rows:
        return neutral(tr(FOLLOW_UP))
    return movement_projection(SeenMovement(tuple(rows), tr(near_words(back.method, back.tolerance))))


def _place(actions: Sequence[PlannedAction], key: str) -> int | None:
    return next((place for place, each in enumerate(actions) if each.action.id == key), None)


def _rows(actions: Sequence[PlannedAction], tr: Translator | None = None) -> tuple[SeenRow, ...]:
    """``tr`` where the room sees how far they are."""
    found = (each.action for each in actions)
    return tuple(
        SeenRow(each.number, each.title, tr(status_word(each.status)) if tr else "") for each in found
    )


def _of_plan(action: Action, today: date, tr: Translator) -> Iterator[SeenField]:
    """Who, when, and how we can see it; what is lacking is asked for while there is something to do."""
    yield _field(action, Column.WHO, action.responsible.strip(), tr)
    when = _field(action, Column.WHEN, tr.date(action.deadline) if action.deadline else "", tr)
    yield _late(when, tr) if action.is_overdue(today) else when
    ways = (action.success.strip(), measure(action, tr))
    yield _field(action, Column.HOW, "\n".join(way for way in ways if way), tr)


def _field(action: Action, column: Column, words: str, tr: Translator) -> SeenField:
    name = tr(HEADERS[column])
    if words or not action.is_open:
        return SeenField(name, words or "–")
    return SeenField(name, tr(ASKED[column]), Tone.ASKED)


def _late(field: SeenField, tr: Translator) -> SeenField:
    return SeenField(field.name, f"{field.words} · {tr(say('Over fristen'))}", Tone.LATE)


def _of_follow_up(planned: PlannedAction, today: date, tr: Translator) -> Iterator[SeenField]:
    """How far it is, its deadline, what happened last, and what has been measured; no words of its log."""
    action = planned.action
    yield SeenField(tr(say("Status")), tr(status_word(action.status)))
    when = _field(action, Column.WHEN, tr.date(action.deadline) if action.deadline else "", tr)
    yield _late(when, tr) if action.is_overdue(today) else when
    if last := _last(planned.notes, tr):
        yield SeenField(tr(say("Sket sidst")), last)
    newest = sorted(planned.measurements, key=lambda each: each.day)[-MEASURED:]
    values = [f"{tr.date(each.day)}: {figure(tr.number(each.value), action.unit)}" for each in newest]
    if told := [way for way in (measure(action, tr), *values) if way]:
        yield SeenField(tr(say("Målinger")), "\n".join(told))


def _last(notes: Sequence[ActionNote], tr: Translator) -> str:
    """What was changed last, without the reason."""
    changes = sorted((note for note in notes if note.is_change), key=lambda note: note.at)
    if not changes:
        return ""
    note = changes[-1]
    words: Text | None = status_word(note.status) if note.status else change_words(note)
    return f"{tr.date(note.at.astimezone().date())} · {tr(words)}" if words else ""
