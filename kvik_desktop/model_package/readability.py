"""LIX, the Scandinavian measure of how heavy a text is to read."""

from __future__ import annotations

import re
from fractions import Fraction

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:](?=\s|[\"”“»)]|$)")


def lix(text: str) -> Fraction | None:
    """Words a sentence plus the share of words over six letters, in per cent.

    After Björnsson (1968): under 25 is easy, above 55 is the language of laws. None for a heading or a
    list item: what does not end as a sentence is not read as one.
    """
    words = _WORD.findall(text)
    sentences = len(_SENTENCE_END.findall(text))
    if not words or not text.rstrip().endswith((".", "?", "!")):
        return None
    heavy = sum(len(word) > 6 for word in words)
    return Fraction(len(words), sentences) + Fraction(100 * heavy, len(words))
