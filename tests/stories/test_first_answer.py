"""A leader who has never seen the program comes from the start page to the first answer in few steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.model_package.model import Sector
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.hand import HANDS, Hand
from tests.drivers.preparation import Preparing
from tests.drivers.start import Starting
from tests.window import window

MOST = 12
"""Inputs beyond typing names."""


@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_from_the_start_page_to_the_first_answer(qtbot: QtBot, hand: Callable[[Window], Hand]) -> None:
    user = hand(window(qtbot))
    Starting(user).new().name("Børnehuset Tudsen").sector(Sector.DAYCARE).create()
    Preparing(user).add("Anna").to_answers()
    answering = Answering(user).take("Anna").score(3)
    assert answering.question
    assert answering.stair().score == 3
    assert user.inputs <= MOST
