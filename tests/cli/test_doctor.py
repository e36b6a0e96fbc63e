"""`kvik doctor`: tells how a file is, and finds the way back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kvik_desktop.compose import FILE_SCHEMA, cabinet
from kvik_desktop.storage import lock
from kvik_desktop.storage.evaluation_file import EvaluationFile
from tests.cli.kvik import Kvik


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound file without backups; the user's own folder is a fresh one."""
    monkeypatch.setenv("KVIK_DATA", str(tmp_path / "data"))
    with EvaluationFile.create(tmp_path / "skole.kvikdb", cabinet()) as made:
        return made.path


def test_a_sound_file(kvik: Kvik, file: Path) -> None:
    told = kvik.json("doctor", file)
    assert told.pop("free_bytes") > 0
    assert told == {
        "file": str(file),
        "integrity": "ok",
        "schema_version": FILE_SCHEMA.version,
        "program_schema_version": FILE_SCHEMA.version,
        "application_id_ok": True,
        "size": file.stat().st_size,
        "locked_by": None,
        "backups": [],
    }
    assert {entry.name for entry in file.parent.iterdir()} == {file.name}


def test_a_sound_file_in_words(kvik: Kvik, file: Path) -> None:
    said = kvik("doctor", file)
    assert said.code == 0
    assert said.out.splitlines()[0] == "skole.kvikdb er i orden."
    assert "Der er ingen sikkerhedskopier på denne computer." in said.out
    assert "Ledig plads" in said.out


def test_a_backup_by_command_is_listed(kvik: Kvik, file: Path) -> None:
    made = kvik.json("doctor", file, "--backup")
    (listed,) = made["backups"]
    assert made["backup"] == listed["path"]
    assert Path(listed["path"]).stat().st_size == listed["size"]
    assert kvik.json("doctor", file)["backups"] == [listed]
    assert listed["path"] in kvik("doctor", file).out


@pytest.mark.parametrize("order", [("doctor", "--restore"), ("doctor",)])
def test_a_damaged_file_is_told_and_restored(kvik: Kvik, file: Path, order: tuple[str, ...]) -> None:
    kvik.json("doctor", file, "--backup")
    whole = file.read_bytes()
    file.write_bytes(whole[:-5000])
    said = kvik("doctor", file, "--json")
    assert said.code == 1
    assert said.json["problem"]["code"] == "E_DAMAGED"
    assert said.json["integrity"] != "ok"
    assert len(said.json["backups"]) == 1
    assert "--restore" in said.err
    restored = kvik.json(*order, file, *([] if "--restore" in order else ["--restore"]))
    assert restored["integrity"] == "ok"
    assert Path(restored["kept"]).read_bytes() == whole[:-5000]


def test_a_chosen_backup_is_restored_by_path_or_by_name(kvik: Kvik, file: Path) -> None:
    backup = Path(kvik.json("doctor", file, "--backup")["backup"])
    for chosen in (backup, backup.name):
        file.unlink()
        if chosen is backup:
            assert kvik.json("doctor", file, "--restore", chosen)["kept"] is None
        else:
            assert kvik.problem("doctor", file)["code"] == "E_FILE"
            assert kvik.json("doctor", file, "--restore", chosen)["kept"] is None


def test_nothing_to_go_back_to(kvik: Kvik, file: Path) -> None:
    assert kvik.problem("doctor", file, "--restore")["code"] == "E_NO_BACKUP"
    assert kvik.problem("doctor", file, "--restore", "ingen.kvikdb")["code"] == "E_FILE"


def test_a_newer_file_and_one_that_is_not_ours(kvik: Kvik, file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version=99")
    newer = kvik("doctor", file, "--json")
    assert (newer.code, newer.json["problem"]["code"], newer.json["integrity"]) == (1, "E_FILE_NEWER", "ok")
    assert (newer.json["schema_version"], newer.json["application_id_ok"]) == (99, True)
    letter = tmp_path / "brev.kvikdb"
    letter.write_text("Kære alle")
    foreign = kvik("doctor", letter, "--json")
    assert (foreign.code, foreign.json["problem"]["code"]) == (1, "E_NOT_OURS")
    assert foreign.json["application_id_ok"] is False


def test_who_has_the_file_open(kvik: Kvik, file: Path) -> None:
    with EvaluationFile.open(file, cabinet()):
        told = kvik.json("doctor", file)
        assert told["locked_by"]["who"] == lock.user_name()
        assert told["locked_by"]["since"].endswith("Z")
        assert lock.user_name() in kvik("doctor", file).out
        assert kvik.problem("doctor", file, "--restore")["code"] == "E_LOCKED"


def test_a_backup_is_only_named_for_restoring(kvik: Kvik, file: Path) -> None:
    assert kvik("doctor", file, "kopi.kvikdb").code == 2


def test_what_a_crash_has_left_is_finished(kvik: Kvik, file: Path) -> None:
    lock.lock_path(file).write_text('{"who":"en anden","since":"2026-01-01T00:00:00Z"}')
    assert kvik.json("doctor", file)["locked_by"] is None
    assert not lock.lock_path(file).exists()
