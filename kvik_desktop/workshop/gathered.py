"""What the group has gathered: texts with those behind them counted, merged into one and taken apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.evaluation.model import StatementKind


@dataclass(frozen=True, slots=True)
class GatheredStatement:
    """An agreed strength, area or piece of evidence; ``sources`` counts the individual texts behind it."""

    id: str
    evaluation: str
    subcriterion: str
    kind: StatementKind
    position: int
    text: str
    sources: int = 1
    heading: str = ""
    """The word the group has put it under, with others that are about the same; empty for none."""


@dataclass(frozen=True, slots=True)
class GatheredOriginal:
    """A text as it stood on the group's list before it was rewritten or merged into ``statement``."""

    id: str
    """The id it had on the list, and has again when it is taken out."""
    evaluation: str
    statement: str
    kind: StatementKind
    position: int
    text: str
    sources: int

    @classmethod
    def of(cls, text: GatheredStatement, statement: str, position: int) -> GatheredOriginal:
        """A text on the list as it is kept under ``statement``, which takes its place."""
        return cls(text.id, text.evaluation, statement, text.kind, position, text.text, text.sources)


def merged(
    first: GatheredStatement,
    rest: Sequence[GatheredStatement],
    under: Mapping[str, Sequence[GatheredOriginal]],
) -> tuple[GatheredStatement, tuple[GatheredOriginal, ...]]:
    """One text in the place of several, with everybody behind it counted, and the originals it is made of.

    ``under`` holds by id what a text has already taken the place of; else it is its own original.
    """
    parts: list[GatheredOriginal] = []
    for text in (first, *rest):
        parts += under.get(text.id) or [GatheredOriginal.of(text, text.id, 0)]
    kept = tuple(replace(part, statement=first.id, position=place) for place, part in enumerate(parts))
    return replace(first, sources=first.sources + sum(text.sources for text in rest)), kept


def taken_apart(text: GatheredStatement, under: Sequence[GatheredOriginal]) -> tuple[GatheredStatement, ...]:
    """The originals of a text as texts of their own, all at its place."""
    return tuple(
        replace(text, id=each.id, kind=each.kind, text=each.text, sources=each.sources) for each in under
    )
