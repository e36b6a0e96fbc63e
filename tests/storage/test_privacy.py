"""What is forgotten is gone: from the file, its journal, its backups and what restoring left beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.restoring import restore
from kvik_desktop.storage.work import Work
from tests.storage.things import (
    PART,
    PARTS,
    THING,
    THINGS,
    Hands,
    Part,
    Thing,
    cabinet,
    new_file,
    put_thing,
    things,
)

SECRET = "hemmeligheden fra Åse"


def forget_secret(work: Work) -> Change[None]:
    work.forget(THING, text=SECRET)
    return changed(Kind.ANSWERS, value=None, undo=say("slet"))


def forget_all(work: Work) -> Change[None]:
    work.forget(PART)
    work.forget(THING)
    return changed(Kind.ANSWERS, value=None, undo=say("slet"))


def holding(folder: Path, secret: str) -> set[str]:
    """The files below a folder in whose bytes the secret stands."""
    return {
        path.name for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()
    }


def with_secret(folder: Path) -> EvaluationFile:
    """A file where a secret was written, changed, deleted, undone and backed up."""
    file = new_file(folder, Hands())
    with file.acting_as("Åse"):
        file.do(put_thing, Thing(1, "andet"))
        file.do(put_thing, Thing(2, SECRET))
        file.do(put_thing, Thing(3, SECRET + "\n" + "x" * 9000))
        file.do(put_thing, Thing(3, SECRET))
        file.do(put_thing, Thing(4, SECRET))
        file.do(remove_thing, 4)
        file.do(put_thing, Thing(5, SECRET))
        file.undo()
    file.backup()
    return file


def remove_thing(work: Work, number: int) -> Change[None]:
    THINGS.remove(work, number)
    return changed(Kind.ANSWERS, value=None, undo=say("slet"))


def test_nothing_is_left_of_what_was_forgotten(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file:
        # Row 3 once held more than the secret alone: its traces do not equal it, so it is named apart.
        file.do(lambda work: forget_row(work, 3))
        file.do(forget_secret)
        assert things(file) == (Thing(1, "andet"),)
        file.delete_backups()
        file.vacuum()
        assert holding(tmp_path, SECRET) == set()
    assert holding(tmp_path, SECRET) == set()
    assert holding(tmp_path, "Åse") == {file.path.name}, "the step that was not forgotten is still hers"


def forget_row(work: Work, number: int) -> Change[None]:
    work.forget(THING, id=number)
    return changed(Kind.ANSWERS, value=None)


def test_everything_can_be_forgotten(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file:
        file.do(forget_all)
        file.delete_backups()
        file.vacuum()
    assert holding(tmp_path, SECRET) == set()
    assert holding(tmp_path, "Åse") == set()


def test_forgetting_cannot_be_undone_nor_what_came_before(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file, file.acting_as("Åse"):
        assert file.redo_label is not None
        file.do(forget_secret)
        assert file.undo() is None
        assert file.redo() is None


def test_forgetting_in_the_middle_of_an_operation_takes_what_it_wrote_itself(tmp_path: Path) -> None:
    def write_and_forget(work: Work) -> Change[None]:
        put_thing(work, Thing(2, SECRET))
        put_thing(work, Thing(1, "bliver"))
        PARTS.put(work, Part(1, "del"))
        work.forget(THING, text=SECRET)
        return changed(value=None)

    with new_file(tmp_path) as file:
        file.do(write_and_forget)
        file.vacuum()
        assert things(file) == (Thing(1, "bliver"),)
        assert file.ask(PARTS.all) == (Part(1, "del"),)
    assert holding(tmp_path, SECRET) == set()
    assert holding(tmp_path, "bliver") == {file.path.name}


def test_what_restoring_left_beside_is_deleted_with_the_backups(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file:
        pass
    other = tmp_path / "nabo.foer-gendannelse-20260101T000000Z.kvikdb"
    other.write_text(SECRET)
    aside = restore(file.path, cabinet(tmp_path, Hands()))
    assert aside is not None
    with EvaluationFile.open(file.path, cabinet(tmp_path, Hands())) as file:
        file.do(forget_all)
        file.delete_backups()
        file.vacuum()
        file.delete_backups()
    assert holding(tmp_path, SECRET) == {other.name}
    assert not (tmp_path / "backups").exists() or not list((tmp_path / "backups").iterdir())


def test_only_a_whole_column_value_is_matched(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.do(put_thing, Thing(1, SECRET + "!"))
        file.do(forget_secret)
        assert things(file) == (Thing(1, SECRET + "!"),)


def test_an_unknown_column_is_our_bug(tmp_path: Path) -> None:
    def forget_wrong(work: Work) -> Change[None]:
        work.forget(THING, colour="red")
        return changed(value=None)

    with new_file(tmp_path) as file, pytest.raises(KeyError):
        file.do(forget_wrong)
