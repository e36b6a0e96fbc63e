"""What the foot of the plan offers: a new action, the leader's approval, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.evaluation.states import RULES, Event, state_of
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.shell.page import Act, Foot

Do = Callable[[], None]


def filled(tr: Translator, plan: Plan, acts: tuple[Do, Do, Do], read_only: str) -> Foot:
    """``acts`` add, ask for approval and go on; ``read_only`` is why nothing can be changed."""
    add, ask, on = acts
    others = [Act(tr(say("Nyt tiltag")), add, icon="plus", shortcut="Ctrl+N", asleep=read_only)]
    if not plan.actions:  # what to do first stands in the middle of the page
        return Foot(None, others)
    if may_be_approved(plan):
        again = plan.evaluation.plan_approved is not None
        words = say("Godkend planen igen") if again else say("Godkend planen")
        others.append(Act(tr(words), ask, icon="check", asleep=read_only))
    onwards = Act(tr(say("Videre til aflevering")), on, icon="chevron-right")
    return Foot(onwards, others, tr(hint(plan)))


def may_be_approved(plan: Plan) -> bool:
    """Whether the state table lets the leader approve the plan now."""
    state = state_of(plan.evaluation, answered=True, settled=True)
    return state in RULES[Event.APPROVE_PLAN].origins


def hint(plan: Plan) -> Text | str:
    """What is lacking, or who has approved."""
    approved = plan.evaluation.plan_approved
    if approved is not None:
        return say("Planen er godkendt.")
    if not plan.lacking:
        return ""
    return say_n(
        "{n} tiltag mangler noget. I kan godt gå videre.",
        "{n} tiltag mangler noget. I kan godt gå videre.",
        len(plan.lacking),
    )
