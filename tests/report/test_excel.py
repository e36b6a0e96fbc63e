"""The report in Excel: every figure and text in its cell, real numbers and dates, and never a formula."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.report.content import Action, Content
from kvik_desktop.report.excel import xlsx_file
from kvik_desktop.report.form_words import FORM_LABELS
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.workbook import (
    FORMULA_SIGNS,
    LONGEST_TEXT,
    Book,
    Column,
    Cover,
    cell_text,
    sheet_name,
)
from tests.report.sample import CREATED
from tests.report.test_pasted import ANY_TEXT
from tests.report.told import HOSTILE, KINDS, RESOURCES, TYPESETTER, content, made, texts, writer

SHEETS = ["Oversigt", "Delkriterier", "Styrker og forbedringsområder", "Handlingsplan", "Om"]
CUT = "… (resten)"
DANGEROUS = ("=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\u00a0@x", "＝1", "－ 1")


@cache
def report(kind: str, language: Language = "da") -> Any:
    """A sample report as another library reads it."""
    return opened(made(".xlsx", kind, language))


def opened(file: bytes) -> Any:
    """The workbook in a file."""
    return openpyxl.load_workbook(io.BytesIO(file))


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a list by the names of their columns."""
    heads, *found = list(sheet.values)
    return [dict(zip(heads, row, strict=True)) for row in found]


def cells(workbook: Any) -> list[Any]:
    """Every value in the workbook."""
    return [value for sheet in workbook for row in sheet.values for value in row if value is not None]


def one_cell(value: Any, kind: Any = "text") -> Any:
    """A value written to a new workbook and read again."""
    book = Book(Cover("da", "t", "a", CREATED, "{page}", CUT), Palette.read(RESOURCES))
    book.sheet("x", (10,)).table((Column("h", 10, kind),), ((value,),))
    return opened(book.save())["x"]["A2"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_group_and_the_plan_is_in_a_cell(kind: str, language: Language) -> None:
    there = "\n".join(str(value) for value in cells(report(kind, language)))
    assert [words for words in texts(content(kind, language), language) if words not in there] == []


def test_the_sheets_are_these() -> None:
    assert report("full").sheetnames == SHEETS
    assert all(sheet_name(name) == name for name in SHEETS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_of_a_subcriterion_says_what_was_agreed_and_answered(kind: str) -> None:
    told = content(kind, "da")
    found = {row["Id"]: row for row in rows(report(kind)["Delkriterier"])}
    assert list(found) == [sub.id for sub in told.subcriteria]
    for sub in told.subcriteria:
        row, latest = found[sub.id], sub.latest
        assert row["Delkriterium"] == sub.name
        assert row["Fastlagt"] == (None if sub.agreed.value is None else float(sub.agreed.value))
        assert row["Trin (0-5)"] == sub.agreed.band
        assert row["Svar"] == (None if latest is None else latest.n)
        assert row["Kan ikke vurdere"] == (None if latest is None else latest.cannot_judge)
        spread = None if latest is None else latest.spread
        assert row["Median"] == (None if spread is None else float(spread.median))
        assert [row.get(phase.name) for phase in sub.phases] == [phase.score for phase in sub.phases]
        assert row["Runder"] == len(sub.rounds)


def test_what_the_content_holds_back_is_not_in_the_workbook() -> None:
    few = rows(report("short")["Delkriterier"])
    answered = {sub.id: sub.latest for sub in content("short", "da").subcriteria}
    held_back = [row for row in few if (latest := answered[row["Id"]]) is None or latest.spread is None]
    assert held_back
    for row in held_back:
        assert [row["Laveste"], row["Median"], row["Højeste"]] == [None] * 3
    assert not [name for name in few[0] if str(name).startswith("Svar på trin")]
    assert [name for name in rows(report("full")["Delkriterier"])[0] if name.startswith("Svar på trin")] == [
        f"Svar på trin {step}" for step in range(6)
    ]


def test_every_statement_is_a_row_with_its_kind_and_how_many_it_was_gathered_from() -> None:
    found = [
        (row["Id"], row["Slags"], row["Tekst"], row["Samlet af"])
        for row in rows(report("full")["Styrker og forbedringsområder"])
    ]
    for sub in content("full", "da").subcriteria:
        for kind, statements in (("Styrke", sub.strengths), ("Dokumentation", sub.evidence)):
            for each in statements:
                assert (sub.id, kind, fit(each.text), each.sources) in found
    areas = sum(len(sub.areas) for sub in content("full", "da").subcriteria)
    assert sum(kind == "Forbedringsområde" for _, kind, _, _ in found) == areas


def test_the_plan_has_real_dates_and_numbers() -> None:
    first, second, *_ = rows(report("full")["Handlingsplan"])
    dates = ("Start", "Frist", "Opfølgning", "Seneste måling")
    assert [first[name] for name in dates] == [
        datetime(*day)  # noqa: DTZ001 (a day in Excel has no zone)
        for day in ((2026, 11, 9), (2027, 1, 15), (2027, 4, 12), (2026, 10, 30))
    ]
    assert [first[name] for name in ("Nr.", "Timer", "Kroner", "Udgangspunkt", "Mål", "Seneste værdi")] == [
        1, 40, 12500.5, 3.4, 3.8, 3.55,
    ]  # fmt: skip
    assert (first["Status"], first["Felt"]) == ("I gang", "Hurtig gevinst")
    amount = writer("da").amount
    assert first["Målinger"].split("\n") == [
        f"26.06.2026 · {amount(Decimal('3.4'), 'point')} · Trivselsmåling 2026",
        f"30.10.2026 · {amount(Decimal('3.55'), 'point')} · Lille måling, 31 svar",
    ]
    assert second["Timer"] is None
    sheet = report("full")["Handlingsplan"]
    assert sheet["H2"].number_format == "dd.mm.yyyy"
    assert sheet["M2"].number_format == "#,##0.00"


def test_the_overview_has_means_of_full_precision() -> None:
    told = content("full", "da")
    found = {row[0]: row for row in report("full")["Oversigt"].values}
    assert found["Indsatser"][1] == float(told.enablers.value or 0)
    for each in told.criteria:
        row = found[f"{each.id} {each.name}"]
        assert row[1] == pytest.approx(float(each.mean.value or 0), abs=1e-12)
        assert (row[4], row[5]) == (each.scored, len(each.subcriteria))


@pytest.mark.parametrize("kind", ["full", "short", "empty"])
def test_the_radar_is_drawn_from_the_criteria_of_the_table(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(".xlsx", kind))) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawing = ElementTree.fromstring(archive.read("xl/drawings/drawing1.xml"))
    names, means = re.findall(r"<c:f>Oversigt!\$(\w)\$(\d+):\$\1\$(\d+)</c:f>", chart)
    sheet = report(kind)["Oversigt"]
    told = [f"{each.id} {each.name}" for each in content(kind, "da").criteria]
    assert (names[0], means[0]) == ("A", "B")
    assert names[1:] == means[1:]
    assert [sheet[f"A{row}"].value for row in range(int(names[1]), int(names[2]) + 1)] == told
    assert any(told[0] in found.get("descr", "") for found in drawing.iter())


@pytest.mark.parametrize("kind", KINDS)
def test_lists_can_be_filtered_and_keep_their_heading_in_sight(kind: str) -> None:
    for name in SHEETS[1:4]:
        sheet = report(kind)[name]
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


@pytest.mark.parametrize("kind", KINDS)
def test_no_cell_is_a_formula_or_could_become_one(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(".xlsx", kind))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 5
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<hyperlink" in sheet]
    assert not [value for value in cells(report(kind)) if str(value).lstrip().startswith(FORMULA_SIGNS)]


@pytest.mark.parametrize("words", [*DANGEROUS, *(text for text in HOSTILE if text.startswith("="))])
def test_text_like_a_formula_gets_an_apostrophe_in_front(words: str) -> None:
    """In the cell itself: saved as CSV and opened again, a hidden mark would be gone and the text be run."""
    cell = one_cell(words)
    assert (cell.data_type, cell.value) == ("s", f"'{fit(words)}")


@pytest.mark.parametrize("words", ["Vi -", "a=b", "3 + 3", "–5", "• punkt", "'citat'", "_x0041_ _x000D_"])
def test_other_text_is_left_alone(words: str) -> None:
    assert one_cell(words).value == words


def test_hostile_text_in_every_field_of_the_report_is_text() -> None:
    for words in HOSTILE:
        workbook = opened(xlsx_file(_everywhere(words), TYPESETTER, CREATED))
        there = [str(value) for value in cells(workbook)]
        assert sum(fit(words) in value for value in there) > 30
        assert not [value for value in there if value.startswith(FORMULA_SIGNS)]


def _everywhere(words: str) -> Content:
    base = content("short", "da")
    action = replace(
        content("full", "da").actions[0],
        title=words, theme=words, description=words, responsible=words, participants=(words,),
        prerequisites=(words,), success=words, indicator=words, unit=words, phase=words, goal=words,
        effect_served=words, dropped_reason=words, areas=(words,),
    )  # fmt: skip
    criteria = tuple(
        replace(
            each,
            name=words,
            subcriteria=tuple(replace(sub, reason=words, note=words, name=words) for sub in each.subcriteria),
        )
        for each in base.criteria
    )
    unit = replace(base.unit, name=words, size=words)
    return replace(base, title=words, unit=unit, criteria=criteria, actions=(action,))


@settings(max_examples=40)
@given(ANY_TEXT | st.sampled_from(HOSTILE))
def test_a_cell_never_begins_like_a_formula_and_keeps_the_text(words: str) -> None:
    held = cell_text(words, CUT)
    assert not held.lstrip().startswith(FORMULA_SIGNS)
    assert held.removeprefix("'").endswith(fit(words).removeprefix("'"))


@settings(max_examples=15)
@given(ANY_TEXT)
def test_any_text_is_read_back_as_it_was_written(words: str) -> None:
    assert (one_cell(words).value or "") == cell_text(words, CUT)


@pytest.mark.parametrize("sign", ["x", "😀"])
def test_a_text_longer_than_a_cell_says_that_it_goes_on_elsewhere(sign: str) -> None:
    held = one_cell(sign * 40_000).value
    assert held.startswith(sign * 1000)
    assert held.endswith(CUT)
    assert LONGEST_TEXT - 2 < len(held.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert "resten" in FORM_LABELS["cut"].message


def test_negative_numbers_stay_numbers_and_early_dates_become_text() -> None:
    below = one_cell(Decimal("-3.5"), "amount")
    assert (below.data_type, below.value) == ("n", -3.5)
    assert one_cell(date(1899, 12, 31), "date").value == "1899-12-31"
    assert one_cell(date(1900, 3, 1), "date").is_date


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("A/B: [c]*?", "AB c"),
        ("'a'", "a"),
        ("Strengths and areas for improvement", "Strengths and areas for improve"),
    ],
)
def test_a_name_of_a_sheet_is_one_that_excel_takes(name: str, held: str) -> None:
    assert sheet_name(name) == held


def test_rows_grow_when_somebody_writes_more() -> None:
    with zipfile.ZipFile(io.BytesIO(made(".xlsx", "full"))) as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml")
    assert b' ht="' in sheet
    assert b"customHeight" not in sheet


def test_the_file_says_what_it_is_and_when_it_was_made() -> None:
    properties = report("full").properties
    assert properties.title == "Plejecenter Engblomme: Selvevaluering 2026"
    assert properties.created.replace(tzinfo=UTC) == CREATED


def test_an_action_without_fields_is_a_row_of_empty_cells() -> None:
    base = content("full", "da")
    bare = Action(number=1, title="Alene", status=base.actions[0].status)
    workbook = opened(xlsx_file(replace(base, actions=(bare,)), TYPESETTER, CREATED))
    (row,) = rows(workbook["Handlingsplan"])
    filled = {name: value for name, value in row.items() if value is not None}
    assert filled == {"Nr.": 1, "Tiltag": "Alene", "Status": "I gang"}
    assert writer("da").label("action") in filled
