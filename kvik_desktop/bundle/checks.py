"""What a reader demands of a package beyond its signature: strict form, figures that add up, privacy.

Steps 14 and 15 of the order of checks. Pure: the coordinator's importer, the exporter that reads its own file
back and ``kvik verify`` all ask the same function.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from kvik_desktop.bundle.payload import (
    LIMITS,
    README_LIMIT,
    ActionRow,
    CriterionResult,
    PlanPayload,
    ResultPayload,
    SubcriterionResult,
    TextsPayload,
    WithdrawalPayload,
)
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.kinds import (
    ENROLMENT_PATH,
    PLAN_PATH,
    README_PATH,
    RESULT_PATH,
    TEXTS_PATH,
    WITHDRAWAL_PATH,
    Kind,
)
from kvik_desktop.envelope.manifest import Manifest, ModelRef, ResultManifest
from kvik_desktop.envelope.payloads import check_enrolment
from kvik_desktop.envelope.verdict import CheckFailed, Code
from kvik_desktop.envelope.verification import PayloadCheck
from kvik_desktop.evaluation.model import SMALLEST_GROUP
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.strict_json import NotStrictError, decode
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage
from kvik_desktop.model_package.scoring import mean

DEPTH = 6
"""How deep arrays and objects nest in any member."""

DECIMALS = 4

_FIGURES = ("score", "plan", "do", "check", "act", "trend", "target")


@dataclass(frozen=True, slots=True)
class DeliveredResult:
    """The content of a result package, once every check holds."""

    result: ResultPayload
    texts: TextsPayload
    plan: PlanPayload
    notes: tuple[Code, ...] = ()
    """W_MODEL where the reader does not have the model."""


@dataclass(frozen=True)
class Reader:
    """What the reader knows and demands: model packages, and the smallest group of each campaign.

    ``smallest_group`` holds outside campaigns. It is the reader's own, never the sender's.
    """

    models: Sequence[ModelPackage] = ()
    smallest_groups: Mapping[str, int] = field(default_factory=dict)
    smallest_group: int = SMALLEST_GROUP

    @property
    def checks(self) -> dict[Kind, PayloadCheck]:
        """The checks of the two kinds that deliver, for the verifier."""
        return {Kind.RESULT: self.check_result, Kind.WITHDRAWAL: self.check_withdrawal}

    def check_result(self, manifest: Manifest, members: Mapping[str, bytes]) -> DeliveredResult:
        """The content of a ``resultat``. Raises NotStrictError or CheckFailed E_SEMANTIC, E_PRIVACY."""
        assert isinstance(manifest, ResultManifest)
        # step 14: strict payload
        delivered = DeliveredResult(
            decode(members[RESULT_PATH], ResultPayload, limit=LIMITS[RESULT_PATH], depth=DEPTH),
            decode(members[TEXTS_PATH], TextsPayload, limit=LIMITS[TEXTS_PATH], depth=DEPTH),
            decode(members[PLAN_PATH], PlanPayload, limit=LIMITS[PLAN_PATH], depth=DEPTH),
        )
        _check_readme(members)
        if ENROLMENT_PATH in members:
            check_enrolment(manifest, members)
        # step 15: recompute, then the smallest group
        _check_figures(delivered.result, Method(manifest.model.method))
        is_known = self._check_model(delivered.result, manifest.model)
        _check_texts(delivered)
        _check_plan(delivered)
        smallest = self.smallest_groups.get(manifest.campaign or "", self.smallest_group)
        _check_groups(delivered.result, smallest)
        return delivered if is_known else replace(delivered, notes=(Code.W_MODEL,))

    def check_withdrawal(self, manifest: Manifest, members: Mapping[str, bytes]) -> WithdrawalPayload:
        """The content of a ``tilbagekaldelse``. Raises NotStrictError."""
        _check_readme(members)
        return decode(members[WITHDRAWAL_PATH], WithdrawalPayload, limit=README_LIMIT, depth=DEPTH)

    def model_of(self, ref: ModelRef) -> ModelPackage | None:
        """The model package a manifest means, None where this reader does not have it.

        Raises CheckFailed E_SEMANTIC where the reader has other content under the same id and version.
        """
        for model in self.models:
            if (model.id, model.version) == (ref.id, ref.version):
                _require(model.sha256 == ref.sha256)
                return model
        return None

    def _check_model(self, result: ResultPayload, ref: ModelRef) -> bool:
        """The same criteria, blocks and subcriteria in the same order as in the model; whether we have it."""
        model = self.model_of(ref)
        if model is None:
            return False
        told = [(c.id, c.block, [sub.id for sub in c.subcriteria]) for c in result.criteria]
        _require(told == [(c.id, c.block.value, [sub.id for sub in c.subcriteria]) for c in model.criteria])
        _require(ref.method in model.methods)
        return True


def written(value: Fraction | None) -> str | None:
    """A mean as packages write it: four decimals, half up."""
    return None if value is None else f"{half_up(value, DECIMALS):f}"


def _require(holds: bool) -> None:
    if not holds:
        raise CheckFailed(Code.E_SEMANTIC)


def _check_readme(members: Mapping[str, bytes]) -> None:
    """A text that people are asked to read is text, and short."""
    text = members.get(README_PATH, b"")
    try:
        text.decode()
    except UnicodeDecodeError as error:
        raise NotStrictError("no text") from error
    if len(text) > README_LIMIT:
        raise NotStrictError("too large")


def _check_figures(result: ResultPayload, method: Method) -> None:
    """Every figure that follows from others is the one that follows."""
    _require_moment(result.accepted)
    _require_unique(criterion.id for criterion in result.criteria)
    _require_unique(sub.id for criterion in result.criteria for sub in criterion.subcriteria)
    totals: list[Fraction] = []
    scored = 0
    means: dict[str, list[Fraction]] = {"enabler": [], "result": []}
    for criterion in result.criteria:
        total = _checked_total(criterion, method)
        if criterion.scored:
            totals.append(total)
            scored += criterion.scored
            means[criterion.block].append(total / criterion.scored)
    _require(result.enablers == written(mean(means["enabler"])))
    _require(result.results == written(mean(means["result"])))
    _require(result.mean_of_criteria == written(mean(means["enabler"] + means["result"])))
    _require(result.mean_of_subcriteria == (written(sum(totals, Fraction(0)) / scored) if scored else None))


def _checked_total(criterion: CriterionResult, method: Method) -> Fraction:
    """The exact sum of the agreed scores, once they, their number and their mean hold."""
    block = Block(criterion.block)
    asked = PHASES[block] if method is Method.FINE else ("score",)
    absent = [name not in asked for name in _FIGURES]
    sums = [_checked_sum(sub, absent, method.top) for sub in criterion.subcriteria]
    scored = [total for total in sums if total is not None]
    total = Fraction(sum(scored), len(asked))
    _require((criterion.scored, criterion.of) == (len(scored), len(sums)))
    _require(criterion.mean == (written(total / len(scored)) if scored else None))
    return total


def _checked_sum(sub: SubcriterionResult, absent: list[bool], top: int) -> int | None:
    """The sum of what was agreed (one score, or the phases), None where the subcriterion was parked."""
    if sub.histogram is not None:
        _require(sum(sub.histogram) == sub.n)
    # Below two scores, or with half in doubt, there is nothing to call agreement (workshop.model.Spread).
    _require((sub.flag == "grey") == (sub.n < 2 or sub.cannot_judge >= sub.n))
    figures = (sub.score, sub.plan, sub.do, sub.check, sub.act, sub.trend, sub.target)
    given = [figure for figure in figures if figure is not None]
    if not given:
        return None
    # All that the method and the block ask for, and nothing besides.
    _require([figure is None for figure in figures] == absent and max(given) <= top)
    return sum(given)


def _check_texts(delivered: DeliveredResult) -> None:
    order = _subcriteria(delivered.result)
    places = [order.get(texts.id, -1) for texts in delivered.texts.subcriteria]
    _require(-1 not in places and places == sorted(set(places)))
    _require(all(t.evidence or t.strengths or t.areas for t in delivered.texts.subcriteria))


def _check_plan(delivered: DeliveredResult) -> None:
    order = _subcriteria(delivered.result)
    numbers = [action.number for action in delivered.plan.actions]
    _require(numbers == sorted(set(numbers)))
    for action in delivered.plan.actions:
        _require(all(source.id in order for source in action.subcriteria))
        _require_unique(source.id for source in action.subcriteria)
        for need in action.prerequisites:
            _require(need.action is None or need.action in numbers)
            _require((need.action is None) == bool(need.text))
        _check_days(action)
    _require_no_ring(delivered.plan)


def _require_no_ring(plan: PlanPayload) -> None:
    """No action waits for itself, by whatever way."""
    needs = {row.number: [need.action for need in row.prerequisites if need.action] for row in plan.actions}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError:
        raise CheckFailed(Code.E_SEMANTIC) from None


def _check_days(action: ActionRow) -> None:
    days = [action.start, action.deadline, action.follow_up, *(row.day for row in action.measurements)]
    for day in days:
        _require_day(day)
    _require(not (action.start and action.deadline and action.deadline < action.start))


def _check_groups(result: ResultPayload, smallest: int) -> None:
    for criterion in result.criteria:
        for sub in criterion.subcriteria:
            if sub.histogram is not None and sub.n < smallest:
                raise CheckFailed(Code.E_PRIVACY)


def _subcriteria(result: ResultPayload) -> dict[str, int]:
    ids = (sub.id for criterion in result.criteria for sub in criterion.subcriteria)
    return {name: place for place, name in enumerate(ids)}


def _require_unique(names: Iterable[str]) -> None:
    listed = list(names)
    _require(len(listed) == len(set(listed)))


def _require_moment(stamp: str) -> None:
    try:
        moment(stamp)
    except ValueError:
        raise CheckFailed(Code.E_SEMANTIC) from None


def _require_day(day: str | None) -> None:
    try:
        if day is not None:
            date.fromisoformat(day)
    except ValueError:
        raise CheckFailed(Code.E_SEMANTIC) from None
