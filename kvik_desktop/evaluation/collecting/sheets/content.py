"""What stands on a sheet to answer on, as plain data in the reader's language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from kvik_desktop.evaluation.model import Evaluation, Participant, StatementKind, Unit
from kvik_desktop.foundation.text import Language
from kvik_desktop.model_package.model import (
    PHASES,
    STEPS,
    Block,
    Criterion,
    Method,
    ModelPackage,
    Phase,
    Subcriterion,
)
from kvik_desktop.model_package.scoring import band_range

SCORE = "score"
"""The key of the only number of a method without phases."""

CANNOT_JUDGE = "cannot"
"""The key of the box that says *cannot judge*."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a stair: the numbers that belong to it, and what it means."""

    numbers: str
    """A range ``11-30``, or one number."""
    name: str
    """Empty for the steps of a phase."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Stair:
    """One number that is asked for, with the six steps it may lie on."""

    key: str
    name: str
    """Empty where there is only one."""
    asks: str
    top: int
    """The highest number; the lowest is 0."""
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One subcriterion as it is asked about."""

    id: str
    name: str
    asks: str
    block: Block
    stairs: tuple[Stair, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one criterion."""

    id: str
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that one sheet says of its own; the words around it belong to the page."""

    title: str
    unit: str
    person: str
    """Empty on a sheet for anybody."""
    model: str
    method: Method
    language: Language
    sections: tuple[Section, ...]
    due: date | None = None
    """The day everybody is to have handed in by, where one is set."""

    def questions(self) -> Iterator[Question]:
        """Every question in the model's order."""
        return (question for section in self.sections for question in section.questions)


def content_of(
    evaluation: Evaluation,
    unit: Unit,
    package: ModelPackage,
    person: Participant | None,
    language: Language,
    criteria: Collection[str] | None = None,
    due: date | None = None,
    subcriteria: Collection[str] | None = None,
) -> Content:
    """What a participant's sheet says; ``criteria`` and ``subcriteria`` keep to some, by id."""
    method = evaluation.method
    chosen = [each for each in package.criteria if criteria is None or each.id in criteria]
    if subcriteria is not None:
        kept = [(each, tuple(sub for sub in each.subcriteria if sub.id in subcriteria)) for each in chosen]
        chosen = [msgspec.structs.replace(each, subcriteria=subs) for each, subs in kept if subs]
    return Content(
        evaluation.title,
        unit.name,
        person.name if person else "",
        f"{package.name.in_language(language)}, {package.version}",
        method,
        language,
        tuple(_section(package, each, method, language) for each in chosen),
        due,
    )


def number_keys(block: Block, method: Method) -> tuple[str, ...]:
    """The keys of the numbers that are asked for, in their order."""
    return tuple(phase.value for phase in PHASES[block]) if method is Method.FINE else (SCORE,)


def field_name(subcriterion: str, key: str) -> str:
    """The name of a field in a form; a point would part it into levels of a tree."""
    return f"{subcriterion.replace('.', '-')}_{key}"


def field_names(package: ModelPackage, method: Method) -> frozenset[str]:
    """The names of all fields that a whole form has to fill in."""
    return frozenset(
        field_name(sub.id, key)
        for criterion in package.criteria
        for sub in criterion.subcriteria
        for key in (*number_keys(criterion.block, method), CANNOT_JUDGE, *StatementKind)
    )


def _section(package: ModelPackage, criterion: Criterion, method: Method, language: Language) -> Section:
    stairs = tuple(
        _stair(package, criterion.block, key, method, language)
        for key in number_keys(criterion.block, method)
    )
    questions = tuple(_question(sub, criterion.block, stairs, language) for sub in criterion.subcriteria)
    return Section(criterion.id, criterion.name.in_language(language), questions)


def _question(sub: Subcriterion, block: Block, stairs: tuple[Stair, ...], language: Language) -> Question:
    return Question(sub.id, sub.name.in_language(language), sub.question.in_language(language), block, stairs)


def _stair(package: ModelPackage, block: Block, key: str, method: Method, language: Language) -> Stair:
    ranges = [_numbers(band, method) for band in range(STEPS)]
    if key == SCORE:
        words = package.scale.steps(block)
        steps = [(step.name.in_language(language), step.sentence.in_language(language)) for step in words]
        return Stair(key, "", "", method.top, _steps(ranges, steps))
    phase = package.scale.phase(Phase(key))
    sentences = [sentence.in_language(language) for sentence in phase.steps] or [""] * STEPS
    return Stair(
        key,
        phase.name.in_language(language),
        phase.question.in_language(language),
        method.top,
        _steps(ranges, [("", sentence) for sentence in sentences]),
    )


def _steps(ranges: list[str], words: list[tuple[str, str]]) -> tuple[Step, ...]:
    return tuple(
        Step(numbers, name, sentence) for numbers, (name, sentence) in zip(ranges, words, strict=True)
    )


def _numbers(band: int, method: Method) -> str:
    low, high = band_range(band, method)
    return str(low) if low == high else f"{low}-{high}"
