"""The laws of scoring, tried on sheets drawn at random."""

from __future__ import annotations

import random
import statistics
from dataclasses import fields, replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage
from kvik_desktop.model_package.scoring import (
    CriterionFigure,
    Figure,
    Rating,
    ScoreSheet,
    band_of,
    compared,
    figure,
    mean,
    median,
    quantile,
    score,
)
from tests.model_package.material import methods, packages, ratings, sheets

few = settings(max_examples=40, deadline=None)

a_sheet = st.tuples(packages, methods).flatmap(
    lambda chosen: st.tuples(st.just(chosen[0]), st.just(chosen[1]), sheets(*chosen))
)
Drawn = tuple[ModelPackage, Method, dict[str, Rating]]

scores = st.lists(st.integers(0, 100).map(Fraction), min_size=1, max_size=30)


def _figures(sheet: ScoreSheet) -> list[Figure]:
    overall = [sheet.enablers, sheet.results, sheet.mean_of_criteria, sheet.mean_of_subcriteria]
    return [*sheet.subcriteria.values(), *(each.figure for each in sheet.criteria.values()), *overall]


@few
@given(a_sheet, st.randoms(use_true_random=False))
def test_the_order_of_the_ratings_changes_nothing(drawn: Drawn, chance: random.Random) -> None:
    package, method, given_ratings = drawn
    shuffled = list(given_ratings.items())
    chance.shuffle(shuffled)
    assert score(package, method, dict(shuffled)) == score(package, method, given_ratings)


@few
@given(a_sheet, st.data())
def test_ratings_may_change_place_within_a_criterion(drawn: Drawn, data: st.DataObject) -> None:
    package, method, given_ratings = drawn
    criterion = data.draw(st.sampled_from(package.criteria))
    ids = [sub.id for sub in criterion.subcriteria]
    moved = dict(zip(ids, data.draw(st.permutations(ids)), strict=True))
    swapped = {moved.get(key, key): rating for key, rating in given_ratings.items()}
    before, after = score(package, method, given_ratings), score(package, method, swapped)
    assert after.criteria == before.criteria
    assert (after.enablers, after.results) == (before.enablers, before.results)
    assert after.mean_of_subcriteria == before.mean_of_subcriteria


@few
@given(a_sheet)
def test_what_is_not_scored_is_counted_and_left_out_never_zero(drawn: Drawn) -> None:
    package, method, given_ratings = drawn
    sheet = score(package, method, given_ratings)
    scored = {
        key: rating for key, rating in given_ratings.items() if sheet.subcriteria[key].value is not None
    }
    assert score(package, method, scored) == sheet
    for criterion in package.criteria:
        inside = [sub.id for sub in criterion.subcriteria if sub.id in scored]
        counted = sheet.criteria[criterion.id]
        assert (counted.scored, counted.of) == (len(inside), len(criterion.subcriteria))
        assert (counted.figure.value is None) is (not inside)


@few
@given(a_sheet)
def test_a_mean_lies_between_the_lowest_and_the_highest(drawn: Drawn) -> None:
    package, method, given_ratings = drawn
    sheet = score(package, method, given_ratings)
    for criterion in package.criteria:
        inside = [sheet.subcriteria[sub.id].value for sub in criterion.subcriteria]
        scored = [value for value in inside if value is not None]
        value = sheet.criteria[criterion.id].figure.value
        if value is not None:
            assert min(scored) <= value <= max(scored)
    for each in _figures(sheet):
        if each.value is not None and each.rounded is not None and each.band is not None:
            assert 0 <= each.value <= method.top
            assert abs(each.value - each.rounded) <= Fraction(1, 2)
            assert each.band == band_of(each.rounded, method)


@few
@given(a_sheet)
def test_the_means_of_blocks_are_means_of_criteria(drawn: Drawn) -> None:
    package, method, given_ratings = drawn
    sheet = score(package, method, given_ratings)

    def by_hand(*blocks: Block) -> Fraction | None:
        means = [sheet.criteria[each.id].figure.value for each in package.criteria if each.block in blocks]
        known = [value for value in means if value is not None]
        return sum(known, Fraction(0)) / len(known) if known else None

    assert sheet.enablers.value == by_hand(Block.ENABLER)
    assert sheet.results.value == by_hand(Block.RESULT)
    assert sheet.mean_of_criteria.value == by_hand(*Block)
    known = [each.value for each in sheet.subcriteria.values() if each.value is not None]
    assert sheet.mean_of_subcriteria.value == (statistics.mean(known) if known else None)


@few
@given(a_sheet, st.data())
def test_a_higher_rating_never_lowers_a_figure(drawn: Drawn, data: st.DataObject) -> None:
    package, method, given_ratings = drawn
    before = score(package, method, given_ratings)
    scored = [key for key, each in before.subcriteria.items() if each.value is not None]
    if not scored:
        return
    raised = data.draw(st.sampled_from(scored))
    higher = _raised(given_ratings[raised], method, data)
    after = score(package, method, given_ratings | {raised: higher})
    for old, new in zip(_figures(before), _figures(after), strict=True):
        assert (old.value is None) is (new.value is None)
        if old.value is not None and new.value is not None:
            assert new.value >= old.value
            assert (new.rounded or 0) >= (old.rounded or 0)
            assert (new.band or 0) >= (old.band or 0)


def _raised(rating: Rating, method: Method, data: st.DataObject) -> Rating:
    given_fields = {each.name: getattr(rating, each.name) for each in fields(rating)}
    return replace(
        rating,
        **{
            name: data.draw(st.integers(value, method.top))
            for name, value in given_fields.items()
            if value is not None
        },
    )


@few
@given(st.sampled_from(list(Block)).flatmap(lambda b: st.tuples(st.just(b), ratings(b, Method.FINE))))
def test_fine_is_the_mean_of_all_phases_or_nothing(drawn: tuple[Block, Rating]) -> None:
    block, rating = drawn
    phases = [rating.phases.get(phase) for phase in PHASES[block]]
    expected = None if None in phases else Fraction(sum(map(int, filter(None, phases))), len(phases))
    assert rating.value(block, Method.FINE) == expected
    assert rating.value(block, Method.CLASSICAL) is None


@few
@given(scores, st.integers(1, 99))
def test_quantiles_are_linear_and_inclusive(values: list[Fraction], percent: int) -> None:
    if len(values) == 1:
        assert quantile(values, Fraction(percent, 100)) == values[0]
    else:
        # The standard library's own formula of the same method.
        percentiles = statistics.quantiles(values, n=100, method="inclusive")
        assert quantile(values, Fraction(percent, 100)) == percentiles[percent - 1]
    assert quantile(values, Fraction(0)) == min(values)
    assert quantile(values, Fraction(1)) == max(values)
    assert median(values) == statistics.median(values)


@few
@given(scores, st.randoms(use_true_random=False))
def test_mean_and_median_do_not_mind_the_order(values: list[Fraction], chance: random.Random) -> None:
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert mean(shuffled) == mean(values) == statistics.mean(values)
    assert median(shuffled) == median(values)


@few
@given(st.fractions(0, 100, max_denominator=1120))
def test_four_decimals_are_exact_and_half_up(value: Fraction) -> None:
    ten_thousandths = int(half_up(value, 4).scaleb(4))
    assert Fraction(2 * ten_thousandths - 1, 20_000) <= value < Fraction(2 * ten_thousandths + 1, 20_000)
    assert figure(value, Method.CLASSICAL).exact == ten_thousandths / 10_000


@few
@given(a_sheet)
def test_compared_figures_are_means_of_the_questions_that_cover_the_criterion(drawn: Drawn) -> None:
    package, method, given_ratings = drawn
    sheet = score(package, method, given_ratings)
    figures = compared(package, sheet)
    assert sum(each.of for each in figures.values()) == len(sheet.subcriteria)
    assert sum(each.scored for each in figures.values()) == sum(
        each.value is not None for each in sheet.subcriteria.values()
    )
    assert all(isinstance(each, CriterionFigure) and each.scored <= each.of for each in figures.values())
