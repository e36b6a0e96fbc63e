"""How it is kept what has been handed out."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from kvik_desktop.evaluation.collecting.handed_out.model import HandedOut
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction

# No foreign key to the participant: that somebody who is gone has a sheet must still be told.
HANDED_OUT = Table(
    "handed_out",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("participant", String, nullable=False),
    Column("way", String, nullable=False),
    Column("at", String, nullable=False),
    Column("model", String, nullable=False),
    Column("method", String, nullable=False),
)

sheets = Records(HANDED_OUT, HandedOut)


def sheets_of(work: Transaction, evaluation: str) -> tuple[HandedOut, ...]:
    """Everything that was handed out for an evaluation, oldest first."""
    order = [HANDED_OUT.c.at, HANDED_OUT.c.id]
    return sheets.all(work, HANDED_OUT.c.evaluation == evaluation, order_by=order)
