"""Files with answers are taken in singly: a bad one is refused with its reason and stops no other."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.evaluation.answering import team_of
from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.foundation.clock import FixedClock
from tests.journey import Journey


def test_each_file_has_its_own_verdict_and_hands_in_for_those_in_it(
    tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    good, bad, last = (tmp_path / name for name in ("god.csv", "fremmed.csv", "sidste.csv"))
    good.write_text("deltager;delkriterium;score;styrke\nBo;k1.1;3;Vi lytter\nBo;k1.2;;\n", encoding="utf-8")
    bad.write_text("deltager;delkriterium;score\nUkendt;k1.1;3\n", encoding="utf-8")
    last.write_text("deltager;delkriterium;score\nEva;k1.1;9\n", encoding="utf-8")
    verdicts = take_in(journey.file, journey.id, [good, bad, last])
    assert [(each.path.name, each.people, each.answers) for each in verdicts] == [
        ("god.csv", 1, 2),
        ("fremmed.csv", 0, 0),
        ("sidste.csv", 0, 0),
    ]
    assert [each.problem and each.problem.code for each in verdicts] == [None, "E_ANSWERS", "E_ANSWERS"]
    people = {each.participant.name: each for each in journey.file.ask(team_of).people}
    assert people["Bo"].submitted is not None
    assert people["Eva"].answered == 0
    journey.file.undo()
    assert journey.file.ask(team_of).handed_in == 0
    journey.file.close()


def test_after_the_reveal_nothing_is_taken_in(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer("Bo", "k1.1", 3).reveal()
    late = tmp_path / "sent.csv"
    late.write_text("deltager;delkriterium;score\nEva;k1.1;3\n", encoding="utf-8")
    (verdict,) = take_in(journey.file, journey.id, [late])
    assert verdict.problem is not None
    assert verdict.problem.code == "E_REVEALED"
    journey.file.close()
