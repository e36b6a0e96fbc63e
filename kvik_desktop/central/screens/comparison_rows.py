"""What the comparison page shows as plain data, made away from the window; looking publishes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kvik_desktop.central.overview import sizes_of
from kvik_desktop.central.published.comparison import SMALLEST_GROUP, Cell
from kvik_desktop.central.published.model import Breakdown, NamedRow, RowKind, Table
from kvik_desktop.central.published.showing import known_words
from kvik_desktop.central.published.usecases import Look, look, titles
from kvik_desktop.central.screens import comparison_words
from kvik_desktop.central.wording import Words
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.model_package.scoring import band_range
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.heat_cells import HeatCell, HeatColumn, HeatRow
from kvik_desktop.shell.widgets.quartile_plot import Quartiles
from kvik_desktop.storage.central_database import CentralDatabase


@dataclass(frozen=True, slots=True)
class Distribution:
    """One row as it is seen beside the table."""

    title: str
    text: str
    groups: Sequence[Quartiles]
    shares: str
    """How many per cent lie where, empty where there are too few."""


@dataclass(frozen=True, slots=True)
class TableSeen:
    """One table with its rows, in one reader's language."""

    key: str
    name: str
    short: str
    """Its name where all tables are of the same model and year."""
    model: str
    """The model with its editions."""
    n: int
    columns: Sequence[HeatColumn]
    rows: Mapping[RowKind, Sequence[HeatRow]]
    distributions: Mapping[tuple[RowKind, str], Distribution]
    steps: Sequence[Step]
    facts: Sequence[str]
    """What one has to know about it before it is held up to another."""

    @property
    def is_shown(self) -> bool:
        """Whether there are enough for a comparison."""
        return self.n >= SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class Seen:
    """One campaign, and which others there are."""

    campaigns: Sequence[tuple[str, str]]
    """By id and title, the newest first; none where nothing counts."""
    campaign: str
    look: Look | None
    tables: Sequence[TableSeen]
    caution: str

    @property
    def most(self) -> int:
        """How many the largest table is of."""
        return max((table.n for table in self.tables), default=0)

    def table(self, key: str) -> TableSeen | None:
        """The table with a key, else the largest; None where there is none."""
        largest = max(self.tables, key=lambda table: table.n, default=None)
        return next((table for table in self.tables if table.key == key), largest)


def see(database: CentralDatabase, campaign: str, breakdown: Breakdown, tr: Translator) -> Seen:
    """A campaign, the newest where it is not there any more."""
    campaigns = [(id_, title or tr(say("Uden for kampagner"))) for id_, title in database.ask(titles)]
    if not campaigns:
        return Seen((), "", None, (), "")
    ids = [id_ for id_, _ in campaigns]
    chosen = campaign if campaign in ids else ids[0]
    looked = database.ask(look, chosen, breakdown)
    words = known_words(database, tr)
    tables = [table_seen(table, words) for table in looked.publication.tables]
    return Seen(campaigns, chosen, looked, tables, comparison_words.caution(looked.publication.tables, tr))


def table_seen(table: Table, words: Words) -> TableSeen:
    """A table in words."""
    tr, sizes, model = words.translate, sizes_of(table), words.model(table.stratum.model)
    rows: dict[RowKind, list[HeatRow]] = {kind: [] for kind in RowKind}
    for row in table.rows:
        rows[row.kind].append(_row(row, table, sizes, words))
    steps = [Step(*band_range(band, table.stratum.method), "", "") for band in range(6)]
    return TableSeen(
        table.stratum.key,
        words.table(table),
        tr(comparison_words.METHODS[table.stratum.method]),
        tr(say("{model}, udgave {editions}", model=model, editions=", ".join(table.versions))),
        table.n,
        _columns(table, sizes, words),
        rows,
        {(row.kind, row.name): _distribution(row, table, words) for row in table.rows},
        steps,
        [tr(text) for text in comparison_words.facts(table, tr)],
    )


def _columns(table: Table, sizes: Mapping[str, int], words: Words) -> list[HeatColumn]:
    def column(name: str, n: int | None, *, strong: bool = False) -> HeatColumn:
        counted = comparison_words.UNDER if n is None else say("n = {n}", n=n)
        return HeatColumn(name, words.translate(counted), strong)

    groups = [column(words.group(group), sizes.get(group)) for group in table.groups]
    return [*groups, column(words.translate(say("Alle")), sizes.get(""), strong=True)]


def _row(row: NamedRow, table: Table, sizes: Mapping[str, int], words: Words) -> HeatRow:
    tr, name = words.translate, words.row(table, row)

    def cell(group: str, found: Cell | None) -> HeatCell:
        if found is None:
            return HeatCell(tr(comparison_words.UNDER))
        note = "" if found.n == sizes[group] else tr(say("n {n}", n=found.n))
        return HeatCell(str(found.median), found.band, note)

    cells = [cell(group, row.row.groups.get(group)) for group in table.groups]
    number = row.name if name != row.name else ""
    return HeatRow(row.name, name, (*cells, cell("", row.row.all)), number)


def _distribution(row: NamedRow, table: Table, words: Words) -> Distribution:
    tr, name = words.translate, words.row(table, row)
    groups = [(words.group(group), row.row.groups.get(group)) for group in table.groups]
    return Distribution(
        f"{row.name} {name}" if name != row.name else name,
        tr(comparison_words.about(row.row.all, table)),
        [_quartiles(group, cell, tr) for group, cell in (*groups, (tr(say("Alle")), row.row.all))],
        comparison_words.shares(row.row.shares, table.stratum.method, tr),
    )


def _quartiles(group: str, cell: Cell | None, tr: Translator) -> Quartiles:
    if cell is None:
        reason = tr(say("vises ikke, så ingen kan kendes på tallene"))
        return Quartiles(group, tr(say("færre end {n}", n=SMALLEST_GROUP)), reason)
    middle = None if cell.q1 is None or cell.q3 is None else (cell.q1, cell.q3)
    words = tr(comparison_words.figures(cell))
    return Quartiles(group, tr(say("n = {n}", n=cell.n)), words, cell.median, middle)
