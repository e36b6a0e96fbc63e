"""In what order and groups the actions stand, and which of them somebody wants to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kvik_desktop.action_plan.model import QUADRANT_NAMES, PlannedAction, Quadrant, Status
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_words import status_word
from kvik_desktop.action_plan.screens.plan_filters import left
from kvik_desktop.action_plan.screens.plan_look import Grouping, Order, PlanLook
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.foundation.text import Translator, say

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an action stands: its group, and its place in it; what has no value comes last either way."""

    group: Key
    title: str
    is_empty: bool
    place: Key


@dataclass(frozen=True, slots=True)
class Section:
    """Actions under one heading; the only one has none where nothing is grouped."""

    title: str
    actions: tuple[PlannedAction, ...]


def standing(planned: PlannedAction, plan: Plan, look: PlanLook, tr: Translator) -> Standing:
    """Where an action stands as one looks at the plan now."""
    group, title = _GROUPS[look.grouping](planned, plan, tr)
    place = _PLACES[look.order](planned)
    return Standing(group, title, place is None, place or ())


def sections(
    actions: Sequence[PlannedAction], standings: Mapping[str, Standing], *, falling: bool
) -> tuple[Section, ...]:
    """The actions under their headings; those that stand alike keep the order of the plan."""

    def of(planned: PlannedAction) -> Standing:
        return standings[planned.action.id]

    rows = sorted(actions, key=lambda each: of(each).place, reverse=falling)
    rows.sort(key=lambda each: of(each).is_empty)
    rows.sort(key=lambda each: of(each).group)
    groups = groupby(rows, key=lambda each: (of(each).group, of(each).title))
    return tuple(Section(title, tuple(same)) for (_, title), same in groups)


class Arrangement:
    """What is put right stays where it is, and is still shown, until one looks another way."""

    def __init__(self, look: PlanLook, tr: Translator) -> None:
        self._look, self._tr = look, tr
        self._shown: set[str] = set()
        self._standings: dict[str, Standing] = {}

    def forget(self) -> None:
        """One looks another way: everything is placed anew."""
        self._shown, self._standings = set(), {}

    def move(self, action: str) -> None:
        """An action is placed anew: it was changed beside the rows, not in them."""
        self._standings.pop(action, None)

    def sections(self, plan: Plan) -> tuple[Section, ...]:
        """The actions that are shown, as one looks at them now."""
        look = self._look
        found = set(left(look.filter, plan))
        self._shown |= {each.action.id for each in plan.actions if wanted(each, look)} & found
        shown = [each for each in plan.actions if each.action.id in self._shown]
        for each in shown:
            if each.action.id not in self._standings or look.is_plans_own:
                self._standings[each.action.id] = standing(each, plan, look, self._tr)
        return sections(shown, self._standings, falling=look.falling)


def wanted(planned: PlannedAction, look: PlanLook) -> bool:
    """Whether it is one of those whose actions are shown."""
    own = planned.action
    return (look.responsible is None or _same(look.responsible, own.responsible)) and (
        look.theme is None or _same(look.theme, own.theme)
    )


def used(words: Iterator[str]) -> list[str]:
    """Names or themes in use, each once, in Danish order; the empty one last where somebody has none."""
    found = {" ".join(word.split()) for word in words}
    return [*sorted(found - {""}, key=danish_order), *([""] if "" in found else [])]


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _by_word(word: str, none: str) -> tuple[Key, str]:
    whole = " ".join(word.split())
    return ((1,), none) if not whole else ((0, danish_order(whole)[0]), whole)


def _by_criterion(planned: PlannedAction, plan: Plan, tr: Translator) -> tuple[Key, str]:
    if not planned.subcriteria:
        return (len(plan.package.criteria),), tr(say("Uden delkriterium"))
    found = plan.package.criterion_of(planned.subcriteria[0].subcriterion)
    return (plan.package.criteria.index(found),), f"{found.id} {found.name.in_language(tr.language)}"


def _by_quadrant(planned: PlannedAction, plan: Plan, tr: Translator) -> tuple[Key, str]:
    quadrant = planned.action.quadrant
    if quadrant is None:
        return (len(Quadrant),), tr(say("Ikke placeret"))
    return (list(Quadrant).index(quadrant),), tr(QUADRANT_NAMES[quadrant])


def _status(planned: PlannedAction) -> int:
    return list(Status).index(planned.action.status)


_GROUPS: Mapping[Grouping, Callable[[PlannedAction, Plan, Translator], tuple[Key, str]]] = {
    Grouping.NONE: lambda planned, plan, tr: ((), ""),
    Grouping.THEME: lambda planned, plan, tr: _by_word(planned.action.theme, tr(say("Uden tema"))),
    Grouping.RESPONSIBLE: lambda planned, plan, tr: _by_word(
        planned.action.responsible, tr(say("Ingen ansvarlig"))
    ),
    Grouping.STATUS: lambda planned, plan, tr: (
        (_status(planned),),
        tr(status_word(planned.action.status)),
    ),
    Grouping.CRITERION: _by_criterion,
    Grouping.QUADRANT: _by_quadrant,
}


def _word(text: str) -> Key | None:
    return danish_order(text.strip()) if text.strip() else None


def _day(day: date | None) -> Key | None:
    return None if day is None else (day,)


_PLACES: Mapping[Order, Callable[[PlannedAction], Key | None]] = {
    Order.PLAN: lambda planned: (planned.action.number,),
    Order.WHAT: lambda planned: _word(planned.action.title),
    Order.WHO: lambda planned: _word(planned.action.responsible),
    Order.WHEN: lambda planned: _day(planned.action.deadline),
    Order.HOW: lambda planned: _word(planned.action.success or planned.action.indicator),
    Order.STATUS: lambda planned: (_status(planned),),
}
"""What it is sorted by; None where there is nothing."""
