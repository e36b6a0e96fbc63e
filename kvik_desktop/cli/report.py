"""`kvik report`: the report of an evaluation as a file."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.foundation.text import say
from kvik_desktop.report.producing import write_report


@click.command("report", help="Lav rapporten som PDF, Word, Excel eller webside efter filens endelse.")
@FILE
@click.option(
    "--out",
    required=True,
    metavar="FIL.pdf|.docx|.xlsx|.html",
    type=PATH,
    help="En fil, der er der i forvejen, bliver erstattet.",
)
@spoken
def report_command(console: Console, file: Path, out: Path) -> None:
    """Write the report in the language of the command."""
    with opened(file, console, read_only=True) as (evaluation_file, evaluation):
        size = write_report(evaluation_file, evaluation.id, out, console.tr, console.clock.now())
    console.result(
        {"file": str(out), "bytes": size, "language": console.language},
        [say("Rapporten er gemt: {file}", file=out.name)],
    )
