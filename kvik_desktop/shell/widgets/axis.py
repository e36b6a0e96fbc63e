"""The one axis of scores: where a score and the edge of a step lie, in the stair, the dots and the strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One of the steps of a stair, in the reader's language."""

    low: int
    high: int
    """Lowest and highest whole score of the step; the same on the scale 0-5."""
    name: str
    sentence: str

    @property
    def middle(self) -> int:
        """What choosing the step sets: 40 for 31-50."""
        return (self.low + self.high) // 2

    @property
    def range(self) -> str:
        """As ``31-50``, or ``3`` where the step is one score."""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


def step_at(steps: Sequence[Step], score: int) -> int:
    """The place 0-5 of the step that holds a score; the nearest where none does."""
    return max((place for place, step in enumerate(steps) if step.low <= score), default=0)


@dataclass(frozen=True)
class Axis:
    """Whole scores from 0 to ``top``, each with a place of the same width, so steps meet at an edge."""

    top: int
    width: float
    left: float = 0.0

    def edge(self, score: float) -> float:
        """Where the place of a score begins."""
        return self.left + score / (self.top + 1) * self.width

    def middle(self, score: float) -> float:
        """Where a score's dot, triangle or line stands."""
        return self.edge(score + 0.5)

    def inside(self, score: float, radius: float) -> float:
        """As ``middle``, but so that what is drawn ``radius`` to each side is not cut at the ends."""
        return min(max(self.middle(score), self.left + radius), self.left + self.width - radius)

    def span(self, step: Step) -> tuple[float, float]:
        """From where to where a step goes."""
        return self.edge(step.low), self.edge(step.high + 1)

    def score_at(self, x: float) -> int:
        """The whole score whose place holds ``x``; the nearest outside the axis."""
        place = int((x - self.left) / self.width * (self.top + 1)) if self.width > 0 else 0
        return min(max(place, 0), self.top)
