"""Deleting individual answers or a person for good: out of the file, its journal, free pages and backups."""

from __future__ import annotations

from dataclasses import replace

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop import store, usecases
from kvik_desktop.workshop.model import FrozenDistribution
from kvik_desktop.workshop.visit import usecases as visits

OUT_OF_REACH = say(
    "Kopier, I selv har gemt, og filer med svar, som I har modtaget, skal I selv slette: dem kan programmet "
    "ikke nå."
)
"""What is told with every deletion."""


def delete_answers(work: Work, evaluation: str, by: str) -> Change[int]:
    """Delete the individual answers for ever, after keeping n and the bands; how many sets there were.

    Of the texts only those remain that are on the group's lists now; the facilitator's own notes go, too,
    and so does the name of somebody who came on a visit. What is left on the medium and in backups is
    removed by :func:`delete_for_good`.
    """
    require(Event.DELETE_ANSWERS, usecases.state(work, evaluation))
    deleted = _delete_answers(work, evaluation)
    evaluations.record_event(work, evaluation, Event.DELETE_ANSWERS, by)
    return changed(Kind.ANSWERS, Kind.EVALUATION, value=deleted)


def _delete_answers(work: Work, evaluation: str) -> int:
    store.frozen.put_many(
        work,
        [
            FrozenDistribution(
                evaluation, item.subcriterion, each.number, each.n, each.cannot_judge, each.bands, each.flag
            )
            for item in usecases.items(work, evaluation)
            for each in item.rounds
        ],
    )
    deleted = evaluations.forget_answers(work, evaluation)
    store.forget_replaced(work, evaluation)
    store.forget_notes(work, evaluation)
    store.forget_drafts(work, evaluation)
    visits.forget_visitor(work, evaluation)
    found = evaluations.get(work, evaluation)
    evaluations.save(work, replace(found, answers_deleted=work.now()))
    work.leave_no_trace()
    return deleted


def delete_person(work: Work, evaluation: str, participant: str, by: str) -> Change[Participant]:
    """Delete one person for ever: before the reveal with everything, after acceptance the name.

    After acceptance all individual answers go with it: with the bands that are kept and the others' answers
    the person's could be worked out. Raises Problem E_STATE during the meeting, E_PARTICIPANTS.
    """
    if evaluations.get(work, evaluation).revealed is None:
        return privacy.forget_hidden(work, evaluation, participant, by)
    require(Event.DELETE_PERSON, usecases.state(work, evaluation))
    if evaluations.has_answers(work, evaluation):
        _delete_answers(work, evaluation)
    return privacy.forget_name(work, evaluation, participant, by)


def delete_for_good(file: EvaluationFile, evaluation: str, by: str) -> Change[int]:
    """Delete every individual answer and all that may hold one; how many answer sets there were.

    Raises Problem E_STATE before the result is accepted; E_FILE_WRITE where backups cannot be deleted or
    there is no room to write the file anew. Then the answers are gone, and the rest is done by asking again
    or when the file is next opened.
    """
    change = file.do(delete_answers, evaluation, by)
    file.clear()
    return change
