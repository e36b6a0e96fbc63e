"""What a team decides about its evaluation: the unit's facts, the model, limits and days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kvik_desktop.evaluation import store
from kvik_desktop.evaluation.model import (
    LOWEST_SMALLEST_GROUP,
    MUNICIPALITY_CODE,
    Evaluation,
    Milestone,
    PlannedDay,
    Unit,
    check_limits,
    visible,
)
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.evaluation.usecases import freeze, get, known_state, unit_of
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.model_package.reading import require_method
from kvik_desktop.storage.work import Transaction, Work

LARGEST_SMALLEST_GROUP = 20
"""More than this would never be reached by a team."""


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What may be corrected about a unit; its id and its place in the tree stay."""

    name: str
    sector: Sector
    municipality: str | None = None
    """The municipality's three-digit code."""
    size: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """From which distance between lowest and highest answer the agenda turns red or amber."""

    red_points: int = 50
    red_bands: int = 3
    amber_points: int = 20
    amber_bands: int = 2
    tolerance: int = 20
    """How far the agreed score may lie from the median before a reason is asked for."""


def change_unit(work: Work, evaluation: str, facts: UnitFacts) -> Change[Unit]:
    """Correct the unit's name, sector, municipality or size.

    Raises Problem E_UNIT unless the name has 1-200 visible characters and a municipality's code three digits.
    """
    found = _may(work, evaluation, Event.CHANGE_UNIT)
    if facts.municipality is not None and not MUNICIPALITY_CODE.fullmatch(facts.municipality):
        raise Problem(
            "E_UNIT",
            say("Kommunens kode er tre cifre."),
            say("Vælg kommunen på listen. Det, der var gemt før, er der stadig."),
        )
    unit = replace(
        unit_of(work, found),
        name=_unit_name(facts.name),
        sector=facts.sector,
        municipality=facts.municipality,
        size=visible(facts.size),
    )
    store.units.put(work, unit)
    work.merge_typing(f"unit {unit.id}")
    return changed(Kind.EVALUATION, value=unit, undo=say("oplysninger om enheden"))


def _unit_name(name: str) -> str:
    seen = visible(name)
    if not 0 < len(seen) <= 200:
        raise Problem(
            "E_UNIT",
            say("Enheden skal have et navn på højst 200 tegn."),
            say("Skriv navnet. Det, der var gemt før, er der stadig."),
        )
    return seen


def change_title(work: Work, evaluation: str, title: str) -> Change[Evaluation]:
    """Call the evaluation something else. Raises Problem E_TITLE for an empty one."""
    found = _may(work, evaluation, Event.CHANGE_UNIT)
    if not visible(title):
        raise Problem(
            "E_TITLE",
            say("Evalueringen skal have en titel."),
            say("Skriv den, fx »Selvevaluering 2026«. Det, der var gemt før, er der stadig."),
        )
    work.merge_typing(f"title {evaluation}")
    return _keep(work, replace(found, title=visible(title)), say("titel"))


def change_model(work: Work, evaluation: str, package: ModelPackage, method: Method) -> Change[Evaluation]:
    """Choose another model or method, while nobody has answered.

    Raises Problem E_STATE when somebody has, E_METHOD where the model does not offer the method, E_MODEL
    where the file knows the package's version with other content.
    """
    before = _may(work, evaluation, Event.CHANGE_MODEL)
    require_method(package, method)
    freeze(work, package)
    change = _keep(work, replace(before, model=package.sha256, method=method), say("model og metode"))
    if before.model != package.sha256 and not store.is_used(work, before.model):
        store.frozen_models.remove(work, before.model)
    return change


def set_smallest_group(work: Work, evaluation: str, smallest: int) -> Change[Evaluation]:
    """Show answers by step only where at least this many have answered: 3 to 20.

    Raises Problem E_SETTING for other figures, E_REVEALED after the reveal: it was promised to those who
    answered.
    """
    found = _may(work, evaluation, Event.PREPARE)
    low, high = LOWEST_SMALLEST_GROUP, LARGEST_SMALLEST_GROUP
    if not low <= smallest <= high:
        raise Problem(
            "E_SETTING",
            say("Den mindste gruppe skal være mellem {low} og {high}.", low=low, high=high),
            say("Vælg et andet tal. Det, der var gemt før, gælder stadig."),
        )
    return _keep(work, replace(found, smallest_group=smallest), say("mindste gruppe"))


def set_limits(work: Work, evaluation: str, limits: Limits) -> Change[Evaluation]:
    """Set when the agenda turns red or amber, and how far from the median needs a reason.

    Raises Problem E_SETTING where amber would not come before red or a figure is out of range.
    """
    found = _may(work, evaluation, Event.SET_LIMITS)
    kept = with_limits(found, limits)
    check_limits(kept)
    work.merge_typing(f"limits {evaluation}")
    change = _keep(work, kept, say("grænser for uenighed"))
    return replace(change, kinds=change.kinds | {Kind.CONSENSUS})


def show_few_dots(work: Work, evaluation: str, *, shown: bool) -> Change[Evaluation]:
    """Let the projector show each answer as a dot also where fewer than five answered, or no longer."""
    found = _may(work, evaluation, Event.SET_LIMITS)
    return _keep(work, replace(found, few_dots=shown), say("prikker på projektoren"))


def name_speakers(work: Work, evaluation: str, *, named: bool) -> Change[Evaluation]:
    """Let the facilitator's screen name those who are asked to begin, or no longer.

    Raises Problem E_STATE before the reveal: until then nobody may choose it for the others.
    """
    found = _may(work, evaluation, Event.NAME_SPEAKERS)
    change = _keep(work, replace(found, speakers_named=named), say("navne på dem, der begynder"))
    return replace(change, kinds=change.kinds | {Kind.CONSENSUS})


def limits_of(evaluation: Evaluation) -> Limits:
    """The evaluation's limits as they are."""
    return Limits(
        evaluation.red_points,
        evaluation.red_bands,
        evaluation.amber_points,
        evaluation.amber_bands,
        evaluation.tolerance,
    )


def with_limits(evaluation: Evaluation, limits: Limits) -> Evaluation:
    """The evaluation with other limits."""
    return replace(
        evaluation,
        red_points=limits.red_points,
        red_bands=limits.red_bands,
        amber_points=limits.amber_points,
        amber_bands=limits.amber_bands,
        tolerance=limits.tolerance,
    )


def set_retention(work: Work, evaluation: str, day: date | None) -> Change[Evaluation]:
    """Set the day by which the individual answers are to be deleted; None takes it away."""
    found = _may(work, evaluation, Event.SET_DAYS)
    return _keep(work, replace(found, retention=day), say("dag for sletning af svar"))


def set_day(work: Work, evaluation: str, milestone: Milestone, day: date | None) -> Change[date | None]:
    """Set the day of a milestone; None takes it away."""
    _may(work, evaluation, Event.SET_DAYS)
    if day is None:
        store.planned_days.remove(work, evaluation, milestone)
    else:
        store.planned_days.put(work, PlannedDay(evaluation, milestone, day))
    return changed(Kind.EVALUATION, value=day, undo=say("planlagt dag"))


def planned_days(work: Transaction, evaluation: str) -> Mapping[Milestone, date]:
    """The days that have been set."""
    return {each.milestone: each.day for each in store.planned_days_of(work, evaluation)}


def _may(work: Transaction, evaluation: str, event: Event) -> Evaluation:
    found = get(work, evaluation)
    require(event, known_state(work, found))
    return found


def _keep(work: Work, evaluation: Evaluation, undo: Text) -> Change[Evaluation]:
    store.evaluations.put(work, evaluation)
    return changed(Kind.EVALUATION, value=evaluation, undo=undo)
