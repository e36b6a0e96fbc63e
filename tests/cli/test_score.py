"""`kvik score` to the letter of its contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kvik_desktop.cli.console import run_guarded
from kvik_desktop.cli.main import kvik

HEADER = "subcriterion;plan;do;check;act;trend;target;score\n"


class Asked:
    """One call of the command: how it ended and what it wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        self.code = run_guarded(kvik, ["score", *map(str, arguments)])
        written = capsys.readouterr()
        self.out, self.err = written.out, written.err

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "skema.csv"


def test_the_document_of_a_fine_sheet(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # 1.1: (50+40+30+21)/4 = 35,25 · 1.2: not all phases · 6.1: (30+31)/2 = 30,5 → 31 · 9.1: 200/2 = 100
    sheet.write_text(HEADER + "1.1;50;40;30;21;;;\n1.2;50;40;;;;;\n6.1;;;;;30;31;\n9.1;;;;;100;100;\n")
    asked = Asked(capsys, sheet, "--model", "kvik", "--method", "fine", "--json")
    document = asked.document
    assert (asked.code, asked.err) == (0, "")
    assert list(document) == ["model", "method", "subcriteria", "criteria", "enablers", "results", "overall"]
    assert (document["model"], document["method"]) == ("kvik", "fine")
    assert len(document["subcriteria"]) == 28
    assert document["subcriteria"]["1.1"] == {"score": 35.25, "rounded": 35, "band": "do"}
    assert document["subcriteria"]["1.2"] == {"score": None, "rounded": None, "band": None}
    assert document["subcriteria"]["6.1"] == {"score": 30.5, "rounded": 31, "band": "2"}
    assert document["criteria"]["1"] == {"mean": 35.25, "rounded": 35, "band": "do", "scored": 1, "of": 4}
    assert document["criteria"]["2"] == {"mean": None, "rounded": None, "band": None, "scored": 0, "of": 4}
    assert document["criteria"]["9"] == {"mean": 100.0, "rounded": 100, "band": "5", "scored": 1, "of": 2}
    assert document["enablers"] == {"mean": 35.25}
    assert document["results"] == {"mean": 65.25}  # (30,5 + 100)/2
    # (35,25 + 30,5 + 100)/3 = 165,75/3, the same by subcriteria since each criterion has one
    assert document["overall"] == {"mean_of_criteria": 55.25, "mean_of_subcriteria": 55.25}


def test_numbers_have_four_decimals(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text("subcriterion,score\n1.1,66\n1.2,67\n1.3,67\n2.1,1\n")
    document = Asked(capsys, sheet, "--method", "classical", "--json").document
    assert document["criteria"]["1"]["mean"] == 66.6667  # 200/3
    assert document["enablers"]["mean"] == 33.8333  # (200/3 + 1)/2 = 203/6
    assert document["overall"] == {"mean_of_criteria": 33.8333, "mean_of_subcriteria": 50.25}  # 201/4


def test_the_six_steps_on_the_short_edition(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text("subcriterion;score\nk1.1;2\nk1.2;3\nk5.1;5\n")
    document = Asked(capsys, sheet, "--model", "kvik-kort", "--json").document
    assert (document["model"], document["method"]) == ("kvik-kort", "scale5")
    assert document["criteria"]["k1"] == {"mean": 2.5, "rounded": 3, "band": "check", "scored": 2, "of": 3}
    assert document["subcriteria"]["k5.1"] == {"score": 5.0, "rounded": 5, "band": "5"}


def test_faults_are_a_problem_with_every_line(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text("subcriterion;score\n1.1;101\n1.2;50\n9.9;50\n")
    asked = Asked(capsys, sheet, "--method", "classical", "--json")
    problem = asked.document["problem"]
    assert asked.code == 1
    assert problem["code"] == "E_SCORE_INPUT"
    assert set(problem) == {"code", "message", "action", "details"}
    places = [(detail["line"], detail["column"]) for detail in problem["details"]]
    assert places == [(2, "score"), (4, "subcriterion")]
    assert all(detail["message"] for detail in problem["details"])
    assert "Traceback" not in asked.err


def test_an_unknown_model_and_a_wrong_method(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text("subcriterion;score\n")
    unknown = Asked(capsys, sheet, "--model", "efqm", "--json")
    assert (unknown.code, unknown.document["problem"]["code"]) == (1, "E_MODEL")
    assert Asked(capsys, sheet, "--method", "guess").code == 2


def test_the_table_to_read(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text("subcriterion;score\n1.1;31\n1.2;30\n6.1;95\n")
    asked = Asked(capsys, sheet, "--method", "classical")
    lines = [" ".join(line.split()) for line in asked.out.splitlines()]
    assert asked.code == 0
    assert "1 Lederskab 31 Udført 2 af 4" in lines
    assert "1.1 Retning: mission, vision og værdier 31 Udført" in lines
    assert "1.3 Motivere, støtte og gå foran –" in lines
    assert "6 Bruger- og borgerresultater 95 Helt i top 1 af 2" in lines
    assert "Resultater 95 Helt i top" in lines
    assert "Gennemsnit af kriterier 63" in lines  # (30,5 + 95)/2 = 62,75
    assert not asked.out.startswith("{")
