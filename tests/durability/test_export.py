"""Killed at any moment, `export` leaves a whole package or none, and never two packages of one edition."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.envelope import keys
from kvik_desktop.envelope.container import unpack
from kvik_desktop.envelope.keys import SigningKey, save_key
from kvik_desktop.example import Example
from kvik_desktop.foundation.resources import Resources
from tests.durability.killing import killed, lifetime, moments, run


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """A key file that is opened at once, and its passphrase."""
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)
    path, phrase = tmp_path / "skole.key", tmp_path / "sætning.txt"
    save_key(SigningKey.from_seed(bytes(32)), path, "en god sætning")
    phrase.write_text("en god sætning\n", encoding="utf-8")
    yield path, phrase


def edition(package: Path) -> int:
    found: int = json.loads(unpack(package.read_bytes()).manifest)["edition"]
    return found


def test_export(tmp_path: Path, key: tuple[Path, Path]) -> None:
    start = tmp_path / "start.kvikdb"
    Example("daginstitution", Resources()).play(start, "Ikke vurderet")
    shutil.copy(start, tmp_path / "prøve.kvikdb")
    options = ("--key", key[0], "--passphrase-file", key[1])
    whole = lifetime("export", tmp_path / "prøve.kvikdb", *options, "--out", tmp_path / "prøve.kvik")
    for number, moment in enumerate(moments(3, whole)):
        folder = tmp_path / str(number)
        folder.mkdir()
        file, first, second = (folder / name for name in ("tudsen.kvikdb", "a.kvik", "b.kvik"))
        shutil.copy(start, file)
        confirmed = killed(moment, "export", file, *options, "--out", first)
        assert first.exists() or not confirmed
        run("export", file, *options, "--out", second)
        if first.exists():
            assert first.read_bytes() == second.read_bytes()
        assert edition(second) == 1
