"""`kvik answers import`: individual answers from files, each with its own verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.conflicts import Comparison
from kvik_desktop.evaluation.collecting.returned import files_in
from kvik_desktop.evaluation.collecting.taking_in import Outcome, Verdict, verdict_of
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.workshop import round_files, rounds

Names = Mapping[str, str]
"""By participant's id."""


@click.group("answers", help="Individuelle svar.")
def answers_command() -> None:
    """The group of commands about individual answers."""


@answers_command.command(
    "import",
    help="Hent svar ind fra tabeller, svarfiler og udfyldte skemaer, også hele mapper. En fil med fejl "
    "standser ikke de andre.",
)
@FILE
@click.argument("sources", metavar="KILDE…", nargs=-1, required=True, type=PATH)
@click.option("--replace", is_flag=True, help="Lad det, der kommer, gælde, hvor nogen har svaret andet før.")
@spoken
def import_command(console: Console, file: Path, sources: Sequence[Path], replace: bool) -> int:
    """Take in each file by itself: one bad file never stops the rest. Exit 0 only if all were taken."""
    paths = files_in(sources)
    verdicts: list[Verdict] = []
    keep = partial(rounds.receive, replace=replace)
    with (
        opened(file, console) as (evaluation_file, evaluation),
        console.progress(len(paths), say("Henter svar")) as step,
    ):
        people = evaluation_file.ask(evaluations.roster, evaluation.id)
        for path in paths:
            verdicts.append(verdict_of(evaluation_file, evaluation.id, path, keep, round_files.read))
            step(1)
    names = {person.id: person.name for person in people}
    problems = [problem for each in verdicts if (problem := _problem(each, names))]
    document: Json = {
        "files": [_entry(console, each, names) for each in verdicts],
        "accepted": len(verdicts) - len(problems),
        "waiting": sum(each.outcome is Outcome.WAITING for each in verdicts),
        "rejected": sum(each.outcome is Outcome.REFUSED for each in verdicts),
    }
    if problems:
        document["problem"] = console.texts(problems[0])
    console.result(document, [_line(each) for each in verdicts])
    for problem in problems if not console.as_json else []:
        console.problem(problem)
    return 1 if problems else 0


def _entry(console: Console, verdict: Verdict, names: Names) -> Json:
    """One file in the document. What lay here already counts as an answer that was taken in."""
    problem, taken = _problem(verdict, names), verdict.taken
    outcome = {Outcome.WAITING: "waiting", Outcome.REFUSED: "rejected"}.get(verdict.outcome, "accepted")
    entry: Json = {"file": str(verdict.path), "outcome": outcome}
    if verdict.problem is None:
        entry |= {
            "participants": taken.people,
            "answers": taken.answers + taken.alike,
            "alike": taken.alike,
            "missing": sum(each.missing for each in taken.drafts),
        }
    return entry | (console.texts(problem) if problem else {})


def _line(verdict: Verdict) -> Text:
    name, taken = verdict.path.name, verdict.taken
    if verdict.problem is not None:
        return say("{file}: afvist. {why}", file=name, why=verdict.problem.message)
    if verdict.outcome is Outcome.WAITING:
        return say_n(
            "{file}: {n} person venter på et valg.",
            "{file}: {n} personer venter på et valg.",
            len(taken.waiting),
            file=name,
        )
    missing = sum(each.missing for each in taken.drafts)
    count = taken.answers + taken.alike
    if missing:
        kept = say_n("{n} svar gemt", "{n} svar gemt", count)
        return say_n(
            "{file}: {kept}, {n} mangler.", "{file}: {kept}, {n} mangler.", missing, file=name, kept=kept
        )
    return say_n("{file}: {n} svar gemt.", "{file}: {n} svar gemt.", count, file=name)


def _problem(verdict: Verdict, names: Names) -> Problem | None:
    """Why a file is not done with: it cannot be used, or somebody must choose."""
    if verdict.outcome is not Outcome.WAITING:
        return verdict.problem
    return Problem(
        "E_CONFLICT",
        say("{file} venter: nogen har allerede svaret noget andet.", file=verdict.path.name),
        say(
            "Hent filen i programmets vindue, og vælg, hvilke svar der gælder, eller brug --replace, hvis "
            "det er dem i filen. Det, der lå her, er ikke ændret."
        ),
        [Detail(_who(names[each.incoming.participant], each)) for each in verdict.taken.waiting],
    )


def _who(name: str, waiting: Comparison) -> Text:
    if waiting.is_older_form:
        return say("{name}: skemaet er lavet, før modellen blev ændret", name=name)
    return say_n(
        "{name}: {n} svar er anderledes", "{name}: {n} svar er anderledes", waiting.differing, name=name
    )
