"""A whole file is deleted with all that this computer keeps of it, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage.backups import Backups
from kvik_desktop.storage.erasing import erase
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.restoring import restore
from tests.storage.things import Hands, Thing, cabinet, new_file, put_thing


def backed_up(folder: Path) -> Path:
    """A closed file with a backup, an original that restoring set aside, and a half-made copy."""
    with new_file(folder, Hands()) as file:
        file.do(put_thing, Thing(1, "hemmelig"))
        file.backup()
    restore(file.path, cabinet(folder, Hands()))
    (folder / f".{file.path.name}.half.ny").write_text("hemmelig")
    return file.path


def there(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_left_but_what_belongs_to_others(tmp_path: Path) -> None:
    other = tmp_path / "anden"
    other.mkdir()
    with EvaluationFile.create(other / "skole.kvikdb", cabinet(tmp_path, Hands())) as file:
        file.backup()
    before = there(tmp_path)
    path = backed_up(tmp_path)
    assert len(there(tmp_path) - before) == 5
    erase(path, cabinet(tmp_path, Hands()))
    assert there(tmp_path) == before


def test_a_file_that_is_open_or_not_ours_stays(tmp_path: Path) -> None:
    with new_file(tmp_path, Hands()) as file, pytest.raises(Problem, match="E_LOCKED"):
        erase(file.path, cabinet(tmp_path, Hands()))
    strange = tmp_path / "billede.kvikdb"
    strange.write_bytes(b"GIF89a" + bytes(200))
    with pytest.raises(Problem, match="E_NOT_OURS"):
        erase(strange, cabinet(tmp_path, Hands()))
    with pytest.raises(Problem, match="E_FILE"):
        erase(tmp_path / "ingen.kvikdb", cabinet(tmp_path, Hands()))
    assert {"skole.kvikdb", "billede.kvikdb"} <= there(tmp_path)


def test_what_is_cut_short_can_be_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Backups, file_id: str) -> None:
        raise cannot_write(self._folder, PermissionError(13, "no"))

    path = backed_up(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Backups, "delete", refuse)
        with pytest.raises(Problem, match="E_FILE_WRITE"):
            erase(path, cabinet(tmp_path, Hands()))
    assert path.exists()
    erase(path, cabinet(tmp_path, Hands()))
    assert there(tmp_path) == set()
