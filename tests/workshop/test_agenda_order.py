"""The agenda by hand: what the group has placed stays where it is, whatever comes, goes or changes colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.settings import Limits, set_limits
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.model import Method
from kvik_desktop.workshop import agenda_order
from kvik_desktop.workshop.agenda_order import arranged
from kvik_desktop.workshop.board import Board, shown
from tests.journey import PEOPLE, Journey

NAMES = st.lists(st.sampled_from("abcdefghij"), unique=True)


@settings(max_examples=80)
@given(NAMES, NAMES)
def test_the_agenda_has_everything_once_and_keeps_the_order_by_hand(
    by_disagreement: list[str], by_hand: list[str]
) -> None:
    order = arranged(by_disagreement, by_hand)
    assert sorted(order) == sorted(by_disagreement)
    placed = [name for name in order if name in by_hand]
    assert placed == [name for name in by_hand if name in by_disagreement]


@settings(max_examples=80)
@given(NAMES, NAMES)
def test_what_is_not_placed_follows_what_it_stands_after_by_disagreement(
    by_disagreement: list[str], by_hand: list[str]
) -> None:
    order = arranged(by_disagreement, by_hand)
    for place, name in enumerate(by_disagreement):
        if name not in by_hand:
            at = order.index(name)
            assert (order[at - 1] if at else "") == (by_disagreement[place - 1] if place else "")


@settings(max_examples=80)
@given(st.permutations("abcdefgh"), st.permutations("abcdefgh"), st.sampled_from("abcdefgh"))
def test_one_that_goes_or_comes_moves_no_other(first: list[str], by_hand: list[str], one: str) -> None:
    others = tuple(name for name in by_hand if name != one)
    gone = arranged([name for name in first if name != one], by_hand)
    come = arranged(first, others)
    assert gone == others
    assert tuple(name for name in come if name != one) == others


@settings(max_examples=40)
@given(NAMES, NAMES)
def test_without_an_order_by_hand_and_done_twice_it_is_the_same(first: list[str], hand: list[str]) -> None:
    assert arranged(first, ()) == tuple(first)
    once = arranged(first, hand)
    assert arranged(first, once) == once


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five who agree on 40, except on 3.3 (red), 4.5 (amber) and 8.2, which most cannot judge (grey)."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    journey.answer("Bo", "3.3", 95).answer("Bo", "4.5", 62)
    for name in PEOPLE[:3]:
        journey.answer(name, "8.2", None)
    yield journey
    journey.file.close()


def board(journey: Journey) -> Board:
    found = journey.file.ask(shown)
    assert isinstance(found, Board)
    return found


def order(journey: Journey) -> list[str]:
    return [line.id for line in board(journey).to_discuss]


def test_a_group_puts_one_first_and_takes_it_back(journey: Journey) -> None:
    journey.reveal()
    assert (order(journey), board(journey).by_hand) == (["3.3", "8.2", "4.5"], False)
    journey.file.do(agenda_order.place, journey.id, "4.5", "3.3", after=False)
    assert (order(journey), board(journey).by_hand) == (["4.5", "3.3", "8.2"], True)
    journey.file.do(agenda_order.place, journey.id, "4.5", "8.2", after=True)
    assert order(journey) == ["3.3", "8.2", "4.5"]
    journey.file.undo()
    assert order(journey) == ["4.5", "3.3", "8.2"]
    journey.file.do(agenda_order.by_disagreement, journey.id)
    assert (order(journey), board(journey).by_hand) == (["3.3", "8.2", "4.5"], False)
    journey.file.undo()
    assert order(journey) == ["4.5", "3.3", "8.2"]


def test_other_limits_change_what_is_on_the_agenda_but_not_the_order_by_hand(journey: Journey) -> None:
    journey.reveal()
    journey.file.do(agenda_order.place, journey.id, "4.5", "3.3", after=False)
    journey.file.do(set_limits, journey.id, replace(Limits(), amber_points=30, amber_bands=3, red_bands=4))
    assert order(journey) == ["3.3", "8.2"], "4.5 is green now"
    journey.file.do(set_limits, journey.id, Limits())
    assert order(journey) == ["4.5", "3.3", "8.2"]


def test_nothing_is_placed_before_the_reveal_or_after_acceptance(journey: Journey) -> None:
    with pytest.raises(Problem) as early:
        journey.file.do(agenda_order.place, journey.id, "4.5", "3.3", after=False)
    assert early.value.code == "E_STATE"
    journey.reveal().settle_all(40).accept()
    with pytest.raises(Problem):
        journey.file.do(agenda_order.by_disagreement, journey.id)


def test_only_what_is_there_is_placed(journey: Journey) -> None:
    journey.reveal()
    with pytest.raises(Problem) as unknown:
        journey.file.do(agenda_order.place, journey.id, "4.5", "99.9", after=True)
    assert unknown.value.code == "E_CONSENSUS"
