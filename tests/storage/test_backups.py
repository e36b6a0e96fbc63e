"""Backups are made when something has changed, verified, thinned out and found again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage.backups import NEWEST
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import OK, inspect
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.restoring import restore
from tests.storage.things import Hands, Thing, cabinet, new_file, put_thing, things


def saved(folder: Path, clock: Hands, *numbers: int) -> Path:
    """A closed file with these things, saved one a minute."""
    path = folder / "skole.kvikdb"
    with (
        EvaluationFile.open(path, cabinet(folder, clock)) if path.exists() else new_file(folder, clock)
    ) as file:
        for number in numbers:
            clock.wind(minutes=1)
            file.do(put_thing, Thing(number))
    return path


def numbers_in(path: Path, folder: Path) -> list[int]:
    with EvaluationFile.open(path, cabinet(folder), Access.READ) as file:
        return [thing.id for thing in things(file)]


def test_opening_backs_up_what_has_changed_and_only_that(tmp_path: Path) -> None:
    clock = Hands()
    kept = cabinet(tmp_path, clock)
    path = saved(tmp_path, clock, 1)
    assert kept.backups.of(path) == ()
    for expected in (1, 1, 1):
        EvaluationFile.open(path, kept).close()
        assert len(kept.backups.of(path)) == expected
    EvaluationFile.open(path, kept, Access.READ).close()
    saved(tmp_path, clock, 2)
    EvaluationFile.open(path, kept).close()
    newest, oldest = kept.backups.of(path)
    assert newest.path.name == "20261122T120200Z.kvikdb"
    assert newest.size == newest.path.stat().st_size
    assert numbers_in(newest.path, tmp_path) == [1, 2]
    assert numbers_in(oldest.path, tmp_path) == [1]


def test_two_backups_in_a_second_are_two_files(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        names = [file.backup().path.name for _ in range(3)]
        found = [backup.path.name for backup in cabinet(tmp_path).backups.of(file.path)]
    assert names == ["20261122T120000Z.kvikdb", "20261122T120000Z-2.kvikdb", "20261122T120000Z-3.kvikdb"]
    assert found == names[::-1]


def test_the_newest_and_one_a_day_are_kept(tmp_path: Path) -> None:
    clock = Hands(datetime(2026, 9, 1, 8, tzinfo=UTC))
    with new_file(tmp_path, clock) as file:
        for _ in range(60):
            for _ in range(3):
                clock.wind(hours=2)
                file.backup()
            clock.wind(hours=18)
        days = [backup.created for backup in cabinet(tmp_path, clock).backups.of(file.path)]
    latest = datetime(2026, 10, 30, 14, tzinfo=UTC)
    assert days[0] == latest
    assert len(days) == NEWEST + 27
    assert days[:NEWEST] == sorted(days[:NEWEST], reverse=True)
    assert {(day.hour, (latest - day).days <= 30) for day in days[NEWEST:]} == {(14, True)}


def test_a_backup_that_is_not_sound_gets_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def copy_badly(_source: Path, target: Path) -> None:
        target.write_bytes(file.path.read_bytes()[:-4096])

    monkeypatch.setattr("kvik_desktop.storage.inspection._copy", copy_badly)
    with new_file(tmp_path) as file:
        with pytest.raises(Problem, match="E_BACKUP"):
            file.backup()
        assert cabinet(tmp_path).backups.of(file.path) == ()
        file.do(put_thing, Thing(1))
    with EvaluationFile.open(file.path, cabinet(tmp_path)) as file:
        assert file.backup_problem is not None
        assert file.backup_problem.code == "E_BACKUP"
        assert things(file) == (Thing(1),)


def test_a_backup_that_has_no_place_does_not_keep_the_file_closed(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    (tmp_path / "backups").write_text("en fil, hvor mappen skulle være")
    with EvaluationFile.open(path, cabinet(tmp_path)) as file:
        assert file.backup_problem is not None
        assert file.backup_problem.code == "E_FILE_WRITE"
        file.do(put_thing, Thing(2))


def test_what_a_crash_left_half_made_is_cleared_away_after_an_hour(tmp_path: Path) -> None:
    clock = Hands(datetime.now(UTC))
    with new_file(tmp_path, clock) as file:
        folder = file.backup().path.parent
        (folder / ".abc.ny").write_bytes(b"halv")
        (tmp_path / ".skole.kvikdb.abc.ny").write_bytes(b"halv")
        (tmp_path / ".skole.kvikdb.abc.ny-journal").write_bytes(b"halv")
        file.backup()
        assert (folder / ".abc.ny").exists()
        clock.wind(hours=2)
        file.backup()
        assert not (folder / ".abc.ny").exists()
    file.path.unlink()
    new_file(tmp_path, clock).close()
    assert {entry.name for entry in tmp_path.iterdir()} == {"skole.kvikdb", "backups"}


def test_a_damaged_file_is_replaced_by_its_newest_backup_and_kept(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    saved(tmp_path, clock, 2)
    saved(tmp_path, clock, 3)
    damaged = b"\0" * 5000
    path.write_bytes(damaged)
    path.chmod(0o640)
    aside = restore(path, cabinet(tmp_path, clock))
    assert aside == tmp_path / "skole.foer-gendannelse-20261122T120300Z.kvikdb"
    assert aside.read_bytes() == damaged
    assert path.stat().st_mode & 0o777 == 0o640
    assert numbers_in(path, tmp_path) == [1, 2]
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, aside.name, "backups"}


def test_a_chosen_backup_and_a_lost_file(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    saved(tmp_path, clock, 2)
    saved(tmp_path, clock, 3)
    oldest = cabinet(tmp_path).backups.of(path)[-1].path
    path.unlink()
    assert restore(path, cabinet(tmp_path), oldest) is None
    assert numbers_in(path, tmp_path) == [1]


def test_restoring_twice_in_a_second_keeps_both(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    EvaluationFile.open(path, cabinet(tmp_path)).close()
    kept = {restore(path, cabinet(tmp_path)) for _ in range(3)}
    assert len(kept) == 3


def test_a_half_written_file_is_set_aside_together_with_its_journal(tmp_path: Path) -> None:
    """Otherwise the old journal would be played into the restored file."""
    path = saved(tmp_path, Hands(), *range(30))
    EvaluationFile.open(path, cabinet(tmp_path)).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE thing SET text = printf('%.5000c', 'y')")
        half = path.read_bytes()
        journal = path.with_name(f"{path.name}-journal").read_bytes()
        connection.execute("ROLLBACK")
    path.write_bytes(half)
    path.with_name(f"{path.name}-journal").write_bytes(journal)
    aside = restore(path, cabinet(tmp_path))
    assert aside is not None
    assert numbers_in(path, tmp_path) == list(range(30))
    assert inspect(path).integrity == OK
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == journal
    assert inspect(aside).integrity != OK


def test_without_a_backup_nothing_is_touched(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    before = path.read_bytes()
    with pytest.raises(Problem, match="E_NO_BACKUP"):
        restore(path, cabinet(tmp_path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(("content", "code"), [(b"brev", "E_NOT_OURS"), (None, "E_BACKUP")])
def test_a_bad_backup_is_refused(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = saved(tmp_path, Hands(), *range(20))
    before = path.read_bytes()
    bad = tmp_path / "kopi.kvikdb"
    bad.write_bytes(before[:-4096] if content is None else content)
    with pytest.raises(Problem, match=code):
        restore(path, cabinet(tmp_path), bad)
    assert path.read_bytes() == before
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, bad.name}


def test_an_open_file_is_not_replaced(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.backup()
        file.do(put_thing, Thing(1))
        with pytest.raises(Problem, match="E_LOCKED"):
            restore(file.path, cabinet(tmp_path))
        assert things(file) == (Thing(1),)


def test_another_file_that_took_the_place_has_no_part_in_the_old_backups(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    EvaluationFile.open(path, cabinet(tmp_path)).close()
    path.unlink()
    saved(tmp_path, Hands(), 2)
    assert cabinet(tmp_path).backups.of(path) == ()


def test_copies_of_a_file_share_backups_but_each_goes_back_to_its_own(tmp_path: Path) -> None:
    clock = Hands()
    path = saved(tmp_path, clock, 1)
    EvaluationFile.open(path, cabinet(tmp_path, clock)).close()
    copy = tmp_path / "kopi.kvikdb"
    with EvaluationFile.open(path, cabinet(tmp_path, clock)) as file:
        file.copy_to(copy)
        with pytest.raises(Problem, match="E_FILE_EXISTS"):
            file.copy_to(copy)
    clock.wind(minutes=1)
    with EvaluationFile.open(copy, cabinet(tmp_path, clock)) as file:
        file.do(put_thing, Thing(2))
        clock.wind(minutes=1)
        file.backup()
    assert len(cabinet(tmp_path).backups.of(path)) == 3
    path.write_bytes(b"")
    restore(path, cabinet(tmp_path, clock))
    assert numbers_in(path, tmp_path) == [1]
    restore(copy, cabinet(tmp_path, clock))
    assert numbers_in(copy, tmp_path) == [1, 2]


def test_backups_are_for_their_owner_alone(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        backup = file.backup().path
    assert backup.parent.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: Path, _target: Path) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    path = saved(tmp_path, Hands(), 1)
    EvaluationFile.open(path, cabinet(tmp_path)).close()
    before = path.read_bytes()
    monkeypatch.setattr("kvik_desktop.storage.inspection._copy", full)
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        restore(path, cabinet(tmp_path))
    assert path.read_bytes() == before
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, "backups"}
    with EvaluationFile.open(path, cabinet(tmp_path)) as file, pytest.raises(Problem) as caught:
        file.backup()
    assert caught.value.code == "E_FILE_WRITE"
    assert caught.value.message.values["name"] == "backups", "it is not the file itself that was not saved"


def test_a_copy_from_elsewhere_is_restored_where_no_backup_was_ever_made(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    copy = path.rename(tmp_path / "kopi.kvikdb")
    path.write_bytes(b"x")
    aside = restore(path, cabinet(tmp_path / "ny computer"), copy)
    assert aside is not None
    with EvaluationFile.open(path, cabinet(tmp_path / "ny computer")) as file:
        assert things(file) == (Thing(1),)
        file.delete_backups()
    assert not aside.exists(), "it is deleted with the backups, since it may hold what is to be forgotten"


def test_backups_that_cannot_be_read_do_not_keep_the_file_closed(tmp_path: Path) -> None:
    path = saved(tmp_path, Hands(), 1)
    kept = cabinet(tmp_path / ("x" * 300))
    with EvaluationFile.open(path, kept) as file:
        assert file.backup_problem is not None
        assert file.backup_problem.code == "E_FILE_WRITE"
        with pytest.raises(Problem, match="E_FILE_WRITE"):
            file.delete_backups()
    assert kept.backups.of(path) == ()
