"""Killed at any moment, `export` never makes two files of one edition, and `central import` loses nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from kvik_desktop.envelope.keys import save_key
from kvik_desktop.foundation.clock import SystemClock
from tests.bundle.material import KEY, ready
from tests.central.material import Office
from tests.durability.killing import killed, lifetime, moments, run


def test_export(tmp_path: Path) -> None:
    journey = ready(tmp_path, SystemClock())
    journey.file.close()
    passphrase = tmp_path / "adgang.txt"
    passphrase.write_text("fire ord på en seddel\n", encoding="utf-8")
    save_key(KEY, tmp_path / "enhed.key", "fire ord på en seddel")

    def arguments(folder: Path) -> tuple[str | Path, ...]:
        key = ("--key", tmp_path / "enhed.key", "--passphrase-file", passphrase)
        return "export", folder / "enhed.kvikdb", *key, "--out", folder / "a.kvik"

    def copy(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copy(journey.path, folder / "enhed.kvikdb")
        return folder

    whole = lifetime(*arguments(copy("hel")))
    for number, moment in enumerate(moments(3, whole)):
        folder = copy(str(number))
        confirmed = killed(moment, *arguments(folder))
        file = folder / "a.kvik"
        before = file.read_bytes() if file.exists() else None
        assert before is not None or not confirmed
        document = json.loads(run(*arguments(folder), "--json"))
        assert document["edition"] == 1
        assert before in (None, file.read_bytes())
        assert document["unchanged"] or before is None


def test_central_import(tmp_path: Path) -> None:
    office = Office(tmp_path, size=150)
    inbox = office.files([office.package(number)[0] for number in range(150)])[0].parent
    trust = tmp_path / "liste.kvik"
    trust.write_bytes(office.list_bytes())

    def arguments(name: str) -> tuple[str | Path, ...]:
        return "central", "import", inbox, "--trust", trust, "--db", f"sqlite:///{tmp_path / name}"

    whole = lifetime(*arguments("hel.db"))
    for number, moment in enumerate(moments(4, whole)):
        confirmed = killed(moment, *arguments(f"{number}.db"))
        found = whole_packages(tmp_path / f"{number}.db")
        assert found == 150 or not confirmed
        document = json.loads(run(*arguments(f"{number}.db"), "--json"))
        assert (document["accepted"], document["duplicates"]) == (150 - found, found)
        assert whole_packages(tmp_path / f"{number}.db") == 150


def whole_packages(path: Path) -> int:
    """How many packages there are; each with its receipt, its bytes and all its figures, or none of them."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("package", "receipt", "original", "score", "criterion_mean")
        }
    packages: int = counts["package"]
    assert counts == {
        "package": packages,
        "receipt": packages,
        "original": packages,
        "score": 28 * packages,
        "criterion_mean": 9 * packages,
    }
    return packages
