"""The short model asks for evidence under more fields: where nobody wrote any, the talk begins after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.workshop.screens.moves_row import Move
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys
from tests.journey import PEOPLE, Journey
from tests.window import opened


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five who differ on the first two questions; evidence is written for the second alone."""
    journey = Journey(tmp_path, clock).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    first, second, *_ = journey.subcriteria
    journey.answer("Bo", first, 0, area=("For lidt tid",))
    journey.answer("Bo", second, 0, evidence=("Referater",))
    yield journey.reveal()
    journey.file.close()


def page_of(qtbot: QtBot, journey: Journey) -> Consensus:
    journey.file.close()
    return Consensus(Keys(opened(qtbot, journey.path)))


def test_the_talk_begins_where_there_is_something(qtbot: QtBot, journey: Journey) -> None:
    page = page_of(qtbot, journey)
    assert (page.at, page.move) == (journey.subcriteria[0], Move.TEXTS)
    assert page.board.heading.moves.buttons[Move.EVIDENCE].is_skipped, "nobody has talked of evidence"
    assert page.board.texts.question.isVisible(), "what it is about is told where the talk begins"
    page.go_to_move(Move.EVIDENCE).next()
    assert page.move == Move.TEXTS
    assert not page.board.heading.moves.buttons[Move.EVIDENCE].is_skipped, "now they have"


def test_evidence_that_somebody_wrote_is_talked_about_first(qtbot: QtBot, journey: Journey) -> None:
    page = page_of(qtbot, journey)
    page.next().next().next()
    assert (page.at, page.move) == (journey.subcriteria[1], Move.EVIDENCE)
