"""What has been changed in a plan since it was approved, as the journal of the file has kept it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.model import Action
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage.work import Transaction


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One thing that is no longer as it was approved."""

    action: str
    """The action's id; one that has been taken out is no longer there."""
    day: date
    """When the action was changed last."""
    what: Text


def changes_since_approval(work: Transaction, evaluation: str) -> tuple[PlanChange, ...]:
    """What differs from what was approved, in the order it came; nothing where no plan is approved.

    Only what was promised: the four columns of the plan, and which actions there are. How far an action is
    and what is measured is not a change of the plan but its follow-up.
    """
    if evaluations.get(work, evaluation).plan_approved is None:
        return ()
    first: dict[str, Action | None] = {}
    last: dict[str, tuple[str, Action | None]] = {}
    for action, at, before, after in store.since_approval(work, evaluation):
        first.setdefault(action, before)
        last[action] = (at, after)
    return tuple(
        PlanChange(action, local_day(datetime.fromisoformat(at)), what)
        for action, (at, after) in last.items()
        for what in _differences(first[action], after)
    )


def _differences(before: Action | None, after: Action | None) -> Iterator[Text]:
    if before is None or after is None:
        if after is not None:
            yield say("»{title}« er kommet til.", title=after.title)
        elif before is not None:
            yield say("»{title}« er taget ud.", title=before.title)
        return
    title = after.title
    if before.title != title:
        yield say("»{before}« hedder nu »{title}«.", before=before.title, title=title)
    if before.responsible != after.responsible:
        names = (before.responsible or say("ingen"), after.responsible or say("ingen"))
        yield say(
            "Ansvaret for »{title}« er gået fra {before} til {after}.",
            title=title,
            before=names[0],
            after=names[1],
        )
    if before.deadline != after.deadline:
        days = (before.deadline or say("ingen dag"), after.deadline or say("ingen dag"))
        yield say(
            "Fristen for »{title}« er flyttet fra {before} til {after}.",
            title=title,
            before=days[0],
            after=days[1],
        )
    measures = ("success", "indicator", "unit", "target")
    if any(getattr(before, name) != getattr(after, name) for name in measures):
        yield say("Det, der skal vise, at »{title}« virker, er ændret.", title=title)
