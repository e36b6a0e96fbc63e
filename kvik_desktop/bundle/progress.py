"""How far an evaluation is: for each of the seven steps what is missing, and what is urgent today.

Every use case says for itself what it refuses; this is the overview for the rail and the start page. It
never reads what anybody has answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from kvik_desktop.action_plan import priorities
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.hints import HintKind, action_hints
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Milestone, Participant
from kvik_desktop.evaluation.states import State, state_of
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting

SOON = timedelta(days=7)
"""A day within a week is said on the start page."""


class Step(IntEnum):
    """The seven steps of the window's rail."""

    PREPARATION = 1
    ANSWERS = 2
    CONSENSUS = 3
    IMPROVEMENTS = 4
    PLAN = 5
    DELIVERY = 6
    FOLLOW_UP = 7


STEP_NAMES: Mapping[Step, Text] = {
    Step.PREPARATION: say("Forberedelse"),
    Step.ANSWERS: say("Individuel vurdering"),
    Step.CONSENSUS: say("Konsensus"),
    Step.IMPROVEMENTS: say("Forbedringer"),
    Step.PLAN: say("Handlingsplan"),
    Step.DELIVERY: say("Rapport og aflevering"),
    Step.FOLLOW_UP: say("Opfølgning"),
}


class StepState(StrEnum):
    """Whether a step is behind, at hand, or waits for an earlier one."""

    DONE = "done"
    OPEN = "open"
    WAITING = "waiting"


class Urgency(StrEnum):
    """How pressing something is today."""

    NONE = "none"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class StepProgress:
    """One step: its state, and what is missing or comes next, the most important first."""

    step: Step
    state: StepState
    missing: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one evaluation is on a given day."""

    evaluation: Evaluation
    state: State
    steps: tuple[StepProgress, ...]
    """All seven, in order."""
    current: Step
    urgency: Urgency = Urgency.NONE
    urgent: Text | None = None
    """What is pressing, None where nothing is."""

    def of(self, step: Step) -> StepProgress:
        """One step."""
        return self.steps[step - 1]


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything that is asked of the file, once."""

    evaluation: Evaluation
    state: State
    people: tuple[Participant, ...]
    waiting: int
    """Participants who have not handed in."""
    unsettled: int
    open_rounds: int
    unplaced: int
    areas: int
    plan: tuple[PlannedAction, ...]
    days: Mapping[Milestone, date]
    today: date

    def count(self, *kinds: HintKind) -> int:
        """How many actions have a hint of these kinds."""
        found = ({hint.kind for hint in action_hints(each, self.today)} for each in self.plan)
        return sum(1 for each in found if each & set(kinds))

    @property
    def is_over(self) -> bool:
        """Whether there is a plan and nothing in it is left to do."""
        return bool(self.plan) and not any(each.action.is_open for each in self.plan)


def progress(work: Transaction, evaluation: str) -> Progress:
    """How far the evaluation is today."""
    facts = _facts(work, evaluation)
    steps = tuple(_step(step, facts) for step in Step)
    current = _current(facts, steps)
    pressing = [found for found in _urgent(facts, current) if found[0] is not Urgency.NONE]
    most = max(pressing, key=lambda found: list(Urgency).index(found[0]), default=(Urgency.NONE, None))
    return Progress(facts.evaluation, facts.state, steps, current, *most)


def _facts(work: Transaction, evaluation: str) -> _Facts:
    found = evaluations.get(work, evaluation)
    people = evaluations.hand_ins(work, evaluation)
    revealed, accepted = found.revealed is not None, found.accepted is not None
    left = len(meeting.unsettled(work, evaluation)) if revealed and not accepted else 0
    unplaced, areas = priorities.unplaced(work, evaluation) if accepted else (0, 0)
    return _Facts(
        evaluation=found,
        state=state_of(found, answered=evaluations.has_answers(work, evaluation), settled=not left),
        people=tuple(each.participant for each in people),
        waiting=sum(1 for each in people if each.submitted is None),
        unsettled=left,
        open_rounds=len(meeting.open_rounds(work, evaluation)) if revealed else 0,
        unplaced=unplaced,
        areas=areas,
        plan=plans.plan(work, evaluation) if accepted else (),
        days=settings.planned_days(work, evaluation),
        today=local_day(work.now()),
    )


def _step(step: Step, facts: _Facts) -> StepProgress:
    state = _state(step, facts)
    return StepProgress(step, state, tuple(_missing(step, facts)) if state is not StepState.DONE else ())


def _state(step: Step, facts: _Facts) -> StepState:
    found = facts.evaluation
    revealed, accepted = found.revealed is not None, found.accepted is not None
    approved = found.plan_approved is not None
    has_team = bool(facts.people)
    begun, done = {
        Step.PREPARATION: (True, revealed or any(each.leader for each in facts.people)),
        Step.ANSWERS: (has_team, revealed),
        Step.CONSENSUS: (revealed, accepted),
        Step.IMPROVEMENTS: (accepted, approved or (facts.areas > 0 and not facts.unplaced)),
        Step.PLAN: (accepted, approved),
        Step.DELIVERY: (accepted, found.delivered is not None),
        Step.FOLLOW_UP: (approved, approved and facts.is_over),
    }[step]
    return StepState.DONE if done else StepState.OPEN if begun else StepState.WAITING


def _missing(step: Step, facts: _Facts) -> Iterator[Text]:
    return {
        Step.PREPARATION: _of_preparation,
        Step.ANSWERS: _of_answers,
        Step.CONSENSUS: _of_consensus,
        Step.IMPROVEMENTS: _of_improvements,
        Step.PLAN: _of_plan,
        Step.DELIVERY: _of_delivery,
        Step.FOLLOW_UP: _of_follow_up,
    }[step](facts)


def _of_preparation(facts: _Facts) -> Iterator[Text]:
    if not facts.people:
        yield say("Der er ingen på deltagerlisten")
    else:
        yield say("Ingen på deltagerlisten er leder")


def _of_answers(facts: _Facts) -> Iterator[Text]:
    if not facts.people:
        yield say("Venter på deltagerlisten")
    elif facts.waiting:
        yield say_n("Venter på {n} besvarelse", "Venter på {n} besvarelser", facts.waiting)
    else:
        yield say("Alle har afleveret, så svarene kan åbnes")


def _of_consensus(facts: _Facts) -> Iterator[Text]:
    if facts.evaluation.revealed is None:
        yield say("Venter på, at svarene åbnes")
        return
    if facts.unsettled:
        yield say_n("{n} delkriterium mangler enighed", "{n} delkriterier mangler enighed", facts.unsettled)
    if facts.open_rounds:
        yield say_n("{n} runde er åben", "{n} runder er åbne", facts.open_rounds)
    if not (facts.unsettled or facts.open_rounds):
        yield say("Klar til at blive godkendt af lederen")


def _of_improvements(facts: _Facts) -> Iterator[Text]:
    if facts.evaluation.accepted is None:
        yield say("Venter på, at resultatet godkendes")
    elif facts.unplaced:
        yield say_n(
            "{n} forbedringsområde er ikke placeret",
            "{n} forbedringsområder er ikke placeret",
            facts.unplaced,
        )
    else:
        yield say("Der er ikke skrevet nogen forbedringsområder")


def _of_plan(facts: _Facts) -> Iterator[Text]:
    if facts.evaluation.accepted is None:
        yield say("Venter på, at resultatet godkendes")
        return
    if not facts.plan:
        yield say("Der er ingen tiltag i planen")
        return
    nobody, never = facts.count(HintKind.NO_RESPONSIBLE), facts.count(HintKind.NO_DEADLINE)
    if nobody:
        yield say_n("{n} tiltag mangler en ansvarlig", "{n} tiltag mangler en ansvarlig", nobody)
    if never:
        yield say_n("{n} tiltag mangler en frist", "{n} tiltag mangler en frist", never)
    yield say("Planen mangler lederens godkendelse")


def _of_delivery(facts: _Facts) -> Iterator[Text]:
    if facts.evaluation.accepted is None:
        yield say("Venter på, at resultatet godkendes")
        return
    yield say("Klar til at blive gemt som pakke")
    if facts.evaluation.plan_approved is None:
        yield say("Planen er ikke godkendt endnu")


def _of_follow_up(facts: _Facts) -> Iterator[Text]:
    if facts.evaluation.plan_approved is None:
        yield say("Venter på, at planen godkendes")
        return
    late, due = facts.count(HintKind.OVERDUE), facts.count(HintKind.FOLLOW_UP_DUE)
    if late:
        yield say_n("{n} tiltag er over fristen", "{n} tiltag er over fristen", late)
    if due:
        yield say_n("{n} tiltag skal følges op nu", "{n} tiltag skal følges op nu", due)
    left = sum(1 for each in facts.plan if each.action.is_open)
    yield say_n("{n} tiltag er ikke færdigt", "{n} tiltag er ikke færdige", left)


def _current(facts: _Facts, steps: tuple[StepProgress, ...]) -> Step:
    """The first step that is at hand; once the follow-up has begun it is that, delivered or not.

    Who has begun the plan has chosen what to work with: areas that are left unplaced hold nobody back.
    """
    if facts.evaluation.follow_up is not None:
        return Step.FOLLOW_UP
    passed = {Step.IMPROVEMENTS} if facts.plan else set()
    at_hand = (each.step for each in steps if each.state is StepState.OPEN and each.step not in passed)
    return next(at_hand, Step.FOLLOW_UP)


_MILESTONES: Mapping[Step, tuple[Milestone, Callable[[date], Text]]] = {
    Step.ANSWERS: (Milestone.ANSWERS, lambda day: say("Svarene skal afleveres senest den {day}", day=day)),
    Step.CONSENSUS: (Milestone.MEETING, lambda day: say("Konsensusmødet er sat til den {day}", day=day)),
    Step.IMPROVEMENTS: (Milestone.PLAN, lambda day: say("Planen skal være klar senest den {day}", day=day)),
    Step.PLAN: (Milestone.PLAN, lambda day: say("Planen skal være klar senest den {day}", day=day)),
    Step.DELIVERY: (Milestone.DELIVERY, lambda day: say("Pakken skal afleveres senest den {day}", day=day)),
    Step.FOLLOW_UP: (Milestone.NEXT, lambda day: say("Næste evaluering er sat til den {day}", day=day)),
}


def _urgent(facts: _Facts, current: Step) -> Iterator[tuple[Urgency, Text]]:
    """What is pressing today; of equals the first is said."""
    if facts.evaluation.plan_approved is not None:
        late, due = facts.count(HintKind.OVERDUE), facts.count(HintKind.FOLLOW_UP_DUE)
        if late:
            yield Urgency.LATE, say_n("{n} tiltag er over fristen", "{n} tiltag er over fristen", late)
        if due:
            yield Urgency.SOON, say_n("{n} tiltag skal følges op nu", "{n} tiltag skal følges op nu", due)
    if current in _MILESTONES:
        milestone, sentence = _MILESTONES[current]
        day = facts.days.get(milestone)
        if day is not None:
            yield _by(day, facts.today), sentence(day)
    retention = facts.evaluation.retention
    if retention is not None and facts.evaluation.answers_deleted is None:
        yield _by(retention, facts.today), say("Svarene skal slettes senest den {day}", day=retention)


def _by(day: date, today: date) -> Urgency:
    if day < today:
        return Urgency.LATE
    return Urgency.SOON if day - today <= SOON else Urgency.NONE
