"""What a team decides about its evaluation, in a real file: unit, model, limits, days and ticks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kvik_desktop.evaluation import checklist, settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Milestone, Unit, check_limits
from kvik_desktop.evaluation.settings import Limits, UnitFacts
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.model_package.process import ten_steps
from kvik_desktop.model_package.reading import load
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Flag
from tests.evaluation.test_states import EMPTY
from tests.journey import PEOPLE, Journey

KVIK = load("kvik", Resources())


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def evaluation(journey: Journey) -> Evaluation:
    return journey.file.ask(evaluations.get, journey.id)


def unit(journey: Journey) -> Unit:
    return journey.file.ask(evaluations.unit_of, evaluation(journey))


def test_the_units_facts_are_corrected_at_any_time(journey: Journey) -> None:
    before = unit(journey)
    facts = UnitFacts(" Skovbørne\u200bhuset ", Sector.SCHOOL, "101", "84 børn")
    journey.file.do(settings.change_unit, journey.id, facts)
    assert unit(journey) == replace(
        before, name="Skovbørne huset", sector=Sector.SCHOOL, municipality="101", size="84 børn"
    )
    journey.file.undo()
    assert unit(journey) == before
    for wrong in (replace(facts, name="\u200b "), replace(facts, municipality="1O1")):
        with pytest.raises(Problem, match="E_UNIT"):
            journey.file.do(settings.change_unit, journey.id, wrong)
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all().accept()
    journey.file.do(settings.change_unit, journey.id, facts)
    journey.file.do(settings.change_title, journey.id, "Efterår 2026")
    assert evaluation(journey).title == "Efterår 2026"
    with pytest.raises(Problem, match="E_TITLE"):
        journey.file.do(settings.change_title, journey.id, " ")


def test_model_and_method_are_changed_while_nobody_has_answered(journey: Journey) -> None:
    before = evaluation(journey)
    journey.file.do(settings.change_model, journey.id, KVIK, Method.FINE)
    after = evaluation(journey)
    assert (after.model, after.method) == (KVIK.sha256, Method.FINE)
    assert journey.file.ask(evaluations.package_of, after) == KVIK
    journey.file.undo()
    assert evaluation(journey) == before
    assert journey.file.ask(evaluations.package_of, before) == journey.package
    only_steps = msgspec.structs.replace(KVIK, version="99.1", methods=(Method.CLASSICAL,))
    only_steps = msgspec.structs.replace(only_steps, recommended_method=Method.CLASSICAL)
    with pytest.raises(Problem, match="E_METHOD"):
        journey.file.do(settings.change_model, journey.id, only_steps, Method.FINE)
    journey.answer("Bo", "k1.1", 3)
    with pytest.raises(Problem, match="E_STATE"):
        journey.file.do(settings.change_model, journey.id, KVIK, Method.FINE)
    assert evaluation(journey) == before


def test_a_model_that_was_left_again_binds_nothing(journey: Journey) -> None:
    journey.file.do(settings.change_model, journey.id, KVIK, Method.FINE)
    journey.file.do(settings.change_model, journey.id, journey.package, journey.method)
    other = msgspec.structs.replace(KVIK, criteria=KVIK.criteria[:5])
    journey.file.do(settings.change_model, journey.id, other, Method.FINE)
    assert evaluation(journey).model == other.sha256


def test_the_smallest_group_is_promised_before_the_reveal(journey: Journey) -> None:
    journey.file.do(settings.set_smallest_group, journey.id, 3)
    assert evaluation(journey).smallest_group == 3
    for wrong in (2, 21):
        with pytest.raises(Problem, match="E_SETTING"):
            journey.file.do(settings.set_smallest_group, journey.id, wrong)
    journey.answer("Bo", "k1.1", 3).reveal()
    with pytest.raises(Problem, match="E_REVEALED"):
        journey.file.do(settings.set_smallest_group, journey.id, 5)


def test_the_limits_colour_the_agenda_until_the_result_is_accepted(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).answer("Bo", "k1.1", 1).reveal()
    assert journey.file.ask(meeting.items, journey.id)[0].latest.flag is Flag.AMBER
    journey.file.do(settings.set_limits, journey.id, Limits(red_bands=2, amber_bands=1))
    assert journey.file.ask(meeting.items, journey.id)[0].latest.flag is Flag.RED
    assert settings.limits_of(evaluation(journey)) == Limits(red_bands=2, amber_bands=1)
    journey.settle_all().accept()
    with pytest.raises(Problem, match="E_STATE"):
        journey.file.do(settings.set_limits, journey.id, Limits())


@pytest.mark.parametrize(
    "wrong",
    [
        {"amber_points": 50},
        {"amber_points": 0},
        {"red_points": 101},
        {"amber_bands": 3},
        {"red_bands": 6},
        {"tolerance": -1},
    ],
)
def test_amber_comes_before_red(wrong: dict[str, int]) -> None:
    check_limits(EMPTY)
    with pytest.raises(Problem, match="E_SETTING"):
        check_limits(replace(EMPTY, **wrong))  # type: ignore[arg-type]  # by name


def test_days_are_set_and_taken_away(journey: Journey) -> None:
    journey.file.do(settings.set_day, journey.id, Milestone.MEETING, date(2026, 11, 20))
    journey.file.do(settings.set_day, journey.id, Milestone.ANSWERS, date(2026, 11, 13))
    journey.file.do(settings.set_day, journey.id, Milestone.MEETING, None)
    assert journey.file.ask(settings.planned_days, journey.id) == {Milestone.ANSWERS: date(2026, 11, 13)}
    journey.file.undo()
    assert set(journey.file.ask(settings.planned_days, journey.id)) == {Milestone.ANSWERS, Milestone.MEETING}
    journey.file.do(settings.set_retention, journey.id, date(2027, 11, 1))
    assert evaluation(journey).retention == date(2027, 11, 1)


def test_ticks_and_notes_of_the_ten_steps_are_kept(journey: Journey) -> None:
    guide = ten_steps(Resources())
    first, second, *_ = [check.id for check in guide.steps[0].checklist]
    journey.file.do(checklist.tick, journey.id, guide, first, done=True)
    journey.file.do(checklist.tick, journey.id, guide, second, done=False, note=" Spørg Bo ")
    kept = journey.file.ask(checklist.ticked, journey.id, guide.id)
    assert {item: (answer.done is not None, answer.note) for item, answer in kept.items()} == {
        first: (True, ""),
        second: (False, "Spørg Bo"),
    }
    journey.file.do(checklist.tick, journey.id, guide, first, done=False)
    assert set(journey.file.ask(checklist.ticked, journey.id, guide.id)) == {second}
    journey.file.undo()
    assert journey.file.ask(checklist.ticked, journey.id, guide.id) == kept
    with pytest.raises(Problem, match="E_CHECKLIST"):
        journey.file.do(checklist.tick, journey.id, guide, "findes-ikke", done=True)
