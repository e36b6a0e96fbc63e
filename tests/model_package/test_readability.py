"""LIX counted by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kvik_desktop.model_package.readability import lix


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Vi ved det.", 3),  # 3 words, 1 sentence, none long
        ("Hvordan ved vi det?", 4 + 25),  # 4 words, one of seven letters
        ("Se her: vi ved det. Tak!", Fraction(6, 3)),  # the colon ends a sentence too
        ("Skole-hjem-samtalen begynder kl. 8.", Fraction(3, 2) + Fraction(200, 3)),  # kl. counts as an end
        ("Overskrift uden punktum", None),
        ("", None),
        ("123.", None),
    ],
)
def test_lix(text: str, figure: Fraction | None) -> None:
    assert lix(text) == figure
