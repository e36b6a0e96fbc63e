"""The stair has the model's own words for every method, and gives back what was given."""

from __future__ import annotations

import pytest

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.model_package.screens.score_words import given, panels, shown

PACKAGE = load("kvik", Resources())
RANGES = [(0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100)]


@pytest.mark.parametrize("block", Block)
def test_the_classical_stair_has_the_steps_of_its_block(block: Block) -> None:
    (panel,) = panels(PACKAGE, block, Method.CLASSICAL, "da")
    assert [(step.low, step.high) for step in panel.steps] == RANGES
    assert [step.name for step in panel.steps] == [step.name.da for step in PACKAGE.scale.steps(block)]
    assert panel.has_numbers


def test_the_short_scale_has_one_score_a_step() -> None:
    (panel,) = panels(PACKAGE, Block.RESULT, Method.SCALE5, "en")
    assert [(step.low, step.high) for step in panel.steps] == [(score, score) for score in range(6)]
    assert panel.steps[5].name == PACKAGE.scale.result[5].name.en
    assert not panel.has_numbers


def test_the_fine_method_has_a_stair_for_each_phase_of_the_block() -> None:
    enabler = panels(PACKAGE, Block.ENABLER, Method.FINE, "da")
    assert [panel.key for panel in enabler] == ["plan", "do", "check", "act"]
    assert [panel.key for panel in panels(PACKAGE, Block.RESULT, Method.FINE, "da")] == ["trend", "target"]
    assert enabler[0].name == PACKAGE.scale.phases.plan.name.da
    assert enabler[0].steps[2].sentence == PACKAGE.scale.phases.plan.steps[2].da
    assert [(step.low, step.high) for step in enabler[3].steps] == RANGES


@pytest.mark.parametrize(
    "rating", [Rating(), Rating(45), Rating(plan=10, do=0), Rating(trend=3, target=100)], ids=str
)
def test_what_is_shown_is_what_is_given(rating: Rating) -> None:
    assert given(shown(rating, cannot_judge=False)) == rating


def test_cannot_judge_gives_no_figures() -> None:
    value = shown(Rating(), cannot_judge=True)
    assert value.cannot_judge
    assert given(value) == Rating()
