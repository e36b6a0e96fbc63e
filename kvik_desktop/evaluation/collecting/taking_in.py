"""Files with individual answers are taken in one by one, each with a verdict of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_table import read_answers
from kvik_desktop.evaluation.collecting.pdf_form.reading import begins_as_pdf, read_form
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
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


@dataclass(frozen=True, slots=True)
class Returned:
    """What stands in one file: answers by participant, and the way they came."""

    way: Way
    answers: Mapping[str, Sequence[NewAnswer]]


def read_returned(file: EvaluationFile, evaluation: str, path: Path) -> Returned:
    """Read a file by what it is: a filled form, else a table. Raises Problem saying why it cannot be used."""
    found = file.ask(evaluations.get, evaluation)
    package = file.ask(evaluations.package_of, found)
    roster = file.ask(evaluations.roster, evaluation)
    if path.suffix.lower() == ".pdf" or begins_as_pdf(path):
        form = read_form(path, found, package, [person.id for person in roster])
        return Returned(Way.PDF, {form.participant: form.answers})
    return Returned(Way.CSV, read_answers(path, package, found.method, roster))


def take_in(file: EvaluationFile, evaluation: str, paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Every file in the order given; one that cannot be used never stops the others.

    Of two forms from one person in the same heap the first is taken and the second refused: which of them is
    meant is the person's to say.
    """
    forms: dict[str, Path] = {}
    return tuple(_taken_in(file, evaluation, path, forms) for path in paths)


def _taken_in(file: EvaluationFile, evaluation: str, path: Path, forms: dict[str, Path]) -> Verdict:
    try:
        returned = read_returned(file, evaluation, path)
        if returned.way is Way.PDF:
            refuse_second(returned, path, forms)
        count = file.do(receive, evaluation, returned.answers, returned.way).value
    except Problem as problem:
        return Verdict(path, problem=problem)
    return Verdict(path, len(returned.answers), count)


def refuse_second(returned: Returned, path: Path, forms: dict[str, Path]) -> None:
    """Note whose form it is. Raises Problem E_FORM_TWICE where that person's form has been taken in."""
    for participant in returned.answers:
        first = forms.setdefault(participant, path)
        if first is not path:
            raise Problem(
                "E_FORM_TWICE",
                say("{name} er fra samme person som {first}.", name=path.name, first=first.name),
                say(
                    "Spørg, hvilket skema der gælder, og hent det ind alene. {first} er gemt.",
                    first=first.name,
                ),
            )
