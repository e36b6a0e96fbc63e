"""What a use case can do in its transaction, and what it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Integer, MetaData, Table, insert

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.lock import lock_path
from kvik_desktop.storage.statements import TableStatements
from kvik_desktop.storage.work import CHUNK, Transaction, Work
from tests.storage.things import (
    NOON,
    PARTS,
    THING,
    THINGS,
    Part,
    Thing,
    cabinet,
    counting_ids,
    new_file,
    put_thing,
    things,
)


def test_a_use_case_that_fails_has_not_happened(tmp_path: Path) -> None:
    def fail(work: Work) -> Change[None]:
        put_thing(work, Thing(2))
        raise ValueError("midt i det hele")

    with new_file(tmp_path) as file:
        file.do(put_thing, Thing(1))
        with pytest.raises(ValueError, match="midt"):
            file.do(fail)
        assert things(file) == (Thing(1),)
        file.do(put_thing, Thing(3))
        assert things(file) == (Thing(1), Thing(3))


@pytest.mark.parametrize("writes", [False, True])
def test_ctrl_c_in_the_middle_of_a_statement_undoes_it_and_closes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: bool
) -> None:
    """SQLAlchemy throws its connection away when a statement is interrupted."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def put_and_look(work: Work) -> Change[None]:
        put_thing(work, Thing(2))
        monkeypatch.setattr("sqlalchemy.engine.default.DefaultDialect.do_execute", interrupt)
        THINGS.all(work)
        return changed(value=None)

    with pytest.raises(KeyboardInterrupt), new_file(tmp_path) as file:
        file.do(put_thing, Thing(1))
        if not writes:
            monkeypatch.setattr("sqlalchemy.engine.default.DefaultDialect.do_execute", interrupt)
            things(file)
        file.do(put_and_look)
    monkeypatch.undo()
    assert not lock_path(file.path).exists()
    with EvaluationFile.open(file.path, cabinet(tmp_path)) as again:
        assert things(again) == (Thing(1),)
    assert {entry.name for entry in tmp_path.iterdir()} == {file.path.name, "backups"}


def test_a_use_case_sees_what_it_has_written(tmp_path: Path) -> None:
    def put_twice(work: Work) -> Change[tuple[Thing, ...]]:
        put_thing(work, Thing(1, "a"))
        put_thing(work, Thing(1, "b"))
        THINGS.put_many(work, [Thing(1, "c"), Thing(2, "d")])
        THINGS.remove(work, 2)
        THINGS.remove(work, 3)
        return changed(value=THINGS.all(work))

    with new_file(tmp_path) as file:
        assert file.do(put_twice).value == (Thing(1, "c"),)


def test_many_rows_go_in_at_once_and_replace_those_with_their_keys(tmp_path: Path) -> None:
    def put_many(work: Work, text: str) -> Change[None]:
        THINGS.put_many(work, (Thing(n, text) for n in range(2 * CHUNK + 1)))
        PARTS.put_many(work, (Part(n, "del") for n in range(CHUNK + 1)))
        return changed(value=None)

    with new_file(tmp_path) as file:
        file.do(put_many, "før")
        file.do(put_many, "efter")
        assert things(file) == tuple(Thing(n, "efter") for n in range(2 * CHUNK + 1))
        assert len(file.ask(PARTS.all)) == CHUNK + 1


def test_nothing_is_written_past_the_journal(tmp_path: Path) -> None:
    def write(work: Work) -> Change[None]:
        work.execute(insert(THING), {"id": 1})
        return changed(value=None)

    with new_file(tmp_path) as file:
        with pytest.raises(TypeError):
            file.do(write)
        with pytest.raises(RuntimeError):
            file.ask(put_thing, Thing(1))
        assert things(file) == ()


def test_a_use_case_is_given_the_clock_the_actor_and_new_ids(tmp_path: Path) -> None:
    kept = cabinet(tmp_path)
    kept = type(kept)(kept.schema, kept.clock, kept.backups_folder, counting_ids())

    def look(work: Work) -> tuple[object, ...]:
        return work.now(), work.actor, work.new_id(), work.new_id()

    with EvaluationFile.create(tmp_path / "a.kvikdb", kept) as file, file.acting_as("anna"):
        assert file.file_id == "00000000000000010000000000000002"
        assert file.ask(look) == (NOON, "anna", "0000000000000003", "0000000000000004")


def test_random_ids_are_sixteen_digits_and_differ(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        ids = {file.ask(lambda work: work.new_id()) for _ in range(20)}
    assert len(ids) == 20
    assert all(len(bytes.fromhex(one)) == 8 for one in ids)


def test_a_column_of_another_type_is_our_bug() -> None:
    table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("b", Boolean))
    with pytest.raises(TypeError, match=r"t\.b"):
        TableStatements(table)


def test_saving_one_row_runs_few_statements(tmp_path: Path) -> None:
    """BEGIN, the row before, the row, the newest step, the step, its change, COMMIT."""
    ran: list[str] = []
    with new_file(tmp_path) as file:
        file.do(put_thing, Thing(1))
        raw = file._connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(ran.append)
        file.do(put_thing, Thing(1, "ny"))
        raw.set_trace_callback(None)
    assert len(ran) == 7, ran


def test_kinds_reach_the_caller(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        change = file.do(put_thing, Thing(1))
    assert change.kinds == {Kind.ANSWERS}
    assert change.value == Thing(1)


def keep_data(work: Work, number: int, data: bytes) -> Change[None]:
    work.keep(THING, {"id": number, "data": data})
    return changed(Kind.ANSWERS, value=None, undo=say("behold"))


def test_what_is_kept_once_stays_out_of_the_journal_and_is_not_written_over(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(keep_data, 1, b"x" * 100_000)
        file.do(keep_data, 1, b"andet")
        assert things(file) == (Thing(1, data=b"x" * 100_000),)
        assert file.undo_label is None
        assert file.path.stat().st_size < 200_000


def test_what_is_kept_is_discarded_only_where_undo_cannot_miss_it(tmp_path: Path) -> None:
    def discard(work: Work, *, is_border: bool) -> Change[None]:
        if is_border:
            work.border()
        work.discard(THING, 1)
        return changed(Kind.ANSWERS, value=None)

    with new_file(tmp_path) as file:
        file.do(keep_data, 1, b"x")
        with pytest.raises(RuntimeError, match="border"):
            file.do(discard, is_border=False)
        file.do(discard, is_border=True)
        assert things(file) == ()


def test_a_question_that_keeps_something_is_our_bug(tmp_path: Path) -> None:
    with new_file(tmp_path) as file, pytest.raises(RuntimeError, match="writes"):
        file.ask(keep_data, 1, b"x")


def test_what_never_changes_is_read_once_while_the_file_is_open(tmp_path: Path) -> None:
    asked: list[str] = []

    def read() -> str:
        asked.append("læst")
        return "indhold"

    def look(work: Transaction) -> str:
        return work.remembered("navn", read)

    with new_file(tmp_path) as file:
        assert [file.ask(look), file.ask(look)] == ["indhold", "indhold"]
    assert len(asked) == 1
    with EvaluationFile.open(tmp_path / "skole.kvikdb", cabinet(tmp_path)) as again:
        again.ask(look)
    assert len(asked) == 2
