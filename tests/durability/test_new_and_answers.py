"""Killed at any moment, `new` leaves a whole file or none, and `answers import` whole files of answers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kvik_desktop.foundation.resources import Resources
from tests.durability.killing import killed, lifetime, moments, run

EXAMPLE = Resources().path("eksempel", "daginstitution")
NEW = ("--unit", "Tudsen", "--sector", "dagtilbud", "--model", "kvik-kort", "--method", "scale5")


def test_new(tmp_path: Path) -> None:
    whole = lifetime("new", tmp_path / "første.kvikdb", *NEW)
    for number, moment in enumerate(moments(1, whole)):
        folder = tmp_path / str(number)
        folder.mkdir()
        file = folder / "tudsen.kvikdb"
        confirmed = killed(moment, "new", file, *NEW)
        if confirmed or file.exists():
            assert json.loads(run("show", file, "--json"))["state"] == "preparing"
            assert json.loads(run("doctor", file, "--json"))["integrity"] == "ok"
        else:
            run("new", file, *NEW)


@pytest.fixture
def by_person(tmp_path: Path) -> list[Path]:
    """The example's answers, one file a person."""
    lines = (EXAMPLE / "besvarelser.csv").read_text("utf-8")
    roster = (EXAMPLE / "deltagere.csv").read_text("utf-8").splitlines()[1:]
    names = [line.split(";")[0] for line in roster]
    header = lines.splitlines()[0]
    files = []
    for number, name in enumerate(names):
        rows = [f"{name};k{theme}.1;;;;;;;3;;Fast morgenmøde;;" for theme in range(1, 9)]
        file = tmp_path / f"svar-{number}.csv"
        file.write_text("\n".join([header, *rows]), encoding="utf-8")
        files.append(file)
    return files


def test_answers_import(tmp_path: Path, by_person: list[Path]) -> None:
    start = tmp_path / "start.kvikdb"
    run("new", start, *NEW)
    run("participants", "import", start, EXAMPLE / "deltagere.csv")
    trial = tmp_path / "prøve.kvikdb"
    shutil.copy(start, trial)
    whole = lifetime("answers", "import", trial, *by_person)
    for number, moment in enumerate(moments(2, whole)):
        file = tmp_path / f"{number}.kvikdb"
        shutil.copy(start, file)
        confirmed = killed(moment, "answers", "import", file, *by_person)
        people = json.loads(run("show", file, "--json"))["participants"]
        answered = [person["answered"] for person in people]
        assert answered == sorted(answered, reverse=True)
        assert set(answered) <= {0, 8}
        assert not confirmed or set(answered) == {8}
        run("answers", "import", file, *by_person)
