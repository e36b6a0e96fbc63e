"""What may be compared: the same both ways, alike with itself, and never points across scales."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.model_package.comparing import Difference, Edition, Level, Measure, comparison
from kvik_desktop.model_package.model import Method

REFERENCES: dict[str, str | None] = {"kvik": None, "kvik-kort": "kvik", "egen-model": None}
EDITIONS = st.builds(
    Edition,
    st.sampled_from(["kvik", "kvik-kort", "egen-model"]),
    st.sampled_from(["1.1", "1.2"]),
    st.sampled_from(Method),
).map(lambda each: Edition(each.model, each.version, each.method, REFERENCES[each.model]))


@given(EDITIONS, EDITIONS)
def test_it_is_the_same_both_ways(one: Edition, other: Edition) -> None:
    assert comparison(one, other) == comparison(other, one)


@given(EDITIONS)
def test_an_edition_is_alike_with_itself(one: Edition) -> None:
    found = comparison(one, one)
    assert (found.level, found.measure, found.differences) == (Level.SUBCRITERION, Measure.POINTS, ())
    assert found.is_alike and found.joins


@given(EDITIONS, EDITIONS)
def test_points_are_never_set_beside_steps(one: Edition, other: Edition) -> None:
    found = comparison(one, other)
    if found.measure is Measure.POINTS:
        assert one.method.top == other.method.top
        if found.level is Level.CRITERION:
            assert one.method.top == 100
    assert (found.measure is Measure.NOTHING) == (found.level is Level.NOTHING)


@given(EDITIONS, EDITIONS)
def test_what_is_not_alike_is_said(one: Edition, other: Edition) -> None:
    found = comparison(one, other)
    assert found.is_alike == (one == other)
    assert not ({Difference.MODEL, Difference.VERSION} <= set(found.differences))


def test_the_short_edition_compares_with_the_full_one_by_criterion() -> None:
    short, full = Edition("kvik-kort", "1.2", Method.CLASSICAL, "kvik"), Edition("kvik", "1.2", Method.FINE)
    found = comparison(short, full)
    assert (found.level, found.measure) == (Level.CRITERION, Measure.POINTS)
    assert found.differences == (Difference.MODEL, Difference.METHOD)
    steps = Edition("kvik-kort", "1.2", Method.SCALE5, "kvik")
    assert comparison(steps, full).measure is Measure.BANDS
    assert comparison(steps, Edition("kvik", "1.2", Method.SCALE5)).measure is Measure.BANDS
    assert comparison(Edition("egen-model", "1.0", Method.FINE), full).level is Level.NOTHING
