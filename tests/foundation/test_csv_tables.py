"""Tables as they come out of spreadsheets, and every way in which they can be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.csv_tables import Columns, lines_of, parse_table, read_table, yes_or_no
from kvik_desktop.foundation.problems import Problem

COLUMNS = Columns(("name",), ("note", "score"), {"navn": "name"})


def cells(data: bytes) -> list[tuple[int, dict[str, str]]]:
    rows = parse_table(data, COLUMNS, "E_TEST", "liste.csv")
    return [(row.line, dict(row.cells)) for row in rows]


def details(data: bytes) -> list[tuple[int | None, str | None]]:
    with pytest.raises(Problem) as caught:
        parse_table(data, COLUMNS, "E_TEST", "liste.csv")
    assert caught.value.code == "E_TEST"
    return [(detail.line, detail.column) for detail in caught.value.details]


@pytest.mark.parametrize(
    "data",
    [
        b"name;note\nS\xc3\xb8ren;ja, tak\n",
        b"\xef\xbb\xbfname;note\r\nS\xc3\xb8ren;ja, tak\r\n",
        b'name,note\nS\xc3\xb8ren,"ja, tak"\n',
        b"name\tnote\nS\xc3\xb8ren\tja, tak",
        b"Navn;NOTE\nS\xf8ren;ja, tak\n",  # Windows-1252, as Danish Excel saves CSV
        "name\tnote\nSøren\tja, tak\n".encode("utf-16"),
        b"name;note\n\n;\nS\xc3\xb8ren; ja, tak \n",
    ],
)
def test_the_same_table_in_every_dress(data: bytes) -> None:
    [(_, row)] = cells(data)
    assert row == {"name": "Søren", "note": "ja, tak"}


def test_lines_are_counted_in_the_file_also_after_cells_with_newlines() -> None:
    assert cells(b'name;note\nA;"en\nto"\n\nB;x\n') == [
        (2, {"name": "A", "note": "en\nto"}),
        (5, {"name": "B", "note": "x"}),
    ]


def test_faults_in_the_heading_are_named() -> None:
    assert details(b"note;unknown;score;score\n1;2;3;4\n") == [
        (1, "name"),
        (1, "unknown"),
        (1, "score"),
    ]


def test_lines_with_too_many_cells_are_named_all() -> None:
    assert details(b"name;note\nA;b;c\nB;b\nC;b;;d\n") == [(2, None), (4, None)]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"\xef\xbb\xbf", b"\x00\x01\x02", b'name;note\n"A;b\n', b"\x81\xff\x00"]
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    assert details(data)


def test_a_huge_cell_is_refused_not_a_crash() -> None:
    assert details(b'name;note\nA;"' + b"x" * 200_000 + b'"\n')


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        read_table(tmp_path / "findes-ikke.csv", COLUMNS, "E_TEST")
    assert caught.value.code == "E_FILE"


def test_a_list_in_a_cell() -> None:
    assert lines_of(" en \n\n to\r\n") == ("en", "to")


@pytest.mark.parametrize(
    ("cell", "said"),
    [("Ja", True), ("x", True), ("NEJ", False), ("", False), ("måske", None), ("jaja", None)],
)
def test_yes_no_and_neither(cell: str, said: bool | None) -> None:
    assert yes_or_no(cell) is said
