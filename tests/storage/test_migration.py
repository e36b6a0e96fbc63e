"""An older file is backed up and brought up to date in one act; alembic is loaded only for that."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, String, text

from kvik_desktop.foundation.change import Change, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import connections, migration
from kvik_desktop.storage.base import NAMING
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import inspect
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.restoring import restore
from kvik_desktop.storage.work import Work
from tests.storage.test_undo import put_with_parts
from tests.storage.things import (
    METADATA,
    PARTS,
    SCHEMA,
    Hands,
    Part,
    Thing,
    cabinet,
    new_file,
    put_thing,
    things,
)

LATER = MetaData(naming_convention=NAMING)
for table in METADATA.tables.values():
    if table.name == "thing":
        table.to_metadata(LATER).append_column(Column("colour", String))
    else:
        table.to_metadata(LATER)


def later(folder: Path) -> Cabinet:
    """The next version of the program, in which things have a colour."""
    return replace(cabinet(folder, Hands()), schema=replace(SCHEMA, metadata=LATER, version=2))


def colours(work: Work) -> list[str | None]:
    return list(work.execute(LATER.tables["thing"].select()).scalars("colour"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the first version, with rows that point to each other."""
    with new_file(tmp_path) as file:
        file.do(put_with_parts, Thing(1, "a"), ["x", "y"])
        file.do(put_thing, Thing(2, "b"))
    return file.path


def test_an_older_file_is_backed_up_and_brought_up_to_date(tmp_path: Path, old: Path) -> None:
    with EvaluationFile.open(old, later(tmp_path)) as file:
        assert file.ask(colours) == [None, None]
        assert things(file) == (Thing(1, "a!"), Thing(2, "b!"))
        assert file.ask(PARTS.all) == (Part(1, "x"), Part(1, "y"))
        assert file.undo() is None
        assert file.redo() is None
        file.do(put_thing, Thing(3, "c"))
        assert file.undo() is not None
        with pytest.raises(Exception, match="FOREIGN KEY"):
            file.do(put_with_orphan)
    assert inspect(old).version == 2
    (backup,) = cabinet(tmp_path).backups.of(old)
    assert inspect(backup.path).version == 1
    with EvaluationFile.open(old, later(tmp_path)) as file:
        assert things(file) == (Thing(1, "a!"), Thing(2, "b!"))


def put_with_orphan(work: Work) -> Change[None]:
    PARTS.put(work, Part(77, "uden ting"))
    return changed(value=None)


def test_a_backup_of_an_older_version_is_restored_into_a_newer_program(tmp_path: Path, old: Path) -> None:
    EvaluationFile.open(old, later(tmp_path)).close()
    old.write_bytes(b"\0" * 100)
    assert restore(old, later(tmp_path)) is not None
    assert inspect(old).version == 1
    with EvaluationFile.open(old, later(tmp_path)) as file:
        assert things(file) == (Thing(1, "a!"), Thing(2, "b!"))


def test_a_backup_of_a_newer_version_is_not_restored_into_an_older_program(tmp_path: Path, old: Path) -> None:
    with EvaluationFile.open(old, later(tmp_path)) as file:
        backup = file.backup()
    before = old.read_bytes()
    with pytest.raises(Problem, match="E_FILE_NEWER"):
        restore(old, cabinet(tmp_path), backup.path)
    assert old.read_bytes() == before


def test_an_older_file_is_not_read_as_if_it_were_of_today(tmp_path: Path, old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(Problem, match="E_FILE_OLDER"):
        EvaluationFile.open(old, later(tmp_path), Access.READ)
    assert old.read_bytes() == before


def test_without_a_backup_nothing_is_brought_up_to_date(tmp_path: Path, old: Path) -> None:
    (tmp_path / "backups").write_text("ingen plads")
    before = old.read_bytes()
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        EvaluationFile.open(old, later(tmp_path))
    assert old.read_bytes() == before
    EvaluationFile.open(old, cabinet(tmp_path)).close()


def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = migration.step(SCHEMA, 2)
    whole = module.upgrade

    def fail_at_the_end() -> None:
        whole()
        raise RuntimeError("til sidst")

    monkeypatch.setattr(module, "upgrade", fail_at_the_end)
    before = old.read_bytes()
    with pytest.raises(RuntimeError, match="til sidst"):
        EvaluationFile.open(old, later(tmp_path))
    assert old.read_bytes() == before
    assert {entry.name for entry in tmp_path.iterdir()} == {old.name, "backups"}


def test_a_step_that_loses_rows_others_point_to_is_stopped(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    monkeypatch.setattr(migration.step(SCHEMA, 2), "upgrade", lambda: op.execute("DELETE FROM thing"))
    with pytest.raises(RuntimeError, match="part"):
        EvaluationFile.open(old, later(tmp_path))
    with EvaluationFile.open(old, cabinet(tmp_path)) as file:
        assert len(things(file)) == 2


def test_a_step_can_be_taken_back(old: Path) -> None:
    connection = connections.open_evaluation(old, read_only=False)
    try:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        before = connection.execute(text("SELECT * FROM thing")).all()
        for version in (2, 1):
            with connections.transaction(connection):
                migration.migrate(connection, replace(SCHEMA, version=2), version)
        assert connection.execute(text("SELECT * FROM thing")).all() == before
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == ["0001"]
    finally:
        connections.close(connection, tidy=True)


def test_alembic_is_not_loaded_for_a_file_of_today(tmp_path: Path, old: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.storage.things import cabinet; "
        "from kvik_desktop.storage.evaluation_file import EvaluationFile as F; "
        f"F.open(Path({str(old)!r}), cabinet(Path({str(tmp_path)!r}))).close(); "
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
