"""What is not ours, too new or damaged is refused with a sentence, and nothing is written to it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.storage.connections import address_of
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.journal import CHANGE_LOG
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.schema import CENTRAL_MARK, FILE_MARK
from tests.storage.things import SCHEMA, Thing, cabinet, new_file, put_thing, things


def sql(path: Path, *statements: str) -> None:
    """Change a database behind our back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def state(path: Path) -> tuple[str, int, set[str]]:
    """What must not change: bytes, time, and what lies beside."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return digest, path.stat().st_mtime_ns, {entry.name for entry in path.parent.iterdir()}


def refused(path: Path, folder: Path, access: Access = Access.WRITE) -> Problem:
    """The problem with which a file is refused; nothing has been written."""
    before = state(path)
    with pytest.raises(Problem) as caught:
        EvaluationFile.open(path, cabinet(folder), access)
    assert state(path) == before
    return caught.value


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A sound file with a few pages in it, closed, and no backup of it yet."""
    with new_file(tmp_path) as file:
        for number in range(40):
            file.do(put_thing, Thing(number, "ord " * 200))
    return file.path


def write(data: bytes) -> Callable[[Path], object]:
    """A file with this in it."""
    return lambda path: path.write_bytes(data)


FOREIGN: dict[str, Callable[[Path], object]] = {
    "text": write(b"Dette er et brev.\n" * 40),
    "short": write(b"PK\x03\x04"),
    "pdf": write(b"%PDF-1.7\n" + b"\0" * 4000),
    "zeros": write(b"\0" * 8192),
    "database of somebody else": lambda path: sql(path, "CREATE TABLE t (x)"),
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "central database": lambda path: sql(
        path, f"PRAGMA application_id={CENTRAL_MARK}", "CREATE TABLE thing (id)"
    ),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_not_ours_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "fremmed.kvikdb"
    FOREIGN[kind](path)
    for access in Access:
        assert refused(path, tmp_path, access).code == "E_NOT_OURS"


def test_a_foreign_database_gets_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "fremmed.kvikdb"
    sql(path, "PRAGMA journal_mode=WAL", "CREATE TABLE t (x)")
    for access in Access:
        assert refused(path, tmp_path, access).code == "E_NOT_OURS"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="E_FILE"):
        EvaluationFile.open(tmp_path / "ingen.kvikdb", cabinet(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_newer_file_is_refused(tmp_path: Path, whole: Path) -> None:
    sql(whole, f"PRAGMA user_version={SCHEMA.version + 1}")
    for access in Access:
        problem = refused(whole, tmp_path, access)
        assert problem.code == "E_FILE_NEWER"
        assert "Opdatér programmet" in Translator()(problem.action)


@pytest.mark.parametrize("left", [0, 1, 15, 16, 50, 99, 100, 4095, 4096, 5000, 8192, -4096, -1])
def test_a_cut_file_is_damaged(tmp_path: Path, whole: Path, left: int) -> None:
    whole.write_bytes(whole.read_bytes()[:left])
    for access in Access:
        problem = refused(whole, tmp_path, access)
        assert problem.code == "E_DAMAGED"
        assert "ingen sikkerhedskopi" in Translator()(problem.action)


@pytest.mark.parametrize("start", [0, 16, 100, 4096])
def test_a_damaged_file_is_refused_and_its_backup_named(tmp_path: Path, whole: Path, start: int) -> None:
    with EvaluationFile.open(whole, cabinet(tmp_path)):
        pass
    data = bytearray(whole.read_bytes())
    data[start : start + 3000] = b"\xaa" * 3000
    whole.write_bytes(data)
    for access in Access:
        problem = refused(whole, tmp_path, access)
        assert problem.code == "E_DAMAGED"
        assert "20261122T120000Z.kvikdb" in Translator()(problem.action)


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE thing",
        "ALTER TABLE thing RENAME COLUMN text TO tekst",
        "DELETE FROM meta",
        "UPDATE meta SET file_id = '../../andre/' || file_id",
        "INSERT INTO meta SELECT upper(file_id), created, program_version, NULL FROM meta",
        "INSERT INTO part (thing, name) VALUES (99, 'uden sin ting')",
        f"DROP TABLE {CHANGE_LOG.name}",
    ],
)
def test_a_file_whose_tables_are_not_as_they_should_be_is_damaged(
    tmp_path: Path, whole: Path, change: str
) -> None:
    sql(whole, change)
    assert refused(whole, tmp_path).code == "E_DAMAGED"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_is_refused_in_words_or_does_no_harm(
    tmp_path: Path, whole: Path, data: st.DataObject
) -> None:
    content = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1) | st.integers(0, 200))
        content[place] = data.draw(st.integers(0, 255))
    path = whole.with_name("skadet.kvikdb")
    path.write_bytes(content)
    before = state(path)
    try:
        EvaluationFile.open(path, cabinet(tmp_path), Access.READ).close()
    except Problem as problem:
        assert problem.code in {"E_DAMAGED", "E_NOT_OURS", "E_FILE_NEWER", "E_FILE_OLDER"}
    assert state(path) == before


def test_a_file_that_another_tool_has_set_to_wal_comes_back_as_one_file(tmp_path: Path, whole: Path) -> None:
    sql(whole, "PRAGMA journal_mode=WAL")
    with EvaluationFile.open(whole, cabinet(tmp_path)) as file:
        file.do(put_thing, Thing(99))
    assert {entry.name for entry in tmp_path.iterdir()} == {"skole.kvikdb", "backups"}
    assert whole.read_bytes()[18:20] == b"\1\1"


def test_a_copy_of_the_open_file_is_complete_after_each_commit(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        for number in range(5):
            file.do(put_thing, Thing(number, "x" * 9000))
            copy = tmp_path / "stick" / "kopi.kvikdb"
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(file.path.read_bytes())
            with EvaluationFile.open(copy, cabinet(tmp_path), Access.READ) as copied:
                assert things(copied) == things(file)


def test_a_new_file_is_ours_and_not_made_over_another(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(put_thing, Thing(1))
    header = file.path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == FILE_MARK
    assert int.from_bytes(header[60:64], "big") == SCHEMA.version
    before = state(file.path)
    with pytest.raises(Problem, match="E_FILE_EXISTS"):
        new_file(tmp_path)
    assert state(file.path) == before


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise ValueError("nej")

    with pytest.raises(ValueError, match="nej"):
        EvaluationFile.create(tmp_path / "a.kvikdb", cabinet(tmp_path), fail)  # type: ignore[arg-type]  # never returns
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        EvaluationFile.create(tmp_path / "ingen" / "a.kvikdb", cabinet(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_journal_whose_file_is_gone_is_not_played_into_a_new_one(tmp_path: Path, whole: Path) -> None:
    """SQLite would otherwise believe that a crash had left the new file half written."""
    old = whole.read_bytes()
    with closing(sqlite3.connect(whole, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE thing SET text = 'y' || text")
        journal = whole.with_name("skole.kvikdb-journal").read_bytes()
        connection.execute("ROLLBACK")
    assert len(journal) > 4096
    assert whole.read_bytes() == old
    whole.unlink()
    whole.with_name("skole.kvikdb-journal").write_bytes(journal)
    with new_file(tmp_path) as file:
        assert things(file) == ()
    assert {entry.name for entry in tmp_path.iterdir()} == {"skole.kvikdb"}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/a b/ø?#%.kvikdb"), "file:///a%20b/%C3%B8%3F%23%25.kvikdb"),
        (PureWindowsPath(r"C:\Skole\a.kvikdb"), "file:///C%3A/Skole/a.kvikdb"),
        (PureWindowsPath(r"\\server\drev\a.kvikdb"), "file:////server/drev/a.kvikdb"),
    ],
)
def test_a_path_becomes_an_address_that_sqlite_understands(path: PurePath, address: str) -> None:
    assert address_of(path) == address


def test_names_with_odd_characters_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "Børnehuset? #1 100% 'a'.kvikdb"
    with EvaluationFile.create(path, cabinet(tmp_path)) as file:
        file.do(put_thing, Thing(1))
    with EvaluationFile.open(path, cabinet(tmp_path)) as file:
        assert things(file) == (Thing(1),)
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, "backups"}


@pytest.mark.parametrize("letters", [248, 250, 300])
def test_a_name_that_is_too_long_is_a_problem(tmp_path: Path, letters: int) -> None:
    path = tmp_path / ("x" * letters)
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        EvaluationFile.create(path, cabinet(tmp_path))
    with pytest.raises(Problem, match="E_FILE"):
        EvaluationFile.open(path, cabinet(tmp_path), Access.READ)
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_a_lock_beside_it_can_still_be_read(tmp_path: Path, whole: Path) -> None:
    path = whole.rename(tmp_path / ("x" * 252))
    EvaluationFile.open(path, cabinet(tmp_path), Access.READ).close()
    problem = refused(path, tmp_path, Access.WRITE)
    assert problem.code == "E_FILE_WRITE"
    assert "navnet er for langt" in Translator()(problem.message)


def test_a_row_that_cannot_be_understood_is_damage(tmp_path: Path, whole: Path) -> None:
    sql(whole, "UPDATE thing SET text = x'ff'")
    with EvaluationFile.open(whole, cabinet(tmp_path)) as file, pytest.raises(Problem, match="E_DAMAGED"):
        things(file)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_file_that_is_moved_while_it_is_open_is_not_written_to(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        moved = file.path.rename(tmp_path / "andetsteds.kvikdb")
        with pytest.raises(Problem, match="E_FILE_GONE"):
            file.do(put_thing, Thing(1))
        moved.rename(file.path)
        file.do(put_thing, Thing(2))
        assert [thing.id for thing in things(file)] == [2]
