"""The plan in a real file, one action at a time: placed areas, actions made of them, order and follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kvik_desktop.action_plan import editing, follow_up, priorities
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.hints import HintKind, plan_hints
from kvik_desktop.action_plan.model import PlannedAction, Quadrant, Status
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.usecases import content
from kvik_desktop.workshop import statements
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey

TIME, CALM, GOALS = "For lidt tid", "Uro om morgenen", "Uklare mål"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """An accepted result with three areas under two subcriteria, one of which was parked."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.answer("Bo", "k1.1", 3, area=(TIME, CALM)).answer("Eva", "k2.1", 3, area=(GOALS,))
    journey.reveal().settle_all(1)
    parked = Agreed("k2.1", parked=True, note="Mangler tal")
    journey.file.do(meeting.settle, journey.id, [parked])
    journey.accept()
    yield journey
    journey.file.close()


def area(journey: Journey, words: str) -> str:
    return next(each.id for each in journey.file.ask(statements.areas, journey.id) if each.text == words)


def plan(journey: Journey) -> tuple[PlannedAction, ...]:
    return journey.file.ask(plans.plan, journey.id)


def titles(journey: Journey) -> list[tuple[int, str]]:
    return [(each.action.number, each.action.title) for each in plan(journey)]


def add(journey: Journey, *names: str) -> list[str]:
    return [journey.file.do(editing.add, journey.id, name).value.action.id for name in names]


def undo_label(journey: Journey) -> str:
    label = journey.file.undo_label
    assert label is not None
    return Translator()(label)


def test_areas_are_placed_and_put_back(journey: Journey) -> None:
    time = area(journey, TIME)
    assert journey.file.ask(priorities.unplaced, journey.id) == (3, 3)
    journey.file.do(priorities.place, journey.id, time, 4, 2)
    journey.file.do(priorities.set_theme, journey.id, [time, area(journey, GOALS)], " Tid og  mål ")
    wall = {each.area.text: each for each in journey.file.ask(priorities.wall, journey.id)}
    assert wall[TIME].quadrant is Quadrant.STRATEGIC
    assert [(wall[name].priority.theme, wall[name].quadrant) for name in (GOALS, CALM)] == [
        ("Tid og mål", None),
        ("", None),
    ]
    assert journey.file.ask(priorities.unplaced, journey.id) == (2, 3)
    assert undo_label(journey) == "tema på 2 forbedringsområder"
    journey.file.undo()
    journey.file.do(priorities.place, journey.id, time, None, None)
    assert journey.file.ask(priorities.unplaced, journey.id) == (3, 3)
    journey.file.undo()
    assert journey.file.ask(priorities.unplaced, journey.id) == (2, 3)


def test_a_place_off_the_scale_or_for_a_text_that_is_gone_is_refused(journey: Journey) -> None:
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(priorities.place, journey.id, area(journey, TIME), 5, 1)
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(priorities.place, journey.id, "væk", 1, 1)
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(editing.from_areas, journey.id, [])


def test_an_action_from_areas_remembers_words_and_scores(journey: Journey) -> None:
    chosen = [area(journey, name) for name in (TIME, GOALS)]
    journey.file.do(priorities.place, journey.id, chosen[0], 4, 2)
    journey.file.do(priorities.place, journey.id, chosen[1], 2, 4)
    journey.file.do(priorities.set_theme, journey.id, chosen, "Tid")
    made = journey.file.do(editing.from_areas, journey.id, chosen).value
    assert (made.action.title, made.action.theme, made.action.effect, made.action.ease) == (TIME, "Tid", 4, 2)
    assert [(each.text, each.statement) for each in made.areas] == list(
        zip((TIME, GOALS), chosen, strict=True)
    )
    assert [(each.subcriterion, each.score_then) for each in made.subcriteria] == [
        ("k1.1", 1),
        ("k2.1", None),
    ]
    assert plan(journey) == (made,)
    wall = {each.area.text: each.actions for each in journey.file.ask(priorities.wall, journey.id)}
    assert wall == {TIME: (1,), GOALS: (1,), CALM: ()}
    journey.file.do(editing.tie, journey.id, made.action.id, [chosen[0], area(journey, CALM)])
    journey.file.do(editing.untie, journey.id, made.action.id, 0)
    [tied] = plan(journey)
    assert [(each.position, each.text) for each in tied.areas] == [(0, GOALS), (1, CALM)]
    journey.file.do(editing.set_subcriteria, journey.id, made.action.id, ["k2.1", "k3.1"])
    assert [(each.subcriterion, each.score_then) for each in plan(journey)[0].subcriteria] == [
        ("k2.1", None),
        ("k3.1", 1),
    ]
    with pytest.raises(Problem, match="E_CONSENSUS"):
        journey.file.do(editing.set_subcriteria, journey.id, made.action.id, ["9.9"])


def test_placements_outlive_the_deletion_of_the_answers(journey: Journey) -> None:
    time = area(journey, TIME)
    journey.file.do(priorities.place, journey.id, time, 4, 4)
    delete_for_good(journey.file, journey.id, "Anna")
    [kept] = [each for each in journey.file.ask(priorities.wall, journey.id) if each.area.text == TIME]
    assert (kept.area.id, kept.quadrant) == (time, Quadrant.QUICK_WIN)


def test_fields_are_changed_and_typing_is_one_step(journey: Journey) -> None:
    [one] = add(journey, "Møde")
    journey.file.do(follow_up.note, journey.id, one, "Aftalt")
    before = plan(journey)[0]
    for title in ("Fælles m", "Fælles møde"):
        fields = replace(before.action, title=title, number=7, status=Status.DONE)
        journey.file.do(editing.change, journey.id, fields)
    after = plan(journey)[0]
    assert after.action == replace(before.action, title="Fælles møde")
    assert after.notes == before.notes
    journey.file.undo()
    assert plan(journey)[0] == before
    wrong = replace(before.action, start=date(2027, 1, 2), deadline=date(2027, 1, 1))
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(editing.change, journey.id, wrong)
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(editing.add, journey.id, "  ")


def test_people_and_prerequisites_are_set(journey: Journey) -> None:
    one, two = add(journey, "Først", "Så")
    journey.file.do(editing.set_participants, journey.id, one, [" Bo  Ø", "", "Eva"])
    journey.file.do(editing.set_prerequisites, journey.id, two, [one], ["Enighed i MED", " "])
    first, second = plan(journey)
    assert first.participants == ("Bo Ø", "Eva")
    assert [(need.other, need.text) for need in second.prerequisites] == [(one, ""), (None, "Enighed i MED")]
    with pytest.raises(Problem, match="E_PREREQUISITE"):
        journey.file.do(editing.set_prerequisites, journey.id, one, [two])
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(editing.set_prerequisites, journey.id, one, ["væk"])


def test_a_removed_action_leaves_its_name_with_those_that_wait_for_it(journey: Journey) -> None:
    one, two, three = add(journey, "Først", "Så", "Sidst")
    journey.file.do(editing.set_prerequisites, journey.id, two, [one], ["MED"])
    journey.file.do(follow_up.measure, journey.id, one, date(2027, 1, 1), Decimal(4))
    before = plan(journey)
    journey.file.do(editing.remove, journey.id, one)
    assert titles(journey) == [(2, "Så"), (3, "Sidst")]
    assert [(need.other, need.text) for need in plan(journey)[0].prerequisites] == [
        (None, "Først"),
        (None, "MED"),
    ]
    assert undo_label(journey) == "fjern tiltag 1"
    journey.file.undo()
    assert plan(journey) == before
    journey.file.redo()
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(editing.remove, journey.id, one)
    assert three == plan(journey)[1].action.id


def test_the_order_is_the_numbers(journey: Journey) -> None:
    one, two, three = add(journey, "a", "b", "c")
    journey.file.do(editing.reorder, journey.id, [three, one, two])
    assert titles(journey) == [(1, "c"), (2, "a"), (3, "b")]
    journey.file.undo()
    assert titles(journey) == [(1, "a"), (2, "b"), (3, "c")]
    journey.file.redo()
    assert titles(journey) == [(1, "c"), (2, "a"), (3, "b")]
    for wrong in ([one, two], [one, two, two], [one, two, "væk"]):
        with pytest.raises(Problem, match="E_PLAN"):
            journey.file.do(editing.reorder, journey.id, wrong)


def test_the_log_keeps_when_and_why_the_status_changed(journey: Journey) -> None:
    [one] = add(journey, "Møde")
    journey.file.do(follow_up.set_status, journey.id, one, Status.IN_PROGRESS)
    journey.file.do(follow_up.note, journey.id, one, " Første møde holdt ")
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(follow_up.set_status, journey.id, one, Status.DROPPED, " ")
    journey.file.do(follow_up.set_status, journey.id, one, Status.DROPPED, "Ingen tid")
    journey.file.do(follow_up.set_status, journey.id, one, Status.DROPPED, "Ingen tid")
    [dropped] = plan(journey)
    assert (dropped.action.status, dropped.action.dropped_reason) == (Status.DROPPED, "Ingen tid")
    assert sorted((note.text, note.status) for note in dropped.notes) == [
        ("", Status.IN_PROGRESS),
        ("Første møde holdt", None),
        ("Ingen tid", Status.DROPPED),
    ]
    told = journey.file.ask(content, journey.id, Translator())
    assert sorted(line.text for line in told.actions[0].log) == [
        "Droppet: Ingen tid",
        "Første møde holdt",
        "I gang",
    ]
    journey.file.do(follow_up.set_status, journey.id, one, Status.PLANNED, "Alligevel")
    assert plan(journey)[0].action.dropped_reason == ""
    journey.file.undo()
    journey.file.undo()
    assert plan(journey)[0].action.status is Status.IN_PROGRESS
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(follow_up.note, journey.id, one, "  ")


def test_measurements_are_one_a_day(journey: Journey) -> None:
    [one] = add(journey, "Møde")
    days = (date(2027, 2, 1), date(2027, 1, 1), date(2027, 2, 1))
    for day, value in zip(days, ("5.5", "7", "4"), strict=True):
        journey.file.do(follow_up.measure, journey.id, one, day, Decimal(value))
    assert [(each.day.month, each.value) for each in plan(journey)[0].measurements] == [
        (1, Decimal(7)),
        (2, Decimal(4)),
    ]
    journey.file.do(follow_up.remove_measurement, journey.id, one, date(2027, 1, 1))
    assert [each.day.month for each in plan(journey)[0].measurements] == [2]


def test_hints_come_from_plan_and_scores(journey: Journey) -> None:
    journey.file.do(editing.from_areas, journey.id, [area(journey, TIME)])
    found = journey.file.ask(plan_hints, journey.id)
    assert [hint.kind for hint in found[:3]] == [
        HintKind.NO_RESPONSIBLE,
        HintKind.NO_DEADLINE,
        HintKind.NO_MEASURE,
    ]
    low = {hint.subcriterion for hint in found if hint.kind is HintKind.LOW_WITHOUT_ACTION}
    assert low == set(journey.subcriteria) - {"k1.1", "k2.1"}


def test_the_plan_waits_for_the_accepted_result(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "tidlig").mkdir()
    early = Journey(tmp_path / "tidlig", clock).gather_people().answer("Bo", "k1.1", 3, area=(TIME,)).reveal()
    with pytest.raises(Problem, match="E_STATE"):
        early.file.do(editing.add, early.id, "For tidligt")
    with pytest.raises(Problem, match="E_STATE"):
        early.file.do(priorities.place, early.id, area(early, TIME), 1, 1)
    early.file.close()


def test_each_area_becomes_an_action_in_one_step(journey: Journey) -> None:
    chosen = [area(journey, name) for name in (GOALS, TIME)]
    journey.file.do(priorities.place, journey.id, chosen[0], 4, 3)
    made = journey.file.do(editing.from_each_area, journey.id, chosen).value
    assert titles(journey) == [(1, GOALS), (2, TIME)]
    assert plan(journey) == made
    assert [(each.action.effect, each.subcriteria[0].subcriterion) for each in made] == [
        (4, "k2.1"),
        (None, "k1.1"),
    ]
    assert undo_label(journey) == "2 nye tiltag"
    journey.file.undo()
    assert plan(journey) == ()
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(editing.from_each_area, journey.id, [chosen[0], "væk"])


def test_a_copy_has_everything_but_what_has_happened(journey: Journey) -> None:
    one, two = add(journey, "Først", "Så")
    journey.file.do(editing.tie, journey.id, two, [area(journey, TIME)])
    journey.file.do(editing.set_participants, journey.id, two, ["Bo"])
    journey.file.do(editing.set_prerequisites, journey.id, two, [one], ["MED"])
    journey.file.do(editing.amend, journey.id, two, deadline=date(2027, 1, 1))
    journey.file.do(follow_up.measure, journey.id, two, date(2027, 1, 1), Decimal(4))
    journey.file.do(follow_up.set_status, journey.id, two, Status.DROPPED, "Ingen tid")
    made = journey.file.do(editing.duplicate, journey.id, two, " Så igen ").value
    before, after = plan(journey)[1:]
    assert (after, titles(journey)[-1]) == (made, (3, "Så igen"))
    kept = replace(
        before.action, id=made.action.id, number=3, title="Så igen", status=Status.PLANNED, dropped_reason=""
    )
    assert after.action == kept
    assert [each.text for each in after.areas] == [TIME]
    assert [(need.other, need.text) for need in after.prerequisites] == [(one, ""), (None, "MED")]
    assert (after.participants, after.measurements, after.notes) == (("Bo",), (), ())


def test_what_is_amended_leaves_the_rest_as_it_is_now(journey: Journey) -> None:
    [one] = add(journey, "Møde")
    journey.file.do(editing.amend, journey.id, one, responsible="Bo")
    journey.file.do(editing.amend, journey.id, one, deadline=date(2027, 1, 1))
    action = plan(journey)[0].action
    assert (action.title, action.responsible, action.deadline) == ("Møde", "Bo", date(2027, 1, 1))
    journey.file.undo()
    assert (plan(journey)[0].action.responsible, plan(journey)[0].action.deadline) == ("Bo", None)
    with pytest.raises(Problem, match="E_ACTION"):
        journey.file.do(editing.amend, journey.id, one, title=" ")
