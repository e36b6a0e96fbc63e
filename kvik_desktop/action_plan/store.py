"""How improvement actions, goals and effects are kept in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import TypeVar

import msgspec
from sqlalchemy import Column, ForeignKey, Integer, String, Table, UniqueConstraint, func, select

from kvik_desktop.action_plan.areas import AreaPart
from kvik_desktop.action_plan.dots import Ballot, DotVote
from kvik_desktop.action_plan.model import (
    Action,
    ActionArea,
    ActionNote,
    ActionParticipant,
    ActionSubcriterion,
    AreaPriority,
    Effect,
    Goal,
    Measurement,
    PlannedAction,
    Prerequisite,
)
from kvik_desktop.storage.base import FILE, OWN_EYES
from kvik_desktop.storage.journal import CHANGE_LOG, OPERATION, State
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work

Part = TypeVar(
    "Part", ActionSubcriterion, ActionArea, ActionParticipant, Prerequisite, Measurement, ActionNote
)


def _action() -> Column[str]:
    return Column("action", ForeignKey("action.id"), primary_key=True)


def _text(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, String, nullable=nullable)


GOAL = Table(
    "goal",
    FILE,
    Column("id", String, primary_key=True),
    _text("code"),
    _text("text"),
    _text("owner"),
    _text("period"),
)

EFFECT = Table(
    "effect",
    FILE,
    Column("id", String, primary_key=True),
    _text("horizon"),
    _text("text"),
    _text("target_group"),
    _text("vision"),
)

ACTION = Table(
    "action",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("number", Integer, nullable=False),
    *(_text(name) for name in ("title", "theme", "description", "responsible")),
    *(_text(name, nullable=True) for name in ("start", "deadline", "follow_up")),
    *(_text(name) for name in ("success", "indicator", "unit")),
    *(_text(name, nullable=True) for name in ("baseline", "target", "hours", "money")),
    *(_text(name) for name in ("status", "dropped_reason", "phase")),
    Column("effect", Integer, nullable=True),
    Column("ease", Integer, nullable=True),
    _text("goal", nullable=True),
    Column("serves_effect", ForeignKey("effect.id"), nullable=True),
    UniqueConstraint("evaluation", "number"),
)

ACTION_SUBCRITERION = Table(
    "action_subcriterion",
    FILE,
    _action(),
    Column("subcriterion", String, primary_key=True),
    Column("score_then", Integer, nullable=True),
)

ACTION_AREA = Table(
    "action_area",
    FILE,
    _action(),
    Column("position", Integer, primary_key=True),
    _text("text"),
    Column("statement", String, nullable=True),
)

ACTION_PARTICIPANT = Table(
    "action_participant",
    FILE,
    _action(),
    Column("position", Integer, primary_key=True),
    _text("name"),
)

PREREQUISITE = Table(
    "prerequisite",
    FILE,
    _action(),
    Column("position", Integer, primary_key=True),
    Column("other", ForeignKey("action.id"), nullable=True),
    _text("text"),
)

MEASUREMENT = Table(
    "measurement",
    FILE,
    _action(),
    Column("day", String, primary_key=True),
    _text("value"),
    _text("note"),
)

ACTION_NOTE = Table(
    "action_note",
    FILE,
    Column("id", String, primary_key=True),
    Column("action", ForeignKey("action.id"), nullable=False),
    _text("at"),
    _text("text"),
    *(_text(name, nullable=True) for name in ("status", "changed", "was", "became")),
    Column("meeting", ForeignKey("status_meeting.id"), nullable=True),
)

AREA_PRIORITY = Table(
    "area_priority",
    FILE,
    # No foreign key: the meeting's lists change without knowing of the plan.
    Column("statement", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("effect", Integer, nullable=True),
    Column("ease", Integer, nullable=True),
    _text("theme"),
)

AREA_PART = Table(
    "area_part",
    FILE,
    # No foreign keys, as above.
    Column("statement", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    _text("area"),
    Column("position", Integer, nullable=False),
)

DOT_VOTE = Table(
    "dot_vote",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("dots", Integer, nullable=False),
    _text("opened"),
    _text("shown", nullable=True),
    Column("voters", Integer, nullable=False),
    _text("sums"),
)

BALLOT = Table(
    "ballot",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("vote", Integer, nullable=False),
    _text("how"),
    _text("participant", nullable=True),
    Column("voters", Integer, nullable=False),
    _text("dots"),
    info={OWN_EYES: True},
)

goals = Records(GOAL, Goal)
effects = Records(EFFECT, Effect)
actions = Records(ACTION, Action)
action_subcriteria = Records(ACTION_SUBCRITERION, ActionSubcriterion)
action_areas = Records(ACTION_AREA, ActionArea)
action_participants = Records(ACTION_PARTICIPANT, ActionParticipant)
prerequisites = Records(PREREQUISITE, Prerequisite)
measurements = Records(MEASUREMENT, Measurement)
notes = Records(ACTION_NOTE, ActionNote)
priorities = Records(AREA_PRIORITY, AreaPriority)
parts = Records(AREA_PART, AreaPart)
votes = Records(DOT_VOTE, DotVote)
ballots = Records(BALLOT, Ballot)


def plan_of(work: Transaction, evaluation: str) -> tuple[PlannedAction, ...]:
    """Every action of an evaluation with all that belongs to it, by number."""
    found = actions.all(work, ACTION.c.evaluation == evaluation, order_by=ACTION.c.number)
    subcriteria = _by_action(work, action_subcriteria)
    areas = _by_action(work, action_areas)
    people = _by_action(work, action_participants)
    needs = _by_action(work, prerequisites)
    measured = _by_action(work, measurements)
    written = _by_action(work, notes)
    return tuple(
        PlannedAction(
            action,
            tuple(subcriteria[action.id]),
            tuple(areas[action.id]),
            tuple(each.name for each in people[action.id]),
            tuple(needs[action.id]),
            tuple(measured[action.id]),
            tuple(written[action.id]),
        )
        for action in found
    )


def priorities_of(work: Transaction, evaluation: str) -> dict[str, AreaPriority]:
    """Where areas have been placed, by gathered statement."""
    found = priorities.all(work, AREA_PRIORITY.c.evaluation == evaluation)
    return {each.statement: each for each in found}


def keep_priority(work: Work, priority: AreaPriority) -> None:
    """Keep where an area is placed; there is no row for one of which nothing is said."""
    if priority.is_empty:
        priorities.remove(work, priority.statement)
    else:
        priorities.put(work, priority)


def parts_of(work: Transaction, evaluation: str) -> tuple[AreaPart, ...]:
    """What merged areas are made of."""
    return parts.all(work, AREA_PART.c.evaluation == evaluation)


def votes_of(work: Transaction, evaluation: str) -> tuple[DotVote, ...]:
    """Every vote with dots, the oldest first."""
    return votes.all(work, DOT_VOTE.c.evaluation == evaluation, order_by=DOT_VOTE.c.number)


def ballots_of(work: Transaction, vote: DotVote) -> tuple[Ballot, ...]:
    """What has been given in an open vote; for counting, never for showing."""
    return ballots.all(work, BALLOT.c.evaluation == vote.evaluation, BALLOT.c.vote == vote.number)


def forget_ballots(work: Work, vote: DotVote) -> None:
    """Leave no trace in the file of what each has given; it is a border."""
    work.forget(BALLOT, evaluation=vote.evaluation, vote=vote.number)


def used_areas(work: Transaction, evaluation: str) -> dict[str, list[int]]:
    """By gathered statement the numbers of the actions that come from it."""
    rows = work.execute(
        select(ACTION_AREA.c.statement, ACTION.c.number)
        .join(ACTION, ACTION.c.id == ACTION_AREA.c.action)
        .where(ACTION.c.evaluation == evaluation, ACTION_AREA.c.statement.is_not(None))
        .order_by(ACTION.c.number)
    )
    found: dict[str, list[int]] = defaultdict(list)
    for statement, number in rows:
        found[str(statement)].append(number)
    return found


def since_approval(
    work: Transaction, evaluation: str
) -> Iterator[tuple[str, str, Action | None, Action | None]]:
    """From the journal what each operation after the newest approval did to an action, oldest first.

    The action's id, when (as the journal writes it), and the action before and after; None where there was
    none. What has been undone or forgotten is not there.
    """
    log, done = CHANGE_LOG.c, OPERATION.c.state != State.UNDONE.value
    when, key = "$.plan_approved", msgspec.json.encode([evaluation]).decode()
    approval = (
        select(func.max(log.operation))
        .join(OPERATION, OPERATION.c.number == log.operation)
        .where(log.table_name == "evaluation", log.row_key == key, done)
        .where(func.json_extract(log.after, when).is_not(func.json_extract(log.before, when)))
    )
    rows = work.execute(
        select(log.row_key, OPERATION.c.at, log.before, log.after)
        .join(OPERATION, OPERATION.c.number == log.operation)
        .where(log.operation > approval.scalar_subquery(), log.table_name == ACTION.name, done)
        .order_by(log.operation)
    )
    for own, at, before, after in rows:
        images = _image(before), _image(after)
        if any(each is not None and each.evaluation == evaluation for each in images):
            yield msgspec.json.decode(own, type=list[str])[0], at, *images


def _image(kept: str | None) -> Action | None:
    if kept is None:
        return None
    row = msgspec.json.decode(kept, type=dict[str, object])
    return next(actions.of_rows([tuple(row.get(field.name) for field in fields(Action))]))


def renumber(work: Work, order: Sequence[Action]) -> None:
    """Number actions by their place, from 1; by way of numbers below zero, for none may meet another."""
    actions.put_many(work, [replace(each, number=-place) for place, each in enumerate(order, start=1)])
    actions.put_many(work, [replace(each, number=place) for place, each in enumerate(order, start=1)])


def remove(work: Work, action: str) -> None:
    """Remove an action and all that belongs to it; no other may wait for it."""
    remove_parts(work, action)
    actions.remove(work, action)


def _by_action(work: Transaction, records: Records[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    order = [
        column for column in records.table.columns if column.name in ("position", "day", "at", "subcriterion")
    ]
    for part in records.all(work, order_by=order):
        found[part.action].append(part)
    return found


def keep(work: Work, planned: PlannedAction) -> None:
    """Keep an action and all that belongs to it; what belonged to it before and no longer does is removed."""
    remove_parts(work, planned.action.id)
    actions.put(work, planned.action)
    action_subcriteria.put_many(work, planned.subcriteria)
    action_areas.put_many(work, planned.areas)
    people = enumerate(planned.participants)
    action_participants.put_many(work, [ActionParticipant(planned.action.id, i, name) for i, name in people])
    measurements.put_many(work, planned.measurements)
    notes.put_many(work, planned.notes)


def keep_people(work: Work, planned: PlannedAction) -> None:
    """Keep who an action names, and no trace of whom it named before; only behind a border."""
    own = planned.action.id
    actions.put(work, planned.action)
    people = enumerate(planned.participants)
    action_participants.put_many(work, [ActionParticipant(own, i, name) for i, name in people])
    notes.put_many(work, planned.notes)
    work.forget_traces(ACTION, id=own)
    work.forget_traces(ACTION_NOTE, action=own)
    work.forget_traces(ACTION_PARTICIPANT, action=own)


def keep_prerequisites(work: Work, planned: PlannedAction) -> None:
    """Keep what an action waits for; the actions it names must be there."""
    prerequisites.put_many(work, planned.prerequisites)


def remove_parts(work: Work, action: str) -> None:
    """Remove everything that belongs to an action, but not the action."""
    for records in (
        action_subcriteria,
        action_areas,
        action_participants,
        prerequisites,
        measurements,
        notes,
    ):
        table = records.table
        rows = work.execute(table.select().where(table.c.action == action)).mappings().all()
        for row in rows:
            work.remove(table, *(row[column.name] for column in table.primary_key.columns))
