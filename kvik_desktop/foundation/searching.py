"""Finding words in texts: whatever their case, anywhere in a word, and else letter by letter as written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

BEFORE, AFTER = 24, 60
"""Characters of a text that are shown before and after what was found."""


def folded(text: str) -> str:
    """A text as it is compared: without case, and an å is an å whether it is written as one sign or two."""
    return unicodedata.normalize("NFC", text).casefold()


def wanted(words: str) -> list[str]:
    """The words somebody looks for, as they are compared."""
    return folded(words).split()


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether every one of the ``wanted`` words stands in a text."""
    inside = folded(text)
    return all(word in inside for word in words)


def excerpt(text: str, words: Sequence[str]) -> str:
    """The part of a text around the first of the ``wanted`` words, on one line and cut where a word ends."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    inside = text.casefold()
    places = [place for word in words if (place := inside.find(word)) >= 0]
    at = min(places, default=0)
    start, end = at - BEFORE, at + AFTER
    if start > 0:
        blank = text.find(" ", start, at)
        start = blank + 1 if blank >= 0 else start
    if end < len(text):
        blank = text.rfind(" ", at + 1, end)
        end = blank if blank >= 0 else end
    before = "…" if start > 0 else ""
    after = "…" if end < len(text) else ""
    return f"{before}{text[max(start, 0) : end].strip()}{after}"
