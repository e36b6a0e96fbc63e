"""A whole meeting: twelve people, twenty questions, six of them red, from the reveal to the result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.board import Board
from tests.drivers.consensus import Consensus
from tests.drivers.hand import HANDS, Hand, Keys
from tests.journey import Journey
from tests.window import opened

PEOPLE = tuple(f"Deltager {letter}" for letter in "ABCDEFGHIJKL")
RED = ("k1.1", "k2.2", "k3.1", "k4.3", "k6.1", "k8.2")

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("hand", HANDS)
def test_from_the_reveal_to_the_accepted_result(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, hand: Callable[[Window], Hand]
) -> None:
    journey = Journey(tmp_path, clock).gather_people(PEOPLE)
    journey.answer_all(dict.fromkeys(PEOPLE, 2))
    for red in RED:
        journey.answer(PEOPLE[1], red, 5).answer(PEOPLE[2], red, 3, area=(f"Noget om {red}",))
    for person in PEOPLE:
        journey.file.do(evaluations.submit, journey.id, journey.people[person])
    journey.file.close()
    page = Consensus(hand(opened(qtbot, journey.path)))
    page.hand.inputs = 0
    page.reveal()
    assert page.at == "dagsorden"
    page.next()
    for red in RED:
        assert page.at == red
        if isinstance(page.hand, Keys):
            page.hand.key(Qt.Key.Key_4)
        else:
            page.go_to_move(4)
        page.next()
    assert page.next_words == "Fastlæg de 14 grønne"
    page.next()
    assert page.next_words == "Godkend resultatet"
    page.next()
    board = page.page.found
    assert isinstance(board, Board)
    assert board.is_accepted
    assert len(board.settled) == 20
    assert page.hand.inputs <= 20
