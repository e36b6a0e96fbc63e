"""The plan as blocks: one table, the priority matrix beside its table, and every action in full."""

from __future__ import annotations

from collections.abc import Iterator

from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story import printed as p
from kvik_desktop.report.story.telling import Teller, figure, own_facts


def chapters(teller: Teller) -> Iterator[b.Block]:
    """Everything about the plan; one sentence where there is none."""
    yield b.Heading(1, teller.word("plan"), "handlingsplan", new_page=True)
    if not teller.data.plan.rows:
        yield b.Paragraph(teller.word("no_plan"))
        return
    yield _actions(teller)
    if teller.data.plan.matrix is not None:
        yield from _matrix(teller.data.plan.matrix, teller)
    for card in teller.data.plan.cards:
        yield from _card(card, teller)


def _actions(teller: Teller) -> b.Table:
    word = teller.word
    columns = (
        b.Column(word("number"), 0.4, number=True, strong=True),
        b.Column(word("action"), 2.2),
        b.Column(word("responsible"), 1.3),
        b.Column(word("deadline"), 0.9, unbroken=True),
        b.Column(word("status"), 1.1),
        b.Column(word("seen_by"), 1.8),
    )
    return b.Table(word("plan"), columns, tuple(_row(row, teller) for row in teller.data.plan.rows))


def _row(row: p.PlanRow, teller: Teller) -> tuple[b.Inline, ...]:
    title = b.Lines(b.Own(row.title), b.Own(row.under))
    status = teller.status(row.status)
    return row.number, title, b.Own(row.responsible), row.deadline, status, b.Own(row.seen_by)


def _matrix(matrix: p.Matrix, teller: Teller) -> Iterator[b.Block]:
    word = teller.word
    yield b.Heading(2, word("matrix"), "effekt-og-lethed")
    yield figure(matrix.picture)
    columns = (
        b.Column(word("number"), 0.4, number=True, strong=True),
        b.Column(word("action"), 3),
        b.Column(word("effect"), 0.6, number=True),
        b.Column(word("ease"), 0.6, number=True),
        b.Column(word("field"), 1.2),
    )
    rows = tuple(_placed(*row) for row in matrix.rows)
    yield b.Table(word("matrix"), columns, rows)


def _placed(number: str, title: str, effect: str, ease: str, field: str) -> tuple[b.Inline, ...]:
    return number, b.Own(title), effect, ease, field


def _card(card: p.Card, teller: Teller) -> Iterator[b.Block]:
    yield b.Heading(2, b.Own(f"{card.number} {card.title}"), f"tiltag-{card.number}")
    yield b.Paragraph(teller.status(card.status))
    if card.facts:
        yield own_facts(card.facts)
    for field in card.fields:
        yield teller.field(field)
