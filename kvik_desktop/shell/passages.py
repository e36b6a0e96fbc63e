"""What can be looked for in an open file: texts with where they stand, and those that hold the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kvik_desktop.foundation.searching import holds, wanted


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that the one at the screen may see, and the way to it; all words in the reader's language."""

    group: str
    """Where it is found, as a heading: the name of a step."""
    stop: str
    place: str
    """A place in the page of ``stop``."""
    name: str
    """What it is about: a subcriterion, an action."""
    number: str = ""
    kind: str = ""
    """What kind of text it is."""
    text: str = ""
    is_named: bool = False
    """It is found by its number and name as well: it is the thing itself and not something about it."""


def found(passages: Iterable[Passage], words: str) -> tuple[Passage, ...]:
    """Those in which every word stands, in their order; none where no word is given."""
    looked_for = wanted(words)
    if not looked_for:
        return ()
    return tuple(each for each in passages if holds(_searched(each), looked_for))


def _searched(passage: Passage) -> str:
    named = f"{passage.number} {passage.name}\n" if passage.is_named else ""
    return f"{named}{passage.text}"
