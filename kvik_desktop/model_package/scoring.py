"""The arithmetic of scoring: exact inside, rounded half up where it is shown.

Ladder and bands after CAF 2020: 0-10, 11-30, 31-50, 51-70, 71-90, 91-100. Where CAF is silent the choice
is ours and said on screen: every mean is unweighted, taken over what is scored, and nothing empty counts
as zero.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from kvik_desktop.foundation.rounding import half_up, whole
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage, Phase, criterion_id

BAND_TOPS = (10, 30, 50, 70, 90, 100)
"""The highest whole score of each of the six bands."""

BAND_NAMES: Mapping[Block, tuple[str, ...]] = {
    Block.ENABLER: ("none", "plan", "do", "check", "act", "pdca"),
    Block.RESULT: ("0", "1", "2", "3", "4", "5"),
}

_PHASE_FIELDS = {block: tuple(phase.value for phase in phases) for block, phases in PHASES.items()}


@dataclass(frozen=True, slots=True)
class Rating:
    """What was given for one subcriterion: a whole ``score`` or whole phases; all None is *cannot judge*."""

    score: int | None = None
    plan: int | None = None
    do: int | None = None
    check: int | None = None
    act: int | None = None
    trend: int | None = None
    target: int | None = None

    @property
    def phases(self) -> dict[Phase, int]:
        """The phases that were given."""
        given = {phase: getattr(self, phase.value) for phase in Phase}
        return {phase: value for phase, value in given.items() if value is not None}

    @property
    def is_empty(self) -> bool:
        """Nothing was given."""
        return self.score is None and not self.phases

    def value(self, block: Block, method: Method) -> Fraction | None:
        """The exact score 0-100 (or 0-5), None unless everything the method needs is given."""
        if method is not Method.FINE:
            return None if self.score is None else Fraction(self.score)
        given = [getattr(self, name) for name in _PHASE_FIELDS[block]]
        return None if None in given else Fraction(sum(given), len(given))


@dataclass(frozen=True, slots=True)
class Figure:
    """One exact figure with its readings; all None where nothing was scored."""

    value: Fraction | None
    rounded: int | None = None
    band: int | None = None
    """Index 0-5 of the band of the rounded value."""

    @property
    def exact(self) -> float | None:
        """The value with four decimals, half up."""
        return None if self.value is None else float(half_up(self.value, 4))


@dataclass(frozen=True, slots=True)
class CriterionFigure:
    """A criterion's mean over the ``scored`` of its ``of`` subcriteria."""

    figure: Figure
    scored: int
    of: int


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """Every figure of one evaluation, by the model's ids."""

    method: Method
    subcriteria: Mapping[str, Figure]
    criteria: Mapping[str, CriterionFigure]
    enablers: Figure
    results: Figure
    mean_of_criteria: Figure
    mean_of_subcriteria: Figure


def mean(values: Sequence[Fraction]) -> Fraction | None:
    """The unweighted mean, None of nothing."""
    if not values:
        return None
    # One division at the end: adding fractions one by one is most of the time of taking in a package.
    common = lcm(*(value.denominator for value in values))
    total = sum(value.numerator * (common // value.denominator) for value in values)
    return Fraction(total, common * len(values))


def median(values: Sequence[Fraction]) -> Fraction | None:
    """The middle value, or the mean of the middle two; None of nothing."""
    return middle(sorted(values))


def middle(ordered: Sequence[Fraction | int]) -> Fraction | None:
    """The median of values that stand in order, lowest first."""
    last = len(ordered) - 1
    return Fraction(ordered[last // 2] + ordered[(last + 1) // 2], 2) if ordered else None


def quantile(values: Sequence[Fraction], share: Fraction) -> Fraction | None:
    """The quantile by linear interpolation, inclusive (type 7); ``share`` from 0 to 1."""
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def band_of(rounded: int, method: Method) -> int:
    """The band 0-5 of a whole score: 30 is in band 1, 31 in band 2; on the scale 0-5 the score itself."""
    return rounded if method is Method.SCALE5 else bisect_left(BAND_TOPS, rounded)


def band_range(band: int, method: Method) -> tuple[int, int]:
    """The lowest and highest whole score of a band."""
    if method is Method.SCALE5:
        return band, band
    return (0 if band == 0 else BAND_TOPS[band - 1] + 1), BAND_TOPS[band]


def band_name(band: int | None, block: Block) -> str | None:
    """The published name of a band, as in ``kvik score``."""
    return None if band is None else BAND_NAMES[block][band]


def figure(value: Fraction | None, method: Method) -> Figure:
    """A figure with its whole number and band."""
    if value is None:
        return Figure(None)
    rounded = whole(value)
    return Figure(value, rounded, band_of(rounded, method))


def score(package: ModelPackage, method: Method, ratings: Mapping[str, Rating]) -> ScoreSheet:
    """Every figure from the given ratings; a subcriterion that is missing counts as *cannot judge*."""
    subcriteria: dict[str, Fraction | None] = {}
    criteria: dict[str, CriterionFigure] = {}
    for criterion in package.criteria:
        for sub in criterion.subcriteria:
            subcriteria[sub.id] = ratings.get(sub.id, Rating()).value(criterion.block, method)
        values = [subcriteria[sub.id] for sub in criterion.subcriteria]
        criteria[criterion.id] = _criterion_figure(values, method)

    def mean_of(*blocks: Block) -> Figure:
        means = (criteria[c.id].figure.value for c in package.criteria if c.block in blocks)
        return figure(mean(_present(means)), method)

    return ScoreSheet(
        method=method,
        subcriteria={key: figure(value, method) for key, value in subcriteria.items()},
        criteria=criteria,
        enablers=mean_of(Block.ENABLER),
        results=mean_of(Block.RESULT),
        mean_of_criteria=mean_of(Block.ENABLER, Block.RESULT),
        mean_of_subcriteria=figure(mean(_present(subcriteria.values())), method),
    )


def compared(package: ModelPackage, sheet: ScoreSheet) -> Mapping[str, CriterionFigure]:
    """The figures at the criteria that packages have in common, by the id of ``compared_with``'s criterion.

    Each is the unweighted mean of the questions that cover the criterion: so the short edition is read as
    ``kvik`` is. A package that compares with no other is read by its own criteria.
    """
    if package.compared_with is None:
        return sheet.criteria
    values: dict[str, list[Fraction | None]] = {}
    for sub in package.subcriteria():
        for criterion in {criterion_id(covered) for covered in sub.covers}:
            values.setdefault(criterion, []).append(sheet.subcriteria[sub.id].value)
    return {criterion: _criterion_figure(given, sheet.method) for criterion, given in values.items()}


def _criterion_figure(values: Sequence[Fraction | None], method: Method) -> CriterionFigure:
    scored = _present(values)
    return CriterionFigure(figure(mean(scored), method), len(scored), len(values))


def _present(values: Iterable[Fraction | None]) -> list[Fraction]:
    return [value for value in values if value is not None]
