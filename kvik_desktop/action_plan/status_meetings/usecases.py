"""What one can do with status meetings: begin one, go through the plan, finish it, and read the minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kvik_desktop.action_plan import store as plan_store
from kvik_desktop.action_plan.editing import the_action
from kvik_desktop.action_plan.model import Action, PlannedAction
from kvik_desktop.action_plan.status_meetings import store
from kvik_desktop.action_plan.status_meetings.model import (
    Between,
    Moved,
    StatusMeeting,
    TalkedAbout,
    moved,
    proposed_day,
)
from kvik_desktop.action_plan.usecases import plan
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Milestone
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work


@dataclass(frozen=True, slots=True)
class Minute:
    """One action in the minutes."""

    action: str
    number: int
    title: str
    moved: Moved
    talked: bool
    """Whether the meeting went through it; else it moved before the meeting."""
    planned: PlannedAction | None
    """As it is now; None where it has left the plan."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting and all it looked back on."""

    meeting: StatusMeeting
    since: date | None
    """The day of the meeting before; None for the first."""
    lines: tuple[Minute, ...]
    """By number."""

    @property
    def moved(self) -> tuple[Minute, ...]:
        """Those where something has happened."""
        return tuple(line for line in self.lines if not line.moved.is_nothing)


@dataclass(frozen=True, slots=True)
class Meetings:
    """What the follow-up knows of its meetings."""

    held: tuple[Minutes, ...] = ()
    """The finished ones, the newest first."""
    open: StatusMeeting | None = None
    talked: frozenset[str] = frozenset()
    """Ids of the actions that the open meeting has gone through."""
    moved: Mapping[str, Moved] | None = None
    """By action what has happened since the last finished meeting, or since the approval."""
    proposed: date | None = None
    """The day that is proposed for the meeting after the open one."""
    due: tuple[str, ...] = ()
    """Ids of the actions that are to be followed up anew when the open meeting is finished."""


def begin(work: Work, evaluation: str) -> Change[StatusMeeting]:
    """Begin a status meeting today; with it the follow-up begins where it has not.

    Raises Problem E_PLAN before the plan is approved, E_MEETING where one goes on already.
    """
    found = _approved(work, evaluation)
    if store.open_meeting(work, evaluation) is not None:
        raise Problem(
            "E_MEETING",
            say("Et statusmøde er allerede i gang."),
            say("Afslut det først. Intet er ændret."),
        )
    before = store.of(work, evaluation)
    present = before[-1].present if before else _everybody(work, evaluation)
    fresh = StatusMeeting(work.new_id(), evaluation, local_day(work.now()), work.now(), present=present)
    store.meetings.put(work, fresh)
    if found.follow_up is None:
        evaluations.save(work, replace(found, follow_up=work.now()))
    return changed(Kind.PLAN, Kind.EVALUATION, value=fresh, undo=say("begynd statusmøde"))


def _everybody(work: Transaction, evaluation: str) -> str:
    """The roles of those who took part in the evaluation, each once; never a name."""
    roles = (each.role.strip() for each in evaluations.roster(work, evaluation))
    return ", ".join(dict.fromkeys(role for role in roles if role))


def gone_through(work: Work, evaluation: str, action: str) -> Change[TalkedAbout]:
    """Say that the open meeting has gone through an action. Raises Problem E_MEETING where none goes on."""
    meeting = _open(work, evaluation)
    about = the_action(work, evaluation, action).action
    line = _about(meeting, about)
    store.talked_about.put(work, line)
    return changed(Kind.PLAN, value=line, undo=say("gå tiltag {number} igennem", number=about.number))


def _about(meeting: StatusMeeting, action: Action) -> TalkedAbout:
    return TalkedAbout(meeting.id, action.id, action.number, action.title)


def amend(work: Work, evaluation: str, meeting: str, /, **fields: Any) -> Change[StatusMeeting]:
    """Give ``day``, ``present``, ``note`` or ``next_day`` of a meeting another value; also afterwards.

    Raises Problem E_MEETING where the meeting is gone.
    """
    after = replace(the_meeting(work, evaluation, meeting), **fields)
    store.meetings.put(work, after)
    work.merge_typing(f"meeting {meeting} {' '.join(sorted(fields))}")
    return changed(Kind.PLAN, value=after, undo=say("ret statusmødet den {day}", day=after.day))


def finish(
    work: Work, evaluation: str, next_day: date | None, present: str, note: str
) -> Change[StatusMeeting]:
    """Finish the open meeting. What was to be followed up by now is so at the next one, if that has a day.

    Raises Problem E_MEETING where none goes on, and where the next one would not be after it.
    """
    meeting = _open(work, evaluation)
    if next_day is not None and next_day <= meeting.day:
        raise Problem(
            "E_MEETING",
            say("Næste møde skal ligge efter det her møde."),
            say("Vælg en senere dag, eller lad feltet stå tomt. Intet er ændret."),
        )
    held = replace(
        meeting, finished=work.now(), next_day=next_day, present=present.strip(), note=note.strip()
    )
    store.meetings.put(work, held)
    if next_day is not None:
        for each in _due(plan(work, evaluation), meeting.day):
            plan_store.actions.put(work, replace(each.action, follow_up=next_day))
    return changed(Kind.PLAN, value=held, undo=say("statusmøde den {day}", day=held.day))


def _due(actions: tuple[PlannedAction, ...], day: date) -> tuple[PlannedAction, ...]:
    """Open actions that were to be followed up by a day."""
    return tuple(
        each
        for each in actions
        if each.action.is_open and each.action.follow_up is not None and each.action.follow_up <= day
    )


def remove(work: Work, evaluation: str, meeting: str) -> Change[StatusMeeting]:
    """Take a meeting away; what was written in the actions' logs stays there."""
    gone = the_meeting(work, evaluation, meeting)
    for planned in plan(work, evaluation):
        written = [note for note in planned.notes if note.meeting == meeting]
        plan_store.notes.put_many(work, [replace(note, meeting=None) for note in written])
    store.remove(work, meeting)
    return changed(Kind.PLAN, value=gone, undo=say("slet statusmødet den {day}", day=gone.day))


def the_meeting(work: Transaction, evaluation: str, meeting: str) -> StatusMeeting:
    """One meeting. Raises Problem E_MEETING where it is gone."""
    for each in store.of(work, evaluation):
        if each.id == meeting:
            return each
    raise Problem(
        "E_MEETING",
        say("Statusmødet findes ikke længere."),
        say("Vælg et andet. Intet er ændret."),
    )


def minutes(work: Transaction, evaluation: str, meeting: str) -> Minutes:
    """What a meeting looked back on. Raises Problem E_MEETING where it is gone."""
    the_meeting(work, evaluation, meeting)
    found = evaluations.get(work, evaluation)
    return next(
        each
        for each in _minutes(work, found, plan(work, evaluation), store.of(work, evaluation))
        if each.meeting.id == meeting
    )


def meetings(work: Transaction, evaluation: Evaluation, actions: tuple[PlannedAction, ...]) -> Meetings:
    """All meetings about a plan, and what an open one needs."""
    found = store.of(work, evaluation.id)
    told = _minutes(work, evaluation, actions, found)
    held = [each for each in told if each.meeting.finished is not None]
    now = next((each for each in found if each.finished is None), None)
    between = _between(evaluation, found, len(held))
    return Meetings(
        tuple(reversed(held)),
        now,
        frozenset(each.action for each in store.talked(work, now.id)) if now else frozenset(),
        {each.action.id: moved(each, between) for each in actions},
        _proposed(work, evaluation, found, now) if now else None,
        tuple(each.action.id for each in _due(actions, now.day)) if now else (),
    )


def _proposed(
    work: Transaction, evaluation: Evaluation, found: tuple[StatusMeeting, ...], now: StatusMeeting
) -> date:
    days = [each.day for each in found if each.finished is not None]
    return proposed_day(now.day, days, settings.planned_days(work, evaluation.id).get(Milestone.NEXT))


def _minutes(
    work: Transaction,
    evaluation: Evaluation,
    actions: tuple[PlannedAction, ...],
    found: tuple[StatusMeeting, ...],
) -> tuple[Minutes, ...]:
    by_id = {each.action.id: each for each in actions}
    told = []
    for place, meeting in enumerate(found):
        between = _between(evaluation, found, place)
        talked = {each.action: each for each in store.talked(work, meeting.id)}
        lines = [_minute(each, between, each.action.id in talked) for each in actions]
        kept = [line for line in lines if line.talked or not line.moved.is_nothing]
        gone = [each for each in talked.values() if each.action not in by_id]
        kept += [Minute(each.action, each.number, each.title, Moved(), True, None) for each in gone]
        since = found[place - 1].day if place else None
        told.append(Minutes(meeting, since, tuple(sorted(kept, key=lambda line: (line.number, line.title)))))
    return tuple(told)


def _minute(planned: PlannedAction, between: Between, talked: bool) -> Minute:
    action = planned.action
    return Minute(action.id, action.number, action.title, moved(planned, between), talked, planned)


def _between(evaluation: Evaluation, found: tuple[StatusMeeting, ...], place: int) -> Between:
    """What the meeting at a place looks back on; past the last place: what has happened since then."""
    before = found[place - 1] if place else None
    now = found[place] if place < len(found) else None
    approved = evaluation.plan_approved
    return Between(
        now.id if now else None,
        before.finished if before else approved,
        before.day if before else local_day(approved) if approved else None,
        now.finished if now else None,
        now.day if now and now.finished else None,
    )


def _approved(work: Transaction, evaluation: str) -> Evaluation:
    found = evaluations.get(work, evaluation)
    if found.plan_approved is None:
        raise Problem(
            "E_PLAN",
            say("Planen er ikke godkendt endnu."),
            say("Godkend den først, så er der noget at følge op på. Intet er ændret."),
        )
    return found


def _open(work: Transaction, evaluation: str) -> StatusMeeting:
    found = store.open_meeting(work, evaluation)
    if found is None:
        raise Problem(
            "E_MEETING",
            say("Der er intet statusmøde i gang."),
            say("Begynd ét først. Intet er ændret."),
        )
    return found
