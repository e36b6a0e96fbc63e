"""Where in the file one person's rows lie: found by the column that names them, in whatever room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import LargeBinary, Select, Table, or_, select

from kvik_desktop.evaluation import store as evaluations
from kvik_desktop.evaluation.model import EventRecord, Participant
from kvik_desktop.storage.base import FILE, OWN_EYES
from kvik_desktop.storage.statements import Row
from kvik_desktop.storage.work import Transaction, Work

PERSON = "participant"
"""What the column is called that says whom a row is about."""


def belongings(work: Transaction, participant: str, *, is_own: bool) -> Mapping[str, tuple[Row, ...]]:
    """By table what is kept of a person besides the answers: codes, tickets and the like, without keys.

    ``is_own`` is that the person asks: what is still hidden from everybody else is among it only then.
    Bytes are left out: they are what a code is checked with, and say nothing about the person.
    """
    return {
        table.name: tuple(dict(row._mapping) for row in work.execute(_readable(table, participant)))
        for table in _tables()
        if is_own or not table.info.get(OWN_EYES)
    }


def _readable(table: Table, participant: str) -> Select[Any]:
    columns = [each for each in table.columns if not isinstance(each.type, LargeBinary)]
    return select(*columns).where(table.columns[PERSON] == participant)


def forget_belongings(work: Work, people: Iterable[str]) -> None:
    """Delete for ever what is kept of people besides the answers and their place on the list."""
    for person in people:
        for table in _tables():
            work.forget(table, **{PERSON: person})


def forget_removed(work: Work) -> None:
    """Leave no trace of people who were taken off a list: nothing can bring them back any longer."""
    for table in (evaluations.PARTICIPANT, *_tables()):
        work.forget_removed(table)
    for table in _tables():
        for person in _strangers(work, table):
            work.forget(table, **{PERSON: person})


def _strangers(work: Transaction, table: Table) -> list[str]:
    """Those of whom a table still speaks, and who are on no list."""
    person, people = table.columns[PERSON], select(evaluations.PARTICIPANT.c.id)
    return list(work.execute(select(person).where(person.not_in(people)).distinct()).scalars())


def _tables() -> Iterator[Table]:
    answers = evaluations.ANSWER_SET
    return (table for table in FILE.sorted_tables if PERSON in table.columns and table is not answers)


def forget_name(work: Work, person: Participant, name: str) -> None:
    """Leave a nameless place on the list, and no trace of who it was."""
    evaluations.participants.put(work, replace(person, name=name))
    work.forget_traces(evaluations.PARTICIPANT, id=person.id)


def forget_person(work: Work, person: Participant) -> None:
    """Delete for ever the place on the list and what has been noted about the person."""
    work.forget(evaluations.EVENT, reason=person.id)
    work.forget(evaluations.PARTICIPANT, id=person.id)


def events_about(work: Transaction, person: Participant) -> tuple[EventRecord, ...]:
    """What the person has done or has been noted about them, oldest first."""
    columns = evaluations.EVENT.c
    of_person = or_(columns.by.in_((person.id, person.name)), columns.reason == person.id)
    return evaluations.events.all(
        work, columns.evaluation == person.evaluation, of_person, order_by=[columns.at, columns.id]
    )
