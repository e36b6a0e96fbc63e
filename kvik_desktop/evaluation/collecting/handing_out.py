"""Forms and paper for the people of an evaluation, written to files that can be sent and printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.paper.printing import paper_sheet
from kvik_desktop.evaluation.collecting.pdf_form.identity import identity_of
from kvik_desktop.evaluation.collecting.pdf_form.making import pdf_form
from kvik_desktop.evaluation.collecting.sheets.content import Content, content_of
from kvik_desktop.evaluation.model import Milestone, Participant
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.storage.work import Transaction


def contents(
    work: Transaction,
    evaluation: str,
    people: Sequence[Participant | None],
    language: Language,
    criteria: Collection[str] | None = None,
) -> tuple[Content, ...]:
    """What the sheets of some people say; None is a sheet for anybody."""
    found = evaluations.get(work, evaluation)
    unit, package = evaluations.unit_of(work, found), evaluations.package_of(work, found)
    due = settings.planned_days(work, evaluation).get(Milestone.ANSWERS)
    return tuple(content_of(found, unit, package, person, language, criteria, due) for person in people)


def write_forms(
    work: Transaction, evaluation: str, people: Sequence[Participant], folder: Path, translate: Translator
) -> tuple[Path, ...]:
    """One fillable form a person, each under the person's name; no file that is there is written over.

    Raises Problem E_FILE_WRITE; the forms before it are there.
    """
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    written = []
    for person, content in zip(people, contents(work, evaluation, people, translate.language), strict=True):
        stem = file_stem(translate(say("Svarskema {name}", name=person.name)), "Svarskema")
        path = free_path(folder, stem, ".pdf")
        write_atomically(
            path, pdf_form(content, identity_of(found, package, person.id), translate), replace=False
        )
        written.append(path)
    return tuple(written)


def write_paper(
    work: Transaction,
    evaluation: str,
    person: Participant | None,
    out: Path,
    translate: Translator,
    criteria: Collection[str] | None = None,
) -> None:
    """A sheet to print: whole, or of some criteria; for one person, or with a line for a name.

    Raises Problem E_FILE_WRITE.
    """
    (content,) = contents(work, evaluation, [person], translate.language, criteria)
    write_atomically(out, paper_sheet(content, translate))
