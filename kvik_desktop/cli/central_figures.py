"""`kvik central benchmark`: the published figures of each campaign, as JSON, CSV or lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from kvik_desktop.central.published.comparison import QUARTILES_FROM, SMALLEST_GROUP, Cell
from kvik_desktop.central.published.model import Breakdown, RowKind, Table
from kvik_desktop.central.published.showing import Figures, known_words, publications, table_csv
from kvik_desktop.central.wording import Words
from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.packages import DB
from kvik_desktop.compose import open_central
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.model import Method

F = TypeVar("F", bound=Callable[..., Any])


def which_options(command: F) -> F:
    """The options of a command about published figures."""
    for option in (
        DB,
        click.option("--campaign", metavar="ID", help="Kun denne kampagne."),
        click.option(
            "--by",
            type=click.Choice([each.value for each in Breakdown]),
            help="Det, der deles op efter (ellers sector); ligger fast, når kampagnen først er opgjort.",
        ),
        click.option(
            "--renew", is_flag=True, help="Lav en ny opgørelse, hvis ingen kan kendes på forskellen."
        ),
    ):
        command = option(command)
    return command


@click.command("benchmark", help="Vis opgørelsen, så ingen kan kendes på tallene.")
@which_options
@click.option("--csv", "csv_file", type=PATH, metavar="FIL.csv", help="Skriv også tallene som tabel.")
@spoken
def benchmark(
    console: Console, db: str | None, campaign: str | None, by: str | None, renew: bool, csv_file: Path | None
) -> None:
    """Publish, or show what is published."""
    with open_central(db, console.clock) as database:
        breakdown = Breakdown(by) if by else None
        figures = publications(database, campaign, breakdown, renew=renew)
        words = known_words(database, console.tr)
    if csv_file is not None:
        write_atomically(csv_file, table_csv(figures, words))
    document = {
        "smallest_group": SMALLEST_GROUP,
        "quartiles_from": QUARTILES_FROM,
        "campaigns": [_document(each, words) for each in figures],
    }
    console.result(document, [line for each in figures for line in _lines(each, words)] or [_NOTHING])


def _document(figures: Figures, words: Words) -> Json:
    publication = figures.publication
    return {
        "campaign": publication.campaign or None,
        "title": publication.title,
        "taken": publication.taken,
        "breakdown": publication.breakdown.value,
        "newer": figures.newer,
        "tables": [_table(table, words) for table in publication.tables],
    }


def _table(table: Table, words: Words) -> Json:
    stratum = table.stratum
    return {
        "model": stratum.model,
        "method": stratum.method.value,
        "year": stratum.year,
        "criteria_of": table.basis,
        "unit": "steps" if stratum.method is Method.SCALE5 else "points",
        "n": table.n,
        "model_versions": dict(table.versions),
        "validation": {"self": 0, "visit": 0, **table.validations},
        "groups": list(table.groups),
        "rows": [
            {
                "kind": row.kind.value,
                "id": row.name,
                "name": words.row(table, row),
                "all": _cell(row.row.all),
                "groups": {group: _cell(cell) for group, cell in row.row.groups.items()},
                "shares": msgspec.to_builtins(row.row.shares),
            }
            for row in table.rows
        ],
    }


def _cell(cell: Cell | None) -> Json | None:
    return None if cell is None else {"n": cell.n, "median": cell.median, "q1": cell.q1, "q3": cell.q3}


_NOTHING = say("Der er endnu ingen pakker, som tæller.")
_ALL = "alle"


def _lines(figures: Figures, words: Words) -> Iterator[Text]:
    publication = figures.publication
    yield say(
        "{title}, opgjort {taken}",
        title=publication.title or publication.campaign or "–",
        taken=publication.taken,
    )
    if figures.newer:
        yield say_n(
            "{n} pakke er kommet til eller ændret siden; den tæller med efter --renew.",
            "{n} pakker er kommet til eller ændret siden; de tæller med efter --renew.",
            figures.newer,
        )
    for table in publication.tables:
        yield say("{table}: {n} institutioner", table=words.table(table), n=table.n)
        if table.n < SMALLEST_GROUP:
            yield say("  Der skal mindst {least} til, før noget kan sammenlignes.", least=SMALLEST_GROUP)
        for row in table.rows:
            if row.kind is RowKind.CRITERION:
                cells = {_ALL: row.row.all, **row.row.groups}
                shown = " · ".join(_short(words.group(group), cell) for group, cell in cells.items())
                yield say("  {id} {name}: {cells}", id=row.name, name=words.row(table, row), cells=shown)


def _short(group: str, cell: Cell | None) -> str:
    return f"{group} <{SMALLEST_GROUP}" if cell is None else f"{group} {cell.median} (n {cell.n})"
