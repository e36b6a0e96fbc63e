"""How a file is found before it is opened, by real files and processes that are killed; nothing is lost."""

from __future__ import annotations

import errno
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import lock
from kvik_desktop.storage.backups import Backups
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import journal_of
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.recovery import Condition, go_back, keep, last_saved, look
from tests.storage import killed
from tests.storage.processes import child
from tests.storage.test_backups import numbers_in, saved
from tests.storage.test_lock import hold
from tests.storage.things import NOON, THINGS, Hands, Thing, cabinet, new_file, put_thing

KILLS = 6
"""Half as many are to die in the middle of a commit; ten times as many are started at most."""


def session(path: Path, clock: Hands, *numbers: int) -> None:
    """Open the file, save these things one a minute, and close it."""
    with EvaluationFile.open(path, cabinet(path.parent, clock)) as file:
        for number in numbers:
            clock.wind(minutes=1)
            file.do(put_thing, Thing(number))


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another process has the file open."""
    with child(hold, folder) as other:
        assert other.pipe.recv() == "open"
        yield


def interrupted(folder: Path) -> Path:
    """A file whose program was killed while it was open, with one thing in it."""
    new_file(folder).close()
    with child(hold, folder) as other:
        assert other.pipe.recv() == "open"
        other.pipe.send(1)
        assert other.pipe.recv() == "saved"
        other.kill()
    return folder / "skole.kvikdb"


def test_what_was_closed_is_whole(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    found = look(path, cabinet(tmp_path))
    assert (found.condition, found.left, found.backups) == (Condition.WHOLE, None, ())
    assert last_saved(path) == datetime.fromisoformat("2026-11-22T12:01:00Z")


def test_a_file_whose_program_was_killed_says_whose_and_since_when(tmp_path: Path) -> None:
    path = interrupted(tmp_path)
    EvaluationFile.open(path, cabinet(tmp_path), Access.READ).close()  # as the start page does
    for _ in range(2):  # looking does not make it forgotten
        found = look(path, cabinet(tmp_path))
        assert found.condition is Condition.INTERRUPTED
        assert found.left is not None
        assert (found.left.who, found.left.since) == (lock.user_name(), NOON)
    keep(path, cabinet(tmp_path))
    assert look(path, cabinet(tmp_path)).condition is Condition.WHOLE
    assert numbers_in(path, tmp_path) == [1]
    assert not lock.lock_path(path).exists()


def test_a_file_that_somebody_has_open_is_left_alone(tmp_path: Path) -> None:
    new_file(tmp_path).close()
    with held(tmp_path):
        assert look(tmp_path / "skole.kvikdb", cabinet(tmp_path)).condition is Condition.WHOLE


def test_killed_in_the_middle_of_a_commit_it_is_rolled_back_and_told(tmp_path: Path) -> None:
    chance = random.Random(7)
    kept = killed.cabinet(tmp_path)
    path = tmp_path / "skole.kvikdb"
    EvaluationFile.create(path, kept).close()
    half_written = 0
    for _ in range(KILLS * 10):
        with child(killed.keep_saving, tmp_path) as other:
            confirmed = [other.pipe.recv() for _ in range(1 + chance.randrange(2))]
            other.kill_after(chance.uniform(0, 0.02))
            confirmed += other.received()
        is_half = journal_of(path).exists() and journal_of(path).stat().st_size > 0
        half_written += is_half
        if is_half:  # the start page has a look first, and rolls back
            EvaluationFile.open(path, kept, Access.READ).close()
        found = look(path, kept)
        assert found.condition is Condition.INTERRUPTED
        assert found.left is not None
        keep(path, kept)
        assert look(path, kept).condition is Condition.WHOLE, "it is asked once"
        with EvaluationFile.open(path, kept) as file:
            assert {thing.id for thing in file.ask(THINGS.all)} >= set(confirmed)
        if half_written >= KILLS // 2:
            break
    assert half_written, "no process was killed in the middle of its work"


def test_a_journal_without_a_lock_is_an_interruption_too(tmp_path: Path) -> None:
    """The file and its journal have been carried here from the computer that failed."""
    chance = random.Random(8)
    there, here = tmp_path / "der", tmp_path / "her"
    there.mkdir()
    path = there / "skole.kvikdb"
    EvaluationFile.create(path, killed.cabinet(there)).close()
    while not journal_of(path).exists() or not journal_of(path).stat().st_size:
        with child(killed.keep_saving, there) as other:
            other.pipe.recv()
            other.kill_after(chance.uniform(0, 0.02))
    here.mkdir()
    for each in (path, journal_of(path)):
        shutil.copyfile(each, here / each.name)
    found = look(here / path.name, killed.cabinet(here))
    assert (found.condition, found.left) == (Condition.INTERRUPTED, None)


def test_a_journal_that_was_just_begun_is_told_once(tmp_path: Path) -> None:
    """Killed before the journal was whole, nothing in the file had been changed: SQLite lets it lie."""
    path = interrupted(tmp_path)
    journal_of(path).write_bytes(b"\0" * 512 + b"side 1")
    assert look(path, cabinet(tmp_path)).condition is Condition.INTERRUPTED
    keep(path, cabinet(tmp_path))
    assert look(path, cabinet(tmp_path)).condition is Condition.WHOLE
    assert numbers_in(path, tmp_path) == [1]
    assert not journal_of(path).exists()


def test_the_journal_of_another_program_that_is_writing_is_left_to_it(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE thing SET text = 'rettet'")
        assert journal_of(path).stat().st_size
        keep(path, cabinet(tmp_path))
        assert journal_of(path).stat().st_size
        other.execute("ROLLBACK")
    with EvaluationFile.open(path, cabinet(tmp_path)) as file:
        assert [each.text for each in file.ask(THINGS.all)] != ["rettet"]


def test_an_old_copy_in_the_files_place_is_older_than_its_backup(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    old = path.read_bytes()
    session(path, clock, 2)
    session(path, clock)
    path.write_bytes(old)
    found = look(path, cabinet(tmp_path, clock))
    assert found.condition is Condition.OLDER
    assert found.proposed is not None
    assert numbers_in(found.proposed.path, tmp_path) == [1, 2]
    assert path.read_bytes() == old


def test_going_on_with_the_older_one_is_asked_only_once(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    old = path.read_bytes()
    session(path, clock, 2)
    session(path, clock)
    path.write_bytes(old)
    clock.wind(minutes=1)
    keep(path, cabinet(tmp_path, clock))
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE
    assert numbers_in(path, tmp_path) == [1]
    assert [numbers_in(each.path, tmp_path) for each in cabinet(tmp_path, clock).backups.of(path)][:2] == [
        [1],
        [1, 2],
    ]


def test_it_is_asked_only_once_also_where_the_clock_went_back(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    old = path.read_bytes()
    session(path, clock, 2)
    session(path, clock)
    path.write_bytes(old)
    clock.wind(days=-400)
    keep(path, cabinet(tmp_path, clock))
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE


def test_a_backup_that_was_gone_back_to_is_what_one_works_on(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    session(path, clock, 2)
    session(path, clock, 3)
    clock.wind(minutes=1)
    before = path.read_bytes()
    oldest = cabinet(tmp_path, clock).backups.of(path)[-1]
    aside = go_back(path, cabinet(tmp_path, clock), oldest.path)
    assert aside is not None
    assert aside.read_bytes() == before
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE
    session(path, clock, 4)
    assert numbers_in(path, tmp_path) == [1, 4]


def test_undoing_what_an_earlier_day_did_makes_no_file_older(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1, 2, 3)
    kept = cabinet(tmp_path, clock)
    with EvaluationFile.open(path, kept) as file:
        file.undo()
        file.undo()
    assert look(path, kept).condition is Condition.WHOLE
    session(path, clock, 4)
    assert numbers_in(path, tmp_path) == [1, 4]
    assert look(path, kept).condition is Condition.WHOLE


def test_a_file_that_has_gone_on_elsewhere_is_not_older(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    session(path, clock)
    elsewhere = tmp_path / "stik"
    elsewhere.mkdir()
    shutil.copyfile(path, elsewhere / path.name)
    session(elsewhere / path.name, clock, 2)
    shutil.copyfile(elsewhere / path.name, path)
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE


def test_a_moved_file_is_compared_with_what_it_was_and_a_copy_is_not(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    copy = tmp_path / "kopi.kvikdb"
    shutil.copyfile(path, copy)
    session(path, clock, 2)
    session(path, clock)
    assert look(copy, cabinet(tmp_path, clock)).condition is Condition.WHOLE
    path.unlink()
    assert look(copy, cabinet(tmp_path, clock)).condition is Condition.OLDER


def test_a_clock_that_was_wrong_makes_no_file_older(tmp_path: Path) -> None:
    clock = Hands(NOON.replace(year=2036))
    path = saved(tmp_path, clock, 1)
    session(path, clock)
    clock.at = NOON
    session(path, clock, 2)
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE


def test_a_file_that_is_gone_has_its_backups_still(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    session(path, clock)
    path.unlink()
    found = look(path, cabinet(tmp_path, clock))
    assert (found.condition, len(found.backups)) == (Condition.GONE, 1)
    assert found.proposed is not None
    assert cabinet(tmp_path, clock).backups.origin(found.proposed) == path
    assert look(tmp_path / "aldrig.kvikdb", cabinet(tmp_path, clock)).backups == ()
    assert go_back(path, cabinet(tmp_path, clock), found.proposed.path) is None
    assert numbers_in(path, tmp_path) == [1]


@pytest.mark.parametrize("data", [b"", b"x" * 5000, b"SQLite format 3\0" + b"\xff" * 4000])
def test_damage_at_the_beginning_is_seen_at_once(tmp_path: Path, data: bytes) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    session(path, clock)
    path.write_bytes(data)
    found = look(path, cabinet(tmp_path, clock))
    assert (found.condition, len(found.backups)) == (Condition.DAMAGED, 1)
    assert last_saved(path) is None
    assert path.read_bytes() == data


def test_damage_deep_inside_is_told_by_opening_and_stops_no_look(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    session(path, clock)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xaa" * (len(data) - 4096))
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE
    with pytest.raises(Problem, match="E_DAMAGED"):
        EvaluationFile.open(path, cabinet(tmp_path, clock))


def test_what_is_not_ours_is_left_alone_with_all_that_lies_beside_it(tmp_path: Path) -> None:
    """Another program's database that it was writing when it was killed: the journal is that program's."""
    path = tmp_path / "regnskab.kvikdb"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE post (tekst)")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        for _ in range(200):
            connection.execute("INSERT INTO post VALUES (printf('%.2000c', 'x'))")
        half, journal = path.read_bytes(), journal_of(path).read_bytes()
        connection.execute("ROLLBACK")
    path.write_bytes(half)
    journal_of(path).write_bytes(journal)
    with pytest.raises(Problem, match="E_NOT_OURS"):
        look(path, cabinet(tmp_path))
    assert (path.read_bytes(), journal_of(path).read_bytes()) == (half, journal)
    assert {each.name for each in tmp_path.iterdir()} == {path.name, journal_of(path).name}


def test_a_damaged_backup_makes_no_file_older(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    session(path, clock)
    for backup in cabinet(tmp_path, clock).backups.of(path):
        backup.path.write_bytes(b"\0" * 100)
    assert look(path, cabinet(tmp_path, clock)).condition is Condition.WHOLE


def test_a_backup_folder_that_cannot_be_used_keeps_nobody_out(tmp_path: Path) -> None:
    path = interrupted(tmp_path)
    nowhere = replace(cabinet(tmp_path), backups_folder=tmp_path / "fil" / "under")
    (tmp_path / "fil").write_text("en fil, hvor mappen skulle være")
    assert look(path, nowhere).condition is Condition.INTERRUPTED
    assert numbers_in(path, tmp_path) == [1]


def test_going_on_needs_no_backup(tmp_path: Path) -> None:
    """The disk is full, say: that there is no backup is told when the file is open."""
    path = interrupted(tmp_path)
    nowhere = replace(cabinet(tmp_path), backups_folder=tmp_path / "fil" / "under")
    (tmp_path / "fil").write_text("en fil, hvor mappen skulle være")
    keep(path, nowhere)
    assert look(path, nowhere).condition is Condition.WHOLE
    with EvaluationFile.open(path, nowhere) as file:
        assert file.backup_problem is not None


def test_going_on_with_the_older_one_is_told_where_it_would_be_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    old = path.read_bytes()
    session(path, clock, 2)
    session(path, clock)
    path.write_bytes(old)

    def no_room(*_: object) -> NoReturn:
        raise cannot_write(path, OSError(errno.ENOSPC, ""))

    monkeypatch.setattr(Backups, "make", no_room)
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        keep(path, cabinet(tmp_path, clock))


def test_an_empty_lock_says_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    lock.lock_path(path).write_bytes(b"")
    assert look(path, cabinet(tmp_path)).condition is Condition.WHOLE
