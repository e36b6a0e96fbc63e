"""What every form of a report must say: each score, each text of the group and each field of each action."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator
from kvik_desktop.report.content import Action, Content, Subcriterion
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.formats import FORMATS
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.subcriterion_pages import unbulleted
from kvik_desktop.report.typeset import Typesetter
from kvik_desktop.report.writing import Writer
from tests.report import sample

RESOURCES = Resources()
TYPESETTER = Typesetter(RESOURCES)
KINDS = ("full", "fine", "short", "stubborn", "empty")
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "&lt;b&gt; &amp; &#60;",
    "]]>",
    "=cmd|' /C calc'!A0",
    "fill=\"#FFFFFF\" stroke='#17607D'",
    "a\x00b\x07c\x1bd",
    "half \ud83d a pair, \ufffe and \uffff",
    "l1\r\nl2\vl3\u2028l4\tt",
    "{name} %s {{}}",
    "👩‍👧‍👦 שלום \u202eevil\u202c Łódź ő",
    "_x0041_ _x000D_",
)


@cache
def content(kind: str, language: Language) -> Content:
    """One of the sample reports."""
    made: Content = getattr(sample, kind)(language)
    return made


@cache
def made(suffix: str, kind: str, language: Language = "da") -> bytes:
    """A sample report in one of its forms."""
    return FORMATS[suffix](content(kind, language), RESOURCES, sample.CREATED)


def writer(language: Language) -> Writer:
    """A writer as the report has it."""
    return Writer(Translator(language), Pen(Palette.read(RESOURCES), TYPESETTER.characters))


def texts(told: Content, language: Language) -> list[str]:
    """Every text somebody wrote, as it must stand in a form that can hold every character."""
    wanted = [told.unit.name, told.title, told.unit.size, *(role.role for role in told.roles)]
    wanted += [words for sub in told.subcriteria for words in _of_subcriterion(sub)]
    wanted += [words for action in told.actions for words in _of_action(action, writer(language))]
    return [fit(words) for words in wanted if words]


def _of_subcriterion(sub: Subcriterion) -> Iterator[str]:
    yield from (sub.name, sub.reason, sub.note)
    for each in (*sub.strengths, *sub.areas, *sub.ideas, *sub.evidence):
        yield unbulleted(each.text)


def _of_action(action: Action, write: Writer) -> Iterator[str]:
    yield from (action.title, action.theme, action.description, action.responsible, action.success)
    yield from (action.indicator, action.phase, action.goal, action.effect_served, action.dropped_reason)
    yield from (*action.participants, *action.prerequisites, *action.areas)
    yield from (origin.subcriterion for origin in action.origins)
    for line in action.log:
        yield from (line.text, write.day(line.day))
    for each in action.measurements:
        yield from (write.day(each.day), write.amount(each.value, action.unit), each.note)


def hostile_story(words: str, language: Language = "en") -> b.Story:
    """A small story that has the same words in every place."""
    own, head = b.Own(words), b.Column(words)
    told: tuple[b.Block, ...] = (
        b.Heading(1, own, "a"),
        b.Paragraph(own),
        b.Bullets(((own, words),)),
        b.Facts(((words, own),)),
        b.Table(words, (head, head), ((own, b.Lines(own, own)), (b.Mark("red", words), b.Link(words, "a")))),
        b.KeyFigures((b.KeyFigure(words, words, words),)),
        b.Caution(words, words),
        b.Field(words, (b.Paragraph(words, quiet=True),)),
    )
    cover = b.Cover(words, words, words, b.Facts(((words, own),)), (words,), words)
    return b.Story(language, cover, words, "Page {page} of {pages}", told)
