"""How evaluations, participants and their answers are kept in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    not_,
    or_,
    select,
)

from kvik_desktop.evaluation.evidence import store as evidence
from kvik_desktop.evaluation.model import (
    Answer,
    AnswerSet,
    ChecklistAnswer,
    Evaluation,
    EventRecord,
    FrozenModel,
    Participant,
    PlannedDay,
    StandardEvidence,
    Statement,
    StatementKind,
    Unit,
    Way,
)
from kvik_desktop.evaluation.states import Event
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work


def _text(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, String, nullable=nullable)


def _figure(name: str) -> Column[int | None]:
    return Column(name, Integer, nullable=True)


def figures() -> list[Column[int | None]]:
    """The columns of a rating: one score, or phases."""
    return [_figure(name) for name in ("score", "plan", "do", "check", "act", "trend", "target")]


UNIT = Table(
    "unit",
    FILE,
    Column("id", String, primary_key=True),
    _text("name"),
    _text("level"),
    _text("sector"),
    Column("parent", ForeignKey("unit.id"), nullable=True),
    _text("municipality", nullable=True),
    _text("size"),
)

FROZEN_MODEL = Table(
    "frozen_model",
    FILE,
    Column("sha256", String, primary_key=True),
    _text("id"),
    _text("version"),
    Column("content", LargeBinary, nullable=False),
)

EVALUATION = Table(
    "evaluation",
    FILE,
    Column("id", String, primary_key=True),
    Column("unit", ForeignKey("unit.id"), nullable=False),
    _text("title"),
    Column("model", ForeignKey("frozen_model.sha256"), nullable=False),
    _text("method"),
    _text("created"),
    Column("smallest_group", Integer, nullable=False),
    Column("red_points", Integer, nullable=False),
    Column("red_bands", Integer, nullable=False),
    Column("amber_points", Integer, nullable=False),
    Column("amber_bands", Integer, nullable=False),
    Column("tolerance", Integer, nullable=False),
    _text("campaign", nullable=True),
    Column("previous", ForeignKey("evaluation.id"), nullable=True),
    _text("revealed", nullable=True),
    _text("accepted", nullable=True),
    _text("accepted_by"),
    _text("plan_approved", nullable=True),
    _text("plan_approved_by"),
    Column("edition", Integer, nullable=False),
    _text("delivered", nullable=True),
    _text("follow_up", nullable=True),
    _text("answers_deleted", nullable=True),
    _text("retention", nullable=True),
    _text("privacy_contact", nullable=True),
    Column("few_dots", Integer, nullable=False),
    Column("speakers_named", Integer, nullable=False),
)

PARTICIPANT = Table(
    "participant",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("position", Integer, nullable=False),
    _text("name"),
    _text("role"),
    Column("leader", Integer, nullable=False),
    UniqueConstraint("evaluation", "position"),
)

ANSWER_SET = Table(
    "answer_set",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("participant", ForeignKey("participant.id"), nullable=True),
    _text("way"),
    _text("submitted", nullable=True),
    _text("respondent_group"),
    _text("perspective"),
    Index("ix_answer_set_evaluation_participant", "evaluation", "participant"),
)

ANSWER = Table(
    "answer",
    FILE,
    Column("answer_set", ForeignKey("answer_set.id"), primary_key=True),
    Column("subcriterion", String, primary_key=True),
    Column("round", Integer, primary_key=True),
    _text("changed"),
    _text("way"),
    *figures(),
    Column("later", Integer, nullable=False),
)

STATEMENT = Table(
    "statement",
    FILE,
    Column("id", String, primary_key=True),
    Column("answer_set", ForeignKey("answer_set.id"), nullable=False),
    _text("subcriterion"),
    _text("kind"),
    Column("round", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    _text("text"),
    Index("ix_statement_answer_set_subcriterion", "answer_set", "subcriterion"),
)

EVENT = Table(
    "event",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    _text("event"),
    _text("at"),
    _text("by"),
    _text("reason"),
)

CHECKLIST_ANSWER = Table(
    "checklist_answer",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("guide", String, primary_key=True),
    Column("item", String, primary_key=True),
    _text("done", nullable=True),
    _text("note"),
)

PLANNED_DAY = Table(
    "planned_day",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("milestone", String, primary_key=True),
    _text("day"),
)

STANDARD_EVIDENCE = Table(
    "standard_evidence",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("crosswalk", String, primary_key=True),
    Column("standard", String, primary_key=True),
    _text("status"),
    _text("note"),
)

units = Records(UNIT, Unit)
frozen_models = Records(FROZEN_MODEL, FrozenModel)
evaluations = Records(EVALUATION, Evaluation)
participants = Records(PARTICIPANT, Participant)
answer_sets = Records(ANSWER_SET, AnswerSet)
answers = Records(ANSWER, Answer)
statements = Records(STATEMENT, Statement)
events = Records(EVENT, EventRecord)
standard_evidence = Records(STANDARD_EVIDENCE, StandardEvidence)
planned_days = Records(PLANNED_DAY, PlannedDay)
checklist_answers = Records(CHECKLIST_ANSWER, ChecklistAnswer)


def newest_evaluation(work: Transaction) -> Evaluation | None:
    """The evaluation begun last."""
    found = by_age(work)
    return found[0] if found else None


def by_age(work: Transaction) -> tuple[Evaluation, ...]:
    """Every evaluation, the newest first; of two begun in one second the one that follows the other."""
    found = evaluations.all(work, order_by=[EVALUATION.c.created.desc(), EVALUATION.c.id])
    followed = {each.previous for each in found}
    return tuple(sorted(found, key=lambda each: (each.created, each.id not in followed), reverse=True))


def frozen_as(work: Transaction, model: str, version: str) -> tuple[FrozenModel, ...]:
    """What has been frozen under a model's id and version: one content, or none."""
    return frozen_models.all(work, FROZEN_MODEL.c.id == model, FROZEN_MODEL.c.version == version)


def is_used(work: Transaction, model: str) -> bool:
    """Whether any evaluation in the file has this frozen model."""
    return bool(evaluations.all(work, EVALUATION.c.model == model))


def planned_days_of(work: Transaction, evaluation: str) -> tuple[PlannedDay, ...]:
    """The days that have been set."""
    return planned_days.all(work, PLANNED_DAY.c.evaluation == evaluation)


def checklist_of(work: Transaction, evaluation: str, guide: str) -> tuple[ChecklistAnswer, ...]:
    """What has been ticked off or noted in one guide."""
    of_guide = CHECKLIST_ANSWER.c.guide == guide
    return checklist_answers.all(work, CHECKLIST_ANSWER.c.evaluation == evaluation, of_guide)


def noted_standards(work: Transaction, evaluation: str) -> tuple[StandardEvidence, ...]:
    """What is noted about standards."""
    return standard_evidence.all(work, STANDARD_EVIDENCE.c.evaluation == evaluation)


def roster(work: Transaction, evaluation: str) -> tuple[Participant, ...]:
    """The participants in their order."""
    return participants.all(work, PARTICIPANT.c.evaluation == evaluation, order_by=[PARTICIPANT.c.position])


def renumber(work: Work, order: Sequence[Participant]) -> None:
    """Place participants from 1 on; by way of places below zero, for none may meet another."""
    participants.put_many(work, [replace(each, position=-n) for n, each in enumerate(order, start=1)])
    participants.put_many(work, [replace(each, position=n) for n, each in enumerate(order, start=1)])


def removed_sets(work: Transaction, evaluation: str) -> tuple[str, ...]:
    """The answer sets that went with somebody who was taken off the list: only the journal holds them."""
    gone = EVENT.c.event == Event.REMOVE_PARTICIPANT.value
    return tuple(each.reason for each in events.all(work, EVENT.c.evaluation == evaluation, gone))


def sets_of(work: Transaction, evaluation: str) -> tuple[AnswerSet, ...]:
    """Every answer set of an evaluation, in the participants' order."""
    return answer_sets.all(work, ANSWER_SET.c.evaluation == evaluation, order_by=[ANSWER_SET.c.id])


def set_of(work: Transaction, evaluation: str, participant: str) -> AnswerSet | None:
    """The answer set of one participant."""
    found = answer_sets.all(
        work, ANSWER_SET.c.evaluation == evaluation, ANSWER_SET.c.participant == participant
    )
    return found[0] if found else None


def answers_in(work: Transaction, sets: list[str]) -> tuple[Answer, ...]:
    """Every answer in the given sets."""
    return answers.all(
        work,
        ANSWER.c.answer_set.in_(sets),
        order_by=[ANSWER.c.subcriterion, ANSWER.c.round, ANSWER.c.answer_set],
    )


def answers_in_round(
    work: Transaction, sets: list[str], subcriterion: str, number: int
) -> tuple[Answer, ...]:
    """The answers to one subcriterion in one round in the given sets."""
    of_round = (ANSWER.c.subcriterion == subcriterion, ANSWER.c.round == number)
    return answers.all(work, ANSWER.c.answer_set.in_(sets), *of_round)


def statements_in(work: Transaction, sets: list[str]) -> tuple[Statement, ...]:
    """Every text in the given sets, in the order they were written."""
    order = ("subcriterion", "kind", "answer_set", "round", "position")
    return statements.all(
        work, STATEMENT.c.answer_set.in_(sets), order_by=[STATEMENT.c[name] for name in order]
    )


_FIGURES = [ANSWER.c[column.name] for column in figures()]
_IS_EMPTY = and_(*(figure.is_(None) for figure in _FIGURES))
_IS_WHOLE = or_(
    ANSWER.c.score.is_not(None),
    and_(*(ANSWER.c[name].is_not(None) for name in ("plan", "do", "check", "act"))),
    and_(*(ANSWER.c[name].is_not(None) for name in ("trend", "target"))),
)
_COUNTS = (
    select(
        ANSWER.c.answer_set,
        func.count(),
        func.count().filter(not_(_IS_EMPTY), not_(_IS_WHOLE)),
    )
    .join(ANSWER_SET, ANSWER_SET.c.id == ANSWER.c.answer_set)
    .where(
        ANSWER_SET.c.evaluation == bindparam("evaluation"),
        ANSWER.c.round == 1,
        not_(and_(ANSWER.c.later == 1, _IS_EMPTY)),
    )
    .group_by(ANSWER.c.answer_set)
)


def answered_counts(work: Transaction, evaluation: str) -> dict[str, tuple[int, int]]:
    """By answer set how many of round 1 are answered, and how many of them lack a phase; never what."""
    counted = work.execute(_COUNTS, {"evaluation": evaluation})
    return {row[0]: (row[1], row[2]) for row in counted}


_WAYS = (
    select(ANSWER_SET.c.participant, ANSWER.c.way)
    .join(ANSWER_SET, ANSWER_SET.c.id == ANSWER.c.answer_set)
    .where(ANSWER_SET.c.evaluation == bindparam("evaluation"), ANSWER.c.round == 1)
    .distinct()
)


def ways_of(work: Transaction, evaluation: str) -> tuple[tuple[str | None, Way], ...]:
    """By participant each way that answers of round 1 came in; no content is read."""
    return tuple((row[0], Way(row[1])) for row in work.execute(_WAYS, {"evaluation": evaluation}))


def has_answers(work: Transaction, evaluation: str) -> bool:
    """Whether anybody has answered anything."""
    first = work.execute(
        select(ANSWER.c.answer_set)
        .join(ANSWER_SET, ANSWER_SET.c.id == ANSWER.c.answer_set)
        .where(ANSWER_SET.c.evaluation == evaluation)
        .limit(1)
    )
    return first.first() is not None


def statements_of(
    work: Transaction, own: str, subcriterion: str, kind: StatementKind, number: int
) -> tuple[Statement, ...]:
    """One respondent's texts of one kind about one subcriterion in one round, in their order."""
    return statements.all(
        work,
        STATEMENT.c.answer_set == own,
        STATEMENT.c.subcriterion == subcriterion,
        STATEMENT.c.kind == kind.value,
        STATEMENT.c.round == number,
        order_by=[STATEMENT.c.position],
    )


def remove_answers(
    work: Work, sets: list[str], subcriterion: str | None = None, number: int | None = None
) -> None:
    """Remove the answers and texts in the given sets: all, or those about one subcriterion in one round."""
    for answer in answers_in(work, sets):
        if subcriterion is None or (answer.subcriterion, answer.round) == (subcriterion, number):
            answers.remove(work, answer.answer_set, answer.subcriterion, answer.round)
    for text in statements_in(work, sets):
        if subcriterion is None or (text.subcriterion, text.round) == (subcriterion, number):
            statements.remove(work, text.id)


def forget_sets(work: Work, sets: list[str]) -> None:
    """Delete answer sets for ever with all that belongs to them: rows and their traces in the journal."""
    for each in sets:
        evidence.forget_of(work, each)
        work.forget(STATEMENT, answer_set=each)
        work.forget(ANSWER, answer_set=each)
        work.forget(ANSWER_SET, id=each)
    if sets:
        evidence.sweep(work)
