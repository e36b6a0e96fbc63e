"""`kvik report`: the evaluation file itself is never taken for a report to replace."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.example import Example
from kvik_desktop.foundation.resources import Resources
from tests.cli.kvik import Kvik


def test_the_evaluation_file_is_not_replaced_by_its_report(kvik: Kvik, tmp_path: Path) -> None:
    file = tmp_path / "tudsen.pdf"
    Example("daginstitution", Resources()).play(file, "Ikke vurderet")
    before = file.read_bytes()
    assert kvik.problem("report", file, "--out", file)["code"] == "E_FILE_EXISTS"
    assert file.read_bytes() == before
    assert kvik.json("report", file, "--out", tmp_path / "rapport.pdf")["bytes"] > 10_000
