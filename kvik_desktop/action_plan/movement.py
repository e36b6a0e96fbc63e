"""Whether a figure has moved since the last time, in honest words: a small difference is none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Figure


class Movement(StrEnum):
    """Where a figure has gone."""

    UP = "up"
    SAME = "same"
    DOWN = "down"
    UNKNOWN = "unknown"


MOVEMENTS: Mapping[Movement, Text] = {
    Movement.UP: say("flyttet op"),
    Movement.SAME: say("omtrent som før"),
    Movement.DOWN: say("flyttet ned"),
    Movement.UNKNOWN: say("kan ikke sammenlignes"),
}

ONE_STEP = 1
"""What is near on the scale 0-5: the same as where the agreed score may lie from the median."""


def near(method: Method, tolerance: int) -> int:
    """How far two figures may lie from each other and still be about the same."""
    return ONE_STEP if method is Method.SCALE5 else tolerance


def movement(before: Figure, now: Figure, method: Method, tolerance: int) -> Movement:
    """Where a figure has gone, both on the scale of ``method``; ``tolerance`` is in points of 100."""
    if before.value is None or now.value is None:
        return Movement.UNKNOWN
    moved = now.value - before.value
    if abs(moved) <= near(method, tolerance):
        return Movement.SAME
    return Movement.UP if moved > 0 else Movement.DOWN
