"""The coordinator's overview as a PDF: tagged, the same bytes, and as wide as a page however many groups."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

from pypdf import PdfReader

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.report.overview import (
    CampaignShown,
    Column,
    Comparison,
    Deliverer,
    HeatCell,
    HeatRow,
    Overview,
    Progress,
)
from kvik_desktop.report.overview_document import overview_pdf

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def overview(groups: int, name: str = "Enhed") -> Overview:
    columns = (*(Column(f"Distrikt {n}", 7 if n % 3 else None) for n in range(groups)), Column("Alle", 40))
    cells = tuple(HeatCell(10 * n, n % 6) if n % 3 else None for n in range(groups + 1))
    rows = (HeatRow("1", "Lederskab", cells, "40-50", (("0-50", 60), ("51-100", 40))),)
    ranges = ("0-10", "11-30", "31-50", "51-70", "71-90", "91-100")
    comparison = Comparison("KVIK", 40, ("40 institutioner.",), columns, rows, rows, ranges)
    campaign = CampaignShown(
        "Selvevaluering 2026",
        date(2026, 12, 15),
        date(2026, 11, 20),
        2,
        40,
        58,
        (Progress("Skole", 9, 12), Progress("Ældre", 0, 0)),
        (comparison,),
        (Deliverer(name, "Skole", date(2026, 11, 3), 2, "samlet vurdering"),),
    )
    return Overview("da", "Fjordby Kommune", (campaign,))


def text_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_same_content_gives_the_same_bytes() -> None:
    assert overview_pdf(overview(4), Resources(), AT) == overview_pdf(overview(4), Resources(), AT)


def test_every_group_stands_in_it_however_many() -> None:
    text = text_of(overview_pdf(overview(11), Resources(), AT))
    for number in range(11):
        assert f"Distrikt {number}" in text
    assert "under 5" in text


def test_what_people_call_themselves_is_data_and_never_markup() -> None:
    name = "#set page(fill: red) *fed* <b> $x$ @kilde"
    assert name in text_of(overview_pdf(overview(4, name), Resources(), AT))


def test_a_campaign_without_anything_is_a_page_too() -> None:
    empty = CampaignShown("Tom", None, date(2026, 11, 20), 0, 0, 0, (), (), ())
    assert "Tom" in text_of(overview_pdf(Overview("en", "", (empty,)), Resources(), AT))
