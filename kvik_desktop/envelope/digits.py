"""Comparing a key with its owner: eight groups of five digits, or two of them drawn at random."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from kvik_desktop.envelope.keys import GROUPS, PublicKey
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

_DIGIT = re.compile(r"[0-9]")


def draw_two() -> tuple[int, int]:
    """Two different groups (0-7), in rising order, that nobody can foresee."""
    first, second = sorted(secrets.SystemRandom().sample(range(GROUPS), 2))
    return first, second


def compare(key: PublicKey, groups: Sequence[int], typed: str) -> None:
    """Compare these groups of a key with what was typed; blanks and dashes between digits do not matter.

    Raises Problem E_DIGITS where a digit differs, is missing or too many.
    """
    expected = "".join(key.digits[group] for group in groups)
    if "".join(_DIGIT.findall(typed)) != expected:
        raise Problem(
            "E_DIGITS",
            say("Cifrene passer ikke til nøglen."),
            say(
                "Ring op på et nummer, du kender i forvejen, og læs dem op igen. Passer de stadig ikke, så "
                "brug ikke filen: den kan være fra en anden. Intet er ændret."
            ),
        )


ALL_GROUPS = tuple(range(GROUPS))
"""Every group: what is compared where the whole row is at hand."""
