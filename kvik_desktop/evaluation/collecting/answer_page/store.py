"""How the evaluation keeps its key and the tokens of the participants' pages."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table

from kvik_desktop.evaluation.collecting.answer_page.model import CollectingKey, Ticket
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work

COLLECTING_KEY = Table(
    "collecting_key",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)

# No foreign key to the participant: one who was removed and comes back by undo has the same page.
ANSWER_TICKET = Table(
    "answer_ticket",
    FILE,
    Column("participant", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("token", String, nullable=False),
)

keys = Records(COLLECTING_KEY, CollectingKey)
tickets = Records(ANSWER_TICKET, Ticket)


def tickets_of(work: Transaction, evaluation: str) -> tuple[Ticket, ...]:
    """Every ticket of an evaluation."""
    return tickets.all(work, ANSWER_TICKET.c.evaluation == evaluation, order_by=[ANSWER_TICKET.c.participant])


def forget(work: Work, evaluation: str) -> None:
    """Delete key and tokens for ever: no answer file can be opened again."""
    work.forget(COLLECTING_KEY, evaluation=evaluation)
    work.forget(ANSWER_TICKET, evaluation=evaluation)
