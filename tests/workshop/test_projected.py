"""What the room is given of the meeting: nothing before its time, nobody's name, no single answer of few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.settings import show_few_dots
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop.board import Board, Dots, Line, Waiting, shown
from kvik_desktop.workshop.projected import (
    AGREEMENT,
    EVIDENCE,
    RESULT,
    SPREAD,
    TEXTS,
    TOGETHER,
    Agreed,
    Answers,
    HandIn,
    OpenRound,
    Result,
    Spread,
    Standing,
    Texts,
    Together,
    Underway,
    What,
    projected,
)
from tests.journey import Journey
from tests.planted import spelled
from tests.planted_meeting import NAMES, REASON, SCORES, SECRETS, plant_meeting, planted_in

MOVES = (EVIDENCE, TEXTS, SPREAD, AGREEMENT)
OF_MOVE = {
    EVIDENCE: {StatementKind.EVIDENCE},
    TEXTS: {StatementKind.STRENGTH, StatementKind.AREA, StatementKind.IDEA},
}


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    """Six who disagree on 3.3, agree on the rest, and have written about both."""
    clock = FixedClock(datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    journey = plant_meeting(tmp_path_factory.mktemp("moede"), clock)
    yield journey
    journey.file.close()


@pytest.fixture(scope="module")
def waiting(journey: Journey) -> Waiting:
    found = journey.file.ask(shown)
    assert isinstance(found, Waiting)
    return found


@pytest.fixture(scope="module")
def board(journey: Journey, waiting: Waiting) -> Board:
    journey.reveal()
    found = journey.file.ask(shown)
    assert isinstance(found, Board)
    return found


def standing(board: Board, place: str, move: int, **given: object) -> Standing:
    """As the page has it: the draft is the median at first."""
    line = next((line for line in board.lines if line.id == place), None)
    return replace(Standing(place, move, line.suggestion if line else Rating()), **given)  # type: ignore[arg-type]


def at(board: Board, place: str, move: int = EVIDENCE, **given: object) -> What:
    return projected(board, standing(board, place, move, **given), "da")


def test_before_the_reveal_there_is_only_how_many(waiting: Waiting) -> None:
    for place in ("", "3.3", TOGETHER, RESULT):
        for move in MOVES:
            found = projected(waiting, Standing(place, move, Rating(48), "fordi"), "da")
            assert found == HandIn(len(NAMES) - 1, len(NAMES))


def test_a_place_and_a_move_have_their_own_texts_and_no_others(board: Board) -> None:
    @given(
        st.sampled_from([*(line.id for line in board.lines), TOGETHER, RESULT, "", "9.9"]),
        st.sampled_from(MOVES),
        st.sampled_from(LANGUAGES),
        st.booleans(),
    )
    def holds(place: str, move: int, language: str, parking: bool) -> None:
        at = standing(board, place, move, reason=REASON, parking=parking)
        told = spelled(projected(board, at, language))  # type: ignore[arg-type]  # both languages
        kinds = OF_MOVE.get(move, set()) if place in ("3.3", "4.5") else set()
        assert planted_in(told) == {(place, kind.value) for kind in kinds}
        assert [secret for secret in SECRETS if secret in told] == []
        is_agreement = move == AGREEMENT and place in {line.id for line in board.lines}
        assert (REASON in told) == (is_agreement and not parking)

    holds()


def test_numbers_come_with_their_move(board: Board) -> None:
    assert isinstance(at(board, "3.3", EVIDENCE), Texts)
    assert isinstance(at(board, "3.3", TEXTS), Texts)
    spread = at(board, "3.3", SPREAD)
    assert isinstance(spread, Spread)
    assert spread.answers.values == tuple(sorted(SCORES))
    assert spread.agreed is None
    begun = at(board, "3.3", AGREEMENT)
    assert isinstance(begun, Spread)
    assert begun.agreed == Agreed(45, begins=True), "the median is nothing that anybody has agreed on"
    settled = at(board, "3.3", AGREEMENT, rating=Rating(48), reason=" Vi måler det ikke. ")
    assert isinstance(settled, Spread)
    assert settled.agreed == Agreed(48, (), "Vi måler det ikke.")


def test_the_question_is_asked_at_the_first_move(board: Board) -> None:
    first, second = at(board, "3.3", EVIDENCE), at(board, "3.3", TEXTS)
    assert isinstance(first, Texts)
    assert isinstance(second, Texts)
    assert (first.asked, second.asked) == (True, False)
    assert first.question.title == "3.3 Inddragelse og trivsel"
    assert first.question.criterion == "Medarbejdere"
    assert first.question.words.endswith("?")


def test_what_is_put_aside_has_no_score_and_no_note(board: Board) -> None:
    found = at(board, "3.3", AGREEMENT, parking=True, reason="Vi mangler tal")
    assert isinstance(found, Spread)
    assert found.agreed == Agreed(None, parked=True)


def test_what_is_agreed_together_is_a_name_and_a_median(board: Board) -> None:
    found = at(board, TOGETHER)
    assert isinstance(found, Together)
    assert len(found.rows) == len(board.together) > 7
    assert found.rows[0] == ("1.1 Retning: mission, vision og værdier", 40)


def test_the_result_is_the_means_of_what_is_agreed(board: Board) -> None:
    found = at(board, RESULT)
    assert isinstance(found, Result)
    assert [(row.scored, row.of) for row in found.rows][:3] == [(0, 4), (0, 4), (0, 3)]
    assert all(row.mean.value is None for row in found.rows)


def test_between_two_subcriteria_there_is_only_how_many(board: Board) -> None:
    assert at(board, "dagsorden") == Underway(0, 28)


def test_an_open_round_tells_only_how_many(journey: Journey, board: Board) -> None:
    journey.file.do(rounds.open_round, journey.id, "3.3")
    new = [NewAnswer("3.3", Rating(97), {})]
    journey.file.do(rounds.answer_round, journey.id, journey.people[NAMES[2]], new, Way.LAPTOP)
    again = journey.file.ask(shown)
    assert isinstance(again, Board)
    for move in (SPREAD, AGREEMENT):
        found = at(again, "3.3", move)
        assert isinstance(found, OpenRound)
        assert (found.number, found.answered, found.of) == (2, 1, 6)
    journey.file.do(rounds.cancel_round, journey.id, "3.3")


def test_the_round_before_is_told_no_more_of_than_the_newest(board: Board) -> None:
    line = next(line for line in board.lines if line.id == "3.3")
    again = replace(line, rounds=(*line.rounds, dots([40, 45, 50], known=True)))
    found = at(replace(board, lines=(again,)), "3.3", SPREAD)
    assert isinstance(found, Spread)
    assert found.before is not None
    assert found.before.values == tuple(sorted(SCORES))
    assert (found.answers.values, found.answers.reach) == ((), (40, 50))
    first = at(board, "3.3", SPREAD)
    assert isinstance(first, Spread)
    assert first.before is None


def test_the_fine_method_tells_its_phases(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.FINE).gather_people()
    journey.answer_all(dict.fromkeys(journey.people, 40)).reveal()
    board = journey.file.ask(shown)
    journey.file.close()
    assert isinstance(board, Board)
    rating = Rating(plan=50, do=40, check=30)
    unfinished = at(board, "3.3", AGREEMENT, rating=rating)
    assert isinstance(unfinished, Spread)
    assert unfinished.agreed == Agreed(None, (("Planlægge", 50), ("Udføre", 40), ("Evaluere", 30)))
    whole = at(board, "3.3", AGREEMENT, rating=replace(rating, act=20))
    assert isinstance(whole, Spread)
    assert whole.agreed is not None
    assert whole.agreed.score == 35


# Few answers

EVALUATIONS_STEPS = (0, 11, 31, 51, 71, 91)


def dots(values: Sequence[int], *, known: bool, cannot: int = 0) -> Dots:
    """A round as the board has it: with its scores, or by step only."""
    ordered = tuple(sorted(values))
    places = [sum(1 for low in EVALUATIONS_STEPS[1:] if value >= low) for value in ordered]
    bands = tuple(places.count(step) for step in range(6))
    return Dots(1, len(ordered), cannot, bands, ordered if known else (), ordered[len(ordered) // 2])


def test_under_five_there_is_the_median_and_from_where_to_where() -> None:
    known = Answers.of(dots([20, 45, 45, 78], known=True), few_dots=False)
    assert known == Answers(1, 4, 0, reach=(20, 78), median=45)
    by_step = Answers.of(dots([20, 45, 78], known=False), few_dots=False)
    assert by_step == Answers(1, 3, 0, steps=(1, 4), median=45)


def test_the_group_may_choose_to_see_the_dots() -> None:
    assert Answers.of(dots([20, 45, 78], known=True), few_dots=True).values == (20, 45, 78)


def test_of_fewer_than_three_only_the_number_is_told() -> None:
    for few_dots in (False, True):
        assert Answers.of(Dots(1, 2, 3), few_dots=few_dots) == Answers(1, 2, 3)


@given(st.lists(st.integers(0, 100), min_size=3, max_size=30), st.booleans(), st.booleans())
def test_no_more_is_told_than_the_board_has(values: list[int], known: bool, few_dots: bool) -> None:
    of = dots(values, known=known)
    found = Answers.of(of, few_dots=few_dots)
    assert found.values in ((), of.values)
    assert found.reach in (None, (of.values[:1] + of.values[-1:]) or None)
    if len(values) < 5 and not few_dots:
        assert (found.values, found.bands) == ((), ())
    elif known:
        assert found.values == of.values


def test_who_is_in_the_file_is_on_the_board_and_not_in_the_room(board: Board) -> None:
    """The test would find a name: the board, which is the facilitator's, has them all."""
    assert [name for name in NAMES if name not in spelled(board.people)] == []
    line: Line = next(line for line in board.lines if line.id == "3.3")
    assert len(planted_in(spelled(line))) == 4
    assert re.search("Navnemand", spelled(at(board, "3.3", TEXTS))) is None


@pytest.mark.parametrize("chosen", [False, True])
def test_four_see_their_dots_where_they_chose_to(tmp_path: Path, clock: FixedClock, chosen: bool) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people(
        ("Anna", "Bo", "Carla", "Dines")
    )
    journey.answer_all({"Anna": 20, "Bo": 45, "Carla": 45, "Dines": 78}).reveal()
    journey.file.do(show_few_dots, journey.id, shown=chosen)
    board = journey.file.ask(shown)
    journey.file.close()
    assert isinstance(board, Board)
    found = at(board, "3.3", SPREAD)
    assert isinstance(found, Spread)
    assert found.answers.values == ((20, 45, 45, 78) if chosen else ())
    assert found.answers.steps == (None if chosen else (1, 4))
    assert found.answers.median == 45


def test_the_setting_of_the_group_is_the_evaluations_own(board: Board) -> None:
    few = replace(board.evaluation, few_dots=True)
    line = next(line for line in board.lines if line.id == "3.3")
    three = replace(line, rounds=(dots([20, 45, 78], known=True),))
    shy = replace(board, lines=(three,))
    open_ = replace(shy, evaluation=few)
    for found, values in ((at(shy, "3.3", SPREAD), ()), (at(open_, "3.3", SPREAD), (20, 45, 78))):
        assert isinstance(found, Spread)
        assert found.answers.values == values
