"""One's own code: kept as a slow hash alone, asked for at one's turn, and reset without showing anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.own_code.model import hashed
from kvik_desktop.evaluation.own_code.usecases import Door
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey

CODE = "hest-42-æble"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people().answer("Bo", "k1.1", 3)
    yield journey
    journey.file.close()


def door(journey: Journey, who: str = "Bo") -> Door:
    return journey.file.ask(own_code.doors, journey.id)[journey.people[who]]


def set_code(journey: Journey, code: str, before: str | None = None) -> None:
    journey.file.do(own_code.set_code, journey.id, journey.people["Bo"], code, before)


def answered(journey: Journey, code: str | None = None) -> set[str]:
    sheet = journey.file.ask(own_code.open_turn, journey.id, journey.people["Bo"], code)
    assert sheet is not None
    return set(sheet.given)


def test_the_answers_open_with_the_code_and_no_other(journey: Journey) -> None:
    assert door(journey) is Door.OPEN
    assert answered(journey) == {"k1.1"}
    set_code(journey, CODE)
    assert (door(journey), door(journey, "Eva")) == (Door.LOCKED, Door.OPEN)
    for wrong in (None, "", "hest-43-æble", CODE.upper()):
        with pytest.raises(Problem, match="E_CODE"):
            answered(journey, wrong)
    assert answered(journey, f" {CODE} ") == {"k1.1"}
    assert answered(journey, "hest-42-\u00e6ble") == {"k1.1"}


def test_no_byte_of_the_file_holds_the_code_nor_an_earlier_hash(journey: Journey) -> None:
    set_code(journey, CODE)
    first = journey.path.read_bytes()
    assert CODE.encode() not in first
    assert hashed("x", CODE, bytes(16), journey.file.ask(lambda work: work.now())).digest not in (None, b"")
    set_code(journey, "ny-kode", CODE)
    journey.file.vacuum()
    assert b"ny-kode" not in journey.path.read_bytes()
    assert journey.file.undo() is None
    with pytest.raises(Problem, match="E_CODE"):
        answered(journey, CODE)


def test_two_with_the_same_code_have_different_hashes(journey: Journey) -> None:
    at = journey.file.ask(lambda work: work.now())
    assert hashed("a", CODE, b"1" * 16, at).digest != hashed("b", CODE, b"2" * 16, at).digest


@pytest.mark.parametrize("code", ["", "abc", "   a   ", "x" * 65])
def test_a_code_is_neither_too_short_nor_too_long(journey: Journey, code: str) -> None:
    with pytest.raises(Problem, match="E_CODE"):
        set_code(journey, code)
    assert door(journey) is Door.OPEN


def test_a_code_is_changed_or_dropped_only_by_the_one_who_has_it(journey: Journey) -> None:
    set_code(journey, CODE)
    with pytest.raises(Problem, match="E_CODE"):
        set_code(journey, "andet")
    with pytest.raises(Problem, match="E_CODE"):
        journey.file.do(own_code.drop_code, journey.id, journey.people["Bo"], "andet")
    journey.file.do(own_code.drop_code, journey.id, journey.people["Bo"], CODE)
    assert door(journey) is Door.OPEN


def test_a_forgotten_code_is_reset_without_showing_or_losing_anything(journey: Journey) -> None:
    set_code(journey, CODE)
    journey.file.do(own_code.reset_code, journey.id, journey.people["Bo"], "Anna")
    assert door(journey) is Door.RESET
    for code in (None, CODE):
        with pytest.raises(Problem, match="E_CODE"):
            answered(journey, code)
    set_code(journey, "ny-kode")
    assert answered(journey, "ny-kode") == {"k1.1"}


def test_the_code_goes_with_the_one_who_is_removed(journey: Journey) -> None:
    set_code(journey, CODE)
    journey.file.close()
    journey.file = open_file(journey.path)
    journey.file.do(team.remove, journey.id, journey.people["Bo"])
    journey.file.undo()
    assert door(journey) is Door.LOCKED


def test_the_seat_shows_answers_only_behind_an_open_door(journey: Journey) -> None:
    bo = journey.people["Bo"]
    assert journey.file.ask(own_code.seat).sheet is None
    opened = journey.file.ask(own_code.seat, bo).sheet
    assert opened is not None
    assert set(opened.given) == {"k1.1"}
    set_code(journey, CODE)
    seat = journey.file.ask(own_code.seat, bo)
    assert (seat.sheet, seat.doors[bo]) == (None, Door.LOCKED)
    assert journey.file.ask(own_code.seat, bo, is_opened=True).sheet is not None
    assert journey.file.ask(own_code.seat, "findes-ikke", is_opened=True).sheet is None


def test_the_seat_says_by_which_ways_answers_came_and_to_nobody_in_a_turn(journey: Journey) -> None:
    bo = journey.people["Bo"]
    journey.file.do(evaluations.answer, journey.id, bo, [NewAnswer("k1.2", Rating(2), {})], Way.PAPER)
    assert journey.file.ask(own_code.seat).ways == {bo: frozenset({Way.LAPTOP, Way.PAPER})}
    assert journey.file.ask(own_code.seat, bo).ways == {}
