"""Following an action up: its log, its status with a reason, and what is measured over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.editing import the_action
from kvik_desktop.action_plan.log import open_meeting
from kvik_desktop.action_plan.model import ActionNote, Measurement, PlannedAction, Status, check_action
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Work


def note(work: Work, evaluation: str, action: str, text: str) -> Change[ActionNote]:
    """Write a line in the action's log. Raises Problem E_ACTION for an empty one."""
    number = the_action(work, evaluation, action).action.number
    if not text.strip():
        raise Problem("E_ACTION", say("Notatet er tomt."), say("Skriv, hvad der er sket. Intet er ændret."))
    meeting = open_meeting(work, evaluation)
    line = ActionNote(work.new_id(), action, work.now(), text.strip(), meeting=meeting)
    store.notes.put(work, line)
    return changed(Kind.PLAN, value=line, undo=say("notat om tiltag {number}", number=number))


def set_status(
    work: Work, evaluation: str, action: str, status: Status, reason: str = ""
) -> Change[PlannedAction]:
    """Say how far an action is; the log keeps when and why. Nothing happens where it is so already.

    Raises Problem E_ACTION where an action is dropped without a reason.
    """
    before = the_action(work, evaluation, action)
    reason = reason.strip()
    undo = say("status på tiltag {number}", number=before.action.number)
    if status is before.action.status:
        return changed(Kind.PLAN, value=before, undo=undo)
    dropped = reason if status is Status.DROPPED else ""
    now = replace(before.action, status=status, dropped_reason=dropped)
    check_action(now)
    line = ActionNote(
        work.new_id(),
        action,
        work.now(),
        reason,
        status,
        was=before.action.status.value,
        meeting=open_meeting(work, evaluation),
    )
    store.actions.put(work, now)
    store.notes.put(work, line)
    return changed(Kind.PLAN, value=replace(before, action=now, notes=(*before.notes, line)), undo=undo)


def give_reason(work: Work, evaluation: str, action: str, note: str, reason: str) -> Change[ActionNote]:
    """Say why something was changed; it stands in the log with the change.

    Raises Problem E_ACTION where the line is gone or is no change, and where what was dropped would stand
    without a reason.
    """
    planned = the_action(work, evaluation, action)
    line = next((each for each in planned.notes if each.id == note and each.is_change), None)
    if line is None:
        raise Problem(
            "E_ACTION",
            say("Ændringen står ikke i loggen længere."),
            say("Skriv det som et notat i stedet. Intet er ændret."),
        )
    told = replace(line, text=reason.strip())
    if line.status is Status.DROPPED and planned.action.status is Status.DROPPED:
        dropped = replace(planned.action, dropped_reason=told.text)
        check_action(dropped)
        store.actions.put(work, dropped)
    store.notes.put(work, told)
    number = planned.action.number
    return changed(Kind.PLAN, value=told, undo=say("begrundelse til tiltag {number}", number=number))


def measure(
    work: Work, evaluation: str, action: str, day: date, value: Decimal, remark: str = ""
) -> Change[Measurement]:
    """Keep what was measured on a day; a measurement of the same day is replaced."""
    number = the_action(work, evaluation, action).action.number
    measured = Measurement(action, day, value, remark.strip())
    store.measurements.put(work, measured)
    return changed(Kind.PLAN, value=measured, undo=say("måling til tiltag {number}", number=number))


def remove_measurement(work: Work, evaluation: str, action: str, day: date) -> Change[None]:
    """Take the measurement of a day away."""
    number = the_action(work, evaluation, action).action.number
    store.measurements.remove(work, action, day)
    return changed(Kind.PLAN, value=None, undo=say("slet måling til tiltag {number}", number=number))
