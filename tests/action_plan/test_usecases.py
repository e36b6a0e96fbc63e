"""The plan in a real file: made, corrected by number, approved, with scores remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kvik_desktop.action_plan import follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action, Measurement, PlannedAction, Status
from kvik_desktop.action_plan.plan_table import read_plan
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import usecases as meeting
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).accepted()
    yield journey
    journey.file.close()


def new(number: int, title: str = "Fælles fraværsmøde", **more: object) -> NewAction:
    return replace(NewAction(Action("", "", number, title)), **more)  # type: ignore[arg-type]  # by name


def put(journey: Journey, *actions: NewAction) -> None:
    journey.file.do(plans.put_actions, journey.id, list(actions))


def test_an_action_is_kept_with_all_its_fields_and_remembers_the_score(journey: Journey) -> None:
    full = Action(
        "",
        "",
        2,
        "Ny morgenrutine",
        theme="Trivsel",
        description="Ro ved aflevering",
        responsible="Souschefen",
        start=date(2026, 12, 1),
        deadline=date(2027, 3, 1),
        follow_up=date(2027, 2, 1),
        success="Færre forstyrrelser",
        indicator="Forstyrrelser",
        unit="pr. morgen",
        baseline=Decimal("7.5"),
        target=Decimal("2"),
        hours=Decimal("12"),
        money=Decimal("3000"),
        effect=4,
        ease=3,
        phase="mobilisering",
    )
    first = new(1)
    second = NewAction(
        full,
        ("k1.1", "k2.1"),
        ("For lidt tid",),
        ("Bo", "Eva"),
        (1,),
        ("Enighed i MED",),
        (Measurement("", date(2027, 1, 5), Decimal("6.5"), ""),),
        ("Aftalt på mødet",),
    )
    put(journey, first, second)
    one, two = journey.file.ask(plans.plan, journey.id)
    assert replace(two.action, id="", evaluation="") == full
    assert [(part.subcriterion, part.score_then) for part in two.subcriteria] == [("k1.1", 3), ("k2.1", 3)]
    assert [area.text for area in two.areas] == ["For lidt tid"]
    assert two.participants == ("Bo", "Eva")
    assert [(need.other, need.text) for need in two.prerequisites] == [
        (one.action.id, ""),
        (None, "Enighed i MED"),
    ]
    assert [(m.day, m.value) for m in two.measurements] == [(date(2027, 1, 5), Decimal("6.5"))]
    assert [note.text for note in two.notes] == ["Aftalt på mødet"]


def test_a_known_number_is_corrected_and_keeps_its_identity(journey: Journey) -> None:
    put(journey, new(1, participants=("Bo", "Eva")), new(2))
    before = journey.file.ask(plans.plan, journey.id)
    put(journey, new(1, "Andet navn", participants=("Eva",)))
    after = journey.file.ask(plans.plan, journey.id)
    assert [each.action.id for each in after] == [each.action.id for each in before]
    assert (after[0].action.title, after[0].participants) == ("Andet navn", ("Eva",))
    journey.file.undo()
    assert journey.file.ask(plans.plan, journey.id) == before
    journey.file.redo()
    assert journey.file.ask(plans.plan, journey.id) == after


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (new(1, " "), "E_ACTION"),
        (new(1, subcriteria=("k9.9",)), "E_ACTION"),
        (new(1, waits_for=(7,)), "E_PREREQUISITE"),
        (new(1, waits_for=(1,)), "E_PREREQUISITE"),
    ],
)
def test_wrong_actions_are_refused_and_nothing_is_kept(journey: Journey, wrong: NewAction, code: str) -> None:
    with pytest.raises(Problem) as caught:
        put(journey, new(3), wrong)
    assert caught.value.code == code
    assert journey.file.ask(plans.plan, journey.id) == ()


def test_a_ring_across_two_imports_is_found(journey: Journey) -> None:
    put(journey, new(1), new(2, waits_for=(1,)))
    with pytest.raises(Problem) as caught:
        put(journey, new(1, waits_for=(2,)))
    assert caught.value.code == "E_PREREQUISITE"


def test_the_plan_comes_after_the_accepted_result(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "tidlig").mkdir()
    early = Journey(tmp_path / "tidlig", clock).gather_people().answer("Bo", "k1.1", 3).reveal()
    with pytest.raises(Problem) as caught:
        put(early, new(1))
    assert caught.value.code == "E_STATE"
    early.file.close()


def test_approval_needs_a_plan_and_can_be_undone(journey: Journey) -> None:
    with pytest.raises(Problem) as caught:
        journey.file.do(plans.approve, journey.id, "Anna")
    assert caught.value.code == "E_PLAN"
    put(journey, new(1))
    approved = journey.file.do(plans.approve, journey.id, "Anna").value
    assert approved.plan_approved_by == "Anna"
    assert journey.file.ask(meeting.state, journey.id) is State.PLAN_APPROVED
    journey.file.do(plans.start_follow_up, journey.id, "Anna")
    assert journey.file.ask(meeting.state, journey.id) is State.FOLLOW_UP
    journey.file.undo()
    journey.file.undo()
    assert journey.file.ask(meeting.state, journey.id) is State.ACCEPTED


def test_a_list_without_numbers_corrects_itself_but_no_other_action(journey: Journey) -> None:
    first = [new(1, "Ro", by_place=True), new(2, "Vikarer", by_place=True)]
    put(journey, *first)
    put(journey, replace(first[0], participants=("Bo",)), first[1])
    with pytest.raises(Problem, match="E_PLAN"):
        put(journey, new(1, "Noget andet", by_place=True))
    kept = journey.file.ask(plans.plan, journey.id)
    assert [(each.action.title, each.participants) for each in kept] == [("Ro", ("Bo",)), ("Vikarer", ())]
    put(journey, new(1, "Noget andet"))
    assert journey.file.ask(plans.plan, journey.id)[0].action.title == "Noget andet"


def imported(journey: Journey, folder: Path, text: str) -> PlannedAction:
    """The one action of the plan after a table has been read in."""
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    journey.file.do(plans.put_actions, journey.id, read_plan(path))
    [planned] = journey.file.ask(plans.plan, journey.id)
    return planned


WIDE = (
    "number;title;responsible;deadline;hours;subcriteria;areas;participants;prerequisite;measurements;notes\n"
    '1;Fælles møde;Bo;31.01.2027;12,5;k1.1;For lidt tid;"Bo\nEva";Enighed i MED;"05.01.2027=6,5";'
    '"Aftalt\nVarslet"\n'
)


def test_what_a_table_has_no_column_for_stays_as_it_was(journey: Journey, tmp_path: Path) -> None:
    before = imported(journey, tmp_path, WIDE)
    journey.file.do(follow_up.set_status, journey.id, before.action.id, Status.IN_PROGRESS, "Begyndt")
    [following] = journey.file.ask(plans.plan, journey.id)
    after = imported(journey, tmp_path, "number;title;responsible\n1;Møde hver uge;Eva\n")
    assert after == replace(
        following, action=replace(following.action, title="Møde hver uge", responsible="Eva")
    )
    journey.file.undo()
    assert journey.file.ask(plans.plan, journey.id) == (following,)


def test_an_empty_cell_empties_what_is_there(journey: Journey, tmp_path: Path) -> None:
    before = imported(journey, tmp_path, WIDE)
    after = imported(journey, tmp_path, "number;title;deadline;participants;measurements\n1;Fælles møde\n")
    assert (after.action.deadline, after.participants, after.measurements) == (None, (), ())
    assert (after.action.hours, after.notes) == (Decimal("12.5"), before.notes)


def test_a_note_that_comes_again_keeps_its_time_and_a_changed_status_is_never_lost(
    journey: Journey, tmp_path: Path
) -> None:
    before = imported(journey, tmp_path, WIDE)
    own = before.action.id
    journey.file.do(follow_up.measure, journey.id, own, date(2027, 1, 5), Decimal("6.5"), "Talt af Bo")
    journey.file.do(follow_up.set_status, journey.id, own, Status.IN_PROGRESS, "Begyndt")
    after = imported(journey, tmp_path, WIDE.replace("Varslet", "Holdt"))
    kept = {note.text: note.id for note in before.notes}
    assert {note.text for note in after.notes} == {"Aftalt", "Holdt", "Begyndt"}
    assert kept["Aftalt"] in {note.id for note in after.notes}
    assert [each.note for each in after.measurements] == ["Talt af Bo"]


def test_fields_are_checked_as_they_become(journey: Journey, tmp_path: Path) -> None:
    imported(journey, tmp_path, WIDE)
    with pytest.raises(Problem, match="E_ACTION"):
        imported(journey, tmp_path, "number;title;start\n1;Fælles møde;01.02.2027\n")
