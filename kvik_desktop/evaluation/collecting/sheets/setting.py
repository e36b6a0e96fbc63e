"""Sets a sheet: the front, the steps of the phases where they are asked for, and the questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kvik_desktop.evaluation.collecting.sheets import words
from kvik_desktop.evaluation.collecting.sheets.asking import Asker
from kvik_desktop.evaluation.collecting.sheets.composing import (
    BODY,
    BOTTOM,
    FULL,
    GAP,
    HEADING,
    LEFT,
    RIGHT,
    SMALL,
    TITLE,
    TOP,
    Composition,
)
from kvik_desktop.evaluation.collecting.sheets.content import Content, Question, Section
from kvik_desktop.evaluation.collecting.sheets.pages import (
    HEIGHT,
    Box,
    Page,
    Part,
    Words,
    flow,
    placed,
    stacked,
)
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.foundation.text import Translator, say

ROOM = BOTTOM - TOP
MOST_MORE = 120.0
"""Points a question takes at most of what is left over on its page."""

Asked = tuple[Question, Section | None]
"""A question, with its section where it is the first of it."""


@dataclass(frozen=True)
class Setter:
    """Sets sheets in one language with the shipped type."""

    translate: Translator
    type: Type

    def pages(self, content: Content, guide: words.Guide) -> tuple[Page, ...]:
        """The whole sheet. One about a single criterion begins under the guide, a longer one has a front."""
        asked = list(_asked(content))
        steps = self._step_pages(content)
        alone = len(content.sections) == 1 and not steps
        front = self._front(content, guide, {})
        questions = flow(
            [*([front] if alone else []), *(self._asker.part(*each) for each in asked)], ROOM, GAP
        )
        before = [] if alone else [[front], *steps]
        if not alone:
            before[0] = [self._front(content, guide, _begins(questions, asked, len(before) + 1))]
        inside = [*before, *self._filled(questions, iter(asked))]
        return tuple(
            Page((self._edge(content, number, len(inside)), *placed(page, TOP, GAP)))
            for number, page in enumerate(inside, start=1)
        )

    @property
    def _asker(self) -> Asker:
        return Asker(self.translate, self.type)

    def _filled(self, pages: Sequence[list[Part]], asked: Iterator[Asked]) -> Iterator[list[Part]]:
        """The pages with questions, with what is left over on each given to what is written by hand."""
        for page in pages:
            count = sum(bool(part.places) for part in page)
            more = min((ROOM - stacked(page, GAP)) / max(count, 1), MOST_MORE)
            yield [self._asker.part(*next(asked), max(more, 0)) if part.places else part for part in page]

    def _edge(self, content: Content, number: int, of: int) -> Part:
        """What stands at the top and the bottom of every page: a loose sheet says whose it is."""
        person = content.person or f"{self.translate(words.NAME)}: " + "_" * 30
        top = self.type.cut(f"{content.unit} · {content.title}", SMALL, FULL * 0.58)
        whose = self.type.cut(person, SMALL, FULL * 0.4, bold=True)
        whose_width = self.type.width(whose, SMALL, bold=True)
        foot = self.translate(say("Side {page} af {of}", page=number, of=of))
        model = self.type.cut(content.model, SMALL, FULL * 0.7)
        return Part(
            HEIGHT,
            (
                Words(LEFT, 40, top, SMALL, ink="text-2"),
                Words(RIGHT - whose_width, 40, whose, SMALL, bold=True),
                Words(LEFT, HEIGHT - 26, model, SMALL, ink="text-2"),
                Words(RIGHT - self.type.width(foot, SMALL), HEIGHT - 26, foot, SMALL, ink="text-2"),
            ),
            (Box(LEFT, 47, FULL, 0.75, fill="edge"),),
        )

    def _front(self, content: Content, guide: words.Guide, begins: Mapping[str, int]) -> Part:
        """How it is filled in and who sees it; ``begins`` tells on which page each criterion begins."""
        into = Composition(self.type)
        y = into.text(content.title, LEFT, 0, FULL, TITLE, bold=True) + 4
        y = into.text(content.unit, LEFT, y, FULL, 12, ink="text-2")
        y = into.text(content.person, LEFT, y, FULL, 12, ink="text-2")
        if content.due is not None:
            y = into.text(self.translate(words.due(content.due)), LEFT, y + 8, FULL, 12, bold=True)
        y = into.text(self.translate(guide.heading), LEFT, y + 18, FULL, HEADING, bold=True) + 5
        for line in guide.lines:
            into.words.append(Words(LEFT, y + BODY, "•", BODY, ink="text-2"))
            y = into.text(self.translate(line), LEFT + 14, y, FULL - 74) + 5
        if begins:
            y = self._contents(into, content, begins, y + 18)
        return into.part(y, self.translate(guide.heading))

    def _contents(self, into: Composition, content: Content, begins: Mapping[str, int], y: float) -> float:
        y = into.text(self.translate(words.SECTIONS), LEFT, y, FULL, HEADING, bold=True) + 5
        for section in content.sections:
            page = str(begins[section.id])
            into.words.append(Words(RIGHT - 60 - self.type.width(page, BODY), y + BODY, page, BODY))
            y = into.text(f"{section.id} {section.name}", LEFT + 14, y, FULL - 120) + 5
        return y

    def _step_pages(self, content: Content) -> list[list[Part]]:
        """What each step of each phase means, once for the whole sheet: beside every question is no room.

        Pages of their own can lie beside the others while one answers.
        """
        asked = [question for question in content.questions() if question.stairs[0].name]
        parts = [self._steps(next(same)) for _, same in groupby(asked, lambda question: question.block)]
        return flow(parts, ROOM, GAP)

    def _steps(self, question: Question) -> Part:
        into = Composition(self.type)
        y = into.text(self.translate(words.STAIR[question.block]), LEFT, 0, FULL, HEADING, bold=True) - 2
        for stair in question.stairs:
            y = into.text(f"{stair.name}. {stair.asks}", LEFT, y + 7, FULL, bold=True) + 1
            for step in stair.steps:
                into.words.append(Words(LEFT, y + BODY, step.numbers, BODY, bold=True))
                y = into.text(step.sentence, LEFT + 48, y, FULL - 48) + 0.5
        return into.part(y, self.translate(words.STEPS))


def _asked(content: Content) -> Iterator[Asked]:
    for section in content.sections:
        for place, question in enumerate(section.questions):
            yield question, section if place == 0 else None


def _begins(pages: Sequence[list[Part]], asked: Sequence[Asked], first: int) -> dict[str, int]:
    """The page each section begins on, where the questions begin on page ``first``."""
    numbers = [number for number, page in enumerate(pages, start=first) for _ in page]
    return {begins.id: number for number, (_, begins) in zip(numbers, asked, strict=True) if begins}
