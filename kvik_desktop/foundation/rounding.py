"""Rounding half up, exact: the one arithmetic of the whole program."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction | int, decimals: int = 0) -> Decimal:
    """``value`` with ``decimals`` decimals, halves upwards (0.5 → 1, -0.5 → 0).

    Exact: the fraction is never a float on the way, so 30.49999999999999999 stays below 30.5.
    """
    scaled, divisor = value.numerator * 10**decimals, value.denominator
    whole = (2 * scaled + divisor) // (2 * divisor)
    return Decimal(f"{whole}e-{decimals}")  # exact at any length, unlike arithmetic with Decimal


def whole(value: Fraction | int) -> int:
    """``value`` rounded half up to a whole number."""
    return int(half_up(value))
