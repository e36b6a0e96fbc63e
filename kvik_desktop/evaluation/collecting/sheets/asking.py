"""Sets one question: its stair, the box for its number, *cannot judge*, and room to write."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.evaluation.collecting.sheets import words
from kvik_desktop.evaluation.collecting.sheets.composing import BODY, FULL, HEADING, LEFT, LINE, Composition
from kvik_desktop.evaluation.collecting.sheets.content import (
    CANNOT_JUDGE,
    Question,
    Section,
    Stair,
    Step,
    field_name,
)
from kvik_desktop.evaluation.collecting.sheets.pages import Box, Part, Place, PlaceKind
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.text import Translator, say

NUMBER_WIDTH, NUMBER_HEIGHT, TICK = 58.0, 25.0, 17.0
"""Nine millimetres high: three digits by hand."""

RULING = 20.0
"""Seven millimetres from line to line, as in an exercise book."""

LEAST_WRITING = 38.0
"""Two lines."""

BETWEEN = 14.0
"""From one box to write in to the one beside it."""

LOWEST_STEP, HIGHEST_STEP = 18.0, 38.0
PHASE_STEP = 40.0
"""The width of a step where each phase has a stair of its own."""


@dataclass(frozen=True)
class Asker:
    """Sets questions in one language."""

    translate: Translator
    type: Type

    def part(self, question: Question, begins: Section | None, more: float = 0.0) -> Part:
        """One question; ``begins`` puts the criterion's name over it, ``more`` is room left over to write."""
        into, y = Composition(self.type), 0.0
        if begins is not None:
            y = into.text(f"{begins.id} {begins.name}", LEFT, y, FULL, HEADING, bold=True, ink="accent") + 5
        y = self.question(into, question, y)
        end = self._writing(into, question, y, LEAST_WRITING + more / 2)
        return into.part(end, f"{begins.id} {begins.name}" if begins else "")

    def question(self, into: Composition, question: Question, y: float) -> float:
        """What is asked, its stairs and the boxes for figures, from ``y`` down; returns where they end."""
        y = into.text(f"{question.id} {question.name}", LEFT, y, FULL, 11.5, bold=True) + 1
        y = into.text(question.asks, LEFT, y, FULL) + 7
        if question.stairs[0].name:
            for stair in question.stairs:
                y = self._phase(into, question, stair, y)
            self._cannot_judge(into, question, LEFT, y)
            y += TICK + 8
        else:
            y = self._score(into, question, question.stairs[0], y)
        return y

    def _score(self, into: Composition, question: Question, stair: Stair, y: float) -> float:
        """The stair as it is climbed, what each step means below it, and the box for the number."""
        width = FULL / len(stair.steps)
        end = y
        for place, step in enumerate(stair.steps):
            x = LEFT + place * width
            height = LOWEST_STEP + place * (HIGHEST_STEP - LOWEST_STEP) / (len(stair.steps) - 1)
            into.boxes.append(Box(x, y + HIGHEST_STEP - height, width, height, fill="selected", edge="edge"))
            into.centred(step.numbers, x + width / 2, y + HIGHEST_STEP - 6, bold=True)
            end = max(end, self._meaning(into, step, x, y + HIGHEST_STEP + 3, width))
        y = end + 7
        told = self.translate(say("Dit tal (0-{top})", top=stair.top))
        into.places.append(self._number(question, stair, LEFT, y, told))
        into.text(told, LEFT + NUMBER_WIDTH + 8, y + 6, FULL, bold=True)
        beside = LEFT + NUMBER_WIDTH + 8 + self.type.width(told, BODY, bold=True) + 32
        self._cannot_judge(into, question, beside, y + (NUMBER_HEIGHT - TICK) / 2)
        return y + NUMBER_HEIGHT + 8

    def _meaning(self, into: Composition, step: Step, x: float, y: float, width: float) -> float:
        y = into.text(step.name, x + 2, y, width - 8, bold=True)
        return into.text(step.sentence, x + 2, y, width - 8)

    def _phase(self, into: Composition, question: Question, stair: Stair, y: float) -> float:
        """One phase: its question, its steps as a low stair, and the box for its number beside it."""
        stairs = PHASE_STEP * len(stair.steps)
        box = LEFT + FULL - NUMBER_WIDTH
        first = box - 10 - stairs
        wide = first - 12 - LEFT
        end = into.text(stair.name, LEFT, y, wide, bold=True)
        end = into.text(stair.asks, LEFT, end, wide)
        base = y + max(NUMBER_HEIGHT + 2, end - y - 4)
        for place, step in enumerate(stair.steps):
            x, height = first + place * PHASE_STEP, 16.0 + 2 * place
            into.boxes.append(Box(x, base - height, PHASE_STEP, height, fill="selected", edge="edge"))
            into.centred(step.numbers, x + PHASE_STEP / 2, base - 4)
        into.places.append(self._number(question, stair, box, base - NUMBER_HEIGHT, stair.name))
        return max(end, base) + 5

    def _number(self, question: Question, stair: Stair, x: float, y: float, told: str) -> Place:
        steps = "; ".join(f"{step.numbers} {step.name or step.sentence}".strip() for step in stair.steps)
        label = f"{question.id} {question.name}: {told}. {steps}"
        digits = len(str(stair.top))
        name = field_name(question.id, stair.key)
        return Place(name, PlaceKind.NUMBER, label, x, y, NUMBER_WIDTH, NUMBER_HEIGHT, digits)

    def _cannot_judge(self, into: Composition, question: Question, x: float, y: float) -> None:
        told = self.translate(words.CANNOT_JUDGE)
        label = f"{question.id} {question.name}: {told}"
        name = field_name(question.id, CANNOT_JUDGE)
        into.places.append(Place(name, PlaceKind.TICK, label, x, y, TICK, TICK))
        into.text(told, x + TICK + 7, y + (TICK - BODY * LINE) / 2, FULL)

    def _writing(self, into: Composition, question: Question, y: float, height: float) -> float:
        """Two rows of two boxes, each under its name."""
        width = (FULL - BETWEEN) / 2
        each = BODY * LINE + 2 + height + 5
        for place, kind in enumerate(StatementKind):
            x, top = LEFT + place % 2 * (width + BETWEEN), y + place // 2 * each
            name = self.translate(words.KINDS[kind])
            end = into.text(name, x, top, width, bold=True) + 2
            label = f"{question.id} {question.name}: {name}, {self.translate(words.ONE_A_LINE)}"
            named = field_name(question.id, kind.value)
            into.places.append(Place(named, PlaceKind.LINES, label, x, end, width, height))
        return y + 2 * each - 5
