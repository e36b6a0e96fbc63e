"""Tables for spreadsheets are opened by Danish Excel, and nothing in them is a formula."""

from __future__ import annotations

import csv
import io

import pytest

from kvik_desktop.foundation.spreadsheets import copied, spreadsheet


def test_a_table_has_semicolons_and_a_bom() -> None:
    data = spreadsheet(["Navn", "Antal"], [["Børnehuset; Tudsen", 3], ["Skolen", None]])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Navn", "Antal"], ["Børnehuset; Tudsen", "3"], ["Skolen", ""]]


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(evil: str) -> None:
    text = spreadsheet(["x"], [[evil]]).decode("utf-8-sig")
    [_, [cell]] = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert cell == f"'{evil}"
    assert copied(["x"], [[evil]]).splitlines()[1].startswith("'")


def test_a_copied_table_has_a_line_a_row() -> None:
    assert copied(["a", "b"], [["én\nto", 2], [None, "tre"]]) == "a\tb\nén to\t2\n\ttre\n"
