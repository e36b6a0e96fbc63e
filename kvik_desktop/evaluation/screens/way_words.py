"""What the ways that answers come in are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kvik_desktop.evaluation.model import Way
from kvik_desktop.foundation.text import Text, Translator, say

WAYS: Mapping[Way, Text] = {
    Way.ANSWER_PAGE: say("Svarside"),
    Way.PDF_FORM: say("PDF-formular"),
    Way.PAPER: say("Papir"),
    Way.LAPTOP: say("Denne computer"),
    Way.TABLE: say("Tabel"),
}
"""On their own, in the order they are offered."""

CAME_BY: Mapping[Way, Text] = {
    Way.ANSWER_PAGE: say("Svaret kom ind fra en svarside."),
    Way.PDF_FORM: say("Svaret kom ind fra en PDF-formular."),
    Way.PAPER: say("Svaret er tastet ind fra papir."),
    Way.TABLE: say("Svaret kom ind fra en tabel."),
}
"""Of one answer; what was given here needs no word."""


def named(ways: Iterable[Way], tr: Translator) -> str:
    """Several ways in their order, as ``Svarside, Papir``."""
    found = frozenset(ways)
    return ", ".join(tr(word) for way, word in WAYS.items() if way in found)
