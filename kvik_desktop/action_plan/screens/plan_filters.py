"""The filters over the plan, and which actions each leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.foundation.text import Text, say

ALL = "all"
SOON = timedelta(days=90)

FILTERS: Mapping[str, Text] = {
    ALL: say("Alle"),
    "in_progress": say("I gang"),
    "missing": say("Mangler noget"),
    "soon": say("Frist inden 90 dage"),
}


def _is_soon(planned: PlannedAction, plan: Plan) -> bool:
    action = planned.action
    return action.is_open and action.deadline is not None and action.deadline <= plan.today + SOON


_MATCHES: Mapping[str, Callable[[PlannedAction, Plan], bool]] = {
    ALL: lambda planned, plan: True,
    "in_progress": lambda planned, plan: planned.action.status is Status.IN_PROGRESS,
    "missing": lambda planned, plan: planned.action.id in plan.lacking,
    "soon": _is_soon,
}


def counts(plan: Plan) -> list[int]:
    """How many actions each filter leaves, in their order."""
    return [len(left(key, plan)) for key in FILTERS]


def left(key: str, plan: Plan) -> Sequence[str]:
    """The ids of the actions a filter leaves."""
    return [each.action.id for each in plan.actions if _MATCHES[key](each, plan)]
