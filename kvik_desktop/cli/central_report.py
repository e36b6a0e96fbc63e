"""`kvik central report`: the overview of every campaign as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.central.published.model import Breakdown
from kvik_desktop.central.reporting import write_overview
from kvik_desktop.cli.central_figures import which_options
from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.compose import open_central
from kvik_desktop.foundation.text import say


@click.command("report", help="Lav overblikket som PDF.")
@which_options
@click.option(
    "--out", required=True, type=PATH, metavar="FIL.pdf", help="En fil, der er der, bliver erstattet."
)
@spoken
def report(
    console: Console, db: str | None, campaign: str | None, by: str | None, renew: bool, out: Path
) -> None:
    """Write the overview in the language of the command."""
    breakdown = Breakdown(by) if by else None
    with open_central(db, console.clock) as database:
        content, size = write_overview(database, console.tr, out, campaign, breakdown, renew=renew)
    console.result(
        {"file": str(out), "bytes": size, "campaigns": len(content.campaigns)},
        [say("Overblikket er gemt: {file}", file=out.name)],
    )
