"""What an operation did: the kinds of things that changed, its name for undo, and its result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from kvik_desktop.foundation.text import Text

T = TypeVar("T")


class Kind(StrEnum):
    """A kind of thing that pages and other listeners can depend on."""

    EVALUATION = "evaluation"
    PARTICIPANTS = "participants"
    ANSWERS = "answers"
    CONSENSUS = "consensus"
    TIME = "time"
    AREAS = "areas"
    NOTES = "notes"
    VISIT = "visit"
    PLAN = "plan"
    DELIVERY = "delivery"
    TRUST = "trust"
    CENTRAL = "central"


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """The outcome of one use case; ``undo`` names the step, or is None where it can never be undone."""

    kinds: frozenset[Kind]
    value: T
    undo: Text | None = None


def changed(*kinds: Kind, value: T, undo: Text | None = None) -> Change[T]:
    """Shorthand for the last line of a use case."""
    return Change(frozenset(kinds), value, undo)
