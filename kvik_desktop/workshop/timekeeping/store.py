"""How the clock of the meeting is kept: marks that are only ever added, and the minutes that were chosen."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, func, select

from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop.timekeeping.model import Mark, OwnMinutes

MARK = Table(
    "time_mark",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("at", String, nullable=False),
    Column("item", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("minute", Integer, nullable=False),
)

OWN_MINUTES = Table(
    "own_minutes",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("item", String, primary_key=True),
    Column("minutes", Integer, nullable=False),
)

marks = Records(MARK, Mark)
own_minutes = Records(OWN_MINUTES, OwnMinutes)


def marks_of(work: Transaction, evaluation: str) -> tuple[Mark, ...]:
    """Every mark, in the order they were written."""
    return marks.all(work, MARK.c.evaluation == evaluation, order_by=MARK.c.number)


def next_number(work: Transaction, evaluation: str) -> int:
    """The number of the next mark."""
    highest = select(func.max(MARK.c.number)).where(MARK.c.evaluation == evaluation)
    return (work.execute(highest).scalar() or 0) + 1


def add_mark(work: Work, mark: Mark) -> None:
    """Note a mark outside the journal: the time that has passed cannot be undone."""
    work.keep(MARK, marks.row(mark))


def minutes_of(work: Transaction, evaluation: str) -> dict[str, int]:
    """The minutes that were chosen, by point of the agenda."""
    chosen = own_minutes.all(work, OWN_MINUTES.c.evaluation == evaluation)
    return {each.item: each.minutes for each in chosen}
