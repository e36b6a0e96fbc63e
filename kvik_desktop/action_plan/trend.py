"""How an institution has moved over all evaluations in its file: what may be compared, and what may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.next_evaluation import history
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.model_package.comparing import Comparison, Edition, Level, Measure, comparison
from kvik_desktop.model_package.model import Bilingual, Block, Criterion, Method, ModelPackage, criterion_id
from kvik_desktop.model_package.scoring import Figure, ScoreSheet, compared
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting

BANDS = range(6)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One evaluation whose result is accepted, with all that a comparison must say of it."""

    evaluation: str
    title: str
    day: date
    """When the result was accepted."""
    edition: Edition
    model_name: Bilingual
    answered: int
    """How many answered anything."""
    is_validated: bool = False
    """Whether somebody from outside has looked into the result on a visit; else the group judged itself."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one evaluation came to at one place; never one person's answer."""

    figure: Figure
    scored: int
    of: int
    bands: tuple[int, ...]
    """How many of the scored subcriteria lie on each of the six steps."""


@dataclass(frozen=True, slots=True)
class Course:
    """One criterion, or the mean of a block, over all evaluations."""

    key: str
    """The criterion's id, or the block's name."""
    block: Block
    name: Bilingual | None
    """None for a block, and for a criterion no model in the file has a name for."""
    points: tuple[Point | None, ...]
    """One for each evaluation; None where its model has no such place."""

    @property
    def is_block(self) -> bool:
        """Whether it is the mean of a block."""
        return self.key == self.block.value


@dataclass(frozen=True, slots=True)
class Told:
    """An accepted evaluation as it is handed to :func:`trend_of`."""

    occasion: Occasion
    package: ModelPackage
    sheet: ScoreSheet


@dataclass(frozen=True, slots=True)
class Trend:
    """Every accepted evaluation, the oldest first."""

    occasions: tuple[Occasion, ...]
    steps: tuple[Comparison, ...]
    """How each compares with the one before it; one fewer than the evaluations."""
    blocks: tuple[Course, ...]
    """The mean of efforts and of results, as each evaluation's own report says it."""
    criteria: tuple[Course, ...]

    @property
    def courses(self) -> tuple[Course, ...]:
        """The blocks, then the criteria."""
        return (*self.blocks, *self.criteria)

    @property
    def scale(self) -> Method:
        """The scale of the axis: 0-100 as soon as one was given so, else 0-5."""
        methods = {each.edition.method for each in self.occasions}
        return Method.SCALE5 if methods == {Method.SCALE5} else Method.CLASSICAL

    @property
    def needs_bands(self) -> bool:
        """Whether some of them compare by shares of bands alone."""
        by_bands = any(each.measure is Measure.BANDS for each in self.steps)
        return by_bands or not all(map(self.is_placed, range(len(self.occasions))))

    def is_placed(self, place: int) -> bool:
        """Whether an evaluation's means are points on the axis: a score 0-5 is a band, and no point in it."""
        return self.occasions[place].edition.method.top == self.scale.top


def trend(work: Transaction, until: str | None = None) -> Trend:
    """All evaluations in the file whose result is accepted, to that of ``until`` where one is named."""
    found = []
    for each in history(work):
        if each.accepted is not None:
            found.append(told(work, each))
        if each.id == until:
            break
    return trend_of(found)


def may_be_seen(evaluation: Evaluation) -> bool:
    """Whether what earlier evaluations came to may be shown now.

    From the moment a next evaluation has begun until its reveal it is not: those who answer alone shall
    answer from what they see themselves, and not from what was agreed the last time.
    """
    return evaluation.previous is None or evaluation.revealed is not None


def told(work: Transaction, evaluation: Evaluation) -> Told:
    """An accepted evaluation, ready to be compared."""
    package = evaluations.package_of(work, evaluation)
    assert evaluation.accepted is not None
    result = meeting.result(work, evaluation.id)
    occasion = Occasion(
        evaluation.id,
        evaluation.title,
        local_day(evaluation.accepted),
        Edition.of(package, evaluation.method),
        package.name,
        result.answered,
        result.validation is not None,
    )
    return Told(occasion, package, meeting.sheet(work, evaluation.id))


def trend_of(given: Sequence[Told]) -> Trend:
    """The trend of evaluations in this order; the newest says by which criteria all are read."""
    editions = [each.occasion.edition for each in given]
    return Trend(
        tuple(each.occasion for each in given),
        tuple(comparison(one, other) for one, other in pairwise(editions)),
        tuple(_block(block, given) for block in Block) if given else (),
        _criteria(given) if given else (),
    )


def _block(block: Block, given: Sequence[Told]) -> Course:
    points = []
    for each in given:
        figure = each.sheet.enablers if block is Block.ENABLER else each.sheet.results
        within = [criterion for criterion in each.package.criteria if criterion.block is block]
        points.append(_point(figure, [sub.id for one in within for sub in one.subcriteria], each.sheet))
    return Course(block.value, block, None, tuple(points))


def _criteria(given: Sequence[Told]) -> tuple[Course, ...]:
    newest = given[-1].occasion.edition
    near = [each for each in given if comparison(each.occasion.edition, newest).level is not Level.NOTHING]
    if all(each.occasion.edition.model == newest.model for each in near):
        return _own_criteria(given, newest)
    return _common_criteria(given, newest)


def _own_criteria(given: Sequence[Told], newest: Edition) -> tuple[Course, ...]:
    """All that compare have the same model: by its criteria, the newest version's first."""
    same = [each for each in given if each.occasion.edition.model == newest.model]
    asked: dict[str, Criterion] = {}
    for each in reversed(same):
        for criterion in each.package.criteria:
            asked.setdefault(criterion.id, criterion)

    def point(each: Told, key: str) -> Point | None:
        if each not in same or key not in each.sheet.criteria:
            return None
        within = next(one for one in each.package.criteria if one.id == key)
        return _point(each.sheet.criteria[key].figure, [sub.id for sub in within.subcriteria], each.sheet)

    return tuple(
        Course(key, criterion.block, criterion.name, tuple(point(each, key) for each in given))
        for key, criterion in asked.items()
    )


def _common_criteria(given: Sequence[Told], newest: Edition) -> tuple[Course, ...]:
    """More than one model: by the criteria they have in common."""
    readings = [
        _reading(each) if each.occasion.edition.criteria_of == newest.criteria_of else {} for each in given
    ]
    names = {
        criterion.id: criterion.name
        for each in given
        if each.package.id == newest.criteria_of
        for criterion in each.package.criteria
    }
    blocks: dict[str, Block] = {}
    for reading in readings:
        for key, (block, _) in reading.items():
            blocks.setdefault(key, block)
    order = [*(key for key in names if key in blocks), *(key for key in sorted(blocks) if key not in names)]
    return tuple(
        Course(
            key,
            blocks[key],
            names.get(key),
            tuple(reading[key][1] if key in reading else None for reading in readings),
        )
        for key in order
    )


def _reading(given: Told) -> Mapping[str, tuple[Block, Point]]:
    """An evaluation read by the criteria its model has in common with others."""
    package, sheet = given.package, given.sheet
    figures = compared(package, sheet)
    within: dict[str, list[str]] = {key: [] for key in figures}
    for sub in package.subcriteria():
        own = {criterion_id(each) for each in sub.covers} if package.compared_with else {criterion_id(sub.id)}
        for key in own:
            within[key].append(sub.id)
    return {
        key: (package.block_of(names[0]), _point(figures[key].figure, names, sheet))
        for key, names in within.items()
        if names
    }


def _point(figure: Figure, names: Sequence[str], sheet: ScoreSheet) -> Point:
    bands = [band for name in names if (band := sheet.subcriteria[name].band) is not None]
    return Point(figure, len(bands), len(names), tuple(bands.count(band) for band in BANDS))
