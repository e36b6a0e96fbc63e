"""Answer pages, forms and paper for the people of an evaluation, written to files to send and to print."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.answer_page.page import build
from kvik_desktop.evaluation.collecting.paper.printing import paper_sheet
from kvik_desktop.evaluation.collecting.pdf_form.identity import identity_of
from kvik_desktop.evaluation.collecting.pdf_form.making import pdf_form
from kvik_desktop.evaluation.collecting.sheets.content import content_of
from kvik_desktop.evaluation.model import Milestone, Participant
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.storage.work import Transaction

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


@dataclass(frozen=True, slots=True)
class Written:
    """One participant's file that lies in the folder."""

    participant: str
    path: Path


def write_pages(
    file: EvaluationFile,
    evaluation: str,
    folder: Path,
    translate: Translator,
    people: Collection[str] | None = None,
) -> tuple[Written, ...]:
    """One answer page for everybody, or for the given ``people`` (ids); no file is written over.

    The first time the evaluation's key and the tokens are made, and that can never be undone. Raises Problem
    E_REVEALED after the reveal, E_FILE_WRITE; the pages before it are there.
    """
    if file.ask(answer_pages.is_lacking, evaluation):
        file.do(answer_pages.prepare, evaluation)
    pages = dict(file.ask(answer_pages.contents, evaluation))
    return tuple(
        written(
            person,
            folder,
            (say("Svarside {name}", name=person.name), ".html"),
            build(pages[person.id], translate, translate.resources),
            translate,
        )
        for person in _chosen(file.ask(evaluations.roster, evaluation), people)
    )


def write_forms(
    work: Transaction,
    evaluation: str,
    folder: Path,
    translate: Translator,
    people: Collection[str] | None = None,
) -> tuple[Written, ...]:
    """One fillable form for everybody, or for the given ``people`` (ids); no file is written over.

    Raises Problem E_REVEALED after the reveal, E_FILE_WRITE; the forms before it are there.
    """
    found = evaluations.get(work, evaluation)
    require(Event.ANSWER, evaluations.known_state(work, found))
    unit, package = evaluations.unit_of(work, found), evaluations.package_of(work, found)
    due = settings.planned_days(work, evaluation).get(Milestone.ANSWERS)
    return tuple(
        written(
            person,
            folder,
            (say("Svarskema {name}", name=person.name), ".pdf"),
            pdf_form(
                content_of(found, unit, package, person, translate.language, due=due),
                identity_of(found, package, person.id),
                translate,
            ),
            translate,
        )
        for person in _chosen(evaluations.roster(work, evaluation), people)
    )


def write_paper(
    work: Transaction,
    evaluation: str,
    out: Path,
    translate: Translator,
    participant: str | None = None,
    criteria: Collection[str] | None = None,
) -> None:
    """A sheet to print: whole, or of some criteria (ids); for one participant, or with a line for a name.

    Raises Problem E_FILE_WRITE.
    """
    found = evaluations.get(work, evaluation)
    unit, package = evaluations.unit_of(work, found), evaluations.package_of(work, found)
    roster = evaluations.roster(work, evaluation)
    person = next((each for each in roster if each.id == participant), None)
    due = settings.planned_days(work, evaluation).get(Milestone.ANSWERS)
    content = content_of(found, unit, package, person, translate.language, criteria, due)
    write_atomically(out, paper_sheet(content, translate))


def _chosen(roster: Sequence[Participant], people: Collection[str] | None) -> Iterable[Participant]:
    return (person for person in roster if people is None or person.id in people)


def written(
    person: Participant, folder: Path, named: tuple[Text, str], data: bytes, translate: Translator
) -> Written:
    """Write one participant's file under words and an ending of its own. Raises Problem E_FILE_WRITE."""
    words, ending = named
    path = free_path(folder, file_stem(translate(words), translate(say("Svar"))), ending)
    write_atomically(path, data, replace=False)
    return Written(person.id, path)
