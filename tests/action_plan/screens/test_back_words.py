"""How near old and new are is said in the measure the group has given."""

from __future__ import annotations

import pytest

from kvik_desktop.action_plan.screens.back_words import near_words
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method


@pytest.mark.parametrize(
    ("method", "told"), [(Method.SCALE5, "op til 1 trin"), (Method.CLASSICAL, "op til 10 point")]
)
def test_steps_are_not_points(method: Method, told: str) -> None:
    assert told in Translator("da")(near_words(method, 10))
