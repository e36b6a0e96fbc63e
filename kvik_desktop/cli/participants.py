"""`kvik participants import`: the list of those who take part."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.roster_table import read_roster
from kvik_desktop.foundation.text import say_n


@click.group("participants", help="Deltagerlisten.")
def participants_command() -> None:
    """The group of commands about participants."""


@participants_command.command("import", help="Hent deltagere ind fra en tabel: name; role; leader (ja/nej).")
@FILE
@click.argument("list_file", metavar="LISTE.csv", type=PATH)
@spoken
def import_command(console: Console, file: Path, list_file: Path) -> None:
    """Add the people on the list; known names get their role corrected."""
    with opened(file, console) as (evaluation_file, evaluation):
        new = read_roster(list_file)
        evaluation_file.do(evaluations.add_participants, evaluation.id, new)
        roster = evaluation_file.ask(evaluations.roster, evaluation.id)
    console.result(
        {
            "imported": len(new),
            "participants": [
                {"name": each.name, "role": each.role, "leader": each.leader} for each in roster
            ],
        },
        [
            say_n(
                "{n} deltager hentet ind. Der er nu {total} på listen.",
                "{n} deltagere hentet ind. Der er nu {total} på listen.",
                len(new),
                total=len(roster),
            )
        ],
    )
