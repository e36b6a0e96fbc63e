"""`kvik standards show` and `set`: what is noted is kept and shown, and scores are never."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.kvik import Kvik


@pytest.fixture
def file(kvik: Kvik, tmp_path: Path) -> Path:
    path = tmp_path / "sted.kvikdb"
    kvik.json("new", path, "--unit", "Åbrinken", "--sector", "social", "--model", "kvik-kort")
    return path


def test_every_standard_is_shown_with_what_touches_it(kvik: Kvik, file: Path) -> None:
    [told] = kvik.json("standards", "show", file)["sets"]
    assert (told["id"], len(told["standards"])) == ("dansk-kvalitetsmodel-social", 12)
    by_id = {each["id"]: each for each in told["standards"]}
    assert by_id["arbejdsmiljoe"]["touched_by"] == ["k3.2", "k6.1", "k6.2"]
    assert {each["status"] for each in told["standards"]} == {None}
    said = kvik("standards", "show", file)
    assert "  arbejdsmiljoe: Arbejdsmiljø (k3.2, k6.1, k6.2): ikke noteret" in said.out


def test_a_note_is_kept_and_taken_away_again(kvik: Kvik, file: Path) -> None:
    said = kvik("standards", "set", file, "magtanvendelse", "delvist", "--note", " Mappe 3 ")
    assert said.out == "Magtanvendelse: delvist.\n"
    [told] = kvik.json("standards", "show", file)["sets"]
    [noted] = [each for each in told["standards"] if each["status"]]
    assert (noted["id"], noted["status"], noted["note"]) == ("magtanvendelse", "delvist", "Mappe 3")
    assert "    Mappe 3" in kvik("standards", "show", file).out
    assert kvik.json("standards", "set", file, "magtanvendelse", "ingen")["status"] is None
    [told] = kvik.json("standards", "show", file)["sets"]
    assert [each for each in told["standards"] if each["status"]] == []


def test_a_note_that_the_report_has_no_room_for_is_refused(kvik: Kvik, file: Path) -> None:
    kvik.json("standards", "set", file, "ledelse", "delvist", "--note", "x" * 400)
    problem = kvik.problem("standards", "set", file, "ledelse", "delvist", "--note", "x" * 401)
    assert (problem["code"], problem["message"]) == (
        "E_STANDARD",
        "Noten er på 401 tegn, og der er plads til 400.",
    )


def test_what_is_unknown_is_told(kvik: Kvik, file: Path, tmp_path: Path) -> None:
    problem = kvik.problem("standards", "set", file, "ledelsen", "delvist")
    assert problem["code"] == "E_STANDARD"
    assert "ledelse" in problem["action"]
    assert kvik("standards", "set", file, "ledelse", "måske").code == 2
    school = tmp_path / "skole.kvikdb"
    kvik.json("new", school, "--unit", "Engskolen", "--sector", "skole")
    problem = kvik.problem("standards", "show", school)
    assert (problem["code"], problem["message"]) == ("E_STANDARD", "Der er ingen standarder for skole.")
