"""What one can do for a person's privacy: hand out their data, delete it, and see what is overdue."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from kvik_desktop.evaluation import store as evaluation_store
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence import store as evidence
from kvik_desktop.evaluation.model import Evaluation, Participant, visible
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.privacy import store
from kvik_desktop.evaluation.privacy.model import (
    LONGEST_CONTACT,
    Extract,
    Overdue,
    Standing,
    only_oneself,
    too_long_contact,
)
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work


def set_contact(work: Work, evaluation: str, contact: str) -> Change[Evaluation]:
    """Say whom participants can ask about their data, the institution's own data protection officer say.

    An empty one takes it away. Raises Problem E_SETTING for more than 200 characters.
    """
    found = evaluations.get(work, evaluation)
    require(Event.CHANGE_UNIT, evaluations.known_state(work, found))
    seen = visible(contact)
    if len(seen) > LONGEST_CONTACT:
        raise too_long_contact()
    kept = replace(found, privacy_contact=seen or None)
    evaluations.save(work, kept)
    work.merge_typing(f"contact {evaluation}")
    return changed(Kind.EVALUATION, value=kept, undo=say("kontakt om privatliv"))


def overdue(work: Transaction) -> tuple[Overdue, ...]:
    """The evaluations whose answers were to be deleted before today and are still there, newest first."""
    today = local_day(work.now())
    return tuple(
        Overdue(each.id, each.title, each.retention, each.accepted is not None, may_move=not place)
        for place, each in enumerate(evaluation_store.by_age(work))
        if each.retention is not None
        and each.retention < today
        and evaluation_store.has_answers(work, each.id)
    )


def standing(work: Transaction) -> Standing:
    """What can be decided about privacy in the newest evaluation, and what is overdue in any."""
    found = evaluations.current(work)
    return Standing(
        found,
        evaluations.unit_of(work, found),
        evaluations.roster(work, found.id),
        evaluations.has_answers(work, found.id),
        overdue(work),
    )


def extract(
    work: Work, evaluation: str, participant: str, code: str | None = None, *, is_opened: bool = False
) -> Extract:
    """All that the file holds on one participant.

    Until the reveal only in that person's own turn: raises Problem E_HIDDEN else, and E_CODE where they have
    a code and this is not it; ``is_opened`` is that it was given when the turn began. After the reveal
    whoever has the file may, but what is hidden still is in the person's own only. E_PARTICIPANTS where
    nobody has that id.
    """
    found = evaluations.get(work, evaluation)
    person = the_person(work, evaluation, participant)
    if found.revealed is None:
        if work.actor != person.id:
            raise only_oneself(person)
        if not is_opened:
            own_code.open_turn(work, evaluation, participant, code)
    content = evaluations.own_answers(work, evaluation, participant)
    return Extract(
        evaluations.unit_of(work, found),
        found,
        evaluations.package_of(work, found),
        person,
        work.now(),
        content.sets[0] if content.sets else None,
        content.answers,
        content.statements,
        evidence.attachments_in(work, [each.id for each in content.sets]),
        store.events_about(work, person),
        store.belongings(work, participant, is_own=work.actor == participant),
    )


def the_person(work: Transaction, evaluation: str, participant: str) -> Participant:
    """The participant with an id. Raises Problem E_PARTICIPANTS where nobody has it."""
    for each in evaluations.roster(work, evaluation):
        if each.id == participant:
            return each
    raise Problem(
        "E_PARTICIPANTS",
        say("Deltageren er ikke på listen længere."),
        say("Vælg en anden. Intet er ændret."),
    )


def forget_hidden(work: Work, evaluation: str, participant: str, by: str) -> Change[Participant]:
    """Delete a person and all of theirs before the reveal; that it was done is kept, not whom it was about.

    Raises Problem E_STATE after the reveal until the result is accepted, E_PARTICIPANTS.
    """
    gone = _may_delete(work, evaluation, participant)
    own = evaluation_store.set_of(work, evaluation, participant)
    evaluation_store.forget_sets(work, [own.id] if own else [])
    store.forget_belongings(work, [participant])
    store.forget_person(work, gone)
    return _done(work, gone, by)


def forget_name(work: Work, evaluation: str, participant: str, by: str) -> Change[Participant]:
    """Take the name off the list when the result is accepted; the answers are to be gone already.

    The place and the role stay: how many took part is part of the result. So do the names of those who
    accepted it or have a task in the plan, where they stand.
    """
    gone = _may_delete(work, evaluation, participant)
    store.forget_belongings(work, [participant])
    store.forget_name(work, gone, _nameless(work, gone))
    return _done(work, gone, by)


def _may_delete(work: Transaction, evaluation: str, participant: str) -> Participant:
    require(Event.DELETE_PERSON, evaluations.known_state(work, evaluations.get(work, evaluation)))
    return the_person(work, evaluation, participant)


def _nameless(work: Transaction, gone: Participant) -> str:
    """A name that nobody has: the file's own words, so they are Danish whoever reads."""
    taken = {each.name.casefold() for each in evaluations.roster(work, gone.evaluation)}
    names = (f"Slettet deltager {number}" for number in count(1))
    return next(name for name in names if name.casefold() not in taken)


def _done(work: Work, gone: Participant, by: str) -> Change[Participant]:
    known = "" if by in (gone.id, gone.name) else by
    evaluations.record_event(work, gone.evaluation, Event.DELETE_PERSON, known)
    store.forget_removed(work)
    work.leave_no_trace()
    return changed(Kind.PARTICIPANTS, Kind.ANSWERS, Kind.EVALUATION, value=gone)
