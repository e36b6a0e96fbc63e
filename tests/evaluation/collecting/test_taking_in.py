"""Files with answers are taken in singly: a bad one is refused with its reason and stops no other."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.evaluation.answering import Progress, sheet_of, team_of
from kvik_desktop.evaluation.collecting.sheets.content import field_name
from kvik_desktop.evaluation.collecting.taking_in import Draft, take_in
from kvik_desktop.evaluation.model import Way
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.scoring import Rating
from tests.evaluation.collecting.pdf_form.filling import filled, form_of, laid
from tests.journey import Journey


def test_each_file_has_its_own_verdict_and_half_an_answer_is_not_handed_in(
    tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    good, bad, last = (tmp_path / name for name in ("god.csv", "fremmed.csv", "sidste.csv"))
    good.write_text("deltager;delkriterium;score;styrke\nBo;k1.1;3;Vi lytter\nBo;k1.2;;\n", encoding="utf-8")
    bad.write_text("deltager;delkriterium;score\nUkendt;k1.1;3\n", encoding="utf-8")
    last.write_text("deltager;delkriterium;score\nEva;k1.1;9\n", encoding="utf-8")
    verdicts = take_in(journey.file, journey.id, [good, bad, last])
    assert [(each.path.name, each.taken.people, each.taken.answers) for each in verdicts] == [
        ("god.csv", 1, 2),
        ("fremmed.csv", 0, 0),
        ("sidste.csv", 0, 0),
    ]
    assert [each.problem and each.problem.code for each in verdicts] == [None, "E_ANSWERS", "E_ANSWERS"]
    people = {each.participant.name: each for each in journey.file.ask(team_of).people}
    assert (people["Bo"].submitted, people["Bo"].answered) == (None, 2)
    assert verdicts[0].taken.drafts == (Draft(journey.people["Bo"], 18),)
    assert people["Eva"].answered == 0
    journey.file.undo()
    assert not any(each.answered for each in journey.file.ask(team_of).people)
    journey.file.close()


def test_after_the_reveal_nothing_is_taken_in(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer("Bo", "k1.1", 3).reveal()
    late = tmp_path / "sent.csv"
    late.write_text("deltager;delkriterium;score\nEva;k1.1;3\n", encoding="utf-8")
    (verdict,) = take_in(journey.file, journey.id, [late])
    assert verdict.problem is not None
    assert verdict.problem.code == "E_REVEALED"
    journey.file.close()


def test_forms_and_tables_come_in_side_by_side_each_marked_with_its_way(
    tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    table = tmp_path / "svar.csv"
    table.write_text("deltager;delkriterium;score\nEva;k1.1;3\n", encoding="utf-8")
    answered: dict[str, str | bool] = {field_name("k1.1", "score"): "4", field_name("k1.2", "cannot"): True}
    bo = laid(tmp_path, filled(form_of(journey, "Bo"), answered), "bo.PDF")
    unnamed = laid(tmp_path, filled(form_of(journey, "Carla"), answered), "skema")
    again = laid(tmp_path, filled(form_of(journey, "Bo"), {field_name("k1.1", "score"): "1"}), "bo igen.pdf")
    verdicts = take_in(journey.file, journey.id, [table, bo, unnamed, again])
    assert [(each.taken.people, each.taken.answers) for each in verdicts] == [(1, 1), (1, 2), (1, 2), (0, 0)]
    assert [len(each.taken.waiting) for each in verdicts] == [0, 0, 0, 1]
    for name, way in (("Eva", Way.TABLE), ("Bo", Way.PDF_FORM), ("Carla", Way.PDF_FORM)):
        sheet = journey.file.ask(sheet_of, journey.id, journey.people[name])
        assert sheet is not None
        assert sheet.own is not None
        assert sheet.own.way is way
    assert sheet is not None
    assert sheet.of("k1.1").rating == Rating(4)
    assert sheet.progress("k1.2") is Progress.CANNOT_JUDGE
    assert sheet.progress("k2.1") is Progress.NOT_BEGUN
    journey.file.close()
