"""Agreement and stability: laws that hold for any answers, and what is told of few."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.workshop.convergence import Advice, Stability, advice, stability, within_a_step

STEPS = st.integers(0, 5)
ROUND = st.dictionaries(st.sampled_from("abcdefghijkl"), STEPS)
BANDS = st.lists(st.integers(0, 6), min_size=6, max_size=6)


def histogram(steps: dict[str, int]) -> list[int]:
    return [list(steps.values()).count(step) for step in range(6)]


@given(ROUND)
def test_the_same_answers_again_are_stable(given: dict[str, int]) -> None:
    assert stability(given, given) == Stability(len(given), len(given))
    assert stability(given, given).is_stable


@given(ROUND, ROUND)
def test_only_who_answered_both_times_is_compared(first: dict[str, int], second: dict[str, int]) -> None:
    found = stability(first, second)
    assert found.compared == len(first.keys() & second.keys())
    assert 0 <= found.stayed <= found.compared
    back = stability(second, first)
    assert back == found, "it does not matter which came first"


@given(ROUND, ROUND, st.randoms(use_true_random=False))
def test_names_make_no_difference(first: dict[str, int], second: dict[str, int], random: Random) -> None:
    letters = list("abcdefghijkl")
    other = dict(zip(letters, random.sample(letters, len(letters)), strict=True))
    renamed = [{other[each]: step for each, step in steps.items()} for steps in (first, second)]
    assert stability(*renamed) == stability(first, second)


@given(st.dictionaries(st.sampled_from("abcdefghijkl"), st.tuples(STEPS, STEPS), min_size=1))
def test_where_each_stands_still_the_group_does_too(both: dict[str, tuple[int, int]]) -> None:
    """Scheibe's net change of the distribution is never larger than the number of people who moved."""
    first = {each: step for each, (step, _) in both.items()}
    second = {each: step for each, (_, step) in both.items()}
    net = sum(abs(a - b) for a, b in zip(histogram(first), histogram(second), strict=True)) // 2
    assert net <= stability(first, second).moved


def test_people_may_change_places_where_the_group_stands_still() -> None:
    letters = "abcdef"
    first = dict(zip(letters, (1, 4, 2, 2, 3, 3), strict=True))
    second = dict(zip(letters, (4, 1, 2, 2, 3, 3), strict=True))
    assert histogram(first) == histogram(second)
    assert stability(first, second) == Stability(6, 4)
    assert not stability(first, second).is_stable


@pytest.mark.parametrize(
    ("compared", "stayed", "stable"),
    [
        (5, 4, True),
        (5, 3, False),
        (12, 11, True),
        (12, 10, False),
        (14, 12, True),
        (20, 17, True),
        (20, 16, False),
    ],
)
def test_one_person_or_fifteen_per_cent_may_move(compared: int, stayed: int, stable: bool) -> None:
    assert Stability(compared, stayed).is_stable is stable


@given(st.integers(0, 30), st.integers(0, 30), st.integers(3, 12))
def test_nothing_is_told_of_fewer_than_five(compared: int, stayed: int, smallest: int) -> None:
    found = Stability(compared, min(stayed, compared))
    assert (found.told(smallest) is None) == (compared < 5 or compared < smallest)


@given(BANDS)
def test_within_a_step_lies_at_least_the_fullest_step_and_at_most_all(bands: list[int]) -> None:
    found = within_a_step(bands)
    assert max(bands) <= found <= sum(bands)
    assert 5 * found >= sum(bands) - bands[0], "five pairs of neighbours hold all answers between them"
    assert within_a_step(bands[::-1]) == found
    assert (found == sum(bands)) == any(sum(bands[:step]) == sum(bands[step + 2 :]) == 0 for step in range(5))


@given(BANDS, STEPS)
def test_who_comes_closer_never_makes_less_agreement(bands: list[int], towards: int) -> None:
    """All on one step are all within a step."""
    all_together = [sum(bands) if step == towards else 0 for step in range(6)]
    assert within_a_step(all_together) == sum(bands) >= within_a_step(bands)


@pytest.mark.parametrize(
    ("moves", "together", "wanted"),
    [
        (None, True, Advice.SETTLE),
        (None, False, Advice.TALK),
        (Stability(9, 9), True, Advice.SETTLE),
        (Stability(9, 5), True, Advice.ASK),
        (Stability(9, 8), False, Advice.DECIDE),
        (Stability(9, 5), False, Advice.AGAIN),
    ],
)
def test_a_further_round_is_advised_only_while_answers_move(
    moves: Stability | None, together: bool, wanted: Advice
) -> None:
    assert advice(moves, is_together=together) is wanted


@given(st.one_of(st.none(), st.builds(Stability, st.integers(5, 20), st.integers(0, 5))), st.booleans())
def test_no_further_round_where_nobody_moves_or_all_agree(moves: Stability | None, together: bool) -> None:
    found = advice(moves, is_together=together)
    assert (found is Advice.AGAIN) == (moves is not None and not moves.is_stable and not together)


def test_the_share_is_the_one_that_is_named() -> None:
    assert Fraction(3, 20) == Fraction(15, 100)
    assert Stability(100, 85).is_stable
    assert not Stability(100, 84).is_stable
