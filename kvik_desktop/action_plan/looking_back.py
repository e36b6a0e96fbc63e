"""What the evaluation before this one came to, beside each subcriterion of today: its score and actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.movement import Movement, movement
from kvik_desktop.action_plan.trend import Trend, told, trend_of
from kvik_desktop.action_plan.usecases import plan
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.comparing import Comparison, Difference, Edition, Level, comparison
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.scoring import CriterionFigure, Figure, compared
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting


@dataclass(frozen=True, slots=True)
class OldScore:
    """A subcriterion of the evaluation before, and what was agreed on it; no value where it was parked."""

    subcriterion: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Before:
    """What belongs to one subcriterion of today."""

    scores: tuple[OldScore, ...]
    """The same subcriterion; where the model is another, every one that it covers or is covered by."""
    actions: tuple[PlannedAction, ...]
    """The old actions that sprang from those, by number, with what has become of them."""


@dataclass(frozen=True, slots=True)
class LookingBack:
    """The evaluation before, seen from the subcriteria of this one."""

    evaluation: Evaluation
    method: Method
    """How the old scores were given: they are only comparable with the same."""
    same_model: bool
    """Whether a subcriterion is the same subcriterion; else compare criteria only."""
    before: Mapping[str, Before]
    """By today's subcriterion, in the model's order."""
    criteria: Mapping[str, CriterionFigure]
    """The old figures at the criteria that models have in common."""
    comparison: Comparison
    """What may be set beside each other."""
    tolerance: int
    """So near, in points of 100, is about the same."""
    both: Trend | None = None
    """The two of them by criterion, once the new result is accepted."""

    @property
    def compares_subcriteria(self) -> bool:
        """Whether a difference between two subcriteria is a difference and nothing else."""
        found = self.comparison
        is_alike = Difference.METHOD not in found.differences
        return found.level is Level.SUBCRITERION and found.joins and is_alike

    def moved(self, before: Before, now: Figure | None) -> Movement:
        """Where a subcriterion has gone since; unknown unless it is the same one, scored alike both times."""
        if not self.compares_subcriteria or now is None or len(before.scores) != 1:
            return Movement.UNKNOWN
        return movement(before.scores[0].figure, now, self.method, self.tolerance)


def looking_back(work: Transaction, evaluation: str) -> LookingBack | None:
    """What the evaluation before this one came to; None where this is the first."""
    now = evaluations.get(work, evaluation)
    if now.previous is None:
        return None
    then = evaluations.get(work, now.previous)
    old, new = evaluations.package_of(work, then), evaluations.package_of(work, now)
    sheet, actions = meeting.sheet(work, then.id), plan(work, then.id)
    return LookingBack(
        then,
        then.method,
        old.id == new.id,
        {sub.id: _before(kin(old, new, sub.id), sheet.subcriteria, actions) for sub in new.subcriteria()},
        compared(old, sheet),
        comparison(Edition.of(old, then.method), Edition.of(new, now.method)),
        now.tolerance,
        trend_of([told(work, then), told(work, now)]) if now.accepted else None,
    )


def last_time(work: Transaction, evaluation: str) -> Mapping[str, Text]:
    """The quiet line on the board by subcriterion: what was agreed the last time, and how many actions.

    Nothing before the reveal and for the first evaluation. A subcriterion with nothing to tell is left out;
    its old figure is not told where it was given on another scale or for another model.
    """
    back = looking_back(work, evaluation) if evaluations.get(work, evaluation).revealed else None
    if back is None:
        return {}
    lines = ((name, last_words(back, name)) for name in back.before)
    return {name: words for name, words in lines if words is not None}


def last_words(back: LookingBack, subcriterion: str) -> Text | None:
    """The line of :func:`last_time` for one subcriterion; None where there is nothing to tell."""
    before = back.before[subcriterion]
    count = len(before.actions)
    actions = say_n("{n} tiltag", "{n} tiltag", count)
    old = before.scores[0].figure.rounded if len(before.scores) == 1 else None
    if old is not None and back.compares_subcriteria:
        return (
            say("Sidst: {score}, {actions}", score=old, actions=actions)
            if count
            else say("Sidst: {score}", score=old)
        )
    return say("Sidst: {actions}", actions=actions) if count else None


def kin(old: ModelPackage, new: ModelPackage, subcriterion: str) -> tuple[str, ...]:
    """The old model's subcriteria that one of the new model's stands beside, in the old model's order."""
    if old.id == new.id:
        return (subcriterion,) if old.has(subcriterion) else ()
    if new.compared_with == old.id:
        covered = new.subcriterion(subcriterion).covers
        return tuple(sub.id for sub in old.subcriteria() if sub.id in covered)
    if old.compared_with == new.id:
        return tuple(sub.id for sub in old.subcriteria() if subcriterion in sub.covers)
    return ()


def _before(
    names: tuple[str, ...], figures: Mapping[str, Figure], actions: tuple[PlannedAction, ...]
) -> Before:
    return Before(
        tuple(OldScore(name, figures[name]) for name in names),
        tuple(each for each in actions if any(source.subcriterion in names for source in each.subcriteria)),
    )
