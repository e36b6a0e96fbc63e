"""What is kept of a delivered result for comparing: exact whole numbers that a database can count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kvik_desktop.bundle.payload import ResultPayload
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage

PARTS = 110_880
"""Parts of one point. Four phases, and the mean of any number of subcriteria up to twelve, come out even."""


@dataclass(frozen=True, slots=True)
class CriterionValue:
    """One criterion's mean in parts, over ``scored`` of its ``of`` questions."""

    criterion: str
    parts: int
    scored: int
    of: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The agreed scores of one package, in parts.

    ``criteria`` are those of ``basis``, the model it compares with: its own, or the full model's where it is
    a short edition.
    """

    subcriteria: Mapping[str, int]
    basis: str
    criteria: tuple[CriterionValue, ...]


def value_of(parts: int) -> Fraction:
    """Parts as the value they stand for."""
    return Fraction(parts, PARTS)


def mean_parts(parts: Sequence[int]) -> int:
    """The mean in parts, half up where it does not come out even."""
    return (2 * sum(parts) + len(parts)) // (2 * len(parts))


def figures_of(
    result: ResultPayload, model: str, method: Method, models: Mapping[str, ModelPackage]
) -> Figures:
    """The figures of a result that has been checked; ``models`` are those this reader knows, by id."""
    values: dict[str, int] = {}
    questions: dict[str, list[str]] = {}
    for criterion in result.criteria:
        phases = PHASES[Block(criterion.block)] if method is Method.FINE else ("score",)
        questions[criterion.id] = [sub.id for sub in criterion.subcriteria]
        for sub in criterion.subcriteria:
            given = [PARTS * figure for name in phases if (figure := getattr(sub, name)) is not None]
            if given:
                values[sub.id] = mean_parts(given)
    known = models.get(model)
    basis = models.get(known.compared_with) if known and known.compared_with else None
    if known and basis:
        questions = covered(known, basis)
    means = (_criterion(name, asked, values) for name, asked in questions.items())
    return Figures(values, basis.id if basis else model, tuple(each for each in means if each.scored))


def covered(short: ModelPackage, full: ModelPackage) -> dict[str, list[str]]:
    """By the full model's criterion the questions of the short edition that stand for it."""
    questions: dict[str, list[str]] = defaultdict(list)
    for sub in short.subcriteria():
        for criterion in {full.criterion_of(name).id for name in sub.covers if full.has(name)}:
            questions[criterion].append(sub.id)
    return {criterion.id: questions[criterion.id] for criterion in full.criteria if questions[criterion.id]}


def _criterion(name: str, questions: Sequence[str], values: Mapping[str, int]) -> CriterionValue:
    scored = [values[question] for question in questions if question in values]
    return CriterionValue(name, mean_parts(scored) if scored else 0, len(scored), len(questions))
