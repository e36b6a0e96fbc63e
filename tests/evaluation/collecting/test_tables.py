"""Participants and answers as tables: what is read, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.evaluation.collecting.answer_table import read_answers
from kvik_desktop.evaluation.collecting.roster_table import read_roster
from kvik_desktop.evaluation.model import Participant, StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating

KVIK = load("kvik", Resources())
ROSTER = [Participant(f"p{n}", "e", n, name) for n, name in enumerate(("Anna Lund", "Bo Ø"), start=1)]
NOTHING: dict[StatementKind, tuple[str, ...]] = dict.fromkeys(StatementKind, ())
HEAD = "participant;subcriterion;plan;do;check;act;trend;target;score;evidence;strength;area;idea\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "tabel.csv"
    path.write_text(text, encoding="utf-8")
    return path


def answers(folder: Path, lines: str, method: Method = Method.CLASSICAL) -> dict[str, tuple[NewAnswer, ...]]:
    return dict(read_answers(write(folder, HEAD + lines).read_bytes(), "svar.csv", KVIK, method, ROSTER))


def faults(
    folder: Path, lines: str, method: Method = Method.CLASSICAL
) -> list[tuple[int | None, str | None]]:
    with pytest.raises(Problem) as caught:
        answers(folder, lines, method)
    assert caught.value.code == "E_ANSWERS"
    return [(detail.line, detail.column) for detail in caught.value.details]


def test_the_list_of_participants(tmp_path: Path) -> None:
    path = write(tmp_path, "name,role,leader\n Anna  Lund ,skoleleder,Ja\nBo Ø,,\n")
    assert read_roster(path) == (NewParticipant("Anna Lund", "skoleleder", True), NewParticipant("Bo Ø"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name;role\n;lærer\n", (2, "name")),
        ("name;role\nBo;\nbo;\n", (3, "name")),
        ("name;leader\nBo;måske\n", (2, "leader")),
        ("role;leader\nlærer;ja\n", (1, "name")),
        ("name;role\n", (1, None)),
    ],
)
def test_faults_in_the_list_are_named(tmp_path: Path, text: str, place: tuple[int, str | None]) -> None:
    with pytest.raises(Problem) as caught:
        read_roster(write(tmp_path, text))
    assert [(detail.line, detail.column) for detail in caught.value.details] == [place]


def test_answers_with_figures_texts_and_cannot_judge(tmp_path: Path) -> None:
    found = answers(
        tmp_path,
        'anna lund;1.1;;;;;;;48;;"Faste møder\nKlare mål";For lidt tid;\n'
        "Bo Ø;1.1;;;;;;;;;;;\nAnna Lund;6.1;;;;;;;0;APV;;;En tavle\n",
    )
    assert found == {
        "p1": (
            NewAnswer(
                "1.1",
                Rating(48),
                NOTHING
                | {
                    StatementKind.STRENGTH: ("Faste møder", "Klare mål"),
                    StatementKind.AREA: ("For lidt tid",),
                },
            ),
            NewAnswer(
                "6.1",
                Rating(0),
                NOTHING | {StatementKind.EVIDENCE: ("APV",), StatementKind.IDEA: ("En tavle",)},
            ),
        ),
        "p2": (NewAnswer("1.1", Rating(), NOTHING),),
    }


def test_an_empty_cell_says_that_there_is_no_text_and_a_missing_column_says_nothing(tmp_path: Path) -> None:
    text = "participant;subcriterion;score;area;strength\nBo Ø;1.1;48;;Faste møder\nBo Ø;1.2;48\n"
    found = read_answers(write(tmp_path, text).read_bytes(), "svar.csv", KVIK, Method.CLASSICAL, ROSTER)
    assert [dict(each.texts) for each in found["p2"]] == [
        {StatementKind.AREA: (), StatementKind.STRENGTH: ("Faste møder",)},
        {StatementKind.AREA: (), StatementKind.STRENGTH: ()},
    ]


def test_phases_belong_to_the_fine_method(tmp_path: Path) -> None:
    found = answers(
        tmp_path, "Bo Ø;1.1;10;20;30;40;;;;;;;\nBo Ø;6.1;;;;;50;60;;;;;\nBo Ø;1.2;10;;;;;;;;;;\n", Method.FINE
    )
    ratings = [each.rating for each in found["p2"]]
    assert ratings == [Rating(plan=10, do=20, check=30, act=40), Rating(trend=50, target=60), Rating(plan=10)]


def test_every_faulty_line_is_named_and_nothing_is_kept(tmp_path: Path) -> None:
    lines = (
        "Ukendt;1.1;;;;;;;48;;;;\n"
        "Bo Ø;9.9;;;;;;;48;;;;\n"
        "Bo Ø;1.1;;;;;;;101;;;;\n"
        "Bo Ø;1.2;;;;;;;4,5;;;;\n"
        'Bo Ø;1.3;;;;;;;12;;"to\nlinjer";;\n'
        "Bo Ø;1.3;;;;;;;12;;;;\n"
        "Bo Ø;1.4;50;;;;;;12;;;;\n"
    )
    assert faults(tmp_path, lines) == [
        (2, "participant"),
        (3, "subcriterion"),
        (4, "score"),
        (5, "score"),
        (8, None),
        (9, "plan"),
        (9, "score"),
    ]


@pytest.mark.parametrize("cell", ["-1", "+5", "05", "5.0", "1e1", "５", "½", "fem", "1_0", "٣"])
def test_only_plain_whole_numbers_are_figures(tmp_path: Path, cell: str) -> None:
    assert faults(tmp_path, f"Bo Ø;1.1;;;;;;;{cell};;;;\n") == [(2, "score")]


def test_the_wrong_phases_for_the_block_are_named(tmp_path: Path) -> None:
    assert faults(tmp_path, "Bo Ø;1.1;;;;;50;;;;;;\nBo Ø;6.1;;5;;;;;;;;;\n", Method.FINE) == [
        (2, "trend"),
        (3, "do"),
    ]


def test_a_file_without_answers_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path, "") == [(1, None)]
