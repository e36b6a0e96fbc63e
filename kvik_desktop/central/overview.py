"""The coordinator's overview: published figures and deliveries as the report's plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kvik_desktop.central.model import CampaignStatus, Delivered
from kvik_desktop.central.published.comparison import Cell
from kvik_desktop.central.published.model import NamedRow, Publication, RowKind, Table
from kvik_desktop.central.register.campaigns import last_day
from kvik_desktop.central.wording import METHODS, Words
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_range
from kvik_desktop.report.overview import (
    CampaignShown,
    Column,
    Comparison,
    Deliverer,
    HeatCell,
    HeatRow,
    Progress,
)


def campaign_shown(
    status: CampaignStatus, publication: Publication | None, newer: int, words: Words, now: datetime
) -> CampaignShown:
    """One campaign of the overview; ``publication`` is None where nothing counts yet."""
    campaign = status.campaign
    taken = datetime.fromisoformat(publication.taken) if publication else now
    return CampaignShown(
        title=campaign.title if campaign else words.translate(say("Uden for kampagner")),
        closes=last_day(campaign.closes) if campaign else None,
        taken=local_day(taken),
        newer=newer,
        delivered=status.delivered,
        of=len(status.institutions),
        progress=_progress(status, words),
        comparisons=tuple(_comparison(table, words) for table in publication.tables) if publication else (),
        deliverers=tuple(_deliverer(each, words) for each in status.institutions),
    )


def _progress(status: CampaignStatus, words: Words) -> tuple[Progress, ...]:
    return tuple(
        Progress(words.group(sector), delivered, of) for sector, (delivered, of) in status.by_sector.items()
    )


def _deliverer(each: Delivered, words: Words) -> Deliverer:
    package = each.package
    return Deliverer(
        each.institution.name,
        words.group(each.institution.sector),
        local_day(package.received) if package else None,
        package.edition if package else None,
        words.translate(METHODS[Method(package.method)]) if package else "",
    )


def _comparison(table: Table, words: Words) -> Comparison:
    sizes = sizes_of(table)
    columns = [Column(words.group(group), sizes.get(group)) for group in table.groups]
    rows = {kind: [row for row in table.rows if row.kind is kind] for kind in RowKind}
    return Comparison(
        title=words.table(table),
        n=table.n,
        details=_details(table, words),
        columns=(*columns, Column(words.translate(say("Alle")), sizes.get(""))),
        criteria=tuple(_row(row, table, sizes, words) for row in rows[RowKind.CRITERION]),
        subcriteria=tuple(_row(row, table, sizes, words) for row in rows[RowKind.SUBCRITERION]),
        ranges=tuple(_range(band, band, table.stratum.method) for band in range(6)),
    )


def sizes_of(table: Table) -> dict[str, int]:
    """By group the largest n in any row (*all* has an empty name): what stands at the head of its column."""
    sizes: dict[str, int] = {}
    for row in table.rows:
        for group, cell in {"": row.row.all, **row.row.groups}.items():
            if cell is not None:
                sizes[group] = max(sizes.get(group, 0), cell.n)
    return sizes


def _details(table: Table, words: Words) -> tuple[str, ...]:
    versions = ", ".join(table.versions)
    visited = table.validations.get("visit", 0)
    return tuple(
        words.translate(text)
        for text in (
            say_n("{n} institution.", "{n} institutioner.", table.n),
            say("Modellens version: {versions}.", versions=versions),
            say_n("{n} er valideret ved besøg.", "{n} er valideret ved besøg.", visited)
            if visited
            else say("Alle har vurderet sig selv."),
        )
    )


def _row(row: NamedRow, table: Table, sizes: Mapping[str, int], words: Words) -> HeatRow:
    method = table.stratum.method
    everybody = row.row.all
    cells = {**{group: row.row.groups.get(group) for group in table.groups}, "": everybody}
    middle = ""
    if everybody is not None and everybody.q1 is not None:
        middle = f"{everybody.q1}-{everybody.q3}"
    return HeatRow(
        id=row.name,
        name=words.row(table, row),
        cells=tuple(_cell(cell, sizes.get(group)) for group, cell in cells.items()),
        middle=middle,
        shares=tuple((_range(each.low, each.high, method), each.per_cent) for each in row.row.shares),
    )


def _cell(cell: Cell | None, of_column: int | None) -> HeatCell | None:
    if cell is None:
        return None
    return HeatCell(cell.median, cell.band, None if cell.n == of_column else cell.n)


def _range(low: int, high: int, method: Method) -> str:
    first, last = band_range(low, method)[0], band_range(high, method)[1]
    return str(first) if first == last else f"{first}-{last}"
