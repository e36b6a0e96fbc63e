"""What a crash left half made beside a file is found under its own name, and goes also where it is tight."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kvik_desktop.foundation.files import cannot_write, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import lock, under_way
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.lock import Holder
from tests.storage.killed import cabinet, die_before_the_name, put_with_parts
from tests.storage.processes import child


def made(folder: Path) -> Path:
    """A file with one thing in it."""
    folder.mkdir(exist_ok=True)
    path = folder / "skole.kvikdb"
    EvaluationFile.create(path, cabinet(folder), lambda work: put_with_parts(work, 0)).close()
    return path


def left_in(folder: Path) -> Path:
    """What lies there after somebody was cut off while a copy was being brought back."""
    with child(die_before_the_name, folder) as other:
        assert other.pipe.recv() == "written"
    [left] = folder.glob(".skole.kvikdb.*")
    return left


def no_room(*_: object) -> NoReturn:
    """The disk is full."""
    raise OSError(errno.ENOSPC, "")


def test_it_goes_also_where_what_it_takes_up_is_all_the_room_there_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path)
    left = left_in(tmp_path)
    monkeypatch.setattr(lock, "_write_down", no_room)
    under_way.clear(cabinet(tmp_path))
    assert not left.exists()
    assert not (tmp_path / "backups" / under_way.FOLDER).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_beside_a_link_it_is_found_beside_the_link(tmp_path: Path) -> None:
    there = made(tmp_path / "der")
    (tmp_path / "skole.kvikdb").symlink_to(there)
    left = left_in(tmp_path)
    under_way.clear(cabinet(tmp_path))
    assert not left.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_that_is_no_text_is_noted_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"sk\xf8le.kvikdb")
    with under_way.noted(path, cabinet(tmp_path)):
        [note] = (tmp_path / "backups" / under_way.FOLDER).iterdir()
        told = note.read_bytes()
    note.parent.mkdir()
    note.write_bytes(told)
    left = path.with_name(f".{path.name}.abc.ny")
    left.write_bytes(b"SQLite format 3")
    under_way.clear(cabinet(tmp_path))
    assert not left.exists()


def test_who_opens_the_file_first_needs_no_note(tmp_path: Path) -> None:
    """The file is opened from its folder: as long as it is open, nobody else can tidy up beside it."""
    path = made(tmp_path)
    left = left_in(tmp_path)
    with EvaluationFile.open(path, cabinet(tmp_path)):
        assert not left.exists()


def test_what_tells_that_the_file_was_interrupted_stays(tmp_path: Path) -> None:
    path = made(tmp_path)
    left = left_in(tmp_path)
    who = lock.holder(path)
    assert isinstance(who, Holder)
    under_way.clear(cabinet(tmp_path))
    assert not left.exists()
    assert lock.trace(path, cabinet(tmp_path).clock) == who


def test_another_program_that_strikes_out_the_last_note_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups" / under_way.FOLDER
    once = iter([folder.rmdir])

    def write(path: Path, data: bytes, **how: Any) -> None:
        for take_away in once:
            take_away()
        write_atomically(path, data, **how)

    monkeypatch.setattr(under_way, "write_atomically", write)
    with under_way.noted(tmp_path / "skole.kvikdb", cabinet(tmp_path)):
        assert len(list(folder.iterdir())) == 1


def test_where_no_note_can_be_left_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*_: object, **__: object) -> NoReturn:
        raise cannot_write(tmp_path, OSError(errno.ENOSPC, ""))

    monkeypatch.setattr(under_way, "write_atomically", write)
    with pytest.raises(Problem, match="E_FILE_WRITE"), under_way.noted(tmp_path / "a", cabinet(tmp_path)):
        raise AssertionError("nothing is made")
