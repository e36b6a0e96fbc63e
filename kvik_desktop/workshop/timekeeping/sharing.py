"""How the time for agreeing is shared out: most to the widest disagreement, and the green ones as one."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.workshop.model import Flag
from kvik_desktop.workshop.timekeeping.model import LEAST_MINUTES, TOGETHER

WEIGHTS: Mapping[Flag, int] = {Flag.RED: 4, Flag.GREY: 3, Flag.AMBER: 2}
MOST = 30
"""More than this nobody should plan to talk about one point."""
ROUND = 5
"""From ten minutes on they are whole fives: nobody plans seventeen."""


def shared_out(flags: Mapping[str, Flag], minutes: int) -> Mapping[str, int]:
    """Minutes for each point that is to be discussed, and for those who agree as one, in the same order.

    They never come to more than ``minutes``, unless that is too few for a minute to each; what is left over
    where nobody can have more is air.
    """
    parts = {key: WEIGHTS[flag] for key, flag in flags.items() if flag is not Flag.GREEN}
    if len(parts) < len(flags):
        parts[TOGETHER] = WEIGHTS[Flag.AMBER]
    whole = sum(parts.values())
    shares = {key: _rounded(minutes * part // whole) for key, part in parts.items()}
    _share_rest(shares, parts, minutes)
    return shares


def _share_rest(shares: dict[str, int], parts: Mapping[str, int], minutes: int) -> None:
    """What rounding left, one step each time: the widest disagreement first, and nobody past the most."""
    rest, before = minutes - sum(shares.values()), -1
    while rest != before:
        before = rest
        for key in sorted(parts, key=lambda key: -parts[key]):
            more = ROUND if shares[key] >= 2 * ROUND else 1
            if more <= rest and shares[key] + more <= MOST:
                shares[key] += more
                rest -= more


def _rounded(minutes: int) -> int:
    within = min(max(minutes, LEAST_MINUTES), MOST)
    return within - within % ROUND if within >= 2 * ROUND else within
