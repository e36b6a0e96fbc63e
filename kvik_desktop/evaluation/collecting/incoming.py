"""One person's answers on their way in, by whichever way, before it is decided what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer


@dataclass(frozen=True, slots=True)
class Incoming:
    """What one file holds of one person's answers; every way that reads files makes these."""

    participant: str
    given: tuple[NewAnswer, ...] = field(repr=False)
    way: Way
    source: str
    """The name of the file, as people know it."""
    written: datetime | None = None
    """When it was filled in, where the form says so."""
    model: str | None = None
    """SHA-256 of the frozen model the form was made from; None where the way does not say."""


def is_blank(given: NewAnswer) -> bool:
    """Put off without a figure or a word: nothing that could be kept."""
    return given.later and given.rating.is_empty and not any(given.texts.values())
