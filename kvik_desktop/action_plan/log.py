"""What the log of an action keeps by itself: changes of a plan that is approved, and why they were made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.model import Action, ActionNote, Changed, PlannedAction
from kvik_desktop.action_plan.status_meetings import store as meetings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.storage.work import Transaction, Work


def values(action: Action) -> Mapping[Changed, str]:
    """What the log compares, as it keeps it."""
    deadline = action.deadline.isoformat() if action.deadline else ""
    return {Changed.DEADLINE: deadline, Changed.RESPONSIBLE: action.responsible}


def open_meeting(work: Transaction, evaluation: str) -> str | None:
    """Id of the meeting that goes on: what is written now is written there."""
    found = meetings.open_meeting(work, evaluation)
    return None if found is None else found.id


def with_changes(work: Work, evaluation: str, before: PlannedAction, after: PlannedAction) -> PlannedAction:
    """The action with lines about what an approved plan said otherwise of it; else as it is.

    What is changed again the same day, before anybody says why, is one change: so is what is typed.
    """
    if evaluations.get(work, evaluation).plan_approved is None:
        return after
    old, new = values(before.action), values(after.action)
    notes = after.notes
    for what in Changed:
        if old[what] != new[what]:
            notes = _told(work, evaluation, after, notes, (what, old[what], new[what]))
    return replace(after, notes=notes)


def _told(
    work: Work,
    evaluation: str,
    planned: PlannedAction,
    notes: tuple[ActionNote, ...],
    change: tuple[Changed, str, str],
) -> tuple[ActionNote, ...]:
    what, was, became = change
    meeting, now = open_meeting(work, evaluation), work.now()
    last = next((note for note in reversed(notes) if note.changed is what), None)
    if last is not None and _goes_on(last, meeting) and local_day(last.at) == local_day(now):
        if last.was == became:
            return tuple(note for note in notes if note is not last)
        return tuple(replace(note, at=now, became=became) if note is last else note for note in notes)
    line = ActionNote(work.new_id(), planned.action.id, now, "", None, what, was, became, meeting)
    return (*notes, line)


def _goes_on(last: ActionNote, meeting: str | None) -> bool:
    """Whether a change is the one before going on: nobody has said why yet, and it is the same meeting."""
    return not last.text and last.meeting == meeting


def unexplained(planned: PlannedAction) -> ActionNote | None:
    """The newest change, where nobody has said why; None where the newest line of the log is another."""
    newest = max((note.at for note in planned.notes), default=None)
    changes = [note for note in planned.notes if note.at == newest and note.is_change and not note.text]
    return changes[-1] if changes else None


def note_of(work: Transaction, note: str) -> ActionNote | None:
    """One line of a log; None where it is gone."""
    return store.notes.get(work, note)
