"""Opening the evaluation file a command is given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console
from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.opening import Access

FILE = click.argument("file", metavar="FIL.kvikdb", type=PATH)
BY = click.option(
    "--by", default="", metavar="NAVN", help="Hvem der gør det; ellers lederen på deltagerlisten."
)


@contextmanager
def opened(
    path: Path, console: Console, *, read_only: bool = False
) -> Iterator[tuple[EvaluationFile, Evaluation]]:
    """The open file and its newest evaluation; where no backup could be made of it, that is told."""
    access = Access.READ if read_only else Access.WRITE
    with open_file(path, access, console.clock) as file:
        if file.backup_problem is not None:
            console.say(say("Der er ikke lavet en sikkerhedskopi: {why}", why=file.backup_problem.message))
        yield file, file.ask(evaluations.current)


def acting_leader(file: EvaluationFile, evaluation: Evaluation, by: str) -> str:
    """The name of the one who acts: as given, else the leader on the list.

    Raises Problem E_LEADER where the list names no leader or more than one.
    """
    if by.strip():
        return by.strip()
    leaders = file.ask(evaluations.leaders, evaluation.id)
    if len(leaders) == 1:
        return leaders[0].name
    names = ", ".join(leader.name for leader in leaders)
    raise Problem(
        "E_LEADER",
        say("Der står flere ledere på deltagerlisten: {names}.", names=names)
        if leaders
        else say("Der står ingen leder på deltagerlisten."),
        say("Skriv, hvem der godkender, med --by NAVN. Intet er ændret."),
    )
