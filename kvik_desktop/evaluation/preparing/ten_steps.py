"""The checklist of the ten steps: what the program sees done in an evaluation, and what only people know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.evaluation import checklist, settings, usecases
from kvik_desktop.evaluation.model import ChecklistAnswer, Evaluation, Milestone, Participant
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.process import Check, Guide, Step
from kvik_desktop.storage.work import Transaction


@dataclass(frozen=True, slots=True)
class Facts:
    """What the program knows of an evaluation that says something of the ten steps."""

    evaluation: Evaluation
    state: State
    people: tuple[Participant, ...]
    handed_in: int
    days: Mapping[Milestone, date]


@dataclass(frozen=True, slots=True)
class CheckState:
    """One thing to do: done by the program's own knowledge, by a tick, or not that anybody has said."""

    check: Check
    known: Text | None
    """Why the program sees it done; None where it does not know."""
    ticked: bool

    @property
    def is_done(self) -> bool:
        """Either way."""
        return self.known is not None or self.ticked


@dataclass(frozen=True, slots=True)
class StepState:
    """One of the ten steps with its checklist."""

    step: Step
    checks: tuple[CheckState, ...]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(1 for each in self.checks if each.is_done)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.done == len(self.checks)


@dataclass(frozen=True, slots=True)
class TenSteps:
    """All of them, and the one the evaluation is at."""

    steps: tuple[StepState, ...]
    current: str

    @property
    def done(self) -> int:
        """How many things are done."""
        return sum(each.done for each in self.steps)

    @property
    def of(self) -> int:
        """How many there are."""
        return sum(len(each.checks) for each in self.steps)


def ten_steps_of(work: Transaction, evaluation: str, guide: Guide) -> TenSteps:
    """How far an evaluation is with a guide's checklist."""
    found = usecases.get(work, evaluation)
    hand_ins = usecases.hand_ins(work, evaluation)
    facts = Facts(
        found,
        usecases.known_state(work, found),
        tuple(each.participant for each in hand_ins),
        sum(1 for each in hand_ins if each.submitted is not None),
        settings.planned_days(work, evaluation),
    )
    return followed(guide, facts, checklist.ticked(work, evaluation, guide.id))


def followed(guide: Guide, facts: Facts, ticked: Mapping[str, ChecklistAnswer]) -> TenSteps:
    """The guide beside what is known and what has been ticked off."""
    steps = tuple(
        StepState(step, tuple(_check(each, facts, ticked) for each in step.checklist)) for step in guide.steps
    )
    return TenSteps(steps, _current(steps, facts))


def _check(check: Check, facts: Facts, ticked: Mapping[str, ChecklistAnswer]) -> CheckState:
    knows = KNOWN.get(check.id)
    answer = ticked.get(check.id)
    return CheckState(check, knows(facts) if knows else None, answer is not None and answer.done is not None)


def _current(steps: tuple[StepState, ...], facts: Facts) -> str:
    """The first unfinished of those that belong to where the evaluation is, else the last of them."""
    at_hand = [each for each in steps if each.step.id in AT_HAND[facts.state]]
    unfinished = (each for each in at_hand if not each.is_done)
    return next(unfinished, at_hand[-1] if at_hand else steps[0]).step.id


AT_HAND: Mapping[State, tuple[str, ...]] = {
    State.PREPARING: ("beslut", "fortael", "gruppe", "oev"),
    State.ANSWERING: ("alene",),
    State.REVEALED: ("sammen",),
    State.SETTLED: ("sammen", "rapport"),
    State.ACCEPTED: ("rapport", "plan"),
    State.PLAN_APPROVED: ("fortael-plan", "goer"),
    State.DELIVERED: ("fortael-plan", "goer"),
    State.FOLLOW_UP: ("goer", "igen"),
}
"""The steps that an evaluation is at, by its state."""


def _model(_facts: Facts) -> Text | None:
    return say("Modellen er valgt.")


def _days(facts: Facts) -> Text | None:
    meeting, plan = facts.days.get(Milestone.MEETING), facts.days.get(Milestone.PLAN)
    if meeting is None or plan is None:
        return None
    return say("Mødet er den {meeting}, og planen er færdig den {plan}.", meeting=meeting, plan=plan)


def _group(facts: Facts) -> Text | None:
    """Everybody has a role, and somebody leads: then the list is whole."""
    whole = facts.people and all(each.role for each in facts.people)
    if not whole or not any(each.leader for each in facts.people):
        return None
    count = len(facts.people)
    return say_n("{n} deltager med rolle er på listen.", "{n} deltagere med roller er på listen.", count)


def _handed_in(facts: Facts) -> Text | None:
    if not facts.people or facts.handed_in < len(facts.people):
        return None
    return say("Alle {n} har afleveret.", n=len(facts.people))


def _on(what: Callable[[Evaluation], object], said: Callable[[date], Text]) -> Callable[[Facts], Text | None]:
    """Known by a moment that the evaluation itself has kept."""

    def knows(facts: Facts) -> Text | None:
        moment = what(facts.evaluation)
        if isinstance(moment, datetime):
            return said(local_day(moment))
        return said(moment) if isinstance(moment, date) else None

    return knows


def _next(facts: Facts) -> Text | None:
    day = facts.days.get(Milestone.NEXT)
    return say("Den næste begynder den {day}.", day=day) if day else None


KNOWN: Mapping[str, Callable[[Facts], Text | None]] = {
    "beslut-model": _model,
    "beslut-dage": _days,
    "gruppe-liste": _group,
    "alene-aflever": _handed_in,
    "sammen-aabn": _on(lambda e: e.revealed, lambda day: say("Svarene blev åbnet den {day}.", day=day)),
    "rapport-afgjort": _on(lambda e: e.accepted, lambda _: say("Resultatet er godkendt, så alt er afgjort.")),
    "rapport-godkend": _on(lambda e: e.accepted, lambda day: say("Godkendt den {day}.", day=day)),
    "rapport-slet": _on(lambda e: e.retention, lambda day: say("Senest den {day}.", day=day)),
    "plan-godkend": _on(lambda e: e.plan_approved, lambda day: say("Godkendt den {day}.", day=day)),
    "fortael-plan-send": _on(lambda e: e.delivered, lambda day: say("Afleveret den {day}.", day=day)),
    "igen-dato": _next,
}
"""By item what the program can see for itself; all other ticks are people's own."""
