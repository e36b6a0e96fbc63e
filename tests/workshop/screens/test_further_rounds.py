"""A further round: hidden answers in turn or from raised cards, seen by nobody until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Answer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.window import Window
from tests.drivers.consensus import Consensus
from tests.drivers.hand import HANDS, Hand, Keys
from tests.journey import PEOPLE, Journey
from tests.window import opened

HandOf = Callable[[Window], Hand]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40)).answer("Bo", "3.3", 95)
    yield journey.reveal()
    journey.file.close()


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Callable[..., Consensus]:
    def begin(hand: HandOf = Keys, prepared: Journey = journey) -> Consensus:
        prepared.file.close()
        return Consensus(hand(opened(qtbot, prepared.path))).new_round()

    return begin


def second(page: Consensus, journey: Journey) -> dict[str, Answer]:
    """The answers of round 2 in the open file, by name."""
    room = page.hand.window.room
    assert room is not None
    found: list[Any] = []
    room.desk.ask(evaluations.revealed_answers, journey.id).then(found.append)
    names = {person: name for name, person in journey.people.items()}
    sets = {each.id: names[each.participant] for each in found[0].sets}
    return {sets[each.answer_set]: each for each in found[0].answers if each.round == 2}


def open_round(page: Consensus) -> int | None:
    return page.board.line.open_round


def foot_words(page: Consensus) -> list[str]:
    return [act.text for act in page.page.foot.secondary]


def key(page: Consensus, key: Qt.Key) -> None:
    assert isinstance(page.hand, Keys)
    page.hand.key(key)


def said(page: Consensus) -> str:
    return "\n".join(label.text() for label in page.round.findChildren(QLabel))


@pytest.mark.parametrize("hand", HANDS)
def test_they_answer_in_turn_and_the_round_is_closed(
    start: Callable[..., Consensus], journey: Journey, hand: HandOf
) -> None:
    page = start(hand)
    assert (page.move, page.hint) == (3, "Ingen har svaret endnu.")
    page.take("Bo").answer(60)
    assert page.next_words == "Gem, og giv videre til Carla"
    page.next()
    assert "Carla svarer" in said(page)
    assert page.round.turn.score.value().scores == {"score": None}
    page.answer(None).next()
    page.other("Tilbage til listen")
    assert page.answered() == {
        "Anna": "Mangler", "Bo": "Har svaret", "Carla": "Har svaret", "Dines": "Mangler", "Eva": "Mangler",
    }  # fmt: skip
    assert page.hint == "3 mangler. Kan ikke fortrydes"
    assert {name: each.rating for name, each in second(page, journey).items()} == {
        "Bo": Rating(60),
        "Carla": Rating(),
    }
    page.next()
    assert page.board.line.dots.n == 1
    assert [dots.n for dots in page.board.line.rounds] == [5, 1]
    assert not page.round.isVisible()


def test_an_answer_is_shown_to_nobody_until_the_round_is_closed(start: Callable[..., Consensus]) -> None:
    page = start().take("Bo").answer(97).next()
    page.other("Tilbage til listen").take("Bo")
    assert page.round.turn.score.value().scores == {"score": None}
    assert "Du har svaret før" in said(page)
    page.other("Tilbage til listen")
    everything = "\n".join(label.text() for label in page.page.findChildren(QLabel))
    assert "97" not in everything
    before = page.row("3.3").spread
    assert before is not None
    assert 97 not in before.values


def test_undo_belongs_to_who_answers(start: Callable[..., Consensus], journey: Journey) -> None:
    page = start().take("Bo").answer(60).next()
    page.undo()  # now it is Carla's turn, and she has done nothing
    assert second(page, journey)["Bo"].rating == Rating(60)
    page.other("Tilbage til listen").undo()
    assert page.page.place.startswith("3.3")


@pytest.mark.parametrize("hand", HANDS)
def test_raised_cards_are_typed_one_after_the_other(
    start: Callable[..., Consensus], journey: Journey, hand: HandOf
) -> None:
    page = start(hand).type_cards(45, 48, 50, 52)
    assert {name: each.rating.score for name, each in second(page, journey).items()} == {
        "Anna": 45, "Bo": 48, "Carla": 50, "Dines": 52,
    }  # fmt: skip
    page.key_in("k")
    assert second(page, journey)["Eva"].rating == Rating()
    page.next()
    page.go_to_move(4)
    assert page.stair().score == 49
    assert page.board.line.dots.values == ()  # four are shown by step


def test_on_the_scale_0_5_a_card_is_one_key(
    start: Callable[..., Consensus], tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "fem"
    folder.mkdir()
    journey = Journey(folder, clock).gather_people()
    journey.answer_all(dict(zip(PEOPLE, (0, 1, 1, 3, 4), strict=True))).reveal()
    page = start(prepared=journey).type_cards(2, 2, 3, 2, 1)
    assert sorted(each.rating.score or 0 for each in second(page, journey).values()) == [1, 2, 2, 2, 3]


def people_of(count: int) -> tuple[str, ...]:
    return tuple(f"Person {place:02}" for place in range(1, count + 1))


def test_twelve_raised_cards_take_fourteen_inputs(
    start: Callable[..., Consensus], tmp_path: Path, clock: FixedClock
) -> None:
    """One to choose the way, one for each card, one to close; the next round begins at the cards."""
    folder = tmp_path / "tolv"
    folder.mkdir()
    names = people_of(12)
    journey = Journey(folder, clock).gather_people(names)
    journey.answer_all({name: place % 6 for place, name in enumerate(names)}).reveal()
    page = start(prepared=journey)
    page.hand.inputs = 0
    key(page, Qt.Key.Key_Right)
    page.key_in("333233343332")
    assert said(page).count("12 af 12 har svaret") == 1
    page.next()
    assert page.hand.inputs == 14
    assert (page.board.line.dots.n, page.board.line.dots.median) == (12, 3)
    page.new_round().key_in("3")
    assert sum(state == "Har svaret" for state in states(page)) == 0
    assert states(page)[:2] == ["Tastet", "Mangler"]


def states(page: Consensus) -> list[str]:
    return [tile.state for tile in page.round.cards.tiles]


def test_only_the_card_at_hand_is_seen_and_can_be_typed_again(
    start: Callable[..., Consensus], journey: Journey
) -> None:
    page = start().type_cards(45, 48)
    assert states(page)[:3] == ["Tastet", "Tastet", "Mangler"]
    key(page, Qt.Key.Key_Left)
    assert states(page)[:3] == ["Tastet", "48 (2)", "Mangler"]
    page.key_in("5")
    assert second(page, journey)["Bo"].rating == Rating(95)
    key(page, Qt.Key.Key_Left)
    key(page, Qt.Key.Key_Delete)
    assert states(page)[1] == "Mangler"
    assert second(page, journey)["Bo"].is_undecided
    assert page.round.people.rows[1].state == "Mangler"


def test_a_card_that_is_undone_is_missing_again(start: Callable[..., Consensus], journey: Journey) -> None:
    page = start().type_cards(40, 48).undo()
    assert set(second(page, journey)) == {"Anna"}
    assert states(page)[:3] == ["Har svaret", "Mangler", "Mangler"]
    page.key_in("1")
    assert second(page, journey)["Bo"].rating == Rating(20)


def test_who_answered_on_the_laptop_is_passed_over_and_not_shown(
    start: Callable[..., Consensus], journey: Journey
) -> None:
    page = start().take("Bo").answer(97).next().other("Tilbage til listen")
    page.type_cards(45, 48)
    assert set(second(page, journey)) == {"Anna", "Bo", "Carla"}
    assert states(page) == ["Tastet", "Har svaret", "Tastet", "Mangler", "Mangler"]
    key(page, Qt.Key.Key_Left)
    key(page, Qt.Key.Key_Left)
    assert states(page)[1] == "Har svaret"


def test_at_twice_the_size_the_seat_at_hand_is_in_sight(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "stor"
    folder.mkdir()
    names = people_of(12)
    journey = Journey(folder, clock).gather_people(names)
    journey.answer_all(dict.fromkeys(names, 3)).reveal()
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path, Settings("da", "light", 200))))
    page.page.show_place("k1.1")
    page.new_round()
    key(page, Qt.Key.Key_Right)
    for place in range(1, 12):
        page.key_in("2")
        tile = page.round.cards.tiles[place]
        assert tile.hasFocus()
        assert tile.visibleRegion().boundingRect().height() == tile.height(), place


def test_in_the_fine_method_cards_are_raised_phase_by_phase(
    start: Callable[..., Consensus], tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "fin"
    folder.mkdir()
    journey = Journey(folder, clock, "kvik", Method.FINE).gather_people()
    journey.answer_all(dict(zip(PEOPLE, (10, 40, 60, 80, 95), strict=True))).reveal()
    page = start(prepared=journey)
    key(page, Qt.Key.Key_Right)
    page.key_in("22222")
    assert "Kort for Udføre" in page.round.cards.phase.text()
    assert second(page, journey) == {}
    page.key_in("333334444455555")
    found = {name: each.rating for name, each in second(page, journey).items()}
    assert found == dict.fromkeys(PEOPLE, Rating(plan=40, do=60, check=80, act=95))


@pytest.mark.parametrize("hand", HANDS)
def test_the_rounds_stand_under_each_other_with_agreement_stability_and_advice(
    start: Callable[..., Consensus], hand: HandOf
) -> None:
    page = start(hand).type_cards(45, 45, 45, 55, 91).next()
    part = next(iter(page.board.spreads.values()))
    assert part.before.rows[0][0].text() == "Runde 1: 5 svar, fra 40 til 95, median 40"
    assert part.before.rows[0][1].width() == part.plot.width()
    assert part.course.agreement.text() == (
        "Enighed: 4 af 5 svar ligger højst ét trin fra hinanden, mod 4 af 5 i runde 1."
    )
    assert part.course.stability.text() == (
        "Stabilitet: 2 af 5 blev på samme trin som sidst. Medianen gik fra 40 til 45."
    )
    assert part.course.advice.text().startswith("I flytter jer stadig.")


def test_a_round_is_given_up_and_that_is_undone(start: Callable[..., Consensus], journey: Journey) -> None:
    page = start().take("Bo").answer(60).next().other("Tilbage til listen")
    page.other("Opgiv runden")
    assert open_round(page) is None
    assert second(page, journey) == {}
    page.undo()
    assert open_round(page) == 2
    assert second(page, journey)["Bo"].rating == Rating(60)


def test_the_rounds_before_stay_in_sight(start: Callable[..., Consensus]) -> None:
    page = start().type_cards(45, 48, 50, 52, 50).next()
    page.go_to_move(4)
    words = [label.text() for label in page.board.agreement.findChildren(QLabel) if label.isVisible()]
    assert "Runde 1" in words
    assert "5 svar, fra 40 til 95, median 40" in words
    assert "Jeres 5 svar i runde 2" in words


def test_an_open_round_is_said_in_the_agenda_and_is_there_again(
    start: Callable[..., Consensus], qtbot: QtBot, journey: Journey
) -> None:
    page = start().take("Bo").answer(60).next()
    assert page.row("3.3").second == "Ny runde er åben"
    page.hand.window.close()
    again = Consensus(Keys(opened(qtbot, journey.path)))
    assert (again.at, again.move) == ("3.3", 3)
    assert again.answered()["Bo"] == "Har svaret"


def test_texts_are_still_at_hand_while_a_round_is_open(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(2)
    assert not page.round.isVisible()
    assert (page.next_words, foot_words(page)) == ("Til runden", [])
    page.go_to_move(1)
    assert (page.next_words, foot_words(page)) == ("Videre til Styrker og områder", ["Til runden"])
    QTest.keyClick(QApplication.focusWidget() or page.page, Qt.Key.Key_P)
    assert page.board.draft.parking is None
    QTest.keyClick(QApplication.focusWidget() or page.page, Qt.Key.Key_R)
    assert (page.move, page.round.isVisible()) == (3, True)


def test_r_opens_a_round_where_nobody_writes(qtbot: QtBot, journey: Journey) -> None:
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path)))
    page.go_to_move(4)
    QTest.keyClick(page.board.agreement.why, Qt.Key.Key_R)
    assert open_round(page) is None
    page.go_to_move(3)
    QTest.keyClick(QApplication.focusWidget() or page.page, Qt.Key.Key_R)
    assert open_round(page) == 2
