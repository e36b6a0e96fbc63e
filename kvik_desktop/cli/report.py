"""`kvik report`: the report of an evaluation as a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.foundation.files import already_there, is_there, write_atomically
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.report import usecases as reports
from kvik_desktop.report.formats import maker_for
from kvik_desktop.storage.evaluation_file import EvaluationFile


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


def write_report(
    file: EvaluationFile, evaluation: str, out: Path, translate: Translator, now: datetime
) -> int:
    """Write the report to ``out`` and return its size in bytes.

    Raises Problem E_FORMAT_OUT for an unknown ending, E_HIDDEN before the reveal, E_FILE_WRITE,
    E_FILE_EXISTS where ``out`` is the evaluation file itself.
    """
    make = maker_for(out)
    if is_there(out) and out.samefile(file.path):
        raise already_there(out)
    content = file.ask(reports.content, evaluation, translate)
    data = make(content, translate.resources, now)
    write_atomically(out, data)
    return len(data)
