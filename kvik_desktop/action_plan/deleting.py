"""Deleting one person for good: what the meeting's rules say, and the name out of the plan as well."""

from __future__ import annotations

import re
from dataclasses import replace

from kvik_desktop.action_plan import store
from kvik_desktop.action_plan.model import ActionNote, Changed, PlannedAction
from kvik_desktop.action_plan.status_meetings import store as meetings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Participant
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop import deleting
from kvik_desktop.workshop.deleting import OUT_OF_REACH
from kvik_desktop.workshop.visit import usecases as visits


def delete_person(work: Work, evaluation: str, participant: str, by: str) -> Change[Participant]:
    """Delete one person for ever, with the name in the plan: the role stands there then.

    A package could else tell the name: only names on the list are known to be left out of it. Raises as
    :func:`workshop.deleting.delete_person`.
    """
    change = deleting.delete_person(work, evaluation, participant, by)
    if evaluations.get(work, evaluation).revealed is not None:
        nameless = privacy.the_person(work, evaluation, participant)
        _unname(work, evaluation, change.value.name, nameless.role or nameless.name)
    return replace(change, kinds=change.kinds | {Kind.PLAN})


def _unname(work: Work, evaluation: str, name: str, instead: str) -> None:
    for planned in store.plan_of(work, evaluation):
        after = _without(planned, name, instead)
        if after != planned:
            store.keep_people(work, after)
    for meeting in meetings.of(work, evaluation):
        nameless = replace(meeting, present=_unnamed(meeting.present, name, instead))
        if nameless != meeting:
            meetings.keep_nameless(work, nameless)
    for question in visits.questions(work, evaluation):
        placeless = replace(question, place=_unnamed(question.place, name, instead))
        if placeless != question:
            visits.keep_nameless(work, placeless)


def _without(planned: PlannedAction, name: str, instead: str) -> PlannedAction:
    def unnamed(text: str) -> str:
        return _unnamed(text, name, instead)

    def nameless(note: ActionNote) -> ActionNote:
        if note.changed is not Changed.RESPONSIBLE:
            return note
        return replace(note, was=unnamed(note.was or ""), became=unnamed(note.became or ""))

    action = replace(planned.action, responsible=unnamed(planned.action.responsible))
    people, notes = tuple(map(unnamed, planned.participants)), tuple(map(nameless, planned.notes))
    return replace(planned, action=action, participants=people, notes=notes)


def _unnamed(text: str, name: str, instead: str) -> str:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return whole.sub(lambda _: instead, text)


def delete_person_for_good(
    file: EvaluationFile, evaluation: str, participant: str, by: str
) -> Change[Participant]:
    """Delete one person and all that may hold something of theirs; who it was.

    Raises Problem E_STATE during the meeting, E_PARTICIPANTS, and E_FILE_WRITE as
    ``delete_for_good``.
    """
    change = file.do(delete_person, evaluation, participant, by)
    file.clear()
    return change


def what_goes_with(person: Participant, evaluation: Evaluation) -> tuple[Text, ...]:
    """What is told before a person is deleted."""
    if evaluation.revealed is None:
        gone = say("{name} og alt, {name} har svaret, slettes. Det kan ikke fortrydes.", name=person.name)
        return gone, OUT_OF_REACH
    gone = say("Navnet {name} slettes fra deltagerlisten. Det kan ikke fortrydes.", name=person.name)
    stays = say(
        "Det fælles resultat bliver. Hvor {name} er ansvarlig for eller deltager i et tiltag, står rollen i "
        "stedet. Navnet står stadig i det, {name} har godkendt, og i tekster, hvor nogen har skrevet det.",
        name=person.name,
    )
    if evaluation.answers_deleted is not None:
        return gone, stays, OUT_OF_REACH
    others = say(
        "De andres enkelte svar slettes også, for ellers kunne svarene fra {name} regnes ud.",
        name=person.name,
    )
    return gone, others, stays, OUT_OF_REACH
