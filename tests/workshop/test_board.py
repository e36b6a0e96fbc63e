"""What the meeting's page is given: never a score before the reveal, never one person's answer after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.states import State
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board, Dots, Line, Waiting, shown
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.model import Flag, RoundResult, Spread, Tolerance
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey

TOLERANCE = Tolerance(50, 3, 20, 2, 20)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    yield journey
    journey.file.close()


def board(journey: Journey) -> Board:
    found = journey.file.ask(shown)
    assert isinstance(found, Board)
    return found


def line(journey: Journey, subcriterion: str) -> Line:
    return next(line for line in board(journey).lines if line.id == subcriterion)


def result(*values: int, cannot: int = 0) -> RoundResult:
    answers = Spread(Method.CLASSICAL, tuple(Fraction(value) for value in sorted(values)), cannot)
    return RoundResult.of(1, answers, TOLERANCE)


def test_before_the_reveal_only_how_far_everybody_is(journey: Journey) -> None:
    journey.answer_all({"Anna": 10, "Bo": None}).answer("Carla", "1.1", 80)
    journey.file.do(evaluations.submit, journey.id, journey.people["Anna"])
    found = journey.file.ask(shown)
    assert isinstance(found, Waiting)
    assert [each.answered for each in found.people] == [28, 28, 1, 0, 0]
    assert found.handed_in == 1
    assert [each.participant.name for each in found.missing] == ["Bo", "Carla", "Dines", "Eva"]
    assert (found.leader, found.answered) == ("Anna", True)


def test_scores_are_shown_from_the_smallest_group_on() -> None:
    dots = Dots.of(result(25, 38, 45, 45, 78), Method.CLASSICAL, 5)
    assert (dots.values, dots.median) == ((25, 38, 45, 45, 78), 45)
    assert (dots.points, dots.steps) == (53, 3)


def test_under_the_smallest_group_only_the_steps_are_shown() -> None:
    dots = Dots.of(result(25, 38, 78), Method.CLASSICAL, 5)
    assert (dots.values, dots.bands, dots.median) == ((), (0, 1, 1, 0, 1, 0), 38)
    assert (dots.points, dots.steps) == (None, 3)


def test_of_two_answers_only_the_number_is_told() -> None:
    dots = Dots.of(result(25, 78, cannot=1), Method.CLASSICAL, 5)
    assert dots == Dots(1, 2, 1)
    assert (dots.points, dots.steps) == (None, None)


def test_deleted_answers_leave_their_steps() -> None:
    kept = replace(result(25, 38, 45, 45, 78), spread=None)
    dots = Dots.of(kept, Method.CLASSICAL, 5)
    assert (dots.values, dots.bands, dots.median) == ((), (0, 1, 3, 0, 1, 0), None)


def test_on_the_scale_0_5_a_score_is_its_step() -> None:
    answers = Spread(Method.SCALE5, (Fraction(1), Fraction(2), Fraction(4)), 0)
    dots = Dots.of(RoundResult.of(1, answers, TOLERANCE), Method.SCALE5, 5)
    assert (dots.values, dots.steps) == ((1, 2, 4), 3)


def test_the_agenda_is_in_three_groups(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40)).answer("Bo", "3.3", 95).answer("Bo", "4.5", 62).reveal()
    journey.file.do(meeting.settle, journey.id, [Agreed("1.2", Rating(40))])
    found = board(journey)
    assert [(each.id, each.flag) for each in found.to_discuss] == [("3.3", Flag.RED), ("4.5", Flag.AMBER)]
    assert [each.id for each in found.settled] == ["1.2"]
    assert len(found.together) == 25
    assert (found.state, found.leaders, found.is_accepted) == (State.REVEALED, ("Anna",), False)


def test_a_median_that_tells_what_somebody_answered_is_no_starting_point(journey: Journey) -> None:
    journey.answer("Bo", "1.1", 40).answer("Bo", "1.2", 40).answer("Eva", "1.2", 60)
    journey.answer("Bo", "1.3", 40).answer("Eva", "1.3", 60).answer("Carla", "1.3", 45).reveal()
    assert line(journey, "1.1").suggestion.is_empty
    assert line(journey, "1.2").suggestion.is_empty
    assert line(journey, "1.3").suggestion == Rating(45)


def test_what_two_agree_on_can_be_taken_together_and_what_one_says_cannot(journey: Journey) -> None:
    journey.answer("Anna", "1.1", 40).answer("Bo", "1.1", 40).answer("Bo", "1.2", 40).reveal()
    found = board(journey)
    assert [each.id for each in found.together] == ["1.1"]
    assert {each.flag for each in found.to_discuss} == {Flag.GREY}
    journey.file.do(meeting.settle_green, journey.id)
    assert [each.id for each in board(journey).settled] == ["1.1"]


def test_a_reason_is_needed_far_from_the_median_and_outside_the_spread(journey: Journey) -> None:
    journey.answer_all(dict(zip(PEOPLE, (30, 40, 45, 50, 90), strict=True))).reveal()
    found = line(journey, "1.1")
    assert [score for score in (24, 30, 45, 65, 66, 91) if found.needs_reason(Fraction(score))] == [
        24,
        66,
        91,
    ]
    journey.file.do(meeting.settle, journey.id, [Agreed("1.1", Rating(66))])
    assert line(journey, "1.1").lacks_reason
    journey.file.do(meeting.settle, journey.id, [Agreed("1.1", Rating(66), "Fordi")])
    assert not line(journey, "1.1").lacks_reason


def test_where_nobody_could_judge_every_score_needs_a_reason(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE)).reveal()
    found = line(journey, "1.1")
    assert found.needs_reason(Fraction(45))
    assert found.flag is Flag.GREY


def test_an_open_round_shows_who_has_answered_and_nothing_else(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40)).reveal()
    before = line(journey, "1.1").dots
    journey.file.do(rounds.open_round, journey.id, "1.1")
    given = [NewAnswer("1.1", Rating(90), {})]
    journey.file.do(rounds.answer_round, journey.id, journey.people["Bo"], given, Way.LAPTOP)
    found = line(journey, "1.1")
    assert (found.open_round, found.answered) == (2, frozenset([journey.people["Bo"]]))
    assert (found.dots, found.suggestion) == (before, Rating(40))
    journey.file.do(rounds.close_round, journey.id, "1.1", "Anna")
    found = line(journey, "1.1")
    assert [dots.n for dots in found.rounds] == [5, 1]
    assert (found.open_round, found.answered) == (None, frozenset())


def test_after_deletion_no_score_needs_a_reason(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40)).reveal().settle_all(40).accept()
    delete_for_good(journey.file, journey.id, "Anna")
    assert not line(journey, "1.1").needs_reason(Fraction(100))


def test_what_is_settled_is_taken_up_again_and_back(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40)).reveal()
    journey.file.do(meeting.settle, journey.id, [Agreed("1.1", parked=True, note="Tages i juni")])
    label = journey.file.undo_label
    assert label is not None
    assert Translator()(label) == "parkér 1.1"
    journey.file.do(meeting.take_up, journey.id, "1.1")
    assert not line(journey, "1.1").is_settled
    journey.file.undo()
    assert line(journey, "1.1").is_settled
