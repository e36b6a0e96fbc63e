"""`kvik forms` hands out, people answer, and `kvik answers import` takes the whole folder in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation.collecting.sheets.content import field_name
from tests.cli.kvik import Kvik
from tests.evaluation.collecting.pdf_form.filling import filled


@pytest.fixture
def file(kvik: Kvik, tmp_path: Path) -> Path:
    path, people = tmp_path / "skolen.kvikdb", tmp_path / "deltagere.csv"
    kvik.json("new", path, "--unit", "Engskolen", "--sector", "skole", "--model", "kvik-kort")
    people.write_text("navn;rolle;leder\nAnna/Bo: AUX;lærer;nej\nCarla;leder;ja\n", encoding="utf-8")
    kvik.json("participants", "import", path, people)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "skemaer"
    folder.mkdir()
    return folder


def test_each_way_has_a_file_for_each_person(kvik: Kvik, file: Path, out: Path) -> None:
    for way, stem, ending in (
        ("page", "Svarside", ".html"),
        ("pdf", "Svarskema", ".pdf"),
        ("paper", "Papirskema", ".pdf"),
    ):
        said = kvik.json("forms", file, "--out", out, "--way", way)
        assert said["way"] == way
        assert [each["participant"] for each in said["files"]] == ["Anna/Bo: AUX", "Carla"]
        names = [Path(each["file"]).name for each in said["files"]]
        assert names == [f"{stem} Anna Bo AUX{ending}", f"{stem} Carla{ending}"]
    assert len(list(out.iterdir())) == 6


def test_paper_can_be_about_one_criterion(kvik: Kvik, file: Path, out: Path) -> None:
    asked = ("forms", file, "--out", out, "--person", "Carla", "--criterion", "k2")
    said = kvik.json(*asked, "--way", "paper")
    (path,) = [Path(each["file"]) for each in said["files"]]
    assert path.name == "Papirskema Carla, kriterium k2.pdf"
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "k2.1" in text
    assert "k1.1" not in text
    assert kvik(*asked).code == 2
    assert (
        kvik.problem("forms", file, "--out", out, "--way", "paper", "--criterion", "9")["code"] == "E_MODEL"
    )
    assert list(out.iterdir()) == [path]


def test_no_file_is_written_over(kvik: Kvik, file: Path, out: Path) -> None:
    (out / "Svarside Carla.html").write_text("mine noter", encoding="utf-8")
    said = kvik.json("forms", file, "--out", out, "--person", "carla")
    assert [Path(each["file"]).name for each in said["files"]] == ["Svarside Carla 2.html"]
    assert (out / "Svarside Carla.html").read_text(encoding="utf-8") == "mine noter"


def test_what_cannot_be_done_is_told(kvik: Kvik, file: Path, out: Path, tmp_path: Path) -> None:
    assert kvik.problem("forms", file, "--out", out, "--person", "Dorte")["code"] == "E_PARTICIPANTS"
    assert kvik.problem("forms", file, "--out", tmp_path / "findes ikke")["code"] == "E_FILE_WRITE"
    assert not list(out.iterdir())
    empty = tmp_path / "tom.kvikdb"
    kvik.json("new", empty, "--unit", "Tom", "--sector", "skole")
    assert kvik.problem("forms", empty, "--out", out)["code"] == "E_PARTICIPANTS"


def test_a_folder_comes_back_with_one_verdict_a_file(kvik: Kvik, file: Path, out: Path) -> None:
    kvik.json("forms", file, "--out", out, "--way", "pdf")
    form = out / "Svarskema Carla.pdf"
    form.write_bytes(filled(form.read_bytes(), {field_name("k1.1", "score"): "4"}))
    kvik.json("forms", file, "--out", out, "--person", "Carla")
    (out / "ferie.pdf").write_bytes(b"%PDF-1.4\nen anden fil")
    said = kvik("answers", "import", file, out, "--json")
    assert said.code == 1
    found = {Path(each["file"]).name: (each["outcome"], each.get("code")) for each in said.json["files"]}
    assert found == {
        "Svarside Carla.html": ("rejected", "E_ANSWER_PAGE"),
        "Svarskema Anna Bo AUX.pdf": ("rejected", "E_FORM_EMPTY"),
        "Svarskema Carla.pdf": ("accepted", None),
        "ferie.pdf": ("rejected", "E_FORM"),
    }
    assert (said.json["accepted"], said.json["waiting"], said.json["rejected"]) == (1, 0, 3)
    form.write_bytes(filled(form.read_bytes(), {field_name("k1.1", "score"): "2"}))
    waiting = kvik("answers", "import", file, form, "--json").json["files"][0]
    assert (waiting["outcome"], waiting["code"]) == ("waiting", "E_CONFLICT")


def test_nothing_is_handed_out_after_the_reveal(kvik: Kvik, file: Path, out: Path, tmp_path: Path) -> None:
    given = tmp_path / "svar.csv"
    given.write_text("participant;subcriterion;score\nCarla;k1.1;3\n", encoding="utf-8")
    kvik.json("answers", "import", file, given)
    kvik.json("reveal", file)
    for way in ("page", "pdf", "paper"):
        assert kvik.problem("forms", file, "--out", out, "--way", way)["code"] == "E_REVEALED"
    assert not list(out.iterdir())
