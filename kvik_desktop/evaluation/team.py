"""The group that evaluates: correct, order and remove those who take part."""

from __future__ import annotations

from dataclasses import replace

from kvik_desktop.evaluation import store
from kvik_desktop.evaluation.evidence import store as evidence
from kvik_desktop.evaluation.model import Participant, check_roster
from kvik_desktop.evaluation.own_code import store as own_codes
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.evaluation.usecases import get, known_state, record_event, roster
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work


def correct(work: Work, evaluation: str, participant: Participant) -> Change[Participant]:
    """Give a participant another name or role, or make them a leader or not; the answers stay theirs.

    Raises Problem E_PARTICIPANTS for a name that is empty or somebody else's, or where they are gone.
    """
    before = _the(work, evaluation, participant.id, Event.CORRECT_TEAM)
    after = replace(
        before,
        name=" ".join(participant.name.split()),
        role=" ".join(participant.role.split()),
        leader=participant.leader,
    )
    check_roster([after if each.id == after.id else each for each in roster(work, evaluation)])
    store.participants.put(work, after)
    work.merge_typing(f"participant {after.id}")
    return changed(Kind.PARTICIPANTS, value=after, undo=say("ret deltager"))


def remove(work: Work, evaluation: str, participant: str) -> Change[Participant]:
    """Take somebody off the list before the reveal, with everything they have answered.

    Raises Problem E_REVEALED after it: then the answers are the group's, and only deleted all together.
    """
    gone = _the(work, evaluation, participant, Event.REMOVE_PARTICIPANT)
    own = store.set_of(work, evaluation, participant)
    if own is not None:
        store.remove_answers(work, [own.id])
        evidence.remove_of(work, own.id)
        store.answer_sets.remove(work, own.id)
        # The journal holds the answers for undo; by this they are found when all answers are deleted.
        record_event(work, evaluation, Event.REMOVE_PARTICIPANT, work.actor, own.id)
    own_codes.take_away(work, participant)
    store.participants.remove(work, participant)
    return changed(Kind.PARTICIPANTS, Kind.ANSWERS, value=gone, undo=say("fjern deltager"))


def move(work: Work, evaluation: str, participant: str, position: int) -> Change[tuple[Participant, ...]]:
    """Move somebody to a place on the list; 0 is first."""
    moved = _the(work, evaluation, participant, Event.CORRECT_TEAM)
    order = [each for each in roster(work, evaluation) if each.id != participant]
    order.insert(max(position, 0), moved)
    store.renumber(work, order)
    return changed(Kind.PARTICIPANTS, value=roster(work, evaluation), undo=say("flyt deltager"))


def _the(work: Transaction, evaluation: str, participant: str, event: Event) -> Participant:
    require(event, known_state(work, get(work, evaluation)))
    for each in roster(work, evaluation):
        if each.id == participant:
            return each
    raise Problem(
        "E_PARTICIPANTS",
        say("Deltageren er ikke på listen længere."),
        say("Vælg en anden. Intet er ændret."),
    )
