"""Several rounds in a real file: who stayed on their step, what is kept, and cards that are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import board, deleting, rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.convergence import Advice, Stability
from tests.journey import PEOPLE, Journey

SUB = "3.3"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    found = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    found.answer_all(dict(zip(PEOPLE, (20, 40, 45, 60, 95), strict=True))).reveal()
    yield found
    found.file.close()


def play(journey: Journey, *scores: int | None, close: bool = True) -> None:
    """One round of cards in the list's order."""
    journey.file.do(rounds.open_round, journey.id, SUB)
    for name, score in zip(PEOPLE, scores, strict=False):
        card = NewAnswer(SUB, Rating(score), {})
        journey.file.do(rounds.type_card, journey.id, journey.people[name], card)
    if close:
        journey.file.do(rounds.close_round, journey.id, SUB, "Anna")


def line(journey: Journey, name: str = SUB) -> Line:
    found = journey.file.ask(board.shown)
    assert isinstance(found, Board)
    return next(each for each in found.lines if each.id == name)


def test_each_round_is_held_against_the_one_before(journey: Journey) -> None:
    play(journey, 50, 42, 31, 60, 60)
    play(journey, 49, 43, 44, 61, 62)
    found = line(journey)
    assert [dots.stability for dots in found.rounds] == [None, Stability(5, 3), Stability(5, 5)]
    assert [dots.within_a_step for dots in found.rounds] == [3, 5, 5]
    assert [dots.median for dots in found.rounds] == [45, 50, 49]


def test_the_advice_follows_agreement_and_stability(journey: Journey) -> None:
    assert line(journey).advice is None, "after the first round there is nothing to hold it against"
    play(journey, 95, 20, 45, 60, 20)
    assert line(journey).advice is Advice.AGAIN
    play(journey, 95, 20, 45, 60, 20)
    assert line(journey).advice is Advice.DECIDE
    play(journey, 45, 45, 45, 45, 45)
    assert line(journey).advice is Advice.ASK
    play(journey, 45, 45, 45, 45, 45)
    assert line(journey).advice is Advice.SETTLE


def test_of_four_who_answered_both_times_it_is_not_told_how_many_moved(journey: Journey) -> None:
    play(journey, 50, 42, 31, 60)
    assert (line(journey).dots.stability, line(journey).advice) == (None, Advice.TALK)
    play(journey, 50, 42, 31, None, 60)
    assert line(journey).dots.stability is None, "who could not judge has no step"


def test_after_deletion_the_rounds_stand_as_distributions(journey: Journey) -> None:
    play(journey, 50, 42, 31, 60, 60)
    journey.settle_all(45).accept()
    journey.file.do(deleting.delete_answers, journey.id, "Anna")
    first, second = line(journey).rounds
    assert (first.n, first.bands, first.within_a_step) == (5, (0, 1, 2, 1, 0, 1), 3)
    assert (second.n, second.bands, second.within_a_step) == (5, (0, 0, 3, 2, 0, 0), 5)
    assert (second.stability, second.median, second.values) == (None, None, ())


def test_a_card_that_was_typed_by_mistake_is_no_answer(journey: Journey) -> None:
    play(journey, 50, 42, close=False)
    journey.file.do(rounds.take_back, journey.id, SUB, journey.people["Bo"])
    assert line(journey).answered == {journey.people["Anna"]}
    journey.file.undo()
    assert line(journey).answered == {journey.people["Anna"], journey.people["Bo"]}


def test_a_step_and_its_exact_number_are_one_step_of_undo(journey: Journey) -> None:
    journey.file.do(rounds.open_round, journey.id, SUB)
    for score in (60, 64):
        card = NewAnswer(SUB, Rating(score), {})
        journey.file.do(rounds.type_card, journey.id, journey.people["Bo"], card)
    journey.file.undo()
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"]).answers
    assert [each for each in own if each.round == 2] == []


def test_closing_is_a_reveal_and_cannot_be_undone(journey: Journey) -> None:
    play(journey, 50, 42, 31, 60, 60)
    assert journey.file.undo_label is None


def test_what_is_answered_anew_is_not_settled_with_the_green_ones(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 45)).reveal()
    play(journey, 95, close=False)
    found = journey.file.ask(board.shown)
    assert isinstance(found, Board)
    assert [each.id for each in found.to_discuss] == [SUB]
    settled = journey.file.do(meeting.settle_green, journey.id).value
    assert SUB not in {each.subcriterion for each in settled}
    assert len(settled) == 27
    journey.file.close()


def test_an_answer_by_another_way_takes_the_place_of_a_card(journey: Journey) -> None:
    play(journey, 50, close=False)
    given = [NewAnswer(SUB, Rating(60), {})]
    journey.file.do(rounds.answer_round, journey.id, journey.people["Anna"], given, Way.LAPTOP)
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Anna"]).answers
    assert [each.rating for each in own if each.round == 2] == [Rating(60)]
