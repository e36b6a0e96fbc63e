"""The subcriteria as blocks: one table of them all, and a chapter for each criterion."""

from __future__ import annotations

from collections.abc import Iterator

from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story import printed as p
from kvik_desktop.report.story.telling import Teller, figure
from kvik_desktop.report.writing import NOTHING


def all_of_them(teller: Teller) -> Iterator[b.Block]:
    """One row for each subcriterion: the agreed score beside what people answered themselves."""
    word = teller.word
    yield b.Heading(1, word("all_subcriteria"), "alle-delkriterier", new_page=True)
    columns = (
        b.Column(word("subcriterion"), 2.3),
        b.Column(word("agreed"), 0.75, number=True, strong=True),
        b.Column(word("lowest"), 0.75, number=True),
        b.Column(word("median"), 0.75, number=True),
        b.Column(word("highest"), 0.75, number=True),
        b.Column(word("answers"), 0.8, number=True),
        b.Column(word("cannot_judge"), 0.85, number=True),
        b.Column(word("disagreement"), 1.25),
    )
    rows = tuple(_row(sub, teller) for criterion in teller.data.criteria for sub in criterion.subcriteria)
    yield b.Table(word("all_subcriteria"), columns, rows)


def _row(sub: p.Subcriterion, teller: Teller) -> tuple[b.Inline, ...]:
    name = b.Link(f"{sub.id} {sub.name}", _anchor(sub))
    if not sub.rounds:
        return name, sub.score, *(NOTHING,) * 5, ""
    _, answers, cannot_judge, lowest, median, highest, _, flag = sub.rounds[-1]
    return name, sub.score, lowest, median, highest, answers, cannot_judge, teller.flag(flag, short=True)


def chapter(criterion: p.Chapter, teller: Teller, *, first: bool) -> Iterator[b.Block]:
    """One criterion with its mean, and everything about each of its subcriteria."""
    word = teller.word
    yield b.Heading(1, f"{criterion.id} {criterion.name}", f"kriterium-{criterion.id}", new_page=first)
    mean = f"{word('mean')} {criterion.mean}, {criterion.step}" if criterion.step else word("not_scored")
    scored = f"{word('scored')} {criterion.scored}"
    yield b.Paragraph(" · ".join((criterion.block, mean, scored)), quiet=True)
    for sub in criterion.subcriteria:
        yield from _subcriterion(sub, teller)


def _subcriterion(sub: p.Subcriterion, teller: Teller) -> Iterator[b.Block]:
    word = teller.word
    yield b.Heading(2, f"{sub.id} {sub.name}", _anchor(sub))
    score = b.KeyFigure(word("agreed_score"), sub.score, sub.step or sub.outcome)
    flag = None if sub.flag is None else teller.flag(sub.flag)
    yield b.Verdict(b.Own(sub.question), score, sub.sentence, flag, figure(sub.stair))
    if sub.phases:
        columns = tuple(b.Column(name, number=True, strong=True) for name, _ in sub.phases)
        yield b.Table(word("phases"), columns, (tuple(score for _, score in sub.phases),), named_rows=False)
    yield _rounds(sub, teller) if sub.rounds else b.Paragraph(word("no_answers"))
    for field in sub.fields:
        yield teller.field(field)


def _rounds(sub: p.Subcriterion, teller: Teller) -> b.Table:
    heads = ("round", "answers", "cannot_judge", "lowest", "median", "highest")
    columns = (
        *(b.Column(teller.word(head), number=True) for head in heads),
        b.Column(teller.word("answers_by_step"), 2, number=True),
        b.Column(teller.word("disagreement"), 1.3),
    )
    return b.Table(teller.word("rounds"), columns, tuple(_round(row, teller) for row in sub.rounds))


def _round(row: p.Row, teller: Teller) -> tuple[b.Inline, ...]:
    *numbers, flag = row
    return *numbers, teller.flag(flag, short=True)


def _anchor(sub: p.Subcriterion) -> str:
    return f"delkriterium-{sub.id}"
