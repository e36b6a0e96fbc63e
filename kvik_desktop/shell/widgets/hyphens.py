"""Long Danish words may be divided where they are put together, not in the middle of a syllable."""

from __future__ import annotations

import re

SOFT = "\N{SOFT HYPHEN}"
"""Seen only where a line ends at it."""

LONG = 14
"""Shorter words are never divided."""

SECOND = (
    "resultat", "ressource", "område", "udvikling", "evaluering", "vurdering", "information", "organisation",
    "planlægning", "samarbejde", "ledelse", "undersøgelse", "kriteri", "institution", "samfund", "gange",
    "dokumentation", "program", "materiale", "politik", "indsats", "tilbud", "institutter", "referat", "plan",
)  # fmt: skip
"""What the second half of the model's own long words begins with."""

_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_JOINT = re.compile(rf"(?<=[^\W\d_]{{4}})(?={'|'.join(SECOND)})", re.IGNORECASE)
_SYLLABLE = re.compile(
    r"(?<=[aeiouyæøå][bcdfghjklmnpqrstvwxz])(?=[bcdfghjklmnpqrstvwxz][aeiouyæøå])", re.IGNORECASE
)


def hyphenated(text: str) -> str:
    """The text with soft hyphens in its long words: at a known joint, else between two syllables."""
    return _WORD.sub(lambda found: _divided(found[0]), text)


def _divided(word: str) -> str:
    joined = _JOINT.sub(SOFT, word)
    if joined != word:
        return joined
    middle = _SYLLABLE.sub(SOFT, word[2:-2])
    return word[:2] + middle + word[-2:]
