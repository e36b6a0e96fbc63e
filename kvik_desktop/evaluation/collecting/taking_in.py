"""Files with individual answers are taken in one by one, each with a verdict of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_table import read_answers
from kvik_desktop.evaluation.collecting.conflicts import Comparison, compare, keep_chosen
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.work import Transaction, Work

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was kept of what came in, and what waits for somebody to choose."""

    people: int
    answers: int
    alike: int
    """Answers that lay here already just as they came."""
    waiting: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one file: how much was kept, why none of it was, or whose answers wait for a choice."""

    path: Path
    people: int = 0
    answers: int = 0
    problem: Problem | None = None
    alike: int = 0
    waiting: tuple[Comparison, ...] = ()
    """Nothing of these has been kept; :func:`conflicts.keep_chosen` keeps what is chosen."""


def receive(work: Work, evaluation: str, given: Mapping[str, Sequence[NewAnswer]], way: Way) -> Change[int]:
    """Take in answers by participant, each handed in with it, until the reveal: all of them, or none.

    Returns how many came, those that lay here just so among them. Raises Problem E_CONFLICT naming everybody
    who has answered otherwise before, and what ``usecases.answer`` raises.
    """
    taken = receive_clear(
        work, evaluation, [Incoming(person, tuple(each), way, "") for person, each in given.items()]
    ).value
    if taken.waiting:
        raise _answered_before(work, evaluation, taken.waiting)
    count = sum(len(answers) for answers in given.values())
    return changed(Kind.ANSWERS, value=count, undo=say_n("{n} svar", "{n} svar", count))


def receive_clear(work: Work, evaluation: str, incoming: Sequence[Incoming]) -> Change[TakenIn]:
    """Keep what overwrites nothing, each person handed in with it; of those who wait nothing is kept."""
    compared = [compare(work, evaluation, each) for each in incoming]
    clear = [each for each in compared if not each.needs_choice]
    count = 0
    for each in clear:
        count += keep_chosen(work, evaluation, each, each.everything).value
        if each.alike and not each.fresh and not each.is_handed_in:
            evaluations.submit(work, evaluation, each.incoming.participant)
    waiting = tuple(each for each in compared if each.needs_choice)
    taken = TakenIn(len(clear), count, sum(each.alike for each in clear), waiting)
    work.merge_typing(None)
    return changed(Kind.ANSWERS, value=taken, undo=say_n("{n} svar", "{n} svar", count))


def take_in(file: EvaluationFile, evaluation: str, paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Every file in the order given; one that cannot be used never stops the others."""
    return tuple(_taken_in(file, evaluation, path) for path in paths)


def _taken_in(file: EvaluationFile, evaluation: str, path: Path) -> Verdict:
    revealed = file.ask(evaluations.get, evaluation).revealed
    try:
        if revealed is not None:
            raise too_late(path.name, revealed)
        taken = file.do(receive_clear, evaluation, file.ask(_read, evaluation, path)).value
    except Problem as problem:
        return Verdict(path, problem=problem)
    return Verdict(path, taken.people, taken.answers, alike=taken.alike, waiting=taken.waiting)


def _read(work: Transaction, evaluation: str, path: Path) -> list[Incoming]:
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    given = read_answers(path, package, found.method, evaluations.roster(work, evaluation))
    return [Incoming(person, each, Way.CSV, path.name) for person, each in given.items()]


def too_late(name: str, revealed: datetime) -> Problem:
    """The problem that answers come after the reveal, with the way on; the file is not even read."""
    return Problem(
        "E_REVEALED",
        say("{name} kom, efter at svarene blev åbnet {when}.", name=name, when=revealed),
        say(
            "Lad den, der har svaret, sige det på mødet, eller åbn en ny runde for et delkriterium og svar "
            "dér. Filen er ikke læst, og alle svar er gemt, som de var."
        ),
    )


def _answered_before(work: Transaction, evaluation: str, waiting: Sequence[Comparison]) -> Problem:
    names = {each.id: each.name for each in evaluations.roster(work, evaluation)}
    return Problem(
        "E_CONFLICT",
        say("Nogen har allerede svaret noget andet."),
        say("Hent filen i vinduet, og vælg, hvilke svar der gælder. Intet er ændret."),
        [Detail(_who(names[each.incoming.participant], each)) for each in waiting],
    )


def _who(name: str, waiting: Comparison) -> Text:
    if waiting.is_older_form:
        return say("{name}: skemaet er fra før, modellen blev ændret", name=name)
    return say_n(
        "{name}: {n} svar er anderledes", "{name}: {n} svar er anderledes", waiting.differing, name=name
    )
