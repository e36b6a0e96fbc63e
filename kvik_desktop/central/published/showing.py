"""Published figures on their way out: each campaign's snapshot, in the words of a reader, and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kvik_desktop.central.own_models.usecases import own_models
from kvik_desktop.central.published import usecases
from kvik_desktop.central.published.model import Breakdown, Publication
from kvik_desktop.central.wording import Words
from kvik_desktop.foundation.spreadsheets import spreadsheet
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.storage.central_database import CentralDatabase

COLUMNS = (
    "campaign", "model", "method", "year", "group", "kind", "id", "name", "n", "q1", "median", "q3",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """One campaign's snapshot, and how many packages have come since."""

    publication: Publication
    newer: int


def known_words(database: CentralDatabase, translate: Translator) -> Words:
    """What every model that is known here is called: the shipped ones and the municipality's own."""
    return Words(translate, (*shipped(translate.resources), *database.ask(own_models)))


def publications(
    database: CentralDatabase, campaign: str | None, breakdown: Breakdown | None, *, renew: bool
) -> list[Figures]:
    """The snapshot of each campaign, or of the one that is named. Raises what ``publish`` raises."""
    wanted = database.ask(usecases.campaigns) if campaign is None else (campaign,)
    return [_published(database, each, breakdown, renew=renew) for each in wanted]


def _published(
    database: CentralDatabase, campaign: str, breakdown: Breakdown | None, *, renew: bool
) -> Figures:
    publication = database.do(usecases.publish, campaign, breakdown, renew=renew).value
    return Figures(publication, database.ask(usecases.newer_than, publication))


def table_csv(figures: Sequence[Figures], words: Words) -> bytes:
    """Every published cell on a row of its own."""
    return spreadsheet(COLUMNS, (row for each in figures for row in _rows(each.publication, words)))


def _rows(publication: Publication, words: Words) -> Iterator[list[object]]:
    for table in publication.tables:
        stratum = table.stratum
        head = [publication.campaign, stratum.model, stratum.method.value, stratum.year]
        for row in table.rows:
            cells = {"": row.row.all, **row.row.groups}
            for group, cell in cells.items():
                about = [group or "all", row.kind.value, row.name, words.row(table, row)]
                shown = [None] * 4 if cell is None else [cell.n, cell.q1, cell.median, cell.q3]
                yield [*head, *about, *shown]
