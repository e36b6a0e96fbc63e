"""What is said about something found in a text: what it is, the three answers, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kvik_desktop.bundle.choosing import LookedAt
from kvik_desktop.bundle.finds import FindKind
from kvik_desktop.foundation.text import Text, say


@dataclass(frozen=True, slots=True)
class FindWords:
    """Of one kind: what it is, the safe answer, the answer that lets it go, and each once it is given."""

    title: Text
    mark: str
    safe: Text
    keep: Text
    made_safe: Text
    kept: Text


LEAVE_OUT = say("Udelad teksten")
LEFT_OUT = say("Teksten er udeladt")
REWRITTEN = say("Teksten er rettet")

WORDS: Mapping[FindKind, FindWords] = {
    FindKind.CPR: FindWords(
        say("Ligner et CPR-nummer"),
        "problem",
        say("Ret teksten"),
        say("Det er ikke et CPR-nummer"),
        REWRITTEN,
        say("Ikke et CPR-nummer"),
    ),
    FindKind.EMAIL: FindWords(
        say("En mailadresse"),
        "missing",
        say("Fjern mailadressen"),
        say("Behold mailadressen"),
        say("Mailadressen er fjernet"),
        say("Mailadressen er med"),
    ),
    FindKind.PHONE: FindWords(
        say("Ligner et telefonnummer"),
        "missing",
        say("Fjern nummeret"),
        say("Behold nummeret"),
        say("Nummeret er fjernet"),
        say("Nummeret er med"),
    ),
    FindKind.NAME: FindWords(
        say("Et navn fra deltagerlisten"),
        "missing",
        say("Skriv rollen i stedet"),
        say("Behold navnet"),
        say("Rollen står i stedet for navnet"),
        say("Navnet er med"),
    ),
}


def decided(text: LookedAt) -> Text:
    """What was decided about a text, in a few words."""
    choice = text.choice
    if choice is not None and choice.left_out:
        return LEFT_OUT
    if text.kind is None:
        return REWRITTEN
    words = WORDS[text.kind]
    if choice is not None and choice.text:
        return words.made_safe
    return words.kept
