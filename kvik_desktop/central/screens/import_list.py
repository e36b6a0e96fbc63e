"""What an import came to, file by file: rows to look at, and a table to take along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kvik_desktop.central.arrivals import shown
from kvik_desktop.central.model import FileVerdict, ImportReport, Outcome
from kvik_desktop.central.screens.verdict_words import MARKS, OUTCOMES, meaning, meaning_afar, short
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.shell.widgets.cells import Cell, TableRow

Table = tuple[Sequence[str], Sequence[Sequence[object]]]
"""Titles and rows."""

_FIRST = (Outcome.QUARANTINED, Outcome.REJECTED, Outcome.STALE, Outcome.ACCEPTED, Outcome.DUPLICATE)


def rows(report: ImportReport, tr: Translator) -> list[TableRow]:
    """A row for each file: what waits for somebody first, then in the order they were read."""
    waiting = sorted(report.files, key=lambda each: _FIRST.index(each.outcome))
    return [TableRow(each, _cells(each, tr)) for each in waiting]


def _cells(verdict: FileVerdict, tr: Translator) -> Sequence[Cell]:
    code = verdict.code
    happened = meaning(code, verdict.facts)[0] if code is None else short(code, verdict.facts)
    return (
        Cell(tr(OUTCOMES[verdict.outcome]), mark=MARKS[verdict.outcome]),
        Cell(
            file_name(verdict),
            _sender(verdict, tr),
            strong=True,
            tip=shown(verdict.path),
        ),
        Cell(tr(happened)),
    )


def file_name(verdict: FileVerdict) -> str:
    """The file without its folders."""
    return PurePath(shown(verdict.path)).name or shown(verdict.path)


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
    means, todo = meaning_afar(verdict.code, verdict.facts)
    return (
        shown(verdict.path),
        tr(OUTCOMES[verdict.outcome]),
        verdict.code.value if verdict.code else "",
        verdict.institution_name,
        verdict.edition,
        tr(means),
        tr(todo),
    )
