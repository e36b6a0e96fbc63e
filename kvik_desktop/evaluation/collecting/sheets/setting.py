"""Sets a sheet: which question stands on which page, with its stair, its box and its lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kvik_desktop.evaluation.collecting.sheets import words
from kvik_desktop.evaluation.collecting.sheets.content import (
    CANNOT_JUDGE,
    Content,
    Question,
    Section,
    Stair,
    field_name,
)
from kvik_desktop.evaluation.collecting.sheets.pages import (
    HEIGHT,
    WIDTH,
    Box,
    Page,
    Part,
    Place,
    PlaceKind,
    Words,
    flow,
)
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.text import Translator, say

LEFT, RIGHT = 44.0, WIDTH - 44.0
FULL = RIGHT - LEFT
COLUMN = 246.0
"""The stair stands in a column of this width, what is written beside it in another."""
WRITE = LEFT + COLUMN + 18
TOP, BOTTOM, GAP = 68.0, HEIGHT - 48.0, 22.0
LARGE, BODY, SMALL = 18.0, 10.0, 8.5
LINE = 1.35
"""The distance from line to line, by the size of type."""
NUMBER_WIDTH, NUMBER_HEIGHT, TICK = 48.0, 22.0, 14.0
LOWEST_LINES = 40.0
STAIR_HEIGHT, FIRST_STEP = 72.0, 16.0


@dataclass(frozen=True)
class Setter:
    """Sets sheets in one language with the shipped type."""

    translate: Translator
    type: Type

    def pages(self, content: Content, guide: words.Guide) -> tuple[Page, ...]:
        """The whole sheet: the front, the steps where phases are asked for, and the questions."""
        parts = [self._front(content, guide)]
        if any(stair.name for question in content.questions() for stair in question.stairs):
            # A page of its own can lie beside the others while one answers.
            parts += [Part(0), *self._step_pages(content)]
        for place, section in enumerate(content.sections):
            # The first section may begin below the guide only on a sheet that is all about one criterion.
            parts += [Part(0)] if place == 0 else []
            parts += self._section(section)
        flowed = flow(parts, TOP, BOTTOM, GAP)
        return tuple(
            Page((self._edge(content, number, len(flowed)), *page))
            for number, page in enumerate(flowed, start=1)
        )

    def _edge(self, content: Content, number: int, of: int) -> Part:
        """What stands at the top and the bottom of every page: a loose sheet says whose it is."""
        person = content.person or f"{self.translate(words.NAME)}: " + "_" * 30
        top = self.type.cut(f"{content.unit} · {content.title}", SMALL, FULL * 0.62)
        whose = self.type.cut(person, SMALL, FULL * 0.35, bold=True)
        whose_width = self.type.width(whose, SMALL, bold=True)
        foot = self.translate(say("Side {page} af {of}", page=number, of=of))
        model = self.type.cut(content.model, SMALL, FULL * 0.7)
        return Part(
            HEIGHT,
            (
                Words(LEFT, 40, top, SMALL, ink="text-2"),
                Words(RIGHT - whose_width, 40, whose, SMALL, bold=True),
                Words(LEFT, HEIGHT - 28, model, SMALL, ink="text-2"),
                Words(RIGHT - self.type.width(foot, SMALL), HEIGHT - 28, foot, SMALL, ink="text-2"),
            ),
            (Box(LEFT, 47, FULL, 0.75, fill="edge"),),
        )

    def _front(self, content: Content, guide: words.Guide) -> Part:
        lines: list[Words] = []
        y = self._text(lines, content.title, LEFT, 0, FULL, LARGE, bold=True) + 4
        y = self._text(lines, content.unit, LEFT, y, FULL, BODY, ink="text-2")
        y = self._text(lines, content.person, LEFT, y, FULL, BODY, ink="text-2") + 16
        y = self._text(lines, self.translate(guide.heading), LEFT, y, FULL, BODY, bold=True) + 4
        for line in guide.lines:
            lines.append(Words(LEFT, y + BODY, "•", BODY, ink="text-2"))
            y = self._text(lines, self.translate(line), LEFT + 12, y, FULL - 60, BODY) + 4
        return Part(y, tuple(lines), bookmark=self.translate(guide.heading))

    def _step_pages(self, content: Content) -> Iterator[Part]:
        """What each step of each phase means, once for the whole sheet: beside every question is no room."""
        for block, questions in groupby(content.questions(), lambda question: question.block):
            lines: list[Words] = []
            y = self._text(lines, self.translate(words.STAIR[block]), LEFT, 0, FULL, 13, bold=True)
            for stair in next(questions).stairs:
                y = self._text(lines, f"{stair.name}. {stair.asks}", LEFT, y + 8, FULL, BODY, bold=True) + 2
                y = self._sentences(lines, stair, y, FULL)
            yield Part(y, tuple(lines), bookmark=self.translate(words.STEPS))

    def _section(self, section: Section) -> Iterator[Part]:
        for place, question in enumerate(section.questions):
            yield self._question(question, section if place == 0 else None)

    def _question(self, question: Question, begins: Section | None) -> Part:
        lines: list[Words] = []
        y = 0.0
        if begins is not None:
            y = (
                self._text(lines, f"{begins.id} {begins.name}", LEFT, y, FULL, 13, bold=True, ink="accent")
                + 6
            )
        y = self._text(lines, f"{question.id} {question.name}", LEFT, y, FULL, 11, bold=True) + 1
        y = self._text(lines, question.asks, LEFT, y, FULL, BODY) + 8
        left = self._left(question, y)
        end = max(left.height, y + 4 * (LOWEST_LINES + 18))
        right = self._right(question, y, end)
        return Part(
            end,
            (*lines, *left.words, *right.words),
            (*left.boxes, *right.boxes),
            (*left.places, *right.places),
            f"{begins.id} {begins.name}" if begins else "",
        )

    def _left(self, question: Question, y: float) -> Part:
        lines: list[Words] = []
        boxes: list[Box] = []
        places: list[Place] = []
        if question.stairs[0].name:
            for stair in question.stairs:
                y = self._phase(question, stair, y, lines, boxes, places)
        else:
            y = self._score(question, question.stairs[0], y, lines, boxes, places)
        label = self.translate(words.CANNOT_JUDGE)
        places.append(
            Place(
                field_name(question.id, CANNOT_JUDGE),
                PlaceKind.TICK,
                f"{question.id} {question.name}: {label}",
                LEFT,
                y,
                TICK,
                TICK,
            )
        )
        lines.append(Words(LEFT + TICK + 6, y + 11, label, BODY))
        return Part(y + TICK, tuple(lines), tuple(boxes), tuple(places))

    def _score(
        self,
        question: Question,
        stair: Stair,
        y: float,
        lines: list[Words],
        boxes: list[Box],
        places: list[Place],
    ) -> float:
        """The stair as it is climbed, what each step means, and the box for the number."""
        asks = self.translate(words.STAIR[question.block])
        y = self._text(lines, asks, LEFT, y, COLUMN, SMALL, bold=True) + 3
        width = COLUMN / len(stair.steps)
        for place, step in enumerate(stair.steps):
            height = FIRST_STEP + place * (STAIR_HEIGHT - FIRST_STEP) / (len(stair.steps) - 1)
            x = LEFT + place * width
            boxes.append(Box(x, y + STAIR_HEIGHT - height, width, height, fill="selected", edge="edge"))
            middle = x + width / 2
            lines.append(Words(middle, y + STAIR_HEIGHT - 5, step.numbers, SMALL, bold=True, centred=True))
        y = self._sentences(lines, stair, y + STAIR_HEIGHT + 4, COLUMN) + 4
        told = self.translate(say("Dit tal (0-{top})", top=stair.top))
        places.append(self._number(question, stair, LEFT, y, told))
        lines.append(Words(LEFT + NUMBER_WIDTH + 8, y + 15, told, BODY, bold=True))
        return y + NUMBER_HEIGHT + 8

    def _phase(
        self,
        question: Question,
        stair: Stair,
        y: float,
        lines: list[Words],
        boxes: list[Box],
        places: list[Place],
    ) -> float:
        """One phase: its question, its steps as a low stair, and the box for its number beside it."""
        wide = COLUMN - NUMBER_WIDTH - 10
        end = self._text(lines, f"{stair.name}: {stair.asks}", LEFT, y, wide, SMALL) + 3
        width = wide / len(stair.steps)
        for place, step in enumerate(stair.steps):
            x, height = LEFT + place * width, 12.0 + 1.6 * place
            boxes.append(Box(x, end + 20 - height, width, height, fill="selected", edge="edge"))
            lines.append(Words(x + width / 2, end + 17, step.numbers, 7, centred=True))
        places.append(self._number(question, stair, LEFT + COLUMN - NUMBER_WIDTH, end - 2, stair.name))
        return end + 20 + 9

    def _number(self, question: Question, stair: Stair, x: float, y: float, told: str) -> Place:
        steps = "; ".join(f"{step.numbers} {step.name or step.sentence}".strip() for step in stair.steps)
        label = f"{question.id} {question.name}: {told}. {steps}"
        digits = len(str(stair.top))
        name = field_name(question.id, stair.key)
        return Place(name, PlaceKind.NUMBER, label, x, y, NUMBER_WIDTH, NUMBER_HEIGHT, digits)

    def _sentences(self, lines: list[Words], stair: Stair, y: float, width: float) -> float:
        """The steps with their numbers; the sentence stands beside, or the name where there is none."""
        for step in stair.steps:
            lines.append(Words(LEFT, y + SMALL, step.numbers, SMALL, bold=True))
            told = f"{step.name}: {step.sentence}" if step.name else step.sentence
            y = self._text(lines, told, LEFT + 38, y, width - 38, SMALL) + 2
        return y

    def _right(self, question: Question, y: float, end: float) -> Part:
        lines: list[Words] = []
        places: list[Place] = []
        each = (end - y) / len(StatementKind)
        for kind in StatementKind:
            name = self.translate(words.KINDS[kind])
            lines.append(Words(WRITE, y + SMALL, name, SMALL, bold=True))
            beside = self.translate(words.ONE_A_LINE)
            lines.append(
                Words(
                    WRITE + self.type.width(name, SMALL, bold=True) + 6, y + SMALL, beside, 7.5, ink="text-2"
                )
            )
            label = f"{question.id} {question.name}: {name}, {beside}"
            place = field_name(question.id, kind.value)
            room = (WRITE, y + 13, RIGHT - WRITE, each - 18)
            places.append(Place(place, PlaceKind.LINES, label, *room))
            y += each
        last = places[-1]
        places[-1] = replace(last, height=end - last.y)
        return Part(end, tuple(lines), places=tuple(places))

    def _text(
        self,
        lines: list[Words],
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        ink: str = "text",
    ) -> float:
        """A text in lines from ``y`` down; returns where it ends."""
        for line in self.type.wrap(text, size, width, bold=bold):
            lines.append(Words(x, y + size, line, size, bold, ink))
            y += size * LINE
        return y
