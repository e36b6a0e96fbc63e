"""`kvik forms`: a sheet to answer on for each participant, as files in a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, WrongUsage, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.handed_out.usecases import hand_out
from kvik_desktop.evaluation.model import Participant, Way
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.model import ModelPackage

WAYS: Mapping[str, Way] = {"page": Way.ANSWER_PAGE, "pdf": Way.PDF_FORM, "paper": Way.PAPER}


@click.command(
    "forms",
    help="Lav et skema til hver deltager: en svarside til en browser, en PDF til at udfylde, eller papir.",
)
@FILE
@click.option("--out", required=True, metavar="MAPPE", type=PATH, help="En mappe, der findes.")
@click.option(
    "--way",
    type=click.Choice(list(WAYS)),
    default="page",
    help="Svarside (page), PDF-skema (pdf) eller papir (paper).",
)
@click.option("--criterion", metavar="ID", help="Kun ét kriterium (kun på papir).")
@click.option("--person", "names", multiple=True, metavar="NAVN", help="Kun til dem, der nævnes her.")
@spoken
def forms_command(
    console: Console, file: Path, out: Path, way: str, criterion: str | None, names: Sequence[str]
) -> None:
    """Write a file for each person; one that is there is never written over."""
    if criterion is not None and WAYS[way] is not Way.PAPER:
        raise WrongUsage(say("Kun papir kan handle om ét kriterium: skriv --way paper."))
    written: list[tuple[str, Path]] = []
    with opened(file, console) as (evaluation_file, evaluation):
        people = _chosen(evaluation_file.ask(evaluations.roster, evaluation.id), names)
        _require_known(evaluation_file.ask(evaluations.package_of, evaluation), criterion)
        with console.progress(len(people), say("Laver skemaer")) as step:
            for person in people:
                path = hand_out(evaluation_file, evaluation.id, person, WAYS[way], out, console.tr, criterion)
                written.append((person.name, path))
                step(1)
    console.result(
        {"way": way, "files": [{"participant": name, "file": str(path)} for name, path in written]},
        [path.name for _, path in written]
        + [
            console.tr(
                say_n(
                    "{n} skema ligger i {folder}.", "{n} skemaer ligger i {folder}.", len(written), folder=out
                )
            )
        ],
    )


def _require_known(package: ModelPackage, criterion: str | None) -> None:
    known = [each.id for each in package.criteria]
    if criterion is not None and criterion not in known:
        raise Problem(
            "E_MODEL",
            say("Modellen har ikke kriteriet {name}.", name=criterion),
            say("Vælg et af disse: {known}. Der er ikke lavet nogen skemaer.", known=", ".join(known)),
        )


def _chosen(roster: Sequence[Participant], names: Sequence[str]) -> Sequence[Participant]:
    """Those who are named, all where nobody is.

    Raises Problem E_PARTICIPANTS where there is nobody, or a name is not on the list.
    """
    if not roster:
        raise Problem(
            "E_PARTICIPANTS",
            say("Der står ingen på deltagerlisten."),
            say("Hent deltagerne ind med kvik participants import. Intet er ændret."),
        )
    known = {person.name.casefold(): person for person in roster}
    wanted = [" ".join(name.split()).casefold() for name in names]
    for name, key in zip(names, wanted, strict=True):
        if key not in known:
            raise Problem(
                "E_PARTICIPANTS",
                say("{name} står ikke på deltagerlisten.", name=name),
                say("Skriv navnet, som det står på listen. Der er ikke lavet nogen skemaer."),
            )
    return [known[key] for key in dict.fromkeys(wanted)] if names else roster
