"""What a team is advised to begin with: which model and method, and why, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method

SHORT, FULL = "kvik-kort", "kvik"
"""Ids of the two shipped models."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A model's id, a method of it, and what is said of it with the reason."""

    model: str
    method: Method
    title: Text
    reason: Text


def advise(*, small: bool, first_time: bool) -> Advice:
    """Simple by default: the short model on the six steps for a small team, and for the first time.

    ``small`` is fewer than eight who will answer.
    """
    if small or first_time:
        reason = (
            say("Den korte model med 20 spørgsmål og seks trin, fordi I er færre end otte.")
            if small
            else say("Den korte model med 20 spørgsmål og seks trin, fordi det er jeres første gang.")
        )
        return Advice(SHORT, Method.SCALE5, say("Vi foreslår KVIK kort"), reason)
    reason = say("Den fulde model med 28 delkriterier og ét tal fra 0 til 100, fordi I har prøvet det før.")
    return Advice(FULL, Method.CLASSICAL, say("Vi foreslår hele KVIK"), reason)
