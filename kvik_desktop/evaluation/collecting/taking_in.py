"""Files with individual answers are taken in one by one, each with a verdict of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.answer_page.model import SUFFIX
from kvik_desktop.evaluation.collecting.answer_page.reading import is_answer_file, read
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
        data = read_limited(path, LIMIT)
        if is_answer_file(data) or path.suffix.lower() == SUFFIX:
            return _page_taken_in(file, evaluation, path, data)
        return _table_taken_in(file, evaluation, path)
    except Problem as problem:
        return Verdict(path, problem=problem)


def _page_taken_in(file: EvaluationFile, evaluation: str, path: Path, data: bytes) -> Verdict:
    filled = read(data, path.name, file.ask(answer_pages.expected, evaluation))
    count = file.do(answer_pages.receive, evaluation, filled, path.name).value
    return Verdict(path, 1, count)


def _table_taken_in(file: EvaluationFile, evaluation: str, path: Path) -> Verdict:
    found = file.ask(evaluations.get, evaluation)
    package = file.ask(evaluations.package_of, found)
    given = read_answers(path, package, found.method, file.ask(evaluations.roster, evaluation))
    count = file.do(receive, evaluation, given, Way.CSV).value
    return Verdict(path, len(given), count)
