"""What the comparison page sends out of the house: always the campaign's snapshot, taken the first time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.central.published.model import Breakdown, RowKind
from kvik_desktop.central.published.showing import known_words, publications, table_csv
from kvik_desktop.central.reporting import write_overview
from kvik_desktop.central.screens.comparison_rows import table_seen
from kvik_desktop.central.screens.comparison_words import KINDS
from kvik_desktop.foundation import spreadsheets
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Translator
from kvik_desktop.storage.central_database import CentralDatabase


@dataclass(frozen=True, slots=True)
class Which:
    """A campaign, for one reader; ``breakdown`` is None where it is settled."""

    campaign: str
    breakdown: Breakdown | None
    tr: Translator


def copied(database: CentralDatabase, which: Which, key: str, kind: RowKind) -> str | None:
    """One table as spreadsheets paste it; None where there is no such table any more."""
    [figures] = publications(database, which.campaign, which.breakdown, renew=False)
    tables = {table.stratum.key: table for table in figures.publication.tables}
    if key not in tables:
        return None
    seen = table_seen(tables[key], known_words(database, which.tr))
    heads = [which.tr(KINDS[kind][0]), *(column.words for column in seen.columns)]
    rows = ([row.words, *(cell.words for cell in row.cells)] for row in seen.rows[kind])
    return spreadsheets.copied(heads, rows)


def exported(database: CentralDatabase, which: Which, out: Path) -> None:
    """Every table as a file for spreadsheets. Raises Problem E_FILE_WRITE."""
    figures = publications(database, which.campaign, which.breakdown, renew=False)
    write_atomically(out, table_csv(figures, known_words(database, which.tr)))


def reported(database: CentralDatabase, which: Which, out: Path) -> None:
    """The overview for the directors. Raises Problem E_FILE_WRITE."""
    write_overview(database, which.tr, out, which.campaign, which.breakdown)
