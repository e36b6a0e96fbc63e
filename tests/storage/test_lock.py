"""Only one process writes; the next is told who does, and may read. A crash leaves no lock that matters."""

from __future__ import annotations

import errno
import getpass
import os
import shutil
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import lock
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.opening import Access
from tests.storage.processes import become_nobody, child
from tests.storage.things import NOON, Thing, cabinet, new_file, put_thing, things


def hold(pipe: Connection, folder: Path) -> None:
    """Open the file for writing, save what comes through the pipe, and close it at the word None."""
    with EvaluationFile.open(folder / "skole.kvikdb", cabinet(folder)) as file:
        pipe.send("open")
        while (number := pipe.recv()) is not None:
            file.do(put_thing, Thing(number))
            pipe.send("saved")
    pipe.send("closed")


def read_without_rights(pipe: Connection, folder: Path, access: Access) -> None:
    """Open the file as somebody who may not write there, and tell what is found."""
    become_nobody()
    try:
        with EvaluationFile.open(folder / "skole.kvikdb", cabinet(folder / "none"), access) as file:
            pipe.send((things(file), file.read_only, file.holder))
    except Problem as problem:
        pipe.send(problem.code)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file with nothing in it."""
    new_file(tmp_path).close()
    return tmp_path


def test_the_second_is_told_who_writes_and_can_read_along(folder: Path) -> None:
    path = folder / "skole.kvikdb"
    with child(hold, folder) as other:
        assert other.pipe.recv() == "open"
        with pytest.raises(Problem) as caught:
            EvaluationFile.open(path, cabinet(folder))
        assert caught.value.code == "E_LOCKED"
        assert caught.value.message.values["who"] == getpass.getuser()
        assert caught.value.message.values["since"] == NOON
        with EvaluationFile.open(path, cabinet(folder), Access.WRITE_IF_FREE) as file:
            assert file.read_only
            assert file.holder == lock.Holder(getpass.getuser(), NOON)
            other.pipe.send(4)
            assert other.pipe.recv() == "saved"
            assert things(file) == (Thing(4),)
            with pytest.raises(Problem) as caught:
                file.do(put_thing, Thing(5))
            assert caught.value.code == "E_LOCKED"
        other.pipe.send(None)
        assert other.pipe.recv() == "closed"
    with EvaluationFile.open(path, cabinet(folder), Access.WRITE_IF_FREE) as file:
        assert not file.read_only
        assert file.holder is None


def test_a_lock_that_a_crash_left_is_no_obstacle(folder: Path) -> None:
    with child(hold, folder) as other:
        assert other.pipe.recv() == "open"
        other.kill()
    assert (folder / "skole.kvikdb.laas").exists()
    EvaluationFile.open(folder / "skole.kvikdb", cabinet(folder)).close()
    assert not (folder / "skole.kvikdb.laas").exists()


def test_a_closed_file_is_alone(folder: Path) -> None:
    with EvaluationFile.open(folder / "skole.kvikdb", cabinet(folder)) as file:
        file.do(put_thing, Thing(1))
    file.close()
    assert {entry.name for entry in folder.iterdir()} == {"skole.kvikdb", "backups"}


def test_opening_twice_in_one_process_is_refused_too(folder: Path) -> None:
    path = folder / "skole.kvikdb"
    with EvaluationFile.open(path, cabinet(folder)) as file:
        for _ in range(2):
            with pytest.raises(Problem, match="E_LOCKED"):
                EvaluationFile.open(path, cabinet(folder))
        file.do(put_thing, Thing(1))


def test_a_lock_whose_file_was_just_removed_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one before us closes between our opening the lock file and our locking it."""
    path = folder / "skole.kvikdb"
    first = lock.take(path, FixedClock(NOON))
    assert isinstance(first, lock.Lock)
    once = iter([first.release])
    try_lock = lock._try_lock

    def release_first(handle: int) -> bool:
        for release in once:
            release()
        return try_lock(handle)

    monkeypatch.setattr(lock, "_try_lock", release_first)
    second = lock.take(path, FixedClock(NOON))
    monkeypatch.undo()
    assert isinstance(second, lock.Lock)
    assert isinstance(lock.take(path, FixedClock(NOON)), lock.Taken)
    second.release()


def test_somebody_who_has_not_yet_said_who_they_are_is_there_all_the_same(folder: Path) -> None:
    path = folder / "skole.kvikdb"
    held = lock.take(path, FixedClock(NOON))
    assert isinstance(held, lock.Lock)
    lock.lock_path(path).write_bytes(b"")
    with pytest.raises(Problem) as caught:
        EvaluationFile.open(path, cabinet(folder))
    assert caught.value.code == "E_LOCKED"
    held.release()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter and nobody but its owner may write in."""
    folder = Path(tempfile.mkdtemp())
    with EvaluationFile.create(folder / "skole.kvikdb", cabinet(folder)) as file:
        file.do(put_thing, Thing(1))
    (folder / "skole.kvikdb").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("access", [Access.READ, Access.WRITE_IF_FREE])
def test_a_file_where_nothing_can_be_written_can_be_read(open_folder: Path, access: Access) -> None:
    with child(read_without_rights, open_folder, access) as other:
        assert other.pipe.recv() == ((Thing(1),), True, None)


def test_a_file_where_nothing_can_be_written_is_not_opened_for_writing(open_folder: Path) -> None:
    with child(read_without_rights, open_folder, Access.WRITE) as other:
        assert other.pipe.recv() == "E_READ_ONLY"


def test_what_a_crash_left_half_written_is_not_read_where_it_cannot_be_finished(open_folder: Path) -> None:
    journal = open_folder / "skole.kvikdb-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 504)
    journal.chmod(0o444)
    with child(read_without_rights, open_folder, Access.READ) as other:
        assert other.pipe.recv() == "E_UNFINISHED"


def test_where_nobody_may_look_everything_is_a_problem(open_folder: Path) -> None:
    open_folder.chmod(0o600)
    for access in Access:
        with child(read_without_rights, open_folder, access) as other:
            assert other.pipe.recv() == "E_FILE"
    with child(make_without_rights, open_folder) as other:
        assert other.pipe.recv() == "E_FILE_WRITE"


def make_without_rights(pipe: Connection, folder: Path) -> None:
    """Make a file as somebody who may not look into the folder."""
    become_nobody()
    try:
        EvaluationFile.create(folder / "ny.kvikdb", cabinet(folder / "none"))
    except Problem as problem:
        pipe.send(problem.code)


def test_a_full_disk_is_told_as_such_and_leaves_no_lock(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", full)
    path = folder / "skole.kvikdb"
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        EvaluationFile.open(path, cabinet(folder))
    with EvaluationFile.open(path, cabinet(folder), Access.WRITE_IF_FREE) as file:
        assert file.read_only
    assert [entry.name for entry in folder.iterdir()] == [path.name]
