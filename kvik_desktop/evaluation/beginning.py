"""What a team is advised to begin with: which model and method, and why, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method

SHORT, FULL = "kvik-kort", "kvik"
"""Ids of the two shipped models."""

FULL_TEAM = 8
"""From this many people on a team that has done it before is advised the whole model (our own choice)."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A model's id, a method of it, and the reason."""

    model: str
    method: Method
    reason: Text


def advise(people: int | None, *, first_time: bool) -> Advice:
    """Simple by default: the short model on the six steps for a small team, and for the first time.

    ``people`` is how many will answer, None where that is not known.
    """
    if people is not None and people < FULL_TEAM:
        reason = say("Den korte model med 20 spørgsmål og seks trin, fordi I er færre end otte.")
        return Advice(SHORT, Method.SCALE5, reason)
    if first_time:
        reason = say("Den korte model med 20 spørgsmål og seks trin, fordi det er jeres første gang.")
        return Advice(SHORT, Method.SCALE5, reason)
    reason = say("Den fulde model med 28 delkriterier og ét tal fra 0 til 100, fordi I har prøvet det før.")
    return Advice(FULL, Method.CLASSICAL, reason)
