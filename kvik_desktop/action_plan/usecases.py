"""What one can do with the plan of action: make it, change it, approve it and begin to follow it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from kvik_desktop.action_plan import log, store
from kvik_desktop.action_plan.model import (
    Action,
    ActionArea,
    ActionNote,
    ActionSubcriterion,
    Measurement,
    PlannedAction,
    Prerequisite,
    check_action,
    check_prerequisites,
)
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, StatementKind
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import usecases as meeting


@dataclass(frozen=True, slots=True)
class NewAction:
    """One action as it is handed in: ``action`` with any id and evaluation, which are filled in here."""

    action: Action
    subcriteria: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    waits_for: tuple[int, ...] = ()
    """Numbers of the actions that must be there first."""
    waits_for_text: tuple[str, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    notes: tuple[str, ...] = ()
    by_place: bool = False
    """The number is only the place on a list: it corrects an action of the same title, never another."""
    given: frozenset[str] | None = None
    """The columns of the table it stands in: what a table has no column for stays as it is. None is all."""


_PARTS: Mapping[str, str] = {
    "subcriteria": "subcriteria",
    "areas": "areas",
    "participants": "participants",
    "prerequisite": "prerequisites",
    "measurements": "measurements",
    "notes": "notes",
}
"""By column the part of a planned action it fills."""


def plan(work: Transaction, evaluation: str) -> tuple[PlannedAction, ...]:
    """The whole plan, by number."""
    return store.plan_of(work, evaluation)


def put_actions(work: Work, evaluation: str, new: Sequence[NewAction]) -> Change[tuple[PlannedAction, ...]]:
    """Keep actions by their number: a new one is added, a known one replaced in all that is given.

    A note with the words of one that is there is that one, and notes of a changed status always stay.

    Raises Problem E_ACTION for fields that contradict each other, E_PREREQUISITE for unknown numbers and
    for actions that wait for each other in a ring, E_PLAN where a number that nobody gave is taken.
    """
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    there = {planned.action.number: planned for planned in plan(work, evaluation)}
    _require_same_titles(there, new)
    ids = {number: planned.action.id for number, planned in there.items()}
    for each in new:
        ids.setdefault(each.action.number, work.new_id())
    scores = agreed_scores(work, evaluation)
    areas = _areas(work, evaluation)
    made = [
        _corrected(_planned(work, evaluation, each, ids, scores, areas), each.given, there) for each in new
    ]
    for planned in made:
        check_action(planned.action)
    made = [_logged(work, evaluation, planned, there) for planned in made]
    after = there | {planned.action.number: planned for planned in made}
    require_no_ring(after.values())
    for planned in made:
        store.keep(work, planned)
    for planned in made:
        store.keep_prerequisites(work, planned)
    undo = say_n("læg {n} tiltag i planen", "læg {n} tiltag i planen", len(made))
    return changed(Kind.PLAN, value=tuple(made), undo=undo)


def require_no_ring(actions: Iterable[PlannedAction]) -> None:
    """Raises Problem E_PREREQUISITE where these wait for each other in a ring."""
    needs, titles = {}, {}
    for each in actions:
        needs[each.action.id] = [need.other for need in each.prerequisites if need.other]
        titles[each.action.id] = each.action.title
    check_prerequisites(needs, titles)


def _require_same_titles(there: Mapping[int, PlannedAction], new: Sequence[NewAction]) -> None:
    by_place = (each.action for each in new if each.by_place and each.action.number in there)
    for action in by_place:
        known = there[action.number].action
        if known.title != action.title:
            raise Problem(
                "E_PLAN",
                say("Tiltag {number} er allerede »{title}«.", number=known.number, title=known.title),
                say("Skriv et nummer ved hvert tiltag: et nyt lægger til, et kendt retter. Intet er gemt."),
            )


def _planned(
    work: Work,
    evaluation: str,
    new: NewAction,
    ids: dict[int, str],
    scores: dict[str, int | None],
    areas: dict[str, str],
) -> PlannedAction:
    own = ids[new.action.number]
    action = replace(new.action, id=own, evaluation=evaluation)
    unknown = [name for name in new.subcriteria if name not in scores]
    missing = [str(number) for number in new.waits_for if number not in ids]
    if unknown or missing:
        raise Problem(
            "E_PREREQUISITE" if missing else "E_ACTION",
            say(
                "Tiltag {number} henviser til noget, der ikke findes: {names}",
                number=action.number,
                names=", ".join(unknown + missing),
            ),
            say("Ret nummeret. Intet er gemt."),
        )
    waits = [Prerequisite(own, place, ids[number]) for place, number in enumerate(new.waits_for)]
    waits += [
        Prerequisite(own, place, None, text)
        for place, text in enumerate(new.waits_for_text, start=len(new.waits_for))
    ]
    return PlannedAction(
        action,
        tuple(ActionSubcriterion(own, name, scores[name]) for name in dict.fromkeys(new.subcriteria)),
        tuple(ActionArea(own, place, text, areas.get(text)) for place, text in enumerate(new.areas)),
        new.participants,
        tuple(waits),
        tuple(replace(each, action=own) for each in new.measurements),
        tuple(ActionNote(work.new_id(), own, work.now(), text) for text in new.notes),
    )


def _corrected(
    new: PlannedAction, given: frozenset[str] | None, there: Mapping[int, PlannedAction]
) -> PlannedAction:
    """The action as it becomes: what is given, and of a known one the rest as it was."""
    before = there.get(new.action.number)
    if before is None:
        return new
    if given is None:
        return replace(new, notes=_notes(new, before))
    kept_fields = {
        field.name: getattr(before.action, field.name)
        for field in fields(Action)
        if field.name not in given and field.name != "number"
    }
    kept_parts = {part: getattr(before, part) for column, part in _PARTS.items() if column not in given}
    whole = replace(new, notes=_notes(new, before), measurements=_measurements(new, before))
    return replace(whole, action=replace(new.action, **kept_fields), **kept_parts)


def _logged(
    work: Work, evaluation: str, new: PlannedAction, there: Mapping[int, PlannedAction]
) -> PlannedAction:
    """With lines in the log about what an approved plan said otherwise."""
    before = there.get(new.action.number)
    return new if before is None else log.with_changes(work, evaluation, before, new)


def _notes(new: PlannedAction, before: PlannedAction) -> tuple[ActionNote, ...]:
    """The log after a table of notes: the same words are the same note, with its time."""
    known = {note.text: note for note in before.notes if not note.is_change}
    changes = tuple(note for note in before.notes if note.is_change)
    return changes + tuple(known.get(note.text, note) for note in new.notes)


def _measurements(new: PlannedAction, before: PlannedAction) -> tuple[Measurement, ...]:
    """What was measured after a table of days and values: what is there already keeps its remark."""
    known = {(each.day, each.value): each for each in before.measurements}
    return tuple(known.get((each.day, each.value), each) for each in new.measurements)


def agreed_scores(work: Transaction, evaluation: str) -> dict[str, int | None]:
    """By subcriterion the agreed score, rounded half up; None where it was parked."""
    figures = meeting.sheet(work, evaluation).subcriteria
    return {name: figure.rounded for name, figure in figures.items()}


def _areas(work: Transaction, evaluation: str) -> dict[str, str]:
    """By the words of each gathered area, its id."""
    return {
        text.text: text.id
        for item in meeting.items(work, evaluation)
        for text in item.statements[StatementKind.AREA]
    }


def approve(work: Work, evaluation: str, by: str) -> Change[Evaluation]:
    """The leader approves the plan, with name and date; what was delivered before must be delivered anew."""
    require(Event.APPROVE_PLAN, meeting.state(work, evaluation))
    if not plan(work, evaluation):
        raise Problem(
            "E_PLAN",
            say("Der er ingen tiltag i planen."),
            say("Læg mindst ét tiltag ind, før planen godkendes. Intet er ændret."),
        )
    before = evaluations.get(work, evaluation)
    approved = replace(before, plan_approved=work.now(), plan_approved_by=by, delivered=None)
    evaluations.save(work, approved)
    evaluations.record_event(work, evaluation, Event.APPROVE_PLAN, by)
    return changed(Kind.PLAN, Kind.EVALUATION, value=approved, undo=say("godkend handlingsplanen"))


def start_follow_up(work: Work, evaluation: str, by: str) -> Change[Evaluation]:
    """Begin to follow the approved plan up."""
    require(Event.FOLLOW_UP, meeting.state(work, evaluation))
    following = replace(evaluations.get(work, evaluation), follow_up=work.now())
    evaluations.save(work, following)
    evaluations.record_event(work, evaluation, Event.FOLLOW_UP, by)
    return changed(Kind.EVALUATION, value=following, undo=say("begynd opfølgning"))
