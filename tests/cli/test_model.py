"""`kvik model list` and `kvik model check FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kvik_desktop.cli.console import run_guarded
from kvik_desktop.cli.main import kvik as command
from kvik_desktop.model_package.model import Guidance
from tests.cli.kvik import Kvik
from tests.model_package.complete import raw_complete
from tests.model_package.material import KORT, KVIK, RESOURCES, source


def test_the_shipped_models_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(command, ["model", "list", "--json"]) == 0
    models = json.loads(capsys.readouterr().out)["models"]
    facts = [(each["id"], each["criteria"], each["subcriteria"], each["sha256"]) for each in models]
    assert facts == [("kvik", 9, 28, KVIK.sha256), ("kvik-kort", 8, 20, KORT.sha256)]
    assert models[1]["compared_with"] == "kvik"
    assert [each["guidance"] for each in models] == ["full", "short"]
    assert run_guarded(command, ["model", "list"]) == 0
    assert "KVIK kort, for små institutioner. 8 kriterier" in capsys.readouterr().out


def test_a_good_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kvik.json"
    path.write_bytes(source(KVIK))
    assert run_guarded(command, ["model", "check", str(path)]) == 0
    assert "kvik.json er uden fejl." in capsys.readouterr().out
    assert run_guarded(command, ["model", "check", str(path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["file"] == str(path)
    assert (document["format"], document["model"]["sha256"]) == ("kvik-modelpakke/1", KVIK.sha256)


def test_what_nobody_promised_is_remarked(kvik: Kvik, tmp_path: Path) -> None:
    raw = raw_complete(Guidance.SHORT)
    del raw["guidance"], raw["criteria"][0]["subcriteria"][0]["examples"]
    path = tmp_path / "egen.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    [remark] = kvik.json("model", "check", path)["remarks"]
    assert remark["column"] == "criteria[0].subcriteria[0]"
    said = kvik("model", "check", path)
    assert "egen.json er uden fejl." in said.out
    assert "1 · criteria[0].subcriteria[0] · Feltet examples mangler." in said.out


def test_a_package_made_with_the_example_of_an_overlay_has_all_that_a_group_needs(
    kvik: Kvik, tmp_path: Path
) -> None:
    path = tmp_path / "kvik-fjordby.json"
    kvik.json(
        "model", "apply", RESOURCES.path("modelpakker", "eksempel", "fjordby-tillaeg.json"), "--out", path
    )
    assert kvik.json("model", "check", path)["remarks"] == []


def test_an_overlay_that_has_been_used_is_changed_only_under_a_new_number(kvik: Kvik, tmp_path: Path) -> None:
    raw = json.loads(RESOURCES.read("modelpakker", "eksempel", "fjordby-tillaeg.json"))
    path = tmp_path / "tillaeg.json"
    unit = ("--unit", "Solsikken", "--sector", "dagtilbud", "--overlay", path)

    def change(text: str, version: str) -> None:
        raw["goals"][0]["text"]["da"], raw["version"] = text, version
        path.write_text(json.dumps(raw, indent=1), encoding="utf-8")

    change("Alle børn skal kunne fortælle.", "2027.1")
    kvik.json("model", "check", path)
    change("Alle børn skal kunne fortælle og synge.", "2027.1")
    kvik.json("new", tmp_path / "a.kvikdb", *unit)
    change("Alle børn skal kunne danse.", "2027.1")
    [detail] = kvik.problem("model", "check", path)["details"]
    assert (detail["line"], detail["column"]) == (4, "version")
    assert detail["message"] == "kvik-fjordby 2027.1 er brugt før med et andet indhold."
    assert kvik.problem("new", tmp_path / "b.kvikdb", *unit)["code"] == "E_MODEL"
    out = tmp_path / "pakke.json"
    assert kvik.problem("model", "apply", path, "--out", out)["code"] == "E_MODEL"
    assert not (tmp_path / "b.kvikdb").exists()
    assert not out.exists()
    change("Alle børn skal kunne danse.", "2027.2")
    kvik.json("model", "apply", path, "--out", out)
    kvik.json("new", tmp_path / "b.kvikdb", *unit)


def test_how_hard_each_text_is_to_read(kvik: Kvik, tmp_path: Path) -> None:
    path = tmp_path / "kvik.json"
    path.write_bytes(source(KVIK))
    figures = kvik.json("model", "check", path, "--lix")["lix"]
    assert [each["lix"] for each in figures] == sorted((each["lix"] for each in figures), reverse=True)
    [asked] = [each for each in figures if each["column"] == "criteria[0].subcriteria[0].question.da"]
    assert (asked["limit"], asked["lix"] <= 40) == (40, True)
    assert (
        f"lixtal {asked['lix']} (højst 40), linje {asked['line']}: "
        in kvik("model", "check", path, "--lix").out
    )
    assert "lix" not in kvik.json("model", "check", path)


def test_a_file_that_is_too_hard_is_listed_all_the_same(kvik: Kvik, tmp_path: Path) -> None:
    raw = json.loads(source(KVIK)) | {"version": "9.9"}
    raw["criteria"][0]["subcriteria"][0]["about"]["da"] = "Kompetenceudvikling forudsætter ledelsesopbakning."
    path = tmp_path / "egen.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    said = kvik("model", "check", path, "--lix")
    assert said.code == 1
    assert said.out.startswith("lixtal 103 (højst 50), linje 1: criteria[0].subcriteria[0].about.da\n")
    assert kvik.problem("model", "check", path, "--lix")["code"] == "E_MODEL"


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("ordliste.json", "kvik-ordliste/1"),
        ("standarder/dansk-kvalitetsmodel-social.json", "kvik-standarder/1"),
        ("forloeb/ti-trin.json", "kvik-forloeb/1"),
        ("forloeb/dagsprogrammer.json", "kvik-dagsprogrammer/1"),
        ("modelpakker/eksempel/fjordby-tillaeg.json", "kvik-tillaeg/1"),
    ],
)
def test_the_other_shipped_files_are_checked_by_their_own_rules(kvik: Kvik, name: str, known_as: str) -> None:
    path = RESOURCES.path(*name.split("/"))
    assert kvik.json("model", "check", path) == {"file": str(path), "format": known_as, "remarks": []}
    assert kvik("model", "check", path, "--lix").code == 0


def test_a_link_to_a_word_that_is_not_in_the_glossary(kvik: Kvik, tmp_path: Path) -> None:
    raw = raw_complete(Guidance.SHORT)
    raw["criteria"][0]["subcriteria"][0]["evidence"][0] = {"da": "[[ukendt|A]]", "en": "[[ukendt|B]]"}
    path = tmp_path / "egen.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    messages = [detail["message"] for detail in kvik.problem("model", "check", path)["details"]]
    assert messages == ["Ordlisten har ikke ordet »ukendt«."] * 2


def test_every_fault_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = json.loads(source(KVIK))
    raw["version"] = "1.1"
    del raw["criteria"][0]["name"]["en"]
    raw["criteria"][1]["subcriteria"][0]["id"] = "2.2"
    path = tmp_path / "egen.json"
    path.write_text(json.dumps(raw, indent=2), encoding="utf-8")
    assert run_guarded(command, ["model", "check", str(path), "--json"]) == 1
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
    assert run_guarded(command, ["model", "check", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problem"]["code"] == "E_MODEL"


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(command, ["model", "check", str(tmp_path / "væk.json"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problem"]["code"] == "E_FILE"
