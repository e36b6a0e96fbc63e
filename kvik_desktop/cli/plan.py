"""`kvik plan import|approve|calendar`: the plan of action without a window."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.calendar_file import write_calendar
from kvik_desktop.action_plan.plan_table import read_plan
from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.opening import BY, FILE, acting_leader, opened
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.text import say, say_n


@click.group("plan", help="Handlingsplanen.")
def plan_command() -> None:
    """The group of commands about the plan of action."""


@plan_command.command("import", help="Hent tiltag ind fra en tabel. Et kendt nummer rettes.")
@FILE
@click.argument("plan", metavar="PLAN.csv", type=PATH)
@spoken
def import_command(console: Console, file: Path, plan: Path) -> None:
    """Add or correct improvement actions."""
    with opened(file, console) as (evaluation_file, evaluation):
        new = read_plan(plan)
        evaluation_file.do(plans.put_actions, evaluation.id, new)
        total = len(evaluation_file.ask(plans.plan, evaluation.id))
    console.result(
        {"imported": len(new), "actions": total},
        [
            say_n(
                "{n} tiltag hentet ind. Planen har nu {total}.",
                "{n} tiltag hentet ind. Planen har nu {total}.",
                len(new),
                total=total,
            )
        ],
    )


@plan_command.command("approve", help="Lederen godkender handlingsplanen.")
@FILE
@BY
@spoken
def approve_command(console: Console, file: Path, by: str) -> None:
    """Approve the plan, with name and date."""
    with opened(file, console) as (evaluation_file, evaluation):
        who = acting_leader(evaluation_file, evaluation, by)
        approved = evaluation_file.do(plans.approve, evaluation.id, who).value
    assert approved.plan_approved is not None
    console.result(
        {"approved": stamp(approved.plan_approved), "approved_by": who},
        [say("Handlingsplanen er godkendt af {name}.", name=who)],
    )


@plan_command.command("calendar", help="Gem planens frister og opfølgninger som kalenderfil.")
@FILE
@click.option("--out", required=True, metavar="PLAN.ics", type=PATH, help="Kalenderfilen.")
@spoken
def calendar_command(console: Console, file: Path, out: Path) -> None:
    """Write deadlines and follow-ups for the calendar people look in anyway."""
    with opened(file, console, read_only=True) as (evaluation_file, evaluation):
        entries = write_calendar(evaluation_file, evaluation.id, out, console.tr)
    console.result(
        {"file": str(out), "entries": entries},
        [
            say_n(
                "{n} dag gemt i {path}. Åbn filen med kalenderen.",
                "{n} dage gemt i {path}. Åbn filen med kalenderen.",
                entries,
                path=out,
            )
        ],
    )
