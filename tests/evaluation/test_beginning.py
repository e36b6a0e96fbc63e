"""A small or new team is advised the short model; the sentence says what the shipped models hold."""

from __future__ import annotations

import pytest

from kvik_desktop.evaluation.beginning import advise
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load


@pytest.mark.parametrize(
    ("small", "first_time", "model", "method"),
    [
        (False, True, "kvik-kort", Method.SCALE5),
        (True, False, "kvik-kort", Method.SCALE5),
        (True, True, "kvik-kort", Method.SCALE5),
        (False, False, "kvik", Method.CLASSICAL),
    ],
)
def test_the_advice_is_simple_by_default(small: bool, first_time: bool, model: str, method: Method) -> None:
    advice = advise(small=small, first_time=first_time)
    assert (advice.model, advice.method) == (model, method)


@pytest.mark.parametrize("first_time", [True, False])
def test_the_reason_says_how_much_there_is_to_answer(first_time: bool) -> None:
    advice = advise(small=False, first_time=first_time)
    package = load(advice.model, Resources())
    assert f" {len(list(package.subcriteria()))} " in advice.reason.message
    assert advice.method is package.recommended_method
