"""Hostile packages as one table: every case has a name, the bytes, the code and the layer it must meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kvik_desktop.envelope.verdict import Code, Verdict


class Layer(IntEnum):
    """How far a package came before it was refused."""

    CONTAINER = 1
    SIGNATURE = 2
    KEY = 3
    BELONGING = 4
    CONTENT = 5

    @classmethod
    def reached(cls, verdict: Verdict) -> Layer:
        """The layer that a verdict came from, told by what it knows."""
        known = (verdict.kind, verdict.signer, verdict.manifest, verdict.members or None)
        return cls(1 + sum(fact is not None for fact in known))


@dataclass(frozen=True)
class Case:
    """One hostile package."""

    name: str
    data: bytes
    code: Code
    layer: Layer

    def __str__(self) -> str:
        return self.name


Cases = Iterator[Case]
