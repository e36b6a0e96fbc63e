"""The report of one evaluation as blocks: the same words, figures and order as the typeset report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.content import Content
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story import plan, standards, subcriteria, trend
from kvik_desktop.report.story.printed import printed
from kvik_desktop.report.story.telling import Teller, figure, own_facts
from kvik_desktop.report.typeset import Typesetter


def story(content: Content, typesetter: Typesetter, created: datetime) -> b.Story:
    """The whole report of an evaluation, made on the day of ``created``, ready for Word and the web."""
    made = document(content, typesetter)
    teller = Teller(printed(made), Translator(content.language, typesetter.resources))
    return b.Story(
        content.language,
        _cover(teller, created),
        teller.word("contents"),
        teller.word("page_of"),
        tuple(_blocks(teller)),
        made.pictures,
    )


def _cover(teller: Teller, created: datetime) -> b.Cover:
    data = teller.data
    day = (teller.word("printed"), teller.translate.date(local_day(created)))
    facts = own_facts((*data.cover.facts, day))
    about = teller.word("about_short")
    return b.Cover(data.unit, data.running, data.footer, facts, data.cover.approvals, about)


def _blocks(teller: Teller) -> Iterator[b.Block]:
    yield from _reading(teller)
    yield from _overview(teller)
    yield from trend.chapter(teller)
    yield from subcriteria.all_of_them(teller)
    for place, criterion in enumerate(teller.data.criteria):
        yield from subcriteria.chapter(criterion, teller, first=place == 0)
    yield from plan.chapters(teller)
    yield from standards.chapter(teller)
    yield from _about(teller)


def _reading(teller: Teller) -> Iterator[b.Block]:
    word = teller.word
    yield b.Heading(1, word("reading"), "laesevejledning", new_page=True)
    yield b.Field(word("step"), (_steps(teller),), level=2)
    yield b.Field(word("spread"), (b.Paragraph(word("reading_stair")),), level=2)
    columns = (b.Column(word("disagreement")), b.Column(word("meaning"), 2.4))
    rules = tuple((teller.flag(name), rule) for name, rule in teller.data.flag_rules)
    flags = b.Table(word("reading_flags"), columns, rules)
    yield b.Field(word("disagreement"), (b.Paragraph(word("reading_flags")), flags), level=2)
    yield b.Field(word("cannot_judge"), (b.Paragraph(word("reading_missing")),), level=2)


def _steps(teller: Teller) -> b.Table:
    columns = (
        b.Column(teller.word("points"), 0.5, strong=True),
        b.Column(teller.word("enablers"), 2),
        b.Column(teller.word("results"), 2),
    )
    steps = teller.data.steps
    rows = tuple((step.range, b.Lines(*step.enabler), b.Lines(*step.result)) for step in steps)
    return b.Table(teller.word("steps"), columns, rows)


def _overview(teller: Teller) -> Iterator[b.Block]:
    word, overview = teller.word, teller.data.overview
    yield b.Heading(1, word("overview"), "overblik", new_page=True)
    settled = " · ".join(part for part in (overview.of, overview.parked) if part)
    means = tuple(b.KeyFigure(*mean) for mean in overview.means)
    yield b.KeyFigures((*means, b.KeyFigure(word("agreed_of"), overview.agreed, settled)))
    if overview.radar is not None:
        yield figure(overview.radar)
    yield _criteria(teller)
    columns = (b.Column(word("disagreement"), 2), b.Column(word("count"), number=True))
    counts = tuple((teller.flag(name), count) for name, count in overview.flags)
    yield b.Table(word("disagreement"), columns, counts)


def _criteria(teller: Teller) -> b.Table:
    word = teller.word
    columns = (
        b.Column(word("criterion"), 2.2),
        b.Column(word("mean"), 0.9, number=True, strong=True),
        b.Column(word("step"), 1.5),
        b.Column(word("on_stair"), 1.6),
        b.Column(word("scored"), 0.7, number=True),
    )
    criteria = teller.data.overview.criteria
    rows = tuple((row.name, row.mean, row.step, figure(row.strip), row.scored) for row in criteria)
    return b.Table(word("criteria"), columns, rows)


def _about(teller: Teller) -> Iterator[b.Block]:
    word, about = teller.word, teller.data.about
    yield b.Heading(1, word("about"), "om", new_page=True)
    columns = (b.Column(word("role"), 3), b.Column(word("count"), number=True))
    rows = tuple((b.Own(role), count) for role, count in about.roles)
    roles = b.Table(word("who"), columns, rows) if rows else b.Paragraph(word("no_roles"))
    yield b.Field(word("who"), (b.Paragraph(about.participants), roles), level=2)
    if about.size:
        yield b.Field(word("size"), (b.Paragraph(b.Own(about.size)),), level=2)
    yield b.Field(word("how"), tuple(b.Paragraph(note) for note in about.notes), level=2)
    yield b.Field(word("source"), (b.Paragraph(about.source),), level=2)
    yield b.Field(word("model"), (own_facts(about.model),), level=2)
    yield b.Caution(word("compare"), about.caution)
