"""The table of ratings in every dress a spreadsheet gives it, and every way in which it can be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.score_table import parse_ratings, read_ratings
from kvik_desktop.model_package.scoring import Rating
from tests.model_package.material import KORT, KVIK

HEADER = "subcriterion;plan;do;check;act;trend;target;score\n"
CLASSICAL, FINE, SCALE5 = Method.CLASSICAL, Method.FINE, Method.SCALE5

Place = tuple[int | None, str | None]


def read(text: str | bytes, method: Method = CLASSICAL, package: ModelPackage = KVIK) -> dict[str, Rating]:
    data = text if isinstance(text, bytes) else text.encode()
    return dict(parse_ratings(data, package, method, "skema.csv"))


def refused(text: str | bytes, method: Method = CLASSICAL) -> Problem:
    with pytest.raises(Problem) as caught:
        read(text, method)
    assert caught.value.code == "E_SCORE_INPUT"
    return caught.value


def faults(text: str | bytes, method: Method = CLASSICAL) -> list[Place]:
    return [(detail.line, detail.column) for detail in refused(text, method).details]


PLAIN = "subcriterion;score\n1.1;40\n6.1;\n9.2;0\n"


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace(";", ",").encode(),
        PLAIN.replace(";", "\t").encode(),
        PLAIN.encode("utf-16"),
        PLAIN.encode("cp1252"),
        PLAIN.upper().encode(),
        PLAIN.removesuffix("\n").encode(),
        b"Delkriterium;Vurdering\n1.1; 40 \n6.1;\n9.2;\xa00\n",  # Windows-1252 with a hard space
        b'"subcriterion";"score"\n"1.1";"40"\n"6.1";""\n"9.2";"0"\n',
        b"\nsubcriterion;score;\n\n1.1;40;\n;;\n6.1;;\n9.2;0;\n",
        b"score;subcriterion\n40;1.1\n;6.1\n0;9.2\n",
    ],
)
def test_the_same_ratings_in_every_dress(data: bytes) -> None:
    assert read(data) == {"1.1": Rating(score=40), "6.1": Rating(), "9.2": Rating(score=0)}


def test_phases_are_read_and_half_filled_ones_kept_as_given() -> None:
    text = HEADER + "1.1;10;20;30;40;;;\n1.2;10;;;40;;;\n6.1;;;;;0;100;\n6.2;;;;;50;;\n7.1;;;;;;;\n"
    assert read(text, FINE) == {
        "1.1": Rating(plan=10, do=20, check=30, act=40),
        "1.2": Rating(plan=10, act=40),
        "6.1": Rating(trend=0, target=100),
        "6.2": Rating(trend=50),
        "7.1": Rating(),
    }


def test_the_short_edition_has_ids_of_its_own() -> None:
    assert read("subcriterion;score\nk8.2;5\n", SCALE5, KORT) == {"k8.2": Rating(score=5)}


@pytest.mark.parametrize("cell", ["0", "1", "9", "10", "99", "100"])
def test_plain_whole_numbers_in_range(cell: str) -> None:
    assert read(f"subcriterion;score\n1.1;{cell}\n")["1.1"].score == int(cell)


NOT_PLAIN = [
    "-1", "+5", "101", "1000", "9" * 5000, "40,0", "40.0", "4e1", "0x10", "007", "00", "1 0", "1_0", "40%",
    "٤٠", "４０", "²", "½", "ti", "-", "NaN", "None", "'40", "=40", "40\N{ZERO WIDTH SPACE}",
]  # fmt: skip


@pytest.mark.parametrize("cell", NOT_PLAIN)
def test_anything_else_is_refused(cell: str) -> None:
    assert faults(f"subcriterion;score\n1.1;{cell}\n") == [(2, "score")]


def test_the_six_steps_end_at_five() -> None:
    assert faults("subcriterion;score\n1.1;5\n1.2;6\n1.3;50\n", SCALE5) == [(3, "score"), (4, "score")]


def test_every_faulty_line_is_named_not_only_the_first() -> None:
    text = (
        HEADER
        + "1.1;;;;;;;101\n"  # 2: out of range
        + "1.2;;;;;;;50\n"
        + "1.9;;;;;;;50\n"  # 4: unknown
        + '1.3;"";;;;;;"5\n0"\n'  # 5 and 6: a number broken over two lines
        + "1.2;;;;;;;51\n"  # 7: repeated
        + ";;;;;;;50\n"  # 8: no subcriterion
        + "\n"
        + "1.4;10;;;;;;50\n"  # 10: phases mixed with score
        + "6.1;;;;;;;50;60\n"  # 11: more cells than the header
        + "6.2;;;;;;;x\n"  # 12
    )
    assert faults(text) == [
        (2, "score"), (4, "subcriterion"), (5, "score"), (7, "subcriterion"), (8, "subcriterion"),
        (10, "plan"), (10, "score"), (11, None), (12, "score"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "method", "columns"),
    [
        ("1.1;10;;;;;;", CLASSICAL, ["plan"]),
        ("1.1;1;;;;;;", SCALE5, ["plan"]),
        ("6.1;;;;;10;;", CLASSICAL, ["trend"]),
        ("1.1;;;;;;;40", FINE, ["score"]),
        ("1.1;10;10;10;10;10;;", FINE, ["trend"]),
        ("6.1;10;;;;10;10;", FINE, ["plan"]),
        ("6.1;;;;;10;101;", FINE, ["target"]),
        ("1.1;1;-1;1,5;01;;;", FINE, ["do", "check", "act"]),
    ],
)
def test_a_column_without_meaning_for_method_or_block_is_refused(
    row: str, method: Method, columns: list[str]
) -> None:
    assert [column for _, column in faults(HEADER + row + "\n", method)] == columns


@pytest.mark.parametrize("method", [CLASSICAL, FINE])
def test_phases_are_never_mixed_with_a_score(method: Method) -> None:
    assert {line for line, _ in faults(HEADER + "1.1;10;10;10;10;;;10\n", method)} == {2}


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("score\n40", (1, "subcriterion")),
        ("subcriterion;points\n1.1;40", (1, "points")),
        ("subcriterion;score;score\n1.1;40;40", (1, "score")),
        ("", (1, None)),
        ("\x00", (1, None)),
    ],
)
def test_a_header_that_cannot_be_read_by(header: str, place: Place) -> None:
    assert place in faults(header)


def test_a_cell_under_no_heading_is_not_passed_over() -> None:
    assert faults("subcriterion;;score\n1.1;;40\n1.2;50;50\n") == [(3, None)]


def test_an_open_quote_is_named_with_the_faults_before_it() -> None:
    assert faults('subcriterion;score\n1.1;x\n1.2;"40\n1.3;50\n') == [(2, "score"), (3, None)]


@pytest.mark.parametrize("name", ["01-jan", "1,1", "1.10", "01-01-2026"])
def test_what_a_spreadsheet_does_to_ids_is_explained(name: str) -> None:
    [detail] = refused(f"subcriterion;score\n{name};40\n").details
    assert "regnearket" in Translator()(detail.message)


def test_a_file_with_only_a_header_judges_nothing() -> None:
    assert read(HEADER) == {}


def test_a_file_that_is_not_there_or_no_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "væk.csv", "E_FILE"), (tmp_path, "E_SCORE_INPUT")):
        with pytest.raises(Problem) as caught:
            read_ratings(path, KVIK, CLASSICAL)
        assert caught.value.code == code
