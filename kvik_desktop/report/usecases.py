"""What one can do with the report: gather its content from the evaluation, the meeting and the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.log_words import change_words
from kvik_desktop.action_plan.model import ActionNote, PlannedAction, Prerequisite
from kvik_desktop.action_plan.trend import Trend, trend
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, StandardEvidence, StatementKind
from kvik_desktop.evaluation.model import Unit as EvaluatedUnit
from kvik_desktop.evaluation.municipalities import municipalities
from kvik_desktop.evaluation.standards import noted_standards
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.model_package.model import Block, ModelPackage
from kvik_desktop.model_package.model import Criterion as ModelCriterion
from kvik_desktop.model_package.model import Subcriterion as ModelSubcriterion
from kvik_desktop.model_package.standards import Crosswalk, crosswalks_for, touched
from kvik_desktop.model_package.standards import Standard as ModelStandard
from kvik_desktop.report.content import (
    Action,
    Approval,
    Content,
    Criterion,
    LogLine,
    Measurement,
    ModelEdition,
    Origin,
    PhaseScore,
    RoleCount,
    RoundShown,
    Standard,
    StandardSet,
    Statement,
    Step,
    Subcriterion,
    Unit,
    shown_round,
)
from kvik_desktop.report.words import STATUSES
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Item, Result, Tolerance


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether there is a report to make, and what is missing before it stands."""

    evaluation: str
    unit: str
    title: str
    is_revealed: bool
    unsettled: int
    """Subcriteria that are neither agreed nor parked."""
    is_accepted: bool
    is_plan_approved: bool


def readiness(work: Transaction) -> Readiness:
    """How far the report of the newest evaluation is."""
    found = evaluations.current(work)
    is_revealed = found.revealed is not None
    return Readiness(
        found.id,
        evaluations.unit_of(work, found).name,
        found.title,
        is_revealed,
        len(meeting.unsettled(work, found.id)) if is_revealed else 0,
        found.accepted is not None,
        found.plan_approved is not None,
    )


def content(work: Transaction, evaluation: str, translate: Translator) -> Content:
    """The report of an evaluation in one language. Raises Problem E_HIDDEN before the reveal."""
    result = meeting.result(work, evaluation)
    package, facts = result.package, result.evaluation
    language = translate.language
    return Content(
        language=language,
        title=facts.title,
        unit=_unit(result.unit, translate.resources),
        model=_model(package, language),
        method=facts.method,
        enabler_steps=_steps(package, Block.ENABLER, language),
        result_steps=_steps(package, Block.RESULT, language),
        tolerance=Tolerance.of(facts),
        smallest_group=facts.smallest_group,
        begun=local_day(facts.created),
        enablers=result.sheet.enablers,
        results=result.sheet.results,
        criteria=_criteria(result, language),
        participants=result.participants,
        answered=result.answered,
        roles=tuple(RoleCount(role, count) for role, count in result.roles),
        revealed=_day(facts.revealed),
        accepted=_approval(facts.accepted_by, facts.accepted),
        validation=result.validation,
        plan_approved=_approval(facts.plan_approved_by, facts.plan_approved),
        edition=facts.edition,
        answers_deleted=_day(facts.answers_deleted),
        actions=_actions(plans.plan(work, evaluation), translate),
        standards=_standards(noted_standards(work, evaluation), result, translate),
        trend=_trend(work, facts),
    )


def _trend(work: Transaction, evaluation: Evaluation) -> Trend | None:
    """How the unit has moved up to this evaluation; None for the first, and for a draft."""
    if evaluation.previous is None or evaluation.accepted is None:
        return None
    return trend(work, evaluation.id)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else local_day(moment)


def _approval(by: str, moment: datetime | None) -> Approval | None:
    return None if moment is None else Approval(by, local_day(moment))


def _unit(unit: EvaluatedUnit, resources: Resources) -> Unit:
    municipality = municipalities(resources).get(unit.municipality or "", "")
    return Unit(unit.name, unit.level, unit.sector, municipality, unit.size)


def _model(package: ModelPackage, language: Language) -> ModelEdition:
    return ModelEdition(
        package.id,
        package.name.in_language(language),
        package.version,
        package.source.in_language(language),
        package.sha256,
    )


def _steps(package: ModelPackage, block: Block, language: Language) -> tuple[Step, ...]:
    return tuple(
        Step(step.name.in_language(language), step.sentence.in_language(language))
        for step in package.scale.steps(block)
    )


def _criteria(result: Result, language: Language) -> tuple[Criterion, ...]:
    items = {item.subcriterion: item for item in result.items}

    def criterion(asked: ModelCriterion) -> Criterion:
        figure = result.sheet.criteria[asked.id]
        return Criterion(
            asked.id,
            asked.name.in_language(language),
            asked.block,
            figure.figure,
            figure.scored,
            tuple(_subcriterion(sub, items[sub.id], result, language) for sub in asked.subcriteria),
        )

    return tuple(criterion(asked) for asked in result.package.criteria)


def _subcriterion(asked: ModelSubcriterion, item: Item, result: Result, language: Language) -> Subcriterion:
    settled = item.consensus
    return Subcriterion(
        id=asked.id,
        name=asked.name.in_language(language),
        question=asked.question.in_language(language),
        agreed=result.sheet.subcriteria[asked.id],
        outcome=settled.outcome if settled else None,
        phases=_phases(item, result.package, language),
        reason=settled.reason if settled else "",
        note=settled.note if settled else "",
        rounds=_rounds(item, result.evaluation),
        evidence=_statements(item, StatementKind.EVIDENCE),
        strengths=_statements(item, StatementKind.STRENGTH),
        areas=_statements(item, StatementKind.AREA),
        ideas=_statements(item, StatementKind.IDEA),
    )


def _phases(item: Item, package: ModelPackage, language: Language) -> tuple[PhaseScore, ...]:
    given = item.consensus.rating.phases if item.consensus else {}
    return tuple(
        PhaseScore(package.scale.phase(phase).name.in_language(language), score)
        for phase, score in given.items()
    )


def _rounds(item: Item, evaluation: Evaluation) -> tuple[RoundShown, ...]:
    """The rounds that somebody answered."""
    return tuple(
        shown_round(each, evaluation.smallest_group) for each in item.rounds if each.n or each.cannot_judge
    )


def _statements(item: Item, kind: StatementKind) -> tuple[Statement, ...]:
    return tuple(Statement(each.text, each.sources) for each in item.statements.get(kind, ()))


def _standards(
    noted: Sequence[StandardEvidence], result: Result, translate: Translator
) -> tuple[StandardSet, ...]:
    by_place = {(each.crosswalk, each.standard): each for each in noted}
    return tuple(
        _standard_set(crosswalk, by_place, result.package, translate.language)
        for crosswalk in crosswalks_for(result.unit.sector, translate.resources)
    )


def _standard_set(
    crosswalk: Crosswalk,
    noted: Mapping[tuple[str, str], StandardEvidence],
    package: ModelPackage,
    language: Language,
) -> StandardSet:
    groups = {group.id: group.name.in_language(language) for group in crosswalk.groups}

    def standard(asked: ModelStandard) -> Standard:
        found = noted.get((crosswalk.id, asked.id))
        return Standard(
            asked.id,
            asked.name.in_language(language),
            groups[asked.group],
            touched(asked, package),
            found.status if found else None,
            found.note if found else "",
        )

    return StandardSet(
        crosswalk.name.in_language(language),
        crosswalk.version,
        crosswalk.source.in_language(language),
        tuple(standard(asked) for asked in crosswalk.standards),
    )


def _actions(plan: tuple[PlannedAction, ...], translate: Translator) -> tuple[Action, ...]:
    titles = {
        each.action.id: say("Tiltag {number}: {title}", number=each.action.number, title=each.action.title)
        for each in plan
    }

    def prerequisite(need: Prerequisite) -> str:
        return translate(titles[need.other]) if need.other else need.text

    return tuple(
        _action(each, tuple(prerequisite(need) for need in each.prerequisites), translate) for each in plan
    )


def _logged(note: ActionNote, translate: Translator) -> str:
    """What happened to the action, in front of the words about it."""
    change = change_words(note)
    what = translate(STATUSES[note.status]) if note.status else translate(change) if change else ""
    return ": ".join(part for part in (what, note.text) if part)


def _action(planned: PlannedAction, prerequisites: tuple[str, ...], translate: Translator) -> Action:
    action = planned.action
    return Action(
        number=action.number,
        title=action.title,
        status=action.status,
        theme=action.theme,
        description=action.description,
        responsible=action.responsible,
        participants=planned.participants,
        start=action.start,
        deadline=action.deadline,
        follow_up=action.follow_up,
        prerequisites=prerequisites,
        hours=action.hours,
        money=action.money,
        success=action.success,
        indicator=action.indicator,
        unit=action.unit,
        baseline=action.baseline,
        target=action.target,
        measurements=tuple(Measurement(each.day, each.value, each.note) for each in planned.measurements),
        phase=action.phase,
        goal=action.goal or "",
        effect_served=action.serves_effect or "",
        dropped_reason=action.dropped_reason,
        effect=action.effect,
        ease=action.ease,
        quadrant=action.quadrant,
        origins=tuple(Origin(each.subcriterion, each.score_then) for each in planned.subcriteria),
        areas=tuple(area.text for area in planned.areas),
        log=tuple(LogLine(local_day(note.at), _logged(note, translate)) for note in planned.notes),
    )
