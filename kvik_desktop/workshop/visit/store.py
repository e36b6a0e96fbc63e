"""How a visit is kept in the file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop.visit import model
from kvik_desktop.workshop.visit.model import Observation, Question, Validation, Visit

VISIT = Table(
    "visit",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("begun", String, nullable=False),
    Column("role", String, nullable=False),
    Column("name", String, nullable=False),
    Column("day", String, nullable=True),
    Column("finished", String, nullable=True),
)

QUESTION = Table(
    "visit_question",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("criterion", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", String, nullable=False),
    Column("wanted", String, nullable=False),
    Column("place", String, nullable=False),
    Column("seen", String, nullable=True),
    Index("ix_visit_question_evaluation_criterion", "evaluation", "criterion"),
)

OBSERVATION = Table(
    "visit_observation",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("subject", String, primary_key=True),
    Column("text", String, nullable=False),
)

visits = Records(VISIT, Visit)
questions = Records(QUESTION, Question)
observations = Records(OBSERVATION, Observation)


def questions_of(work: Transaction, evaluation: str) -> tuple[Question, ...]:
    """Every question, in each criterion in its order."""
    order = [QUESTION.c.criterion, QUESTION.c.position]
    return questions.all(work, QUESTION.c.evaluation == evaluation, order_by=order)


def observations_of(work: Transaction, evaluation: str) -> Mapping[str, str]:
    """By criterion or subcriterion what the visitor has noticed."""
    found = observations.all(work, OBSERVATION.c.evaluation == evaluation)
    return {each.subject: each.text for each in found}


def validation_of(work: Transaction, evaluation: str, accepted: datetime | None) -> Validation | None:
    """What a visit says of the result that was accepted then."""
    visit = visits.get(work, evaluation)
    return model.validation(visit, questions_of(work, evaluation), accepted) if visit else None


def remove(work: Work, evaluation: str) -> None:
    """Remove the visit with all that belongs to it."""
    for question in questions_of(work, evaluation):
        questions.remove(work, question.id)
    for subject in observations_of(work, evaluation):
        observations.remove(work, evaluation, subject)
    visits.remove(work, evaluation)


def forget_visitor(work: Work, visit: Visit) -> None:
    """Keep a visit without the name, and no trace of what it was; only behind a border."""
    visits.put(work, visit)
    work.forget_traces(VISIT, evaluation=visit.evaluation)


def keep_nameless(work: Work, question: Question) -> None:
    """Keep a question, and no trace of what it said before; only behind a border."""
    questions.put(work, question)
    work.forget_traces(QUESTION, id=question.id)
