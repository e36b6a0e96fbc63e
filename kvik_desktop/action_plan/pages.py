"""What each page of the plan is given, in one reading: the wall of areas, the plan, the follow-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kvik_desktop.action_plan import store, trend, votes
from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.dots import DotVote, Turnout
from kvik_desktop.action_plan.hints import Hint, HintKind, hints, result_of
from kvik_desktop.action_plan.looking_back import LookingBack, looking_back
from kvik_desktop.action_plan.model import Effect, Goal, PlannedAction
from kvik_desktop.action_plan.priorities import wall
from kvik_desktop.action_plan.since_approval import PlanChange, changes_since_approval
from kvik_desktop.action_plan.status_meetings import usecases as status_meetings
from kvik_desktop.action_plan.status_meetings.usecases import Meetings
from kvik_desktop.action_plan.usecases import agreed_scores, plan
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Milestone, Participant
from kvik_desktop.evaluation.next_evaluation import history
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting

MANY_PEOPLE = 8
"""From so many people a meeting needs more than a list and the matrix (domain.md, simple by default)."""
SHORT_MODEL = "kvik-kort"


@dataclass(frozen=True, slots=True)
class Wall:
    """Everything the group wants to do better; nothing of it before the result is accepted."""

    evaluation: Evaluation
    package: ModelPackage
    areas: tuple[PlacedArea, ...] = ()
    """In the model's order; that order gives them their letters."""
    scores: Mapping[str, int | None] | None = None
    """The agreed score of each subcriterion."""
    actions: int = 0
    """How many actions the plan has."""
    people: tuple[Participant, ...] = ()
    votes: tuple[DotVote, ...] = ()
    """Those that are shown, the oldest first."""
    turnout: Turnout | None = None
    """Who has given dots in the open vote, and never where."""

    @property
    def is_open(self) -> bool:
        """Whether one may place and choose."""
        return self.evaluation.accepted is not None

    @property
    def is_small(self) -> bool:
        """Whether a list and the matrix are enough until somebody asks for more."""
        return len(self.people) < MANY_PEOPLE or self.package.id == SHORT_MODEL

    @property
    def uses_more(self) -> bool:
        """Whether the group has merged, themed or voted already."""
        return bool(self.themes or self.votes or self.turnout or any(each.parts for each in self.areas))

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes in use, in the order of their first area."""
        return tuple(dict.fromkeys(each.priority.theme for each in self.areas if each.priority.theme))

    @property
    def unplaced(self) -> int:
        """How many areas are neither placed nor in an action."""
        return sum(1 for each in self.areas if each.quadrant is None and not each.actions)


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan with what it lacks, and what can be chosen from when it is filled in."""

    evaluation: Evaluation
    package: ModelPackage
    today: date
    actions: tuple[PlannedAction, ...] = ()
    hints: tuple[Hint, ...] = ()
    areas: tuple[PlacedArea, ...] = ()
    people: tuple[Participant, ...] = ()
    goals: tuple[Goal, ...] = ()
    effects: tuple[Effect, ...] = ()
    next_day: date | None = None
    """The day that is set for the next evaluation."""
    changes: tuple[PlanChange, ...] = ()
    """What is no longer as it was approved."""

    @property
    def is_open(self) -> bool:
        """Whether there may be actions."""
        return self.evaluation.accepted is not None

    @property
    def lacking(self) -> frozenset[str]:
        """Ids of the actions that lack something; that one person has them all is no action's own lack."""
        own = (hint for hint in self.hints if hint.kind is not HintKind.ALL_ON_ONE)
        return frozenset(hint.action for hint in own if hint.action is not None)

    def of(self, action: str) -> PlannedAction | None:
        """One action by its id; None where it is gone."""
        return next((each for each in self.actions if each.action.id == action), None)


@dataclass(frozen=True, slots=True)
class Following:
    """How far the newest approved plan is, and what the evaluation before came to."""

    now: Evaluation
    """The newest evaluation."""
    package: ModelPackage
    """That of the newest evaluation."""
    today: date
    leader: str = ""
    followed: Evaluation | None = None
    """The evaluation whose plan is followed; None where no plan is approved."""
    actions: tuple[PlannedAction, ...] = ()
    next_day: date | None = None
    """The day that is set for the evaluation after the one that is followed."""
    back: LookingBack | None = None
    """What the evaluation before came to; None before the reveal, lest it colours what people answer."""
    scores: Mapping[str, Figure] | None = None
    """What has been agreed this time; None until the result is accepted."""
    meetings: Meetings = field(default_factory=Meetings)
    """The status meetings about the plan that is followed."""
    accepted: int = 0
    """How many evaluations can be compared over time; none before the reveal of a next one."""

    def of(self, action: str) -> PlannedAction | None:
        """One action by its id; None where it is gone."""
        return next((each for each in self.actions if each.action.id == action), None)


def wall_page(work: Transaction) -> Wall:
    """The newest evaluation's wall."""
    evaluation = evaluations.current(work)
    package = evaluations.package_of(work, evaluation)
    if evaluation.accepted is None:
        return Wall(evaluation, package)
    order = {sub.id: place for place, sub in enumerate(package.subcriteria())}
    areas = sorted(wall(work, evaluation.id), key=lambda each: order[each.area.subcriterion])
    scores = agreed_scores(work, evaluation.id)
    return Wall(
        evaluation,
        package,
        tuple(areas),
        scores,
        len(plan(work, evaluation.id)),
        evaluations.roster(work, evaluation.id),
        votes.votes(work, evaluation.id),
        votes.turnout(work, evaluation.id),
    )


def plan_page(work: Transaction) -> Plan:
    """The newest evaluation's plan."""
    evaluation = evaluations.current(work)
    package = evaluations.package_of(work, evaluation)
    today = local_day(work.now())
    if evaluation.accepted is None:
        return Plan(evaluation, package, today)
    actions, result = plan(work, evaluation.id), result_of(work, evaluation.id)
    return Plan(
        evaluation,
        package,
        today,
        actions,
        hints(actions, result, today),
        wall(work, evaluation.id),
        evaluations.roster(work, evaluation.id),
        store.goals.all(work),
        store.effects.all(work),
        result.next_day,
        changes_since_approval(work, evaluation.id),
    )


def follow_up_page(work: Transaction) -> Following:
    """The plan of the newest evaluation or, until that is approved, of the one before."""
    now = evaluations.current(work)
    before = evaluations.get(work, now.previous) if now.previous else None
    followed = next((each for each in (now, before) if each and each.plan_approved), None)
    leader = evaluations.leader_of(work, now.id)
    actions = plan(work, followed.id) if followed else ()
    return Following(
        now,
        evaluations.package_of(work, now),
        local_day(work.now()),
        leader.name if leader else "",
        followed,
        actions,
        settings.planned_days(work, followed.id).get(Milestone.NEXT) if followed else None,
        looking_back(work, now.id) if now.revealed else None,
        meeting.sheet(work, now.id).subcriteria if now.accepted else None,
        status_meetings.meetings(work, followed, actions) if followed else Meetings(),
        sum(each.accepted is not None for each in history(work)) if trend.may_be_seen(now) else 0,
    )
