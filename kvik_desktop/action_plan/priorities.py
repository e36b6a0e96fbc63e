"""Choosing what to work with: gathered areas placed by effect and ease, and grouped in themes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.model import AreaPriority, Quadrant, check_place
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import statements
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import GatheredStatement


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area on the wall: its words and sources, where it is placed, and the actions that come from it."""

    area: GatheredStatement
    priority: AreaPriority
    actions: tuple[int, ...] = ()
    """Numbers of the actions it has become."""

    @property
    def quadrant(self) -> Quadrant | None:
        """The field of the matrix, None until it is placed."""
        return self.priority.quadrant


def wall(work: Transaction, evaluation: str) -> tuple[PlacedArea, ...]:
    """Every gathered area, by subcriterion and place."""
    placed = store.priorities_of(work, evaluation)
    used = store.used_areas(work, evaluation)
    return tuple(
        PlacedArea(
            area,
            placed.get(area.id, AreaPriority(area.id, evaluation)),
            tuple(used.get(area.id, ())),
        )
        for area in statements.areas(work, evaluation)
    )


def unplaced(work: Transaction, evaluation: str) -> tuple[int, int]:
    """How many areas are neither placed nor in an action, and how many areas there are."""
    ids = statements.area_ids(work, evaluation)
    placed = {
        each.statement for each in store.priorities_of(work, evaluation).values() if each.quadrant is not None
    }
    return len(ids - placed - store.used_areas(work, evaluation).keys()), len(ids)


def place(
    work: Work, evaluation: str, statement: str, effect: int | None, ease: int | None
) -> Change[AreaPriority]:
    """Place an area from 1 to 4 in both directions; None puts it back to unplaced.

    Raises Problem E_ACTION for other figures, E_STATEMENT where the area is gone from the list.
    """
    check_place(effect, ease)
    [before] = _ready(work, evaluation, [statement])
    placed = _keep(work, replace(before, effect=effect, ease=ease))
    return changed(Kind.AREAS, value=placed, undo=say("placér forbedringsområde"))


def set_theme(
    work: Work, evaluation: str, areas: Sequence[str], theme: str
) -> Change[tuple[AreaPriority, ...]]:
    """Put areas in a theme; an empty name takes them out of theirs. Raises Problem E_STATEMENT."""
    before = _ready(work, evaluation, areas)
    after = tuple(_keep(work, replace(each, theme=" ".join(theme.split()))) for each in before)
    undo = say_n("tema på {n} forbedringsområde", "tema på {n} forbedringsområder", len(after))
    return changed(Kind.AREAS, value=after, undo=undo)


def chosen(work: Transaction, evaluation: str, areas: Sequence[str]) -> tuple[PlacedArea, ...]:
    """The areas with these ids, in that order. Raises Problem E_STATEMENT where one is gone."""
    there = {each.area.id: each for each in wall(work, evaluation)}
    _require_there(areas, there)
    return tuple(there[area] for area in dict.fromkeys(areas))


def _ready(work: Work, evaluation: str, areas: Sequence[str]) -> list[AreaPriority]:
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    _require_there(areas, statements.area_ids(work, evaluation))
    placed = store.priorities_of(work, evaluation)
    return [placed.get(area, AreaPriority(area, evaluation)) for area in dict.fromkeys(areas)]


def _require_there(areas: Sequence[str], there: Iterable[str]) -> None:
    if not areas or not set(areas) <= set(there):
        raise Problem(
            "E_STATEMENT",
            say("Forbedringsområdet er ikke på listen længere."),
            say("Vælg et andet. Intet er ændret."),
        )


def _keep(work: Work, priority: AreaPriority) -> AreaPriority:
    if priority.is_empty:
        store.priorities.remove(work, priority.statement)
    else:
        store.priorities.put(work, priority)
    return priority
