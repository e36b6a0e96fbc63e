"""What is forgotten is gone: from the file, its journal, its backups and what restoring left beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.backups import Backups
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.opening import Access
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


def clear_all(work: Work) -> Change[None]:
    """As a use case does that must leave no trace."""
    work.leave_no_trace()
    return forget_all(work)


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


def test_a_file_is_cleared_of_everything_that_may_hold_what_was_deleted(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file:
        for name in ("half.ny", "half.ny-journal"):
            (tmp_path / f".{file.path.name}.{name}").write_text(SECRET)
        neighbour = tmp_path / ".anden.kvikdb.half.ny"
        neighbour.write_text(SECRET)
        file.do(clear_all)
        file.clear()
    assert holding(tmp_path, SECRET) == {neighbour.name}


def test_what_was_not_cleared_is_cleared_at_the_next_opening_and_once_only(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file:
        file.do(clear_all)
    assert holding(tmp_path, SECRET) != set(), "the backup"
    EvaluationFile.open(file.path, cabinet(tmp_path, Hands()), Access.READ).close()
    assert holding(tmp_path, SECRET) != set(), "who only reads deletes nothing"
    for _ in range(2):
        with EvaluationFile.open(file.path, cabinet(tmp_path, Hands())) as file:
            assert file.backup_problem is None
            assert holding(tmp_path, SECRET) == set()
            file.backup()
    assert len(list((tmp_path / "backups").rglob("*.kvikdb"))) > 1, "later ones stay"


def test_what_cannot_be_cleared_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Backups, file_id: str) -> None:
        raise cannot_write(self._folder, PermissionError(13, "no"))

    with with_secret(tmp_path) as file:
        file.do(clear_all)
        with monkeypatch.context() as patch:
            patch.setattr(Backups, "delete", refuse)
            with pytest.raises(Problem, match="E_FILE_WRITE"):
                file.clear()
            file.close()
            with EvaluationFile.open(file.path, cabinet(tmp_path, Hands())) as opened:
                assert opened.backup_problem is not None
                assert opened.backup_problem.code == "E_FILE_WRITE"
    EvaluationFile.open(file.path, cabinet(tmp_path, Hands())).close()
    assert holding(tmp_path, SECRET) == set()


def test_what_leaves_no_trace_is_not_undone(tmp_path: Path) -> None:
    with with_secret(tmp_path) as file, file.acting_as("Åse"):
        file.do(clear_all)
        assert file.undo() is None


def test_rows_that_are_no_longer_there_are_forgotten_and_the_others_are_not(tmp_path: Path) -> None:
    def sweep(work: Work) -> Change[None]:
        work.forget_removed(THING)
        return changed(value=None)

    with new_file(tmp_path, Hands()) as file:
        file.do(put_thing, Thing(1, "før"))
        file.do(put_thing, Thing(1, "nu"))
        file.do(put_thing, Thing(12, SECRET))
        file.do(remove_thing, 12)
        file.do(sweep)
        file.vacuum()
        assert things(file) == (Thing(1, "nu"),)
        assert file.undo() is None
    assert holding(tmp_path, SECRET) == set()
    assert holding(tmp_path, "før") == {file.path.name}
