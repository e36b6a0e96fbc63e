"""Working on one action of the plan: add, change, tie to areas, order and remove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kvik_desktop.action_plan import log, store
from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.model import (
    Action,
    ActionArea,
    ActionSubcriterion,
    PlannedAction,
    Prerequisite,
    Status,
    check_action,
)
from kvik_desktop.action_plan.priorities import chosen
from kvik_desktop.action_plan.usecases import agreed_scores, plan, require_no_ring
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import usecases as meeting


def add(work: Work, evaluation: str, title: str) -> Change[PlannedAction]:
    """Put a new action at the end of the plan. Raises Problem E_ACTION without a title."""
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    new = Action(work.new_id(), evaluation, _next_number(plan(work, evaluation)), title.strip())
    return _keep(work, PlannedAction(new), say("nyt tiltag"))


def from_areas(work: Work, evaluation: str, areas: Sequence[str], title: str = "") -> Change[PlannedAction]:
    """Make an action of one or more areas; it remembers their words and their subcriteria's agreed scores.

    Of a merged one it remembers every part. Without a title it takes the first area's words. It has the
    theme they share, the greatest effect and the ease of the hardest of them. Raises Problem E_STATEMENT
    where an area is gone.
    """
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    placed = chosen(work, evaluation, areas)
    number, scores = _next_number(plan(work, evaluation)), agreed_scores(work, evaluation)
    return _keep(work, _made_of(work, evaluation, placed, number, scores, title), say("nyt tiltag"))


def from_each_area(work: Work, evaluation: str, areas: Sequence[str]) -> Change[tuple[PlannedAction, ...]]:
    """Make an action of each area, in this order and in one step; see :func:`from_areas`."""
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    placed, scores = chosen(work, evaluation, areas), agreed_scores(work, evaluation)
    first = _next_number(plan(work, evaluation))
    made = tuple(
        _made_of(work, evaluation, [area], number, scores) for number, area in enumerate(placed, start=first)
    )
    undo = say_n("{n} nyt tiltag", "{n} nye tiltag", len(made))
    for planned in made:
        _keep(work, planned, undo)
    return changed(Kind.PLAN, Kind.AREAS, value=made, undo=undo)


def _made_of(
    work: Work,
    evaluation: str,
    placed: Sequence[PlacedArea],
    number: int,
    scores: Mapping[str, int | None],
    title: str = "",
) -> PlannedAction:
    themes = {each.priority.theme for each in placed}
    new = Action(
        work.new_id(),
        evaluation,
        number,
        title.strip() or placed[0].area.text,
        theme=themes.pop() if len(themes) == 1 else "",
        effect=max(_given(each.priority.effect for each in placed), default=None),
        ease=min(_given(each.priority.ease for each in placed), default=None),
    )
    return _tied(PlannedAction(new), placed, scores)


def duplicate(work: Work, evaluation: str, action: str, title: str) -> Change[PlannedAction]:
    """Put a copy of an action after the last, under its own title; nothing is measured or noted of it."""
    before = the_action(work, evaluation, action)
    new = replace(
        before.action,
        id=work.new_id(),
        number=_next_number(plan(work, evaluation)),
        title=title.strip(),
        status=Status.PLANNED,
        dropped_reason="",
    )
    copy = PlannedAction(
        new,
        tuple(replace(each, action=new.id) for each in before.subcriteria),
        tuple(replace(each, action=new.id) for each in before.areas),
        before.participants,
        tuple(replace(each, action=new.id) for each in before.prerequisites),
    )
    return _keep(work, copy, say("kopi af tiltag {number}", number=before.action.number))


def tie(work: Work, evaluation: str, action: str, areas: Sequence[str]) -> Change[PlannedAction]:
    """Tie an action to more areas; what it is tied to already stays. Raises Problem E_STATEMENT."""
    before = the_action(work, evaluation, action)
    after = _tied(before, chosen(work, evaluation, areas), agreed_scores(work, evaluation))
    return _keep(work, after, say("forbedringsområder til tiltag {number}", number=before.action.number))


def untie(work: Work, evaluation: str, action: str, position: int) -> Change[PlannedAction]:
    """Take the area at a place on the action's list away; its subcriterion stays."""
    before = the_action(work, evaluation, action)
    kept = [area for area in before.areas if area.position != position]
    areas = tuple(replace(area, position=place) for place, area in enumerate(kept))
    after = replace(before, areas=areas)
    return _keep(work, after, say("forbedringsområder til tiltag {number}", number=before.action.number))


def set_subcriteria(
    work: Work, evaluation: str, action: str, subcriteria: Sequence[str]
) -> Change[PlannedAction]:
    """Say which subcriteria an action springs from; a new one is remembered with its agreed score.

    Raises Problem E_CONSENSUS for a subcriterion the model does not have.
    """
    before = the_action(work, evaluation, action)
    meeting.require_known(work, evaluation, subcriteria)
    known = {each.subcriterion: each for each in before.subcriteria}
    scores = agreed_scores(work, evaluation)
    sources = tuple(
        known.get(name) or ActionSubcriterion(action, name, scores[name])
        for name in dict.fromkeys(subcriteria)
    )
    after = replace(before, subcriteria=sources)
    return _keep(work, after, say("delkriterier til tiltag {number}", number=before.action.number))


def change(work: Work, evaluation: str, action: Action) -> Change[PlannedAction]:
    """Give an action's own fields other values; number, status and what belongs to it stay as they are.

    Raises Problem E_ACTION where the fields contradict each other.
    """
    before = the_action(work, evaluation, action.id)
    old = before.action
    kept = replace(
        action,
        evaluation=evaluation,
        number=old.number,
        status=old.status,
        dropped_reason=old.dropped_reason,
    )
    work.merge_typing(f"action {action.id}")
    after = log.with_changes(work, evaluation, before, replace(before, action=kept))
    return _keep(work, after, say("ret tiltag {number}", number=before.action.number))


def amend(work: Work, evaluation: str, action: str, /, **fields: Any) -> Change[PlannedAction]:
    """Give some of an action's own fields other values, as ``deadline=…``; all others stay as they are now.

    What is typed into the same fields soon after is the same step. Raises Problem E_ACTION as :func:`change`.
    """
    before = the_action(work, evaluation, action).action
    change_ = change(work, evaluation, replace(before, **fields))
    work.merge_typing(f"action {action} {' '.join(sorted(fields))}")
    return change_


def set_participants(work: Work, evaluation: str, action: str, names: Sequence[str]) -> Change[PlannedAction]:
    """Say who takes part in an action; empty names are left out."""
    before = the_action(work, evaluation, action)
    people = tuple(name for name in (" ".join(each.split()) for each in names) if name)
    after = replace(before, participants=people)
    return _keep(work, after, say("deltagere i tiltag {number}", number=before.action.number))


def set_prerequisites(
    work: Work, evaluation: str, action: str, others: Sequence[str], texts: Sequence[str] = ()
) -> Change[PlannedAction]:
    """Say what must be there first: other actions by id, and things in words.

    Raises Problem E_PREREQUISITE where actions would wait for each other in a ring, E_ACTION where one is
    gone.
    """
    before = the_action(work, evaluation, action)
    for other in others:
        the_action(work, evaluation, other)
    needs = [Prerequisite(action, 0, other) for other in dict.fromkeys(others)]
    needs += [Prerequisite(action, 0, None, text.strip()) for text in texts if text.strip()]
    placed = tuple(replace(need, position=place) for place, need in enumerate(needs))
    after = replace(before, prerequisites=placed)
    whole = {each.action.id: each for each in plan(work, evaluation)} | {action: after}
    require_no_ring(whole.values())
    return _keep(work, after, say("forudsætninger for tiltag {number}", number=before.action.number))


def reorder(work: Work, evaluation: str, order: Sequence[str]) -> Change[tuple[PlannedAction, ...]]:
    """Number the actions anew in this order of their ids. Raises Problem E_PLAN unless it names each once."""
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    there = {each.action.id: each.action for each in plan(work, evaluation)}
    if sorted(order) != sorted(there):
        raise Problem(
            "E_PLAN",
            say("Planen har andre tiltag end rækkefølgen."),
            say("Se planen igen, og prøv så. Intet er ændret."),
        )
    store.renumber(work, [there[action] for action in order])
    return changed(Kind.PLAN, value=plan(work, evaluation), undo=say("rækkefølge i planen"))


def remove(work: Work, evaluation: str, action: str) -> Change[PlannedAction]:
    """Take an action out of the plan; those that wait for it keep its name as a prerequisite in words."""
    gone = the_action(work, evaluation, action)
    for each in plan(work, evaluation):
        needs = tuple(
            replace(need, other=None, text=gone.action.title) if need.other == action else need
            for need in each.prerequisites
        )
        store.keep_prerequisites(work, replace(each, prerequisites=needs))
    store.remove(work, action)
    return changed(
        Kind.PLAN, Kind.AREAS, value=gone, undo=say("fjern tiltag {number}", number=gone.action.number)
    )


def the_action(work: Transaction, evaluation: str, action: str) -> PlannedAction:
    """One action of the plan, to be changed now. Raises Problem E_STATE, and E_ACTION where it is gone."""
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    for each in plan(work, evaluation):
        if each.action.id == action:
            return each
    raise Problem(
        "E_ACTION",
        say("Tiltaget er ikke i planen længere."),
        say("Vælg et andet. Intet er ændret."),
    )


def _tied(
    planned: PlannedAction, areas: Sequence[PlacedArea], scores: Mapping[str, int | None]
) -> PlannedAction:
    own = planned.action.id
    there = {area.statement for area in planned.areas}
    texts = [text for each in areas for text in each.statements if text.id not in there]
    known = {each.subcriterion for each in planned.subcriteria}
    names = [text.subcriterion for text in texts if text.subcriterion not in known]
    first = len(planned.areas)
    new = tuple(ActionArea(own, place, text.text, text.id) for place, text in enumerate(texts, start=first))
    sources = tuple(ActionSubcriterion(own, name, scores[name]) for name in dict.fromkeys(names))
    return replace(planned, areas=planned.areas + new, subcriteria=planned.subcriteria + sources)


def _keep(work: Work, planned: PlannedAction, undo: Text) -> Change[PlannedAction]:
    check_action(planned.action)
    store.keep(work, planned)
    store.keep_prerequisites(work, planned)
    return changed(Kind.PLAN, Kind.AREAS, value=planned, undo=undo)


def _next_number(there: Sequence[PlannedAction]) -> int:
    return max((each.action.number for each in there), default=0) + 1


def _given(values: Iterable[int | None]) -> list[int]:
    return [value for value in values if value is not None]
