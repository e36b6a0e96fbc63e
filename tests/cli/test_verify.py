"""`kvik verify`: one entry a file in the order given, whatever the file is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.files import package_in
from tests.central.material import MODELS, Office
from tests.cli.kvik import Kvik
from tests.envelope import hostile_containers, hostile_forms

FACTS = {"intact", "authentic", "trusted", "current", "complete"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    (tmp_path / "liste.kvik").write_bytes(made.list_bytes())
    return made


def test_accepted_with_the_list_and_quarantined_without(kvik: Kvik, office: Office) -> None:
    [good] = office.files([office.package(0)[0]])
    document = kvik.json("verify", good, "--trust", office.folder / "liste.kvik")
    [entry] = document["files"]
    assert entry["file"] == str(good)
    assert (entry["outcome"], entry["code"]) == ("accepted", None)
    assert entry["facts"]["trusted"] == entry["facts"]["complete"] == "yes"
    said = kvik("verify", good, "--json")
    [entry] = said.json["files"]
    assert (said.code, entry["outcome"], entry["code"]) == (1, "quarantined", "E_UNKNOWN_KEY")
    assert entry["facts"] == {
        "intact": "yes",
        "authentic": "yes",
        "trusted": "unknown",
        "current": "unknown",
        "complete": "unknown",
    }


def test_a_list_that_cannot_be_remembered_is_used_all_the_same(
    kvik: Kvik, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    [good] = office.files([office.package(0)[0]])
    monkeypatch.setenv("KVIK_DATA", str(good / "ingen mappe"))
    said = kvik("verify", good, "--trust", office.folder / "liste.kvik")
    assert (said.code, said.out.startswith("Godkendt: ")) == (0, True)
    assert said.err.startswith("Tillidslisten er brugt, men kan ikke huskes her: ")


def test_a_list_older_than_the_one_that_is_remembered_is_refused(kvik: Kvik, office: Office) -> None:
    [good] = office.files([office.package(0)[0]])
    newer = office.folder / "nyere.kvik"
    newer.write_bytes(office.list_bytes(replace(office.world.trust_list, version=2)))
    kvik.json("verify", good, "--trust", newer)
    problem = kvik.problem("verify", good, "--trust", office.folder / "liste.kvik")
    assert problem["code"] == "E_STALE"


def test_a_model_of_ones_own_is_checked_once_it_is_given(kvik: Kvik, tmp_path: Path) -> None:
    example = Resources().path("modelpakker", "eksempel", "fjordby-tillaeg.json")
    office = Office(tmp_path, own=package_in(example, MODELS))
    (tmp_path / "liste.kvik").write_bytes(office.list_bytes())
    [path] = office.files([office.package(0)[0]])
    judge = ("verify", path, "--trust", tmp_path / "liste.kvik")
    [entry] = kvik.json(*judge)["files"]
    assert (entry["outcome"], entry["code"], entry["facts"]["complete"]) == ("accepted", "W_MODEL", "unknown")
    [entry] = kvik.json(*judge, "--model", example)["files"]
    assert (entry["outcome"], entry["code"], entry["facts"]["complete"]) == ("accepted", None, "yes")


def test_the_trust_list_itself_can_be_verified(kvik: Kvik, office: Office) -> None:
    path = office.folder / "liste.kvik"
    assert kvik.json("verify", path, "--trust", path)["files"][0]["outcome"] == "accepted"


def test_every_kind_of_non_file_gets_its_entry(kvik: Kvik, office: Office) -> None:
    folder = office.folder
    [good] = office.files([office.package(0)[0]])
    (folder / "tom.kvik").touch()
    os.mkfifo(folder / "rør.kvik")
    (folder / "ring.kvik").symlink_to(folder / "ring.kvik")
    with (folder / "hul.kvik").open("wb") as file:
        file.truncate(2 * 2**30)
    paths = [
        folder / "mangler.kvik",
        folder,
        folder / "rør.kvik",
        folder / "ring.kvik",
        folder / "tom.kvik",
        folder / "hul.kvik",
        Path("/dev/zero"),
        good,
        folder / ("x" * 300),
    ]
    said = kvik("verify", *paths, "--trust", folder / "liste.kvik", "--json")
    assert said.code == 1
    entries = said.json["files"]
    assert [entry["file"] for entry in entries] == [str(path) for path in paths]
    codes = [entry["code"] for entry in entries]
    assert codes == [
        "E_SIZE",
        "E_SIZE",
        "E_SIZE",
        "E_SIZE",
        "E_CONTAINER",
        "E_SIZE",
        "E_SIZE",
        None,
        "E_SIZE",
    ]
    for entry in entries:
        assert set(entry) == {"file", "outcome", "code", "message", "facts"}
        assert set(entry["facts"]) == FACTS
        assert entry["message"].endswith(".")
    assert "Traceback" not in said.out + said.err


def test_hostile_files_get_a_code_and_a_message(kvik: Kvik, office: Office) -> None:
    hostile = [*hostile_containers.cases(), *hostile_forms.cases()][::7]
    paths = []
    for number, case in enumerate(hostile):
        paths.append(office.folder / f"fjende-{number}.kvik")
        paths[-1].write_bytes(case.data)
    said = kvik("verify", *paths, "--trust", office.folder / "liste.kvik", "--json")
    assert said.code == 1
    assert len(said.json["files"]) == len(hostile)
    for entry in said.json["files"]:
        assert entry["outcome"] != "accepted"
        assert entry["code"].startswith("E_")


def test_words_for_people(kvik: Kvik, office: Office) -> None:
    [good] = office.files([office.package(0)[0]])
    said = kvik("verify", good, "--trust", office.folder / "liste.kvik")
    assert said.code == 0
    assert "hel: ja" in said.out


def test_a_name_that_would_draw_on_the_screen_is_shown_harmless(kvik: Kvik, office: Office) -> None:
    path = office.folder / "\x1b[2Jslet.kvik"
    path.write_bytes(b"junk")
    said = kvik("verify", path)
    assert "\x1b" not in said.out + said.err


def test_a_list_that_is_no_list_is_a_problem(kvik: Kvik, office: Office) -> None:
    [good] = office.files([office.package(0)[0]])
    assert kvik.problem("verify", good, "--trust", good)["code"] == "E_FORMAT"


def test_no_file_is_wrong_usage(kvik: Kvik) -> None:
    assert kvik("verify").code == 2
