"""The trend as blocks: the figure, and its table beside it."""

from __future__ import annotations

from collections.abc import Iterator

from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story import printed as p
from kvik_desktop.report.story.telling import Teller, figure


def chapter(teller: Teller) -> Iterator[b.Block]:
    """How the unit has moved over its evaluations; nothing where this is the first."""
    told = teller.data.trend
    if told is None:
        return
    yield b.Heading(1, teller.word("trend"), "udvikling", new_page=True)
    for note in told.notes:
        yield b.Paragraph(note)
    yield figure(told.picture)
    yield _figures(told, teller)


def _figures(told: p.Trend, teller: Teller) -> b.Table:
    columns = (
        b.Column(teller.word("criterion"), 1.8, strong=True),
        *(b.Column(head, 1, number=True) for head in told.head),
    )
    facts: tuple[tuple[b.Inline, ...], ...] = tuple(
        (label, *map(b.Own, values)) for label, *values in told.facts
    )
    return b.Table(teller.word("trend"), columns, (*facts, *told.rows))
