"""`kvik answers import`: individual answers from files, each with its own verdict."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_table import read_answers
from kvik_desktop.evaluation.collecting.taking_in import answer_file_at, take_in_page
from kvik_desktop.evaluation.model import Evaluation, Way
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.workshop import rounds


@click.group("answers", help="Individuelle svar.")
def answers_command() -> None:
    """The group of commands about individual answers."""


@answers_command.command(
    "import", help="Hent svar ind fra tabeller og svarfiler. En fil med fejl standser ikke de andre."
)
@FILE
@click.argument("sources", metavar="KILDE…", nargs=-1, required=True, type=PATH)
@spoken
def import_command(console: Console, file: Path, sources: Sequence[Path]) -> int:
    """Take in each file by itself: one bad file never stops the rest. Exit 0 only if all were taken."""
    verdicts: list[Json] = []
    lines: list[Text] = []
    refused: list[Problem] = []
    with (
        opened(file, console) as (evaluation_file, evaluation),
        console.progress(len(sources), say("Henter svar")) as step,
    ):
        for source in sources:
            try:
                people, count = _take_in(evaluation_file, evaluation, source)
            except Problem as problem:
                refused.append(problem)
                verdicts.append({"file": str(source), "outcome": "rejected", **console.texts(problem)})
                lines.append(say("{file}: afvist. {why}", file=source.name, why=problem.message))
            else:
                accepted = {"outcome": "accepted", "participants": people, "answers": count}
                verdicts.append({"file": str(source), **accepted})
                lines.append(
                    say_n("{file}: {n} svar gemt.", "{file}: {n} svar gemt.", count, file=source.name)
                )
            step(1)
    document: Json = {
        "files": verdicts,
        "accepted": len(verdicts) - len(refused),
        "rejected": len(refused),
    }
    if refused:
        document["problem"] = console.texts(refused[0])
    console.result(document, lines)
    for each in refused if not console.as_json else []:
        console.problem(each)
    return 1 if refused else 0


def _take_in(file: EvaluationFile, evaluation: Evaluation, source: Path) -> tuple[int, int]:
    """One file: all of its answers or none. Returns how many people and answers."""
    page = answer_file_at(source)
    if page is not None:
        return 1, take_in_page(file, evaluation.id, source.name, page)
    roster = file.ask(evaluations.roster, evaluation.id)
    package = file.ask(evaluations.package_of, evaluation)
    given = read_answers(source, package, evaluation.method, roster)
    count = file.do(rounds.receive, evaluation.id, given, Way.CSV).value
    return len(given), count
