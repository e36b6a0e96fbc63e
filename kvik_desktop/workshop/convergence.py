"""Agreement and stability: how close the answers of a round lie, and how many changed theirs since the last.

The two are not the same, and a group should see both. Delphi studies are advised to stop when answers no
longer change, not when they agree: agreement means little while people still move, and where nobody moves a
further round cannot bring it about (Dajani, Sincoff & Talley, *Stability and agreement criteria for the
termination of Delphi studies*, Technological Forecasting and Social Change 13, 1979). Each person's answer is
followed, since the group's distribution may stand still while people change places (Chaffin & Talley,
*Individual stability in Delphi studies*, the same 16, 1980). Holey and others (*An exploration of the use of
simple statistics to measure consensus and stability in Delphi studies*, BMC Medical Research Methodology 7,
2007) did as much with shares and simple counts for twelve people, and so do we. Steps, not points: two who
write 42 and 45 mean the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

TOLD_OF = 5
"""Of fewer it is not told how many changed their answer: with the dots it would point at people."""

LARGEST_MOVE = Fraction(15, 100)
"""The share that may have changed step where answers count as stable (O): the level below which Scheibe,
Skutsch & Schofer (*Experiments in Delphi methodology*, in Linstone & Turoff, *The Delphi Method*, 1975) took
the changes of a distribution for noise."""


@dataclass(frozen=True, slots=True)
class Stability:
    """How people's own answers changed from one round to the next, without who."""

    compared: int
    """How many gave a score in both."""
    stayed: int
    """How many of them stayed on the same step."""

    @property
    def moved(self) -> int:
        """How many went to another step."""
        return self.compared - self.stayed

    @property
    def is_stable(self) -> bool:
        """Whether another round is likely to change little; one person alone is never a movement (O)."""
        return self.moved <= max(Fraction(1), LARGEST_MOVE * self.compared)

    def told(self, smallest_group: int) -> Stability | None:
        """As it may be shown: None of fewer than five, or than the group has chosen."""
        return self if self.compared >= max(TOLD_OF, smallest_group) else None


def stability(before: Mapping[str, int], after: Mapping[str, int]) -> Stability:
    """From the steps by answer set in two rounds; who gave no score in one of them is not compared."""
    both = before.keys() & after.keys()
    return Stability(len(both), sum(before[each] == after[each] for each in both))


def within_a_step(bands: Sequence[int]) -> int:
    """The most answers of which no two lie more than one step apart, by how many lie on each step.

    A share of the answers inside a range is what most Delphi studies mean by consensus (Diamond and others,
    *Defining consensus*, Journal of Clinical Epidemiology 67, 2014); two steps side by side are the range a
    group can see on the stair.
    """
    return max((first + second for first, second in pairwise(bands)), default=0)


class Advice(StrEnum):
    """What is worth doing after a further round."""

    SETTLE = "settle"
    """They are together, and stay there."""
    ASK = "ask"
    """They are together, but many have just changed their answer: ask before it is settled."""
    AGAIN = "again"
    """They are apart and still move: a further round may bring them closer."""
    DECIDE = "decide"
    """They are apart and do not move: a further round changes little. Settle with a reason, or park."""
    TALK = "talk"
    """They are apart, and too few answered both times to tell whether they move."""


def advice(stable: Stability | None, *, is_together: bool) -> Advice:
    """What is worth doing, from both; ``stable`` is None where it is not told."""
    if stable is None:
        return Advice.SETTLE if is_together else Advice.TALK
    if is_together:
        return Advice.SETTLE if stable.is_stable else Advice.ASK
    return Advice.DECIDE if stable.is_stable else Advice.AGAIN
