"""The leader of a small institution prepares a whole evaluation: list, days, programme and papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation.preparing.model import Time
from kvik_desktop.evaluation.preparing.path import PATH, How, Part, how
from kvik_desktop.evaluation.preparing.preparation import Preparation, preparation
from kvik_desktop.model_package.model import Sector
from kvik_desktop.shell.window import Window
from tests.drivers.hand import HANDS, Hand, Keys
from tests.drivers.preparation import Preparing
from tests.drivers.start import Starting
from tests.window import ToldChooser, window

MAIL = (
    "Hej Lise\nHer er dem, der er med:\n"
    "Lise Lund\tLeder\nAmir\tPædagog, vuggestuen\nBente Beck\tPædagogmedhjælper\n"
    "Carl\tPædagog, børnehaven\nDitte\tForælder\nEsben\tKøkken\n"
    "Mvh Amir\n"
)
MOST = 40
"""Inputs beside typing, also for who has no mouse and goes through every field with Tab."""


@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_a_small_institution_is_prepared(
    qtbot: QtBot, tmp_path: Path, hand: Callable[[Window], Hand]
) -> None:
    folder = tmp_path / "til print"
    folder.mkdir()
    user = hand(window(qtbot, chooser=ToldChooser([[folder]])))
    new = Starting(user).new().name("Børnehuset Tudsen").sector(Sector.DAYCARE).people(6).time(Time.MORNING)
    assert "6 personer × 5 timer = ca. 30 timer i alt." in new.advice
    new.create()
    page = Preparing(user).paste(MAIL).take_preview()
    assert len(page.names()) == 6
    page.next().propose_days().next()
    assert page.page.programme.programme is not None
    assert page.page.programme.programme.name.da == "En formiddag med KVIK kort"
    page.next().other("Gem 4 ark…")
    assert len(list(folder.iterdir())) == 4
    assert user.inputs <= MOST
    found: list[Preparation] = []
    page.page.desk.ask(preparation).then(found.append)
    assert {how(part, found[0]) for part in PATH} == {How.DONE}
    page.next()
    room = user.window.room
    assert room is not None
    assert room.place == "2 "


def test_who_leaves_midway_goes_on_at_what_is_unfinished(qtbot: QtBot) -> None:
    user = Keys(window(qtbot))
    Starting(user).new().name("Tudsen").sector(Sector.DAYCARE).create()
    page = Preparing(user).paste("Lise\tleder\nAmir\tPædagog\n").take_preview().next()
    assert page.page.place == Part.DAYS.value
    path = page.page.desk.path
    user.window.leave()
    user.window.open(path)
    assert Preparing(user).page.place == Part.DAYS.value
