"""From an accepted result and its plan to what a package says: roles for names, no answers of few people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.bundle.checks import written
from kvik_desktop.bundle.draft import Draft, given
from kvik_desktop.bundle.finds import Person, roles_only
from kvik_desktop.bundle.payload import (
    UNSEEN,
    ActionNeed,
    ActionRow,
    ActionSource,
    CriterionResult,
    MeasurementRow,
    PlanPayload,
    ResultPayload,
    SubcriterionResult,
    SubcriterionTexts,
    TextsPayload,
)
from kvik_desktop.envelope.fields import MAX_TEXT
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.model_package.model import Criterion
from kvik_desktop.workshop.model import Item, Result

NO_NAME = "[navn udeladt]"
"""Stands where a name was and no role is known."""

_UNSEEN = re.compile(f"[{UNSEEN}]")


def draft_of(
    result: Result,
    plan: Sequence[PlannedAction],
    people: Sequence[Person],
    smallest_group: int,
    *,
    names: bool = False,
) -> Draft:
    """The draft of an accepted result; ``names`` keeps the names of those responsible for an action."""
    items = {item.subcriterion: item for item in result.items}
    return Draft(
        _result(result, items, smallest_group),
        _texts(result.items),
        PlanPayload(tuple(_action(planned, plan, None if names else people) for planned in plan)),
    )


def clean(text: str) -> str:
    """The text without characters that hide or turn text around."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", lines).strip()


def one_line(text: str) -> str:
    """As :func:`clean`, with every run of blanks as one, cut to the length of a name."""
    return " ".join(clean(text).split())[:MAX_TEXT].rstrip()


def _result(result: Result, items: Mapping[str, Item], smallest_group: int) -> ResultPayload:
    sheet, accepted = result.sheet, result.evaluation.accepted
    assert accepted is not None, "only an accepted result is delivered"
    return ResultPayload(
        title=one_line(result.evaluation.title),
        accepted=stamp(accepted),
        validation="self" if result.validation is None else "visit",
        criteria=tuple(
            _criterion(criterion, result, items, smallest_group) for criterion in result.package.criteria
        ),
        enablers=written(sheet.enablers.value),
        results=written(sheet.results.value),
        mean_of_criteria=written(sheet.mean_of_criteria.value),
        mean_of_subcriteria=written(sheet.mean_of_subcriteria.value),
    )


def _criterion(
    criterion: Criterion, result: Result, items: Mapping[str, Item], smallest_group: int
) -> CriterionResult:
    figures = result.sheet.criteria[criterion.id]
    return CriterionResult(
        id=criterion.id,
        block=criterion.block.value,
        mean=written(figures.figure.value),
        scored=figures.scored,
        of=figures.of,
        subcriteria=tuple(_subcriterion(items[sub.id], smallest_group) for sub in criterion.subcriteria),
    )


def _subcriterion(item: Item, smallest_group: int) -> SubcriterionResult:
    latest, agreed = item.latest, item.consensus
    assert agreed is not None, "an accepted result has every subcriterion settled"
    counts = latest.bands
    return SubcriterionResult(
        id=item.subcriterion,
        score=agreed.score,
        plan=agreed.plan,
        do=agreed.do,
        check=agreed.check,
        act=agreed.act,
        trend=agreed.trend,
        target=agreed.target,
        n=latest.n,
        cannot_judge=latest.cannot_judge,
        histogram=(
            (counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])
            if latest.n >= smallest_group
            else None
        ),
        flag=latest.flag.value,
        rounds=len(item.rounds),
        reason=clean(agreed.reason),
    )


def _texts(items: Iterable[Item]) -> TextsPayload:
    def lines(item: Item, kind: StatementKind) -> tuple[str, ...]:
        cleaned = (clean(statement.text) for statement in item.statements.get(kind, ()))
        return tuple(text for text in cleaned if text)

    rows = (
        SubcriterionTexts(
            item.subcriterion,
            lines(item, StatementKind.EVIDENCE),
            lines(item, StatementKind.STRENGTH),
            lines(item, StatementKind.AREA),
        )
        for item in items
    )
    return TextsPayload(tuple(row for row in rows if row.evidence or row.strengths or row.areas))


def _action(
    planned: PlannedAction, plan: Sequence[PlannedAction], people: Sequence[Person] | None
) -> ActionRow:
    action = planned.action
    numbers = {other.action.id: other.action.number for other in plan}

    def role(text: str) -> str:
        return clean(text if people is None else roles_only(text, people, NO_NAME))

    return ActionRow(
        number=action.number,
        title=clean(action.title) or "–",
        theme=clean(action.theme),
        description=clean(action.description),
        responsible=role(action.responsible),
        participants=given(role(name) for name in planned.participants),
        start=_day(action.start),
        deadline=_day(action.deadline),
        follow_up=_day(action.follow_up),
        success=clean(action.success),
        indicator=clean(action.indicator),
        unit=clean(action.unit),
        baseline=_number(action.baseline),
        target=_number(action.target),
        hours=_number(action.hours),
        money=_number(action.money),
        status=action.status.value,
        dropped_reason=clean(action.dropped_reason),
        phase=clean(action.phase),
        effect=action.effect,
        ease=action.ease,
        goal=None if action.goal is None else clean(action.goal),
        serves_effect=None if action.serves_effect is None else clean(action.serves_effect),
        subcriteria=tuple(ActionSource(each.subcriterion, each.score_then) for each in planned.subcriteria),
        areas=given(clean(area.text) for area in planned.areas),
        prerequisites=tuple(
            ActionNeed(numbers[need.other], "") if need.other else ActionNeed(None, clean(need.text))
            for need in planned.prerequisites
            if need.other or clean(need.text)
        ),
        measurements=tuple(
            MeasurementRow(each.day.isoformat(), _decimal(each.value), clean(each.note))
            for each in planned.measurements
        ),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(value: Decimal | None) -> str | None:
    return None if value is None else _decimal(value)


def _decimal(value: Decimal) -> str:
    """At most six decimals, no zeros at the end and no exponent."""
    return f"{half_up(Fraction(value), 6):f}".rstrip("0").rstrip(".")
