"""Dots on areas: how many each has, what a slip of paper says, and what is left when they are shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n

FEWEST, MOST = 1, 20
"""Dots one person can be given."""
USUAL_MOST = 10

_WORD = re.compile(r"([A-ZÆØÅ]+)(\d*)")


class How(StrEnum):
    """How dots come in."""

    TURN = "turn"
    """Each at this computer."""
    SLIP = "slip"
    """Typed in from a slip of paper without a name."""
    HANDS = "hands"
    """Raised hands, counted area by area for everybody at once who has not given dots in another way."""


@dataclass(frozen=True, slots=True)
class DotVote:
    """One vote. While it is open nothing but its ballots says what was given; when it is shown, only sums."""

    evaluation: str
    number: int
    dots: int
    """What each person has."""
    opened: datetime
    shown: datetime | None = None
    voters: int = 0
    """How many had given dots when it was shown."""
    sums: dict[str, int] = field(default_factory=dict)
    """By gathered statement, when it is shown; those of a merged area lie with its first part."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What somebody has given in an open vote; nobody is shown it, and it is forgotten when all are shown."""

    id: str
    evaluation: str
    vote: int
    how: How
    participant: str | None
    """Only of one who has given them at this computer."""
    voters: int
    """How many people it stands for."""
    dots: dict[str, int] = field(repr=False)
    """By gathered statement."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who has given dots in an open vote, and never where."""

    vote: DotVote
    given: frozenset[str] = frozenset()
    """Participants who did it on this computer."""
    slips: int = 0
    hands: bool = False
    """Raised hands have been counted."""

    @property
    def alone(self) -> int:
        """How many have given dots each for themselves."""
        return len(self.given) + self.slips

    def rest(self, people: int) -> int:
        """Of so many those who have not: whose hands are counted."""
        return max(people - self.alone, 0)

    @property
    def ballots(self) -> int:
        """Whatever can be shown; with none there is nothing."""
        return self.alone + self.hands


def usual(areas: int) -> int:
    """Dots for each person where so many areas are on the wall: one for every four, from 1 to 10."""
    return min(max(round(areas / 4), FEWEST), USUAL_MOST)


def summed(ballots: Iterable[Ballot]) -> dict[str, int]:
    """By statement the dots of all ballots."""
    found: Counter[str] = Counter()
    for each in ballots:
        found.update(each.dots)
    return dict(found)


def check_dots(dots: Mapping[str, int], most: int) -> None:
    """Raises Problem E_VOTE where more is given than there is, or less than nothing."""
    given = sum(dots.values())
    if given > most or any(n < 0 for n in dots.values()):
        fault = say_n("Der er givet {n} prik.", "Der er givet {n} prikker.", given)
        allowed = say_n("Der må højst gives {n} prik.", "Der må højst gives {n} prikker.", most)
        raise _problem(say("{fault} {allowed}", fault=fault, allowed=allowed))


def read_slip(written: str, letters: Mapping[str, str], most: int) -> dict[str, int]:
    """By area the dots of a slip of paper, as ``A A F`` or ``A2 F``; ``letters`` gives the area of each.

    Raises Problem E_VOTE for a letter that nothing on the wall has, and for too many dots.
    """
    found: Counter[str] = Counter()
    for word in re.split(r"[\s,;+.]+", written.upper().strip()):
        if not word:
            continue
        match = _WORD.fullmatch(word)
        if match is None or match[1] not in letters:
            raise _problem(say("Intet område på væggen har bogstavet {word}.", word=word))
        found[letters[match[1]]] += int(match[2] or 1)
    check_dots(found, most)
    return dict(found)


def _problem(message: Text) -> Problem:
    return Problem("E_VOTE", message, say("Ret det, og prøv igen. Det, der var gemt før, er der stadig."))
