"""What is handed out for one further round of the meeting, and how what comes back is read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.answer_page.model import AboutRound
from kvik_desktop.evaluation.collecting.answer_page.page import build
from kvik_desktop.evaluation.collecting.handing_out import Written, written
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.paper.slips import round_slips
from kvik_desktop.evaluation.collecting.returned import read_returned
from kvik_desktop.evaluation.collecting.sheets.content import content_of
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.storage.work import Transaction

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


@dataclass(frozen=True, slots=True)
class Asked:
    """A further round of one subcriterion; one that is given up and opened anew is another."""

    subcriterion: str
    number: int
    opened: datetime

    @property
    def about(self) -> AboutRound:
        """As it stands in pages and files."""
        return AboutRound(self.subcriterion, self.number, stamp(self.opened))


def write_round_pages(
    file: EvaluationFile, evaluation: str, asked: Asked, folder: Path, translate: Translator
) -> tuple[Written, ...]:
    """An answer page for everybody with the one question of a round; no file is written over.

    The first time the evaluation's key and the tokens are made, and that can never be undone. Raises Problem
    E_STATE before the reveal, E_FILE_WRITE; the pages before it are there.
    """
    file.do(answer_pages.prepare_round, evaluation)
    pages = dict(file.ask(answer_pages.contents, evaluation, asked.about))
    named = say("Runde {number} {subcriterion}", number=asked.number, subcriterion=asked.subcriterion)
    return tuple(
        written(
            person,
            folder,
            (say("{round} {name}", round=named, name=person.name), ".html"),
            build(pages[person.id], translate, translate.resources),
            translate,
        )
        for person in file.ask(evaluations.roster, evaluation)
    )


def write_slips(work: Transaction, evaluation: str, asked: Asked, out: Path, translate: Translator) -> None:
    """A slip for everybody to fill in by hand, several to a page. Raises Problem E_FILE_WRITE."""
    found = evaluations.get(work, evaluation)
    unit, package = evaluations.unit_of(work, found), evaluations.package_of(work, found)
    only = [asked.subcriterion]
    content = content_of(found, unit, package, None, translate.language, subcriteria=only)
    names = [person.name for person in evaluations.roster(work, evaluation)]
    write_atomically(out, round_slips(content, names, asked.number, translate))


def read_for_rounds(
    work: Transaction, evaluation: str, path: Path, rounds: Collection[Asked] | None
) -> Sequence[Incoming]:
    """What one file holds for the rounds that are open; None before the reveal, where all is asked for.

    Raises Problem E_ROUND_OVER for a page of a round that is not, E_ANSWER_LATE for a sheet of the individual
    assessment, and those of :func:`returned.read_returned`.
    """
    asked = None if rounds is None else [each.about for each in rounds]
    return read_returned(work, evaluation, path, asked)
