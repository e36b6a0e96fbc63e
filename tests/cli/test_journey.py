"""The whole meeting by commands, on the example school: from an empty file to an approved plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.foundation.resources import Resources
from tests.cli.kvik import Kvik

EXAMPLE = Resources().path("eksempel", "folkeskole")
NEW = ("--unit", "Eksempelskolen", "--sector", "skole", "--model", "kvik", "--method", "classical")


@pytest.fixture
def answered(kvik: Kvik, tmp_path: Path) -> Path:
    """A file with everybody's answers."""
    file = tmp_path / "skole.kvikdb"
    kvik.json("new", file, *NEW)
    kvik.json("participants", "import", file, EXAMPLE / "deltagere.csv")
    kvik.json("answers", "import", file, EXAMPLE / "besvarelser.csv")
    return file


def test_the_whole_way(kvik: Kvik, answered: Path, tmp_path: Path) -> None:
    shown = kvik.json("show", answered)
    assert (shown["state"], len(shown["participants"])) == ("answering", 9)
    revealed = kvik.json("reveal", answered)
    assert revealed["answered"] == 9
    assert [each["flag"] for each in revealed["agenda"]].count("red") == 4
    assert kvik.json("round", "open", answered, "3.3")["round"] == 2
    assert kvik.json("answers", "import", answered, EXAMPLE / "runde2.csv")["files"][0]["answers"] == 7
    assert kvik.json("round", "close", answered, "3.3")["n"] == 7
    settled = kvik.json("consensus", "import", answered, EXAMPLE / "konsensus.csv")
    assert settled == {"agreed": 27, "parked": 1, "missing": [], "without_reason": []}
    accepted = kvik.json("accept", answered)
    assert accepted["accepted_by"] == "Marianne Holst"
    assert kvik.json("plan", "import", answered, EXAMPLE / "plan.csv") == {"imported": 9, "actions": 9}
    kvik.json("plan", "approve", answered)
    assert kvik.json("show", answered)["state"] == "plan_approved"
    calendar = tmp_path / "plan.ics"
    written = kvik.json("plan", "calendar", answered, "--out", calendar)
    assert written["entries"] == calendar.read_text("utf-8").count("BEGIN:VEVENT") > 9


def test_each_answer_file_gets_its_own_verdict(kvik: Kvik, answered: Path, tmp_path: Path) -> None:
    bad = tmp_path / "forkert.csv"
    bad.write_text("participant;subcriterion;score\nIngen;1.1;5\n", encoding="utf-8")
    good = EXAMPLE / "besvarelser.csv"
    said = kvik("answers", "import", answered, bad, good, tmp_path / "mangler.csv", "--json")
    assert said.code == 1
    assert [(each["outcome"], each.get("code")) for each in said.json["files"]] == [
        ("rejected", "E_ANSWERS"),
        ("accepted", None),
        ("rejected", "E_FILE"),
    ]
    assert said.json["files"][0]["details"][0]["line"] == 2


def test_problems_have_a_code_a_message_and_an_action(kvik: Kvik, answered: Path) -> None:
    problem = kvik.problem("accept", answered)
    assert problem["code"] == "E_STATE"
    assert problem["message"] and problem["action"] and problem["details"] == []
    assert kvik.problem("new", answered, *NEW)["code"] == "E_FILE_EXISTS"


def test_late_answers_are_refused_with_a_way_on(kvik: Kvik, answered: Path) -> None:
    kvik.json("reveal", answered)
    said = kvik("answers", "import", answered, EXAMPLE / "besvarelser.csv")
    assert said.code == 1
    assert "ny runde" in said.err


def test_green_ones_are_settled_in_one_act(kvik: Kvik, answered: Path) -> None:
    kvik.json("reveal", answered)
    assert kvik.json("consensus", "green", answered)["agreed"] == 13


def test_reopening_asks_for_a_reason_and_leads_back(kvik: Kvik, answered: Path) -> None:
    kvik.json("reveal", answered)
    kvik.json("consensus", "import", answered, EXAMPLE / "konsensus.csv")
    kvik.json("accept", answered)
    assert kvik("reopen", answered).code == 2
    kvik.json("reopen", answered, "--reason", "Fejl i 6.2")
    assert kvik.json("show", answered)["state"] == "settled"


def test_who_accepts_must_be_named(kvik: Kvik, tmp_path: Path) -> None:
    file = tmp_path / "a.kvikdb"
    kvik.json("new", file, *NEW)
    people = tmp_path / "p.csv"
    people.write_text("name;role\nBo;lærer\n", encoding="utf-8")
    kvik.json("participants", "import", file, people)
    given = tmp_path / "s.csv"
    given.write_text("participant;subcriterion;score\nBo;1.1;40\n", encoding="utf-8")
    kvik.json("answers", "import", file, given)
    kvik.json("reveal", file)
    agreed = tmp_path / "f.csv"
    ids = [line.split(";")[0] for line in (EXAMPLE / "konsensus.csv").read_text("utf-8").splitlines()]
    lines = [f"{each};40" for each in ids if each[:1].isdigit() and each[1:2] == "."]
    agreed.write_text("\n".join(["subcriterion;score", *lines]), encoding="utf-8")
    assert kvik.json("consensus", "import", file, agreed)["agreed"] == 28
    assert kvik.problem("accept", file)["code"] == "E_LEADER"
    assert kvik.json("accept", file, "--by", "Vikarierende leder")["accepted_by"] == "Vikarierende leder"


def test_of_several_leaders_the_one_who_accepts_is_named(kvik: Kvik, answered: Path, tmp_path: Path) -> None:
    people = tmp_path / "p.csv"
    people.write_text("name;leader\nSouschef Ny;ja\nLeder Ny;ja\n", encoding="utf-8")
    kvik.json("participants", "import", answered, people)
    kvik.json("reveal", answered)
    kvik.json("consensus", "import", answered, EXAMPLE / "konsensus.csv")
    said = kvik("accept", answered)
    assert said.code == 1
    assert "flere ledere" in said.err
    assert "Souschef Ny, Leder Ny" in said.err
    assert kvik.json("accept", answered, "--by", "Leder Ny")["accepted_by"] == "Leder Ny"


def test_a_round_without_answers_is_given_up_not_closed(kvik: Kvik, answered: Path) -> None:
    kvik.json("reveal", answered)
    kvik.json("round", "open", answered, "1.1")
    kvik.json("consensus", "import", answered, EXAMPLE / "konsensus.csv")
    assert kvik.problem("round", "close", answered, "1.1")["code"] == "E_ROUND"
    assert kvik.problem("accept", answered)["code"] == "E_ROUND"
    assert kvik.json("round", "cancel", answered, "1.1") == {"subcriterion": "1.1", "round": 2}
    kvik.json("accept", answered)


def test_a_row_without_figures_is_parked(kvik: Kvik, answered: Path, tmp_path: Path) -> None:
    kvik.json("reveal", answered)
    agreed = tmp_path / "f.csv"
    agreed.write_text("subcriterion;score;note\n1.1;;\n1.2;;Mangler tal\n1.3;40;\n", encoding="utf-8")
    settled = kvik.json("consensus", "import", answered, agreed)
    assert (settled["agreed"], settled["parked"], len(settled["missing"])) == (1, 2, 25)


def test_wrong_usage_ends_with_2(kvik: Kvik, tmp_path: Path) -> None:
    assert kvik("new", tmp_path / "a.kvikdb").code == 2
    assert kvik("findes-ikke").code == 2
    assert kvik("new", tmp_path / "a.kvikdb", "--unit", "x", "--sector", "kirke").code == 2


def test_what_is_not_ours_is_refused_and_left_alone(kvik: Kvik, tmp_path: Path) -> None:
    file = tmp_path / "brev.kvikdb"
    file.write_bytes(b"Kaere alle\n" * 400)
    assert kvik.problem("show", file)["code"] == "E_NOT_OURS"
    assert file.read_bytes() == b"Kaere alle\n" * 400


@pytest.mark.parametrize(("name", "kept"), [("Æblet\u202e\u200b\x01 🙂", "Æblet 🙂"), ("\u200b\u202e", None)])
def test_a_name_is_what_can_be_seen_of_it(kvik: Kvik, tmp_path: Path, name: str, kept: str | None) -> None:
    asked = ("new", tmp_path / "a.kvikdb", "--sector", "skole", "--unit", name)
    if kept is None:
        assert kvik.problem(*asked)["code"] == "E_UNIT"
    else:
        assert kvik.json(*asked)["unit"]["name"] == kept
