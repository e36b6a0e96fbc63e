"""Spread, flags, reasons and the median as starting point."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop.model import Flag, Spread, Tolerance, spread

USUAL = Tolerance(red_points=50, red_bands=3, amber_points=20, amber_bands=2, from_median=20)
CLASSICAL, SCALE5 = Method.CLASSICAL, Method.SCALE5


def of(*scores: int | None, method: Method = CLASSICAL) -> Spread:
    return spread([Rating(score=score) for score in scores], Block.ENABLER, method)


@pytest.mark.parametrize(
    ("scores", "flag"),
    [
        ((40, 41, 45), Flag.GREEN),
        ((31, 50), Flag.GREEN),  # 19 points, one band
        ((31, 51), Flag.AMBER),  # 20 points
        ((10, 31), Flag.AMBER),  # 21 points, two bands apart
        ((30, 51), Flag.AMBER),
        ((20, 70), Flag.RED),  # 50 points
        ((10, 51), Flag.RED),  # 41 points, but three bands apart
        ((50, 91), Flag.RED),
        ((20, 69), Flag.AMBER),
        ((48,), Flag.GREY),
        ((), Flag.GREY),
        ((40, 42, None), Flag.GREEN),
        ((40, 42, None, None), Flag.GREY),  # half said cannot judge
        ((None, None), Flag.GREY),
    ],
)
def test_flags_on_0_to_100(scores: tuple[int | None, ...], flag: Flag) -> None:
    assert of(*scores).flag(USUAL) is flag


@pytest.mark.parametrize(
    ("scores", "flag"), [((2, 3), Flag.GREEN), ((2, 4), Flag.AMBER), ((1, 4), Flag.RED), ((5,), Flag.GREY)]
)
def test_flags_on_0_to_5(scores: tuple[int, ...], flag: Flag) -> None:
    assert of(*scores, method=SCALE5).flag(USUAL) is flag


@pytest.mark.parametrize(
    ("scores", "agreed", "asked"),
    [
        ((40, 50, 60), 50, False),
        ((40, 50, 60), 40, False),
        ((40, 50, 60), 39, True),  # outside the spread
        ((40, 50, 60), 61, True),
        ((10, 50, 60), 29, True),  # inside, but 21 from the median
        ((10, 50, 60), 30, False),
        ((), 30, True),
    ],
)
def test_a_reason_is_asked_for_only_far_from_what_was_said(
    scores: tuple[int, ...], agreed: int, asked: bool
) -> None:
    assert of(*scores).needs_reason(Fraction(agreed), USUAL) is asked


def test_on_0_to_5_a_reason_is_asked_for_beyond_one_step() -> None:
    assert not of(1, 2, 4, method=SCALE5).needs_reason(Fraction(3), USUAL)
    assert of(1, 2, 4, method=SCALE5).needs_reason(Fraction(4), USUAL)


def test_the_starting_point_is_the_median_half_up() -> None:
    assert of(40, 45, None).start(Block.ENABLER) == Rating(43)
    assert of(None).start(Block.ENABLER) == Rating()


def test_the_fine_starting_point_is_the_median_of_each_phase_of_complete_answers() -> None:
    ratings = [
        Rating(plan=10, do=20, check=30, act=40),
        Rating(plan=21, do=40, check=0, act=0),
        Rating(plan=100),  # incomplete: counts as cannot judge
    ]
    both = spread(ratings, Block.ENABLER, Method.FINE)
    assert both.start(Block.ENABLER) == Rating(plan=16, do=30, check=15, act=20)
    assert (both.n, both.cannot_judge) == (2, 1)
    assert both.values == (Fraction(61, 4), Fraction(25))


SCORES = st.lists(st.one_of(st.none(), st.integers(0, 100)), max_size=14)


@given(SCORES, st.randoms(use_true_random=False))
def test_the_spread_does_not_depend_on_who_said_what(scores: list[int | None], random: Random) -> None:
    shuffled = scores.copy()
    random.shuffle(shuffled)
    assert of(*scores) == of(*shuffled)


@given(SCORES)
def test_every_answer_is_counted_once(scores: list[int | None]) -> None:
    result = of(*scores)
    assert sum(result.bands) == result.n
    assert result.n + result.cannot_judge == len(scores)
    if result.median is not None:
        assert result.values[0] <= result.median <= result.values[-1]


@given(SCORES, st.integers(0, 100))
def test_one_more_opinion_never_makes_a_judged_item_calmer(scores: list[int | None], extra: int) -> None:
    calm = [Flag.GREEN, Flag.AMBER, Flag.RED]
    before, after = of(*scores).flag(USUAL), of(*scores, extra).flag(USUAL)
    if Flag.GREY not in (before, after):
        assert calm.index(after) >= calm.index(before)
