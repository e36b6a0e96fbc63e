"""The result: accepted by the leader, opened again with a reason, and the answers deleted for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board, shown
from kvik_desktop.workshop.usecases import Agreed
from tests.drivers.consensus import Consensus
from tests.drivers.hand import HANDS, Hand, Keys, write
from tests.journey import PEOPLE, Journey
from tests.window import opened

HandOf = Callable[[Window], Hand]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """All is settled: 1.1 far from the answers without a reason, 8.2 parked."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    journey.answer("Bo", "1.2", 40, strength=("Vi lytter",))
    journey.reveal().settle_all(40)
    special = [Agreed("1.1", Rating(90)), Agreed("8.2", parked=True, note="Vi venter på tal")]
    journey.file.do(meeting.settle, journey.id, special)
    yield journey
    journey.file.close()


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Callable[..., Consensus]:
    def begin(hand: HandOf = Keys) -> Consensus:
        journey.file.close()
        page = Consensus(hand(opened(qtbot, journey.path)))
        return page.go_to("resultat")

    return begin


def meeting_of(page: Consensus) -> Board:
    room = page.hand.window.room
    assert room is not None
    found: list[Any] = []
    room.desk.ask(shown).then(found.append)
    board: Board = found[0]
    return board


def texts(widget: QWidget) -> str:
    return "\n".join(each.accessibleName() for each in widget.findChildren(QWidget) if each.isVisible())


def test_where_all_is_settled_one_comes_to_the_result(qtbot: QtBot, journey: Journey) -> None:
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path)))
    assert page.at == "resultat"


def test_the_summary_names_what_is_parked_and_what_lacks_a_reason(start: Callable[..., Consensus]) -> None:
    page = start()
    said = texts(page.result)
    assert "I er enige om 27 af 28 delkriterier" in said
    lacking, parked = page.result.tables.lacking, page.result.tables.parked
    assert [row.key for row in lacking.rows] == ["1.1"]
    assert [(row.key, row.cells[0].second) for row in parked.rows] == [("8.2", "Vi venter på tal")]
    lacking.table.setCurrentIndex(lacking.table.model().index(0, 0))
    lacking.table.opened.emit("1.1")
    assert (page.at, page.move) == ("1.1", 4)


@pytest.mark.parametrize("hand", HANDS)
def test_the_leader_accepts_and_the_board_can_only_be_read(
    start: Callable[..., Consensus], hand: HandOf
) -> None:
    page = start(hand)
    assert page.result.who.control.text() == "Anna"
    page.next()
    board = meeting_of(page)
    assert board.is_accepted
    assert board.evaluation.accepted_by == "Anna"
    assert page.next_words == "Videre til Forbedringer"
    page.go_to("afgjort").go_to("1.2")
    assert page.hint == "Resultatet er godkendt. Tavlen kan læses, men ikke ændres."
    assert page.next_words == "Se resultatet"
    before = meeting_of(page)
    page.go_to_move(2)
    assert not page.column(StatementKind.STRENGTH).new.isVisible()
    page.go_to_move(4)
    QTest.keyClicks(page.stair(), "77")
    assert meeting_of(page).lines == before.lines


def test_nobody_accepts_without_a_name(start: Callable[..., Consensus]) -> None:
    page = start()
    page.result.who.control.clear()
    page.next()
    assert not meeting_of(page).is_accepted
    assert page.hint == "Skriv, hvem der godkender."


def test_with_something_open_it_says_what(qtbot: QtBot, journey: Journey) -> None:
    journey.file.do(meeting.take_up, journey.id, "1.1")
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path))).go_to("resultat")
    page.next()
    assert not meeting_of(page).is_accepted
    assert page.hint == "Fastlæg eller parkér det sidste først."


def test_with_an_open_round_it_says_which(qtbot: QtBot, journey: Journey) -> None:
    journey.file.do(rounds.open_round, journey.id, "1.1")
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path))).go_to("resultat")
    page.next()
    assert not meeting_of(page).is_accepted
    assert page.hint == "Luk eller opgiv runden for 1.1 først."


@pytest.mark.parametrize("hand", HANDS)
def test_it_is_opened_again_with_a_reason(start: Callable[..., Consensus], hand: HandOf) -> None:
    page = start(hand).next()
    page.other("Åbn resultatet igen")
    page.next()
    assert meeting_of(page).is_accepted
    page.hand.enter(page.result.why.control)
    write("Nye tal")
    page.next()
    assert not meeting_of(page).is_accepted
    assert page.next_words == "Godkend resultatet"
    assert not page.result.why.isVisible()


@pytest.mark.parametrize("hand", HANDS)
def test_the_answers_are_deleted_for_good_after_it_has_been_asked(
    start: Callable[..., Consensus], journey: Journey, hand: HandOf
) -> None:
    page = start(hand).next()
    page.other("Slet individuelle svar")
    assert "også i sikkerhedskopierne" in page.result.deleting.accessibleDescription()
    assert page.hint == "Kan ikke fortrydes"
    page.other("Behold svarene")
    assert not page.result.deleting.isVisible()
    page.other("Slet individuelle svar")
    page.next()
    board = meeting_of(page)
    assert board.evaluation.answers_deleted is not None
    page.other("Slet individuelle svar")
    assert page.next_words == "Videre til Forbedringer"
    room = page.hand.window.room
    assert room is not None
    found: list[Any] = []
    room.desk.ask(evaluations.revealed_answers, journey.id).then(found.append)
    assert found[0].answers == ()
    page.go_to("afgjort").go_to("1.2").go_to_move(3)
    assert board.lines[0].dots.n == 5
