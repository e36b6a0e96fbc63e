"""`kvik new` with an overlay, and versions that keep their content."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.kvik import Kvik
from tests.model_package.material import KORT, KVIK, RESOURCES, source

FJORDBY = RESOURCES.path("modelpakker", "eksempel", "fjordby-tillaeg.json")


def new(path: Path, *more: str | Path, sector: str = "dagtilbud") -> list[str | Path]:
    return ["new", path, "--unit", "Børnehuset", "--sector", sector, *more]


def test_an_overlay_is_frozen_as_a_model_of_its_own(kvik: Kvik, tmp_path: Path) -> None:
    made = kvik.json(*new(tmp_path / "a.kvikdb", "--overlay", FJORDBY))
    assert (made["model"]["id"], made["model"]["version"]) == ("kvik-fjordby", "2027.1")
    shown = kvik("show", tmp_path / "a.kvikdb")
    assert "KVIK (CAF 2020) + Fjordbys tillæg for dagtilbud" in shown.out
    again = kvik.json(*new(tmp_path / "b.kvikdb", "--overlay", FJORDBY, "--model", "kvik"))
    assert again["model"] == made["model"]


def test_the_same_package_as_a_file_for_the_campaign(kvik: Kvik, tmp_path: Path) -> None:
    made = kvik.json("model", "apply", FJORDBY, "--out", tmp_path / "pakke.json")["model"]
    assert kvik.json("model", "check", tmp_path / "pakke.json")["model"] == made
    by_package = kvik.json(*new(tmp_path / "a.kvikdb", "--model", tmp_path / "pakke.json"))
    by_overlay = kvik.json(*new(tmp_path / "b.kvikdb", "--overlay", FJORDBY))
    assert by_package["model"] == by_overlay["model"]
    assert by_package["model"]["sha256"] == made["sha256"]
    again = kvik.problem("model", "apply", FJORDBY, "--out", tmp_path / "pakke.json")
    assert again["code"] == "E_FILE_EXISTS"
    over_another = kvik.problem(
        "model", "apply", FJORDBY, "--model", "kvik-kort", "--out", tmp_path / "x.json"
    )
    assert over_another["code"] == "E_OVERLAY"


def test_without_an_overlay_the_model_is_kvik(kvik: Kvik, tmp_path: Path) -> None:
    made = kvik.json(*new(tmp_path / "a.kvikdb"))
    assert made["model"] == {"id": "kvik", "version": KVIK.version, "sha256": KVIK.sha256}


def test_an_overlay_over_a_package_of_ones_own(kvik: Kvik, tmp_path: Path) -> None:
    own = tmp_path / "egen.json"
    own.write_text(json.dumps(json.loads(source(KVIK)) | {"id": "egen", "version": "3.2"}), "utf-8")
    overlay = tmp_path / "tillaeg.json"
    raw = json.loads(FJORDBY.read_bytes()) | {"extends": {"id": "egen", "version": "3.2"}}
    overlay.write_text(json.dumps(raw), "utf-8")
    made = kvik.json(*new(tmp_path / "a.kvikdb", "--overlay", overlay, "--model", own))
    assert made["model"]["id"] == "kvik-fjordby"
    pakke = tmp_path / "pakke.json"
    kvik.json("model", "apply", overlay, "--model", own, "--out", pakke)
    assert kvik.json(*new(tmp_path / "c.kvikdb", "--model", pakke))["model"] == made["model"]
    assert kvik.problem(*new(tmp_path / "b.kvikdb", "--overlay", overlay))["code"] == "E_MODEL"


def test_an_overlay_that_does_not_fit_leaves_no_file(kvik: Kvik, tmp_path: Path) -> None:
    file = tmp_path / "a.kvikdb"
    school = kvik.problem(*new(file, "--overlay", FJORDBY, sector="skole"))
    assert (school["code"], school["message"]) == (
        "E_OVERLAY",
        "Tillægget kvik-fjordby gælder kun dagtilbud.",
    )
    assert kvik.problem(*new(file, "--overlay", FJORDBY, "--model", KORT.id))["code"] == "E_OVERLAY"
    assert kvik.problem(*new(file, "--overlay", tmp_path / "væk.json"))["code"] == "E_FILE"
    taken = tmp_path / "taget.json"
    taken.write_text(json.dumps(json.loads(FJORDBY.read_bytes()) | {"id": "kvik-kort"}), "utf-8")
    problem = kvik.problem(*new(file, "--overlay", taken, "--model", "kvik"))
    assert [detail["column"] for detail in problem["details"]] == ["id"]
    assert not file.exists()
