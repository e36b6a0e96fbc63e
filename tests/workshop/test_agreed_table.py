"""The agreed scores as a table: figures, parking, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop.agreed_table import read_agreed
from kvik_desktop.workshop.usecases import Agreed


def read(folder: Path, text: str, method: Method = Method.FINE) -> tuple[Agreed, ...]:
    path = folder / "enige.csv"
    path.write_text(text, encoding="utf-8")
    return read_agreed(path, load("kvik", Resources()), method, "ved ikke")


def test_figures_and_parking(tmp_path: Path) -> None:
    text = "subcriterion;score;parked;note;reason\n1.1;40;nej;;Nye tal\n1.2;;;;\n1.3;;ja;Mangler tal;\n"
    assert read(tmp_path, text, Method.CLASSICAL) == (
        Agreed("1.1", Rating(40), "Nye tal"),
        Agreed("1.2", parked=True, note="ved ikke"),
        Agreed("1.3", parked=True, note="Mangler tal"),
    )


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("1.1;10;20;30;;", None),
        ("1.1;10;20;30;40;måske", "parked"),
        ("1.1;10;20;30;40;ja", "parked"),
        ("1.1;10;;;;ja", "parked"),
        ("1.1;10;20;30;101;", "act"),
        ("9.9;10;20;30;40;", "subcriterion"),
        ("1.2;10;20;30;40;", "subcriterion"),
    ],
)
def test_every_fault_is_named_with_its_line(tmp_path: Path, row: str, column: str | None) -> None:
    with pytest.raises(Problem) as caught:
        read(tmp_path, f"subcriterion;plan;do;check;act;parked\n1.2;1;2;3;4;\n{row}\n1.3;;;;;\n")
    assert caught.value.code == "E_CONSENSUS"
    assert [(detail.line, detail.column) for detail in caught.value.details] == [(3, column)]
