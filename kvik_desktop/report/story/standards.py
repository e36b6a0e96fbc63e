"""The standards as blocks: a table for each group, one row for each standard."""

from __future__ import annotations

from collections.abc import Iterator

from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story import printed as p
from kvik_desktop.report.story.telling import Teller


def chapter(teller: Teller) -> Iterator[b.Block]:
    """Every set of standards; nothing where there is none."""
    if not teller.data.standards:
        return
    yield b.Heading(1, teller.word("standards"), "standarder", new_page=True)
    yield b.Paragraph(teller.word("standards_note"))
    for number, told in enumerate(teller.data.standards, start=1):
        yield b.Paragraph(told.edition)
        yield b.Paragraph(told.source, quiet=True)
        for place, group in enumerate(told.groups, start=1):
            yield b.Heading(2, group.name, f"standarder-{number}-{place}")
            yield _table(group, teller)


def _table(group: p.StandardGroup, teller: Teller) -> b.Table:
    word = teller.word
    columns = (
        b.Column(word("standard"), 1.4, strong=True),
        b.Column(word("touched_by"), 2.2),
        b.Column(word("evidence"), 1.4),
    )
    return b.Table(group.name, columns, tuple(_row(standard) for standard in group.rows))


def _row(standard: p.Standard) -> tuple[b.Inline, ...]:
    touched = "\n".join(f"{name}: {score}" for name, score in standard.touched)
    shown = b.Lines(standard.status, b.Own(standard.note)) if standard.note else standard.status
    return standard.name, touched, shown
