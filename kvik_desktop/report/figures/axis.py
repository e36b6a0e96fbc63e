"""The one axis of the design: six steps on which the same score is always the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_range

BANDS = range(6)


@dataclass(frozen=True, slots=True)
class ScoreAxis:
    """Places scores between ``left`` and ``left + width``; each whole score takes the same room."""

    method: Method
    left: float
    width: float

    def at(self, score: Fraction | int) -> float:
        """The place of a score: the middle of its room."""
        return self.left + float(Fraction(score) + Fraction(1, 2)) * self.width / (self.method.top + 1)

    def steps(self) -> Iterator[tuple[float, float]]:
        """Left and right edge of each of the six steps."""
        unit = self.width / (self.method.top + 1)
        for band in BANDS:
            low, high = band_range(band, self.method)
            yield self.left + low * unit, self.left + (high + 1) * unit


def range_words(band: int, method: Method) -> str:
    """A step's whole scores as people write them: ``31-50``, or ``2`` on the scale 0-5."""
    low, high = band_range(band, method)
    return str(low) if low == high else f"{low}-{high}"
