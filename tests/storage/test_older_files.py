"""A file of an earlier version opens in this program, keeps everything, and can do what is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action, Measurement
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.compose import FILE_SCHEMA, open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.storage import connections
from kvik_desktop.storage.inspection import inspect
from kvik_desktop.storage.migration import migrate
from kvik_desktop.workshop import usecases as meeting
from tests.journey import PEOPLE, Journey

JOURNAL = ("operation", "change_log")


def content(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table but the journal, by column; what is empty is left out."""
    connection = connections.open_evaluation(path, read_only=True)
    try:
        return {name: _rows(connection, name) for name in _tables(connection)}
    finally:
        connections.close(connection, tidy=False)


def _tables(connection: Connection) -> list[str]:
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
    return sorted(name for name in names if name not in (*JOURNAL, "alembic_version"))


def _rows(connection: Connection, table: str) -> list[dict[str, object]]:
    rows = connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2")).mappings()
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def take_back(path: Path, version: int) -> None:
    """Make a file as the program of an earlier version left it."""
    connection = connections.open_evaluation(path, read_only=False)
    try:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        with connections.transaction(connection):
            migrate(connection, FILE_SCHEMA, version)
            replace(FILE_SCHEMA, version=version).write_header(connection)
    finally:
        connections.close(connection, tidy=True)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """An evaluation with something in most tables, taken all the way to a plan."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.answer("Bo", "k1.1", 2, strength=("Faste møder",), area=("For lidt tid",))
    journey.reveal().settle_all().accept()
    action = Action("", "", 1, "Fællesmøde", deadline=date(2027, 1, 31), baseline=Decimal("7.5"))
    measured = (Measurement("", date(2027, 1, 5), Decimal("6.5")),)
    new = NewAction(action, ("k1.1",), ("For lidt tid",), ("Bo",), (), ("MED",), measured, ("Aftalt",))
    journey.file.do(plans.put_actions, journey.id, [new])
    journey.file.close()
    return journey


def test_a_file_of_version_1_opens_and_keeps_everything(journey: Journey) -> None:
    take_back(journey.path, 1)
    assert inspect(journey.path).version == 1
    before = content(journey.path)
    assert {"action_note", "gathered_statement", "answer"} <= {name for name, rows in before.items() if rows}
    with open_file(journey.path) as file:
        assert file.undo_label is None
        [planned] = file.ask(plans.plan, journey.id)
        assert [(note.text, note.status) for note in planned.notes] == [("Aftalt", None)]
        first = file.ask(meeting.items, journey.id)[0]
        assert {kind: [each.text for each in texts] for kind, texts in first.statements.items() if texts} == {
            "strength": ["Faste møder"],
            "area": ["For lidt tid"],
        }
    after = content(journey.path)
    ways = [answer.pop("way") for answer in after["answer"]]
    assert set(ways) == {"table"}, "each answer has the way of the set it was in"
    assert {each.pop("way") for each in before["answer_set"]} == {"csv"}, "which is named anew"
    assert {each.pop("way") for each in after["answer_set"]} == {"table"}
    chosen = [(each.pop("few_dots"), each.pop("speakers_named")) for each in after["evaluation"]]
    assert chosen == [(0, 0)], "nobody has chosen to see more"
    assert {each.pop("heading") for each in after["gathered_statement"]} == {""}
    assert {name: rows for name, rows in after.items() if name in before} == before
    new = {name: rows for name, rows in after.items() if name not in before}
    assert {"area_priority", "gathered_original", "planned_day"} <= new.keys()
    assert [name for name, rows in new.items() if rows] == []
    assert inspect(journey.path).version == FILE_SCHEMA.version


def test_a_file_of_version_3_takes_evidence_and_codes(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer("Bo", "k1.1", 3)
    journey.file.close()
    take_back(journey.path, 3)
    with open_file(journey.path) as file:
        bo = journey.people["Bo"]
        file.do(evidence.attach, journey.id, bo, "k1.1", "Referat.pdf", b"%PDF-1.7")
        file.do(own_code.set_code, journey.id, bo, "hest-42")
        assert [each.name for each in file.ask(evidence.own_attachments, journey.id, bo)] == ["Referat.pdf"]
        [answer] = file.ask(evaluations.own_answers, journey.id, bo).answers
        assert answer.way is Way.LAPTOP
    assert inspect(journey.path).version == FILE_SCHEMA.version
    assert len(list((tmp_path / "brugerdata").rglob("*.kvikdb"))) == 1, "with a copy of it as it was"
