"""Comparison: exact figures, and no difference between two published groups is a group below five."""

from __future__ import annotations

import statistics
from collections import Counter
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.central.figures import PARTS
from kvik_desktop.central.published.comparison import (
    QUARTILES_FROM,
    SMALLEST_GROUP,
    Counts,
    Share,
    cell,
    choose,
    differences,
    quantile,
    row,
    shares,
)
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_of
from kvik_desktop.model_package.scoring import quantile as plain_quantile

SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), max_size=6)
SCORES = st.lists(st.integers(0, 100), min_size=1, max_size=40)


def counted(scores: list[int]) -> Counts:
    return Counter(score * PARTS for score in scores)


@settings(max_examples=200, deadline=None)
@given(SCORES, st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)]))
def test_counting_gives_the_quantile_of_the_list(scores: list[int], share: Fraction) -> None:
    assert quantile(counted(scores), share) == plain_quantile([Fraction(score) for score in scores], share)


@settings(max_examples=100, deadline=None)
@given(SCORES)
def test_the_median_is_the_median(scores: list[int]) -> None:
    assert quantile(counted(scores), Fraction(1, 2)) == Fraction(statistics.median(scores))


def test_quartiles_and_shares_only_from_ten() -> None:
    nine, ten = cell(counted([50] * 9), Method.CLASSICAL), cell(counted([50] * 10), Method.CLASSICAL)
    assert (nine.q1, nine.q3) == (None, None)
    assert (ten.q1, ten.q3) == (50, 50)
    assert row({"": counted([50] * 9)}, Method.CLASSICAL).shares == ()
    assert row({"": counted([50] * 10)}, Method.CLASSICAL).shares == (Share(0, 5, 100),)


def test_bands_are_taken_together_until_they_hold_five() -> None:
    scores = [5] * 2 + [20] * 4 + [40] * 10 + [60] * 7 + [95]
    assert shares(counted(scores), Method.CLASSICAL) == (Share(0, 1, 25), Share(2, 2, 42), Share(3, 5, 33))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=10, max_size=60))
def test_no_share_is_of_fewer_than_five(scores: list[int]) -> None:
    bands = [band_of(score, Method.CLASSICAL) for score in scores]
    found = shares(counted(scores), Method.CLASSICAL)
    assert [each.low for each in found] == [0, *(each.high + 1 for each in found[:-1])]
    assert found[-1].high == 5
    for each in found:
        assert sum(each.low <= band <= each.high for band in bands) >= SMALLEST_GROUP


def test_halves_are_rounded_up() -> None:
    figures = cell(Counter({PARTS * 30: 5, PARTS * 31: 5}), Method.CLASSICAL)
    assert (figures.median, figures.band) == (31, 2)


def test_a_small_group_is_left_out_of_all_too() -> None:
    found = row({"skole": counted([40] * 9), "social": counted([90] * 3)}, Method.CLASSICAL)
    assert found.groups["social"] is None
    assert found.all is not None
    assert (found.all.n, found.all.median) == (9, 40)


def test_small_groups_that_are_five_together_stay_in_all() -> None:
    groups = {"skole": counted([40] * 9), "social": counted([90] * 3), "aeldre": counted([80] * 2)}
    found = row(groups, Method.CLASSICAL)
    assert found.groups["social"] is found.groups["aeldre"] is None
    assert found.all is not None
    assert found.all.n == 14


def test_nothing_is_shown_of_four() -> None:
    found = row({"skole": counted([40] * 2), "social": counted([90] * 2)}, Method.CLASSICAL)
    assert found.all is None
    assert set(found.groups.values()) == {None}


@settings(max_examples=400, deadline=None)
@given(SIZES)
def test_no_sum_or_difference_of_published_groups_is_a_small_group(sizes: dict[str, int]) -> None:
    """The attack: take *all*, subtract any of the groups that are shown, and look at who is left."""
    choice = choose(sizes)
    members = {group: {f"{group}{n}" for n in range(size)} for group, size in sizes.items()}
    everybody = set().union(*(members[group] for group in choice.in_all))
    assert all(len(members[group]) >= SMALLEST_GROUP for group in choice.shown)
    if not choice.in_all:
        return
    assert len(everybody) >= SMALLEST_GROUP
    assert choice.shown <= choice.in_all
    for number in range(len(choice.shown) + 1):
        for subtracted in combinations(sorted(choice.shown), number):
            left = everybody.difference(*(members[group] for group in subtracted))
            assert len(left) == 0 or len(left) >= SMALLEST_GROUP


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), SCORES, min_size=1))
def test_only_whole_numbers_and_no_extremes_are_published(scores: dict[str, list[int]]) -> None:
    found = row({group: counted(values) for group, values in scores.items()}, Method.CLASSICAL)
    for figures in (found.all, *found.groups.values()):
        if figures is not None:
            assert figures.n >= SMALLEST_GROUP
            assert isinstance(figures.median, int)
            assert (figures.q1 is None) == (figures.n < QUARTILES_FROM)
            assert set(figures.__slots__) == {"n", "median", "band", "q1", "q3"}


def test_differences_see_sets_within_sets() -> None:
    a, b, c = frozenset("abcde"), frozenset("abcdefg"), frozenset("xyz")
    assert sorted(differences([a, b, c, a])) == [2]
