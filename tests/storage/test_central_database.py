"""The coordinator's database: made when it is missing, shared with readers, never somebody else's file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage.central_database import CentralDatabase, path_of
from kvik_desktop.storage.inspection import inspect
from kvik_desktop.storage.schema import CENTRAL_MARK
from kvik_desktop.storage.work import Transaction
from tests.storage.killed import CENTRAL
from tests.storage.processes import child
from tests.storage.test_migration import LATER
from tests.storage.test_opening import FOREIGN, state
from tests.storage.things import NOON, THING, THINGS, Thing, new_file

CLOCK = FixedClock(NOON)


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'central.db'}"


def opened(folder: Path) -> CentralDatabase:
    return CentralDatabase.open(url(folder), CLOCK, CENTRAL)


def add(work: Transaction, *things: Thing) -> Change[int]:
    work.execute(insert(THING), [THINGS.row(thing) for thing in things])
    return changed(Kind.CENTRAL, value=len(things))


def numbers(work: Transaction) -> list[int]:
    return [thing.id for thing in THINGS.all(work, order_by=THING.c.id)]


def read_between(pipe: Connection, folder: Path) -> None:
    """Look twice inside one query, with a word from outside in between."""

    def look_twice(work: Transaction) -> tuple[list[int], list[int]]:
        first = numbers(work)
        pipe.send("looked")
        pipe.recv()
        return first, numbers(work)

    with opened(folder) as database:
        pipe.send(database.ask(look_twice))


def test_it_is_made_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "ny mappe"
    with opened(folder) as database:
        assert database.do(add, *(Thing(n) for n in range(3))).value == 3
    with opened(folder) as database:
        assert database.ask(numbers) == [0, 1, 2]
    assert [entry.name for entry in folder.iterdir()] == ["central.db"]
    header = (folder / "central.db").read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == CENTRAL_MARK


def test_a_use_case_that_fails_has_not_happened(tmp_path: Path) -> None:
    def fail(work: Transaction) -> Change[None]:
        add(work, Thing(1))
        raise ValueError("midt i det hele")

    with opened(tmp_path) as database:
        with pytest.raises(ValueError, match="midt"):
            database.do(fail)
        database.do(add, Thing(2))
        assert database.ask(numbers) == [2]


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    with opened(tmp_path) as database, child(read_between, tmp_path) as reader:
        database.do(add, Thing(1))
        assert reader.pipe.recv() == "looked"
        database.do(add, Thing(2))
        reader.pipe.send("go on")
        first, second = reader.pipe.recv()
    assert first == second


def test_many_rows_go_in_at_once(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        database.do(add, *(Thing(n) for n in range(5000)))
        count = database.ask(lambda work: work.execute(select(func.count()).select_from(THING)).scalar_one())
    assert count == 5000


@pytest.mark.parametrize("kind", [kind for kind in FOREIGN if kind != "central database"])
def test_what_is_not_ours_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "central.db"
    FOREIGN[kind](path)
    before = state(path)
    with pytest.raises(Problem, match="E_NOT_OURS"):
        opened(tmp_path)
    assert state(path) == before


def test_an_evaluation_file_is_not_a_central_database(tmp_path: Path) -> None:
    new_file(tmp_path).close()
    with pytest.raises(Problem, match="E_NOT_OURS"):
        CentralDatabase.open(f"sqlite:///{tmp_path / 'skole.kvikdb'}", CLOCK, CENTRAL)


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    opened(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "central.db")) as connection:
        connection.execute("PRAGMA user_version=2")
    before = state(tmp_path / "central.db")
    with pytest.raises(Problem, match="E_FILE_NEWER"):
        opened(tmp_path)
    assert state(tmp_path / "central.db") == before


def test_an_empty_file_and_a_damaged_one_are_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "central.db"
    path.write_bytes(b"")
    with pytest.raises(Problem, match="E_DAMAGED"):
        opened(tmp_path)
    path.unlink()
    with opened(tmp_path) as database:
        database.do(add, Thing(1))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xaa" * (len(data) - 4096))
    with pytest.raises(Problem, match="E_DAMAGED"), opened(tmp_path) as database:
        database.ask(numbers)


def test_an_older_database_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        database.do(add, Thing(1, "a"))
    later = replace(CENTRAL, metadata=LATER, version=2)
    with CentralDatabase.open(url(tmp_path), CLOCK, later) as database:
        assert database.ask(THINGS.all) == (Thing(1, "a!"),)
    kept = tmp_path / "central.foer-opdatering-20261122T120000Z.db"
    assert inspect(kept).version == 1
    assert inspect(tmp_path / "central.db").version == 2


@pytest.mark.parametrize(
    "address",
    ["noget", "sqlite://", "sqlite:///:memory:", "mysql://x/y", "postgresql+psycopg://u:hemmelig@h/d"],
)
def test_an_address_that_cannot_be_used_is_a_problem(address: str) -> None:
    with pytest.raises(Problem) as caught:
        path_of(address)
    assert caught.value.code == "E_DATABASE_URL"
    assert "hemmelig" not in str(caught.value.message.values)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_one_that_is_gone_is_not_written_to(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        (tmp_path / "central.db").rename(tmp_path / "andet.db")
        with pytest.raises(Problem, match="E_FILE_GONE"):
            database.do(add, Thing(1))
        (tmp_path / "andet.db").rename(tmp_path / "central.db")
        database.do(add, Thing(2))
        assert database.ask(numbers) == [2]
