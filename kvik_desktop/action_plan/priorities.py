"""Choosing what to work with: gathered areas placed by effect and ease, and grouped in themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.areas import PlacedArea, groups, on_wall
from kvik_desktop.action_plan.model import AreaPriority, check_place
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import statements
from kvik_desktop.workshop import usecases as meeting


def wall(work: Transaction, evaluation: str) -> tuple[PlacedArea, ...]:
    """Every area, merged or as it was gathered, by subcriterion and place."""
    placed = store.priorities_of(work, evaluation)
    used = store.used_areas(work, evaluation)
    shown = next((each for each in reversed(store.votes_of(work, evaluation)) if each.shown), None)
    there = on_wall(statements.areas(work, evaluation), store.parts_of(work, evaluation))
    return tuple(
        PlacedArea(
            area,
            placed.get(area.id, AreaPriority(area.id, evaluation)),
            tuple(sorted({number for each in parts or (area,) for number in used.get(each.id, ())})),
            parts,
            None if shown is None else sum(shown.sums.get(each.id, 0) for each in parts or (area,)),
        )
        for area, parts in there
    )


def unplaced(work: Transaction, evaluation: str) -> tuple[int, int]:
    """How many areas are neither placed nor in an action, and how many areas there are."""
    there = _there(work, evaluation)
    done = {
        each.statement for each in store.priorities_of(work, evaluation).values() if each.quadrant is not None
    }
    used = store.used_areas(work, evaluation).keys()
    return sum(area not in done and used.isdisjoint(those) for area, those in there.items()), len(there)


def _there(work: Transaction, evaluation: str) -> Mapping[str, Sequence[str]]:
    """By area on the wall the statements it stands for, without reading their texts."""
    ids = statements.area_ids(work, evaluation)
    merged = groups(ids, store.parts_of(work, evaluation))
    alone = ids.difference(*merged.values())
    return {**{each: (each,) for each in alone}, **merged}


def place(
    work: Work, evaluation: str, statement: str, effect: int | None, ease: int | None
) -> Change[AreaPriority]:
    """Place an area from 1 to 4 in both directions; None puts it back to unplaced.

    Raises Problem E_ACTION for other figures, E_STATEMENT where the area is gone from the list.
    """
    check_place(effect, ease)
    [before] = _ready(work, evaluation, [statement])
    placed = replace(before, effect=effect, ease=ease)
    store.keep_priority(work, placed)
    return changed(Kind.AREAS, value=placed, undo=say("placér forbedringsområde"))


def set_theme(
    work: Work, evaluation: str, areas: Sequence[str], theme: str
) -> Change[tuple[AreaPriority, ...]]:
    """Put areas in a theme; an empty name takes them out of theirs. Raises Problem E_STATEMENT."""
    before = _ready(work, evaluation, areas)
    after = tuple(replace(each, theme=" ".join(theme.split())) for each in before)
    for each in after:
        store.keep_priority(work, each)
    undo = say_n("tema på {n} forbedringsområde", "tema på {n} forbedringsområder", len(after))
    return changed(Kind.AREAS, value=after, undo=undo)


def rename_theme(work: Work, evaluation: str, theme: str, name: str) -> Change[tuple[AreaPriority, ...]]:
    """Give a theme another name: that of another one joins the two, an empty one dissolves it.

    Raises Problem E_STATEMENT where no area on the wall has the theme.
    """
    there = _there(work, evaluation)
    having = [
        each.statement
        for each in store.priorities_of(work, evaluation).values()
        if each.theme == theme and each.statement in there
    ]
    change = set_theme(work, evaluation, having, name)
    return replace(change, undo=say("navn på tema"))


def chosen(work: Transaction, evaluation: str, areas: Sequence[str]) -> tuple[PlacedArea, ...]:
    """The areas with these ids, in that order. Raises Problem E_STATEMENT where one is gone."""
    there = {each.id: each for each in wall(work, evaluation)}
    _require_there(areas, there)
    return tuple(there[area] for area in dict.fromkeys(areas))


def _ready(work: Work, evaluation: str, areas: Sequence[str]) -> list[AreaPriority]:
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    _require_there(areas, _there(work, evaluation))
    placed = store.priorities_of(work, evaluation)
    return [placed.get(area, AreaPriority(area, evaluation)) for area in dict.fromkeys(areas)]


def _require_there(areas: Sequence[str], there: Iterable[str]) -> None:
    if not areas or not set(areas) <= set(there):
        raise Problem(
            "E_STATEMENT",
            say("Forbedringsområdet er ikke på listen længere."),
            say("Vælg et andet. Intet er ændret."),
        )
