"""The program started without a command says how it is used, and can test itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kvik_desktop import __main__ as main
from kvik_desktop import __version__
from kvik_desktop.foundation.resources import Resources


def test_without_arguments_it_says_how_this_edition_is_used() -> None:
    done = CliRunner().invoke(main.start, [])
    assert done.exit_code == 0
    assert "har ikke noget vindue endnu" in done.output
    assert "kvik demo --out MAPPE" in done.output


def test_it_knows_its_version() -> None:
    assert __version__ in CliRunner().invoke(main.start, ["--version"]).output


def test_all_parts_are_here() -> None:
    done = CliRunner().invoke(main.start, ["--selftest"])
    assert (done.exit_code, done.output) == (0, "Alle programmets dele er til stede.\n")


def test_a_part_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "kvik_desktop.envelope.keys", None)
    done = CliRunner().invoke(main.start, ["--selftest"])
    assert done.exit_code == 1
    assert "kvik_desktop.envelope.keys kan ikke indlæses" in done.output


def test_resources_that_are_missing_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "modelpakker").mkdir()
    monkeypatch.setattr(main, "Resources", lambda: Resources(tmp_path))
    done = CliRunner().invoke(main.start, ["--selftest"])
    assert done.exit_code == 1
    assert "Mappen ressourcer/skrifter er tom." in done.output
