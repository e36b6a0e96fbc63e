"""One measured case: our time, the floor's time in the same run, and what else the case counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kvik_desktop.cli.console import Json


@dataclass(frozen=True, slots=True)
class Case:
    """Milliseconds at the median, ours and the floor's."""

    median_ms: float
    floor_ms: float
    more: Mapping[str, float] = field(default_factory=dict)
    """Figures of the case's own, by name."""
    longest_block_ms: Mapping[str, float] = field(default_factory=dict)
    """How long the window answers nobody, at most, by what the user does; empty where there is no window."""

    @property
    def ratio(self) -> float:
        """How many times the floor we take."""
        return self.median_ms / self.floor_ms

    def document(self) -> Json:
        """The case for ``--json``."""
        return {
            "median_ms": round(self.median_ms, 4),
            "floor_ms": round(self.floor_ms, 4),
            "ratio": round(self.ratio, 3),
            **self.more,
            **({"longest_block_ms": dict(self.longest_block_ms)} if self.longest_block_ms else {}),
        }
