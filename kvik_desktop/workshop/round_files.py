"""Files for further rounds: pages and slips that are handed out, and answers that come back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation.collecting import further_rounds, taking_in
from kvik_desktop.evaluation.collecting.further_rounds import Asked
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.taking_in import Verdict
from kvik_desktop.foundation.text import Translator
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Round

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


def write_pages(
    file: EvaluationFile, evaluation: str, subcriterion: str, folder: Path, translate: Translator
) -> int:
    """An answer page for everybody about the open round of one subcriterion; how many there are.

    Raises Problem E_ROUND where no round is open, E_FILE_WRITE.
    """
    asked = _asked(file.ask(rounds.open_round_of, evaluation, subcriterion))
    return len(further_rounds.write_round_pages(file, evaluation, asked, folder, translate))


def write_slips(
    work: Transaction, evaluation: str, subcriterion: str, out: Path, translate: Translator
) -> None:
    """A slip for everybody about the open round of one subcriterion, to print and cut apart.

    Raises Problem E_ROUND where no round is open, E_FILE_WRITE.
    """
    asked = _asked(rounds.open_round_of(work, evaluation, subcriterion))
    further_rounds.write_slips(work, evaluation, asked, out, translate)


def take_in(file: EvaluationFile, evaluation: str, paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Every file in the order given, and every file of a folder, each for the open round it belongs to."""
    return taking_in.verdicts_of(file, evaluation, paths, rounds.receive, read)


def read(work: Transaction, evaluation: str, path: Path) -> Sequence[Incoming]:
    """What one file holds, by person: before the reveal of everything, after it of the open rounds.

    Raises the Problem of the reader the file belongs to.
    """
    asked = None
    if not meeting.is_hidden(work, evaluation):
        asked = [_asked(each) for each in meeting.open_rounds(work, evaluation)]
    return further_rounds.read_for_rounds(work, evaluation, path, asked)


def _asked(opened: Round) -> Asked:
    return Asked(opened.subcriterion, opened.number, opened.opened)
