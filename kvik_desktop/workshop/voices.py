"""Who begins the talk: one who lies high and one who lies low, by turns, so that not the same always begin.

Our own choice: hearing both ends first tells a group more than hearing the middle. Nobody is named unless the
group has chosen names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kvik_desktop.workshop.model import TOLD_FROM


@dataclass(frozen=True, slots=True)
class Voices:
    """How many lie on the highest and on the lowest step that somebody chose, and which end begins."""

    low: int
    high: int
    high_first: bool
    low_name: str = ""
    high_name: str = ""
    """Both are empty unless the group has chosen to see names."""

    @property
    def named(self) -> bool:
        """Whether the group has chosen to see names."""
        return bool(self.low_name and self.high_name)


def ends(bands: Sequence[int]) -> tuple[int, int] | None:
    """The lowest and the highest step somebody chose; None where all agree or too few answered to tell."""
    held = [step for step, count in enumerate(bands) if count]
    if sum(bands) < TOLD_FROM or held[0] == held[-1]:
        return None
    return held[0], held[-1]


def opening(
    bands: Mapping[str, Sequence[int]], people: Mapping[str, Mapping[str, int]] | None = None
) -> Mapping[str, Voices]:
    """By subcriterion who begins; the ends take turns, and so do those who lie there.

    ``bands`` is how many lie on each step, in an order that stays the same all day; ``people`` is by
    subcriterion the step of each by name. The one who has begun least is asked, of several the first.
    """
    begun: Counter[str] = Counter()
    found: dict[str, Voices] = {}
    for name, counts in bands.items():
        both = ends(counts)
        if both is None:
            continue
        low, high = both
        steps = (people or {}).get(name, {})
        asked = [_next([who for who, step in steps.items() if step == end], begun) for end in (low, high)]
        begun.update(who for who in asked if who)
        found[name] = Voices(counts[low], counts[high], len(found) % 2 == 0, *asked)
    return found


def _next(candidates: Sequence[str], begun: Counter[str]) -> str:
    """The one who has begun least; empty where there is none."""
    return min(candidates, key=lambda who: begun[who], default="")
