"""A process that is killed at any moment loses nothing that it was told is saved, and leaves whole files.

KVIK_KILLS sets how often each of these is tried.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.storage import lock, under_way
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.central_database import CentralDatabase
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import OK, inspect
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.work import Transaction
from tests.storage.killed import (
    CENTRAL,
    PAGES,
    cabinet,
    die_before_the_name,
    keep_backing_up,
    keep_bringing_back,
    keep_creating,
    keep_importing,
    keep_saving,
    put_with_parts,
)
from tests.storage.processes import child
from tests.storage.things import PARTS, SCHEMA, THINGS

KILLS = int(os.environ.get("KVIK_KILLS", "40"))


def killed_somewhere(run: Callable[..., None], folder: Path, chance: random.Random) -> list[int]:
    """Run it until it has done a few things, kill it at a random moment, and return what it has confirmed."""
    with child(run, folder) as other:
        confirmed = [other.pipe.recv() for _ in range(chance.randrange(4))]
        other.kill_after(chance.uniform(0, 0.02))
        return confirmed + other.received()


def numbers_in(file: EvaluationFile) -> set[int]:
    """The things in the file; every one must be whole."""
    things = file.ask(THINGS.all)
    parts = file.ask(PARTS.all)
    assert all(thing.text == f"{thing.id} " + "x" * 4096 * PAGES for thing in things)
    assert len(parts) == PAGES * len(things)
    return {thing.id for thing in things}


def test_what_was_saved_is_there(tmp_path: Path) -> None:
    chance = random.Random(1)
    path = tmp_path / "skole.kvikdb"
    EvaluationFile.create(path, cabinet(tmp_path)).close()
    confirmed: set[int] = set()
    unfinished = 0
    for turn in range(KILLS):
        confirmed.update(killed_somewhere(keep_saving, tmp_path, chance))
        unfinished += (tmp_path / "skole.kvikdb-journal").exists()
        access = Access.READ if turn % 2 else Access.WRITE
        with EvaluationFile.open(path, cabinet(tmp_path), access) as file:
            found = numbers_in(file)
            assert confirmed <= found
            assert len(found - confirmed) <= turn + 1
        if not turn % 2:
            assert inspect(path).integrity == OK
            assert {entry.name for entry in tmp_path.iterdir()} == {"skole.kvikdb", "backups"}
    assert unfinished, "no process was killed in the middle of its work"


def test_a_file_that_is_being_made_is_whole_or_not_there(tmp_path: Path) -> None:
    chance = random.Random(2)
    for turn in range(KILLS // 2):
        folder = tmp_path / str(turn)
        folder.mkdir()
        confirmed = killed_somewhere(keep_creating, folder, chance)
        made = {int(path.stem) for path in folder.glob("*.kvikdb") if not path.name.startswith(".")}
        assert set(confirmed) <= made
        for number in made:
            with EvaluationFile.open(folder / f"{number}.kvikdb", cabinet(folder)) as file:
                assert numbers_in(file) == {7}
        shutil.rmtree(folder)


def test_backups_and_restoring_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random(3)
    for turn in range(KILLS // 4):
        folder = tmp_path / str(turn)
        folder.mkdir()
        path = folder / "skole.kvikdb"
        EvaluationFile.create(path, cabinet(folder), lambda work: put_with_parts(work, 0)).close()
        confirmed = set(killed_somewhere(keep_backing_up, folder, chance))
        with EvaluationFile.open(path, cabinet(folder)) as file:
            assert confirmed <= numbers_in(file)
            backups = cabinet(folder).backups.of(path)
            assert all(inspect(backup.path).integrity == OK for backup in backups)
        shutil.rmtree(folder)


def test_a_copy_that_is_being_brought_back_leaves_a_whole_file(tmp_path: Path) -> None:
    chance = random.Random(5)
    for turn in range(KILLS // 4):
        folder = tmp_path / str(turn)
        folder.mkdir()
        path = folder / "skole.kvikdb"
        EvaluationFile.create(path, cabinet(folder), lambda work: put_with_parts(work, 0)).close()
        confirmed = set(killed_somewhere(keep_bringing_back, folder, chance))
        under_way.clear(cabinet(folder))
        lies_about = [each.name for each in folder.glob(".*")]
        assert not lies_about, f"it was kept: {lock.borrow(path)}, {list((folder / 'backups').rglob('*'))}"
        with EvaluationFile.open(path, cabinet(folder)) as file:
            assert confirmed <= numbers_in(file)
        assert inspect(path).integrity == OK
        shutil.rmtree(folder)


def test_what_a_crash_left_of_a_copy_is_gone_after_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "skole.kvikdb"
    EvaluationFile.create(path, cabinet(tmp_path), lambda work: put_with_parts(work, 0)).close()
    with child(die_before_the_name, tmp_path) as other:
        assert other.pipe.recv() == "written"
    [left] = tmp_path.glob(".skole.kvikdb.*")
    assert left.read_bytes().startswith(b"SQLite format 3"), "all can be read in it"
    held = lock.take(path, SystemClock())
    assert isinstance(held, lock.Lock), "who had it is gone"
    under_way.clear(cabinet(tmp_path))
    assert left.exists(), "somebody is at the file: it may be theirs"
    held.release()
    away = tmp_path.rename(tmp_path.with_name("stikket"))
    kept = Cabinet(SCHEMA, SystemClock(), away / "backups")
    under_way.clear(kept)
    away.rename(tmp_path)
    assert left.exists(), "the stick was not in"
    under_way.clear(cabinet(tmp_path))
    assert not left.exists()
    assert not (tmp_path / "backups" / under_way.FOLDER).exists()
    with EvaluationFile.open(path, cabinet(tmp_path)) as file:
        assert numbers_in(file) == {0}
        file.clear()
    assert {each.name for each in tmp_path.iterdir()} == {"skole.kvikdb", "backups"}, "the one set aside, too"


def test_a_central_database_keeps_what_was_imported(tmp_path: Path) -> None:
    chance = random.Random(4)

    def numbers(work: Transaction) -> set[int]:
        return {thing.id for thing in THINGS.all(work)}

    confirmed: set[int] = set()
    for _ in range(KILLS // 2):
        confirmed.update(killed_somewhere(keep_importing, tmp_path, chance))
        with CentralDatabase.open(f"sqlite:///{tmp_path / 'central.db'}", SystemClock(), CENTRAL) as database:
            assert confirmed <= database.ask(numbers)
    assert inspect(tmp_path / "central.db").integrity == OK


@pytest.fixture(autouse=True)
def _few_left_over(tmp_path: Path) -> None:
    """Each test begins in an empty folder, so that what is found there was made by it."""
    assert list(tmp_path.iterdir()) == []
