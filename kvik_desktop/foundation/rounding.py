"""Rounding half up, exact: the one arithmetic of the whole program."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction | int, decimals: int = 0) -> Decimal:
    """``value`` with ``decimals`` decimals, halves upwards (0.5 → 1, -0.5 → 0).

    Exact: the fraction is never a float on the way, so 30.49999999999999999 stays below 30.5.
    """
    scaled = _half_up(value.numerator * 10**decimals, value.denominator)
    return Decimal(f"{scaled}e-{decimals}")  # exact at any length, unlike arithmetic with Decimal


def whole(value: Fraction | int) -> int:
    """``value`` rounded half up to a whole number."""
    return _half_up(value.numerator, value.denominator)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
