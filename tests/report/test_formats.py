"""The forms of a report: chosen by the file's name, and the same bytes for the same content and time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.formats import FORMATS, docx, html, maker_for, pdf, xlsx
from tests.report import sample
from tests.report.sample import CREATED
from tests.report.told import RESOURCES, made

FIRST_BYTES = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize(
    ("name", "maker"),
    [("a.pdf", pdf), ("b.docx", docx), ("c.d.xlsx", xlsx), ("e.html", html), ("RAPPORT.PDF", pdf)],
)
def test_the_ending_of_the_name_chooses_the_form(name: str, maker: object) -> None:
    assert maker_for(Path(name)) is maker


@pytest.mark.parametrize("name", ["rapport", "rapport.doc", "rapport.pdf.txt", ".pdf", "rapport.htm"])
def test_another_ending_is_a_problem_that_says_what_can_be_made(name: str) -> None:
    with pytest.raises(Problem) as raised:
        maker_for(Path("mappe.pdf") / name)
    danish = Translator("da")
    assert raised.value.code == "E_FORMAT_OUT"
    assert name in danish(raised.value.message)
    assert all(suffix in danish(raised.value.action) for suffix in FORMATS)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_form_is_what_its_ending_says(suffix: str) -> None:
    assert made(suffix, "short").startswith(FIRST_BYTES[suffix])


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_content_and_time_give_the_same_bytes(suffix: str) -> None:
    again = FORMATS[suffix](sample.short(), RESOURCES, CREATED)
    assert again == made(suffix, "short")


@pytest.mark.parametrize("suffix", FORMATS)
def test_another_time_gives_other_bytes(suffix: str) -> None:
    later = FORMATS[suffix](sample.short(), RESOURCES, datetime(2027, 1, 2, tzinfo=UTC))
    assert later != made(suffix, "short")


def test_every_form_says_when_it_was_made() -> None:
    assert "Udskrevet" in made(".html", "short").decode()
    assert "22.11.2026" in made(".html", "short").decode()
    for suffix, member in ((".docx", "word/document.xml"), (".xlsx", "xl/sharedStrings.xml")):
        with zipfile.ZipFile(io.BytesIO(made(suffix, "short"))) as archive:
            assert "22.11.2026" in archive.read(member).decode()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_archive_tells_nothing_of_when_and_where_it_was_packed(suffix: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(suffix, "full"))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.create_system for member in archive.infolist()} == {0}
        assert b"/root" not in b"".join(archive.read(name) for name in archive.namelist())
