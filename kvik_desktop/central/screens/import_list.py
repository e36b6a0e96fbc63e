"""What an import came to, file by file: rows to look at, and a table to take along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kvik_desktop.central.arrivals import shown
from kvik_desktop.central.model import FileVerdict, ImportReport
from kvik_desktop.central.screens.verdict_words import MARKS, OUTCOMES, meaning, short
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.shell.widgets.cells import Cell, TableRow

Table = tuple[Sequence[str], Sequence[Sequence[object]]]
"""Titles and rows."""


def rows(report: ImportReport, tr: Translator) -> list[TableRow]:
    """A row for each file, in the order they were read."""
    return [TableRow(place, _cells(each, tr)) for place, each in enumerate(report.files)]


def _cells(verdict: FileVerdict, tr: Translator) -> Sequence[Cell]:
    code = verdict.code
    means, todo = meaning(code, verdict.facts)
    happened = means if code is None else short(code, verdict.facts)
    return (
        Cell(tr(OUTCOMES[verdict.outcome]), mark=MARKS[verdict.outcome]),
        Cell(
            PurePath(shown(verdict.path)).name or shown(verdict.path),
            _sender(verdict, tr),
            strong=True,
            tip=shown(verdict.path),
        ),
        Cell(tr(happened), tr(todo)),
    )


def _sender(verdict: FileVerdict, tr: Translator) -> str:
    if not verdict.institution_name:
        return tr(say("Ukendt afsender"))
    if verdict.edition is None:
        return verdict.institution_name
    return tr(say("{name}, udgave {n}", name=verdict.institution_name, n=verdict.edition))


def table(report: ImportReport, tr: Translator) -> Table:
    """The same with everything that is said, for a spreadsheet."""
    titles = (
        say("Fil"),
        say("Afgørelse"),
        say("Kode"),
        say("Institution"),
        say("Udgave"),
        say("Hvad skete der?"),
        say("Det skal du gøre"),
    )
    return [tr(title) for title in titles], [_line(each, tr) for each in report.files]


def _line(verdict: FileVerdict, tr: Translator) -> Sequence[object]:
    means, todo = meaning(verdict.code, verdict.facts)
    return (
        shown(verdict.path),
        tr(OUTCOMES[verdict.outcome]),
        verdict.code.value if verdict.code else "",
        verdict.institution_name,
        verdict.edition,
        tr(means),
        tr(todo),
    )
