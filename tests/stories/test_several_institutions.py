"""A facilitator with three institutions in one window: of each nothing is seen in another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.desktop import institution
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop import notes
from kvik_desktop.workshop.model import DAY
from kvik_desktop.workshop.visit import usecases as visits
from tests.journey import Journey
from tests.looking import look
from tests.window import window

NAMES = ("Ahorn", "Birk", "Cypres")


def token(name: str) -> str:
    """What stands in each text of an institution, and nowhere else."""
    return f"PLANTET-{name.upper()}"


def make(folder: Path, clock: FixedClock, name: str) -> Path:
    """An accepted evaluation whose every text carries the token, with a visit under way."""
    place = folder / name
    place.mkdir()
    journey = Journey(place, clock).gather_people(tuple(f"{token(name)} {each}" for each in "12345"))
    person = next(iter(journey.people))
    for sub in journey.subcriteria:
        for each in journey.people:
            journey.answer(each, sub, 3, strength=(f"{token(name)} styrke",), area=(f"{token(name)} område",))
    journey.reveal().settle_all()
    journey.file.do(notes.write, journey.id, DAY, f"{token(name)} note")
    journey.accept()
    journey.file.do(visits.begin, journey.id, f"{token(name)} konsulent")
    journey.file.do(visits.observe, journey.id, "k1", f"{token(name)} set")
    assert journey.file.ask(evaluations.roster, journey.id)[0].name == person
    journey.file.close()
    return journey.path.rename(place / f"{token(name)}.kvikdb")


@pytest.fixture
def paths(tmp_path: Path, clock: FixedClock) -> list[Path]:
    return [make(tmp_path, clock, name) for name in NAMES]


def seen(shown: Window) -> str:
    """All that any window of the program shows now, on the projector too, but for the list on the start."""
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return "\n".join(word for each in windows for word in look("vindue", each).words)


def others(name: str) -> list[str]:
    return [token(other) for other in NAMES if other != name]


def test_nothing_of_one_is_seen_in_another(qtbot: QtBot, paths: list[Path]) -> None:
    shown = window(qtbot, Settings())
    for name, path in [*zip(NAMES, paths, strict=True), (NAMES[0], paths[0])]:
        shown.open(path)
        assert shown.room is not None
        shown.room.go("3")
        if not shown.room.projector.is_on:
            shown.room.projector.toggle()
        for stop in institution.INSTITUTION.pages:
            shown.room.go(stop.key)
            told = seen(shown)
            assert token(name) in told + str(path), f"{stop.key} of {name} is looked at"
            for word in others(name):
                assert word not in told, f"{word} on {stop.key} of {name}"
        assert not any(word in shown.windowTitle() for word in others(name))
        assert not any(word in QApplication.clipboard().text() for word in others(name))
        assert shown.settings.folder in ("", str(path.parent)), "files are saved beside their own"


def test_no_file_gets_anything_of_another(qtbot: QtBot, paths: list[Path]) -> None:
    shown = window(qtbot, Settings())
    for path in (*paths, *paths):
        shown.open(path)
        assert shown.room is not None
        for stop in institution.INSTITUTION.pages:
            shown.room.go(stop.key)
    shown.leave()
    for name, path in zip(NAMES, paths, strict=True):
        data = path.read_bytes()
        assert token(name).encode() in data
        assert not any(word.encode() in data for word in others(name))


def test_undo_of_one_is_not_offered_in_another(qtbot: QtBot, paths: list[Path]) -> None:
    shown = window(qtbot, Settings())
    with open_file(paths[0]) as file:
        assert file.undo_label is not None
    shown.open(paths[0])
    assert shown.room is not None
    shown.room.undo()
    before = paths[1].read_bytes()
    shown.open(paths[1])
    assert shown.room is not None
    assert shown.room.desk.path == paths[1]
    shown.leave()
    assert paths[1].read_bytes() == before
