"""`kvik answers import` takes a folder of everything, and says of each file what came of it."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.foundation.clock import FixedClock
from tests.cli.kvik import Kvik
from tests.evaluation.collecting.answer_page.filled import prepared
from tests.evaluation.collecting.returning import answer_file, lay, pdf, table, whole
from tests.journey import Journey


def test_each_file_has_its_own_verdict(tmp_path: Path, clock: FixedClock, kvik: Kvik) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    folder = tmp_path / "svar"
    folder.mkdir()
    given, pages = whole(journey.package), prepared(journey)
    lay(
        folder,
        {
            "a.csv": table("Anna", given),
            "b.pdf": pdf(journey, "Bo", given[:5]),
            "c.kviksvar": answer_file(pages["Bo"], whole(journey.package, 1)[:5]),
            "d.pdf": b"%PDF-1.7 nej",
        },
    )
    journey.file.close()
    said = kvik("answers", "import", journey.path, folder, "--json")
    assert said.code == 1
    told = said.json
    assert [(Path(each["file"]).name, each["outcome"], each.get("code")) for each in told["files"]] == [
        ("a.csv", "accepted", None),
        ("b.pdf", "accepted", None),
        ("c.kviksvar", "waiting", "E_CONFLICT"),
        ("d.pdf", "rejected", "E_FORM"),
    ]
    assert (told["accepted"], told["waiting"], told["rejected"]) == (2, 1, 1)
    assert told["problem"]["code"] == "E_CONFLICT"
    assert told["problem"]["details"][0]["message"] == "Bo: 4 svar er anderledes"
    assert told["files"][1] | {"file": ""} == {
        "file": "",
        "outcome": "accepted",
        "participants": 1,
        "answers": 5,
        "alike": 0,
        "missing": 15,
    }
    again = kvik("answers", "import", journey.path, folder / "a.csv", folder / "b.pdf", "--json")
    assert (again.code, [each["alike"] for each in again.json["files"]]) == (0, [20, 5])
    chosen = kvik("answers", "import", journey.path, folder / "c.kviksvar", "--replace", "--json")
    assert (chosen.code, chosen.json["files"][0]["outcome"], chosen.json["files"][0]["alike"]) == (
        0,
        "accepted",
        1,
    )
    assert kvik("answers", "import", journey.path, folder / "b.pdf").code == 1, (
        "now it is the form that differs"
    )
