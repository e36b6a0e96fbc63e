"""Half up, exactly, also where floats would slip."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.foundation.rounding import half_up, whole


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(3049, 100), 0, "30"),
        (Fraction(305, 10), 0, "31"),
        (Fraction(2, 3) * 100, 4, "66.6667"),
        (Fraction(1, 8) / 1000, 4, "0.0001"),
        (Fraction(100005, 1000000), 5, "0.10001"),
        (7, 4, "7.0000"),
    ],
)
def test_halves_go_up(value: Fraction, decimals: int, expected: str) -> None:
    assert str(half_up(value, decimals)) == expected


def test_a_value_just_below_the_half_stays_below() -> None:
    assert whole(Fraction(305, 10) - Fraction(1, 10**30)) == 30


@given(st.fractions(), st.integers(0, 6))
def test_the_rounded_value_is_nearest(value: Fraction, decimals: int) -> None:
    distance = Fraction(half_up(value, decimals)) - value
    assert -Fraction(1, 2) < distance * 10**decimals <= Fraction(1, 2)


def test_the_result_is_an_exact_decimal() -> None:
    assert half_up(Fraction(1, 3), 4) == Decimal("0.3333")
