"""`kvik model list` and `kvik model check FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kvik_desktop.cli.console import run_guarded
from kvik_desktop.cli.main import kvik
from tests.model_package.material import KORT, KVIK, source


def test_the_shipped_models_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(kvik, ["model", "list", "--json"]) == 0
    models = json.loads(capsys.readouterr().out)["models"]
    facts = [(each["id"], each["criteria"], each["subcriteria"], each["sha256"]) for each in models]
    assert facts == [("kvik", 9, 28, KVIK.sha256), ("kvik-kort", 8, 20, KORT.sha256)]
    assert models[1]["compared_with"] == "kvik"
    assert run_guarded(kvik, ["model", "list"]) == 0
    assert "KVIK kort, for små institutioner. 8 kriterier" in capsys.readouterr().out


def test_a_good_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kvik.json"
    path.write_bytes(source(KVIK))
    assert run_guarded(kvik, ["model", "check", str(path)]) == 0
    assert "kvik.json er uden fejl." in capsys.readouterr().out
    assert run_guarded(kvik, ["model", "check", str(path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["file"] == str(path)
    assert document["model"]["sha256"] == KVIK.sha256


def test_every_fault_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = json.loads(source(KVIK))
    raw["version"] = "1.1"
    del raw["criteria"][0]["name"]["en"]
    raw["criteria"][1]["subcriteria"][0]["id"] = "2.2"
    path = tmp_path / "egen.json"
    path.write_text(json.dumps(raw, indent=2), encoding="utf-8")
    assert run_guarded(kvik, ["model", "check", str(path), "--json"]) == 1
    problem = json.loads(capsys.readouterr().out)["problem"]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert problem["code"] == "E_MODEL"
    assert [detail["column"] for detail in problem["details"]] == [
        "criteria[0].name",
        "criteria[1].subcriteria[1].id",
    ]
    assert [lines[detail["line"] - 1].strip() for detail in problem["details"]] == [
        '"name": {',
        '"id": "2.2",',
    ]


@pytest.mark.parametrize("content", [b"", b"hej", b"[" * 100_000, b"\xff\xfe", b'{"id": "\\ud800"}'])
def test_hostile_files_are_refused_with_words(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fjendtlig.json"
    path.write_bytes(content)
    assert run_guarded(kvik, ["model", "check", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problem"]["code"] == "E_MODEL"


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(kvik, ["model", "check", str(tmp_path / "væk.json"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problem"]["code"] == "E_FILE"
