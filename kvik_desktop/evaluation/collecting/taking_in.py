"""Files with individual answers are taken in one by one, each with a verdict of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.answer_page.model import SUFFIX
from kvik_desktop.evaluation.collecting.answer_page.reading import is_answer_file, read, refuse_page
from kvik_desktop.evaluation.collecting.answer_table import read_answers
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.csv_tables import LIMIT
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say_n
from kvik_desktop.storage.work import Work

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one file: how much was kept, or why none of it was."""

    path: Path
    people: int = 0
    answers: int = 0
    problem: Problem | None = None


def receive(work: Work, evaluation: str, given: Mapping[str, Sequence[NewAnswer]], way: Way) -> Change[int]:
    """Take in answers by participant, each handed in with it, until the reveal: all of them, or none.

    Returns how many were kept. Raises what ``usecases.answer`` raises.
    """
    for participant, answers in given.items():
        evaluations.answer(work, evaluation, participant, answers, way)
        evaluations.submit(work, evaluation, participant)
    count = sum(len(answers) for answers in given.values())
    work.merge_typing(None)
    return changed(Kind.ANSWERS, value=count, undo=say_n("{n} svar", "{n} svar", count))


def take_in(file: EvaluationFile, evaluation: str, paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Every file in the order given; one that cannot be used never stops the others."""
    return tuple(_taken_in(file, evaluation, path) for path in paths)


def _taken_in(file: EvaluationFile, evaluation: str, path: Path) -> Verdict:
    try:
        data = answer_file_at(path)
        if data is not None:
            return Verdict(path, 1, take_in_page(file, evaluation, path.name, data))
        return _table_taken_in(file, evaluation, path)
    except Problem as problem:
        return Verdict(path, problem=problem)


def answer_file_at(path: Path) -> bytes | None:
    """What an answer file holds, known by how it begins or by its name; None for any other file.

    Raises Problem E_FILE, E_SIZE and E_ANSWER_PAGE.
    """
    data = read_limited(path, LIMIT)
    refuse_page(data, path.name)
    return data if is_answer_file(data) or path.suffix.lower() == SUFFIX else None


def take_in_page(file: EvaluationFile, evaluation: str, name: str, data: bytes) -> int:
    """Take in an answer file called ``name``; how many questions are answered in it.

    Raises what ``answer_page.reading.read`` and ``answer_page.usecases.receive`` raise.
    """
    filled = read(data, name, file.ask(answer_pages.expected, evaluation))
    return file.do(answer_pages.receive, evaluation, filled, name).value


def _table_taken_in(file: EvaluationFile, evaluation: str, path: Path) -> Verdict:
    found = file.ask(evaluations.get, evaluation)
    package = file.ask(evaluations.package_of, found)
    given = read_answers(path, package, found.method, file.ask(evaluations.roster, evaluation))
    count = file.do(receive, evaluation, given, Way.CSV).value
    return Verdict(path, len(given), count)
