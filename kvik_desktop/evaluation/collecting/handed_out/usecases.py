"""What one can do with sheets to answer on: write one person's to a folder, see who has which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.handed_out import store
from kvik_desktop.evaluation.collecting.handed_out.model import HandedOut, Handing, Recipient, by_person
from kvik_desktop.evaluation.collecting.handing_out import write_forms, write_pages, write_paper
from kvik_desktop.evaluation.model import Milestone, Participant, Way
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.storage.work import Transaction, Work

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


def hand_out(
    file: EvaluationFile,
    evaluation: str,
    person: Participant,
    way: Way,
    folder: Path,
    translate: Translator,
    criterion: str | None = None,
) -> Path:
    """Write one person's sheet to the folder, and keep that they have it; no file is written over.

    On paper it may be about one ``criterion`` alone. Raises Problem E_REVEALED after the reveal, E_FILE_WRITE
    where it cannot be written: nothing is noted.
    """
    file.ask(_require_open, evaluation)
    path = _write(file, evaluation, person, way, folder, translate, criterion)
    file.do(note, evaluation, person.id, way)
    return path


def _require_open(work: Transaction, evaluation: str) -> None:
    require(Event.ANSWER, evaluations.known_state(work, evaluations.get(work, evaluation)))


def _write(
    file: EvaluationFile,
    evaluation: str,
    person: Participant,
    way: Way,
    folder: Path,
    translate: Translator,
    criterion: str | None,
) -> Path:
    match way:
        case Way.ANSWER_PAGE:
            return write_pages(file, evaluation, folder, translate, [person.id])[0].path
        case Way.PDF_FORM:
            return file.ask(write_forms, evaluation, folder, translate, [person.id])[0].path
        case Way.PAPER:
            path = free_path(
                folder, file_stem(translate(_paper_name(person, criterion)), "Papirskema"), ".pdf"
            )
            criteria = None if criterion is None else [criterion]
            file.ask(write_paper, evaluation, path, translate, person.id, criteria)
            return path
        case _:
            raise ValueError(f"nothing is handed out for {way}")


def _paper_name(person: Participant, criterion: str | None) -> Text:
    if criterion is None:
        return say("Papirskema {name}", name=person.name)
    return say("Papirskema {name}, kriterium {criterion}", name=person.name, criterion=criterion)


def note(work: Work, evaluation: str, participant: str, way: Way) -> Change[HandedOut]:
    """Keep that somebody has a sheet; it is in other hands now, so it is never undone."""
    found = evaluations.get(work, evaluation)
    given = HandedOut(work.new_id(), evaluation, participant, way, work.now(), found.model, found.method)
    store.sheets.put(work, given)
    return changed(Kind.PARTICIPANTS, value=given)


def handing(work: Transaction) -> Handing:
    """Who has been given what in the newest evaluation."""
    found = evaluations.current(work)
    package = evaluations.package_of(work, found)
    given = by_person(store.sheets_of(work, found.id))
    people = tuple(
        Recipient(each.participant, given.get(each.participant.id, ()), each.answered > 0)
        for each in evaluations.hand_ins(work, found.id)
    )
    there = {each.participant.id for each in people}
    gone = tuple(sheet for person, own in given.items() if person not in there for sheet in own)
    return Handing(
        found,
        evaluations.unit_of(work, found).name,
        settings.planned_days(work, found.id).get(Milestone.ANSWERS),
        people,
        gone,
        package.criteria,
    )
