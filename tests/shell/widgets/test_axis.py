"""Every score has its place inside its own step, whatever the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.shell.widgets.axis import Axis, Step, step_at

STEPS = [Step(a, b, "", "") for a, b in ((0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100))]


@given(st.integers(0, 100), st.floats(200, 4000), st.floats(-500, 500))
def test_a_score_lies_inside_its_step_and_is_found_there(score: int, width: float, left: float) -> None:
    axis = Axis(100, width, left)
    begins, ends = axis.span(STEPS[step_at(STEPS, score)])
    assert begins < axis.middle(score) < ends
    assert axis.score_at(axis.middle(score)) == score


def test_the_edges_are_the_design_s() -> None:
    assert Axis(100, 1010).span(STEPS[2]) == (310, 510)


def test_what_is_drawn_wide_stays_inside() -> None:
    axis = Axis(100, 101)
    assert axis.inside(100, 6) == 95
    assert axis.inside(0, 6) == 6
    assert axis.inside(50, 6) == axis.middle(50)


@pytest.mark.parametrize(("x", "score"), [(-5, 0), (0, 0), (99999, 100)])
def test_outside_is_the_nearest(x: float, score: int) -> None:
    assert Axis(100, 500).score_at(x) == score


@pytest.mark.parametrize(("low", "high", "middle", "words"), [(31, 50, 40, "31-50"), (3, 3, 3, "3")])
def test_a_step_says_its_range_and_middle(low: int, high: int, middle: int, words: str) -> None:
    step = Step(low, high, "", "")
    assert (step.middle, step.range) == (middle, words)
