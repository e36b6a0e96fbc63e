"""What the pages of the plan are given: nothing before its time, and everything in one reading."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.action_plan import editing, priorities
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.hints import in_order
from kvik_desktop.action_plan.pages import follow_up_page, plan_page, wall_page
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.next_evaluation import start_next_alike
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from tests.action_plan.material import CALM, GOALS, TIME, area, with_areas, with_plan
from tests.journey import PEOPLE, Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = with_areas(tmp_path, clock)
    yield journey
    journey.file.close()


def test_before_acceptance_nothing_of_the_plan_is_read(tmp_path: Path, clock: FixedClock) -> None:
    early = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 1))
    early.answer("Bo", "k1.1", 1, area=(TIME,)).reveal()
    wall, plan = early.file.ask(wall_page), early.file.ask(plan_page)
    assert (wall.is_open, wall.areas, wall.scores) == (False, (), None)
    assert (plan.is_open, plan.actions, plan.people) == (False, (), ())
    assert early.file.ask(follow_up_page).followed is None
    early.file.close()


def test_the_wall_has_every_area_with_its_score(journey: Journey) -> None:
    journey.file.do(priorities.place, journey.id, area(journey, CALM), 4, 4)
    journey.file.do(priorities.set_theme, journey.id, [area(journey, GOALS)], "Mål")
    journey.file.do(editing.from_areas, journey.id, [area(journey, TIME)])
    wall = journey.file.ask(wall_page)
    assert [each.area.text for each in wall.areas] == [TIME, CALM, GOALS]
    assert wall.scores is not None
    assert (wall.scores["k1.1"], wall.actions, wall.themes, wall.unplaced) == (1, 1, ("Mål",), 1)


def test_the_plan_says_what_it_lacks_and_what_is_in_order(journey: Journey) -> None:
    [one] = with_plan(journey, "Møde")
    fields = {"responsible": "Bo", "deadline": date(2027, 1, 1)}
    journey.file.do(editing.amend, journey.id, one, **fields)
    journey.file.do(settings.set_day, journey.id, Milestone.NEXT, date(2028, 10, 1))
    plan = journey.file.ask(plan_page)
    assert (plan.lacking, plan.next_day) == (frozenset({one}), date(2028, 10, 1))
    assert [Translator()(text) for text in in_order(plan.actions, plan.hints)] == [
        "Alle tiltag har en ansvarlig",
        "Alle tiltag har en frist",
        "Alt det, I var meget uenige om, har et tiltag",
        "Ingen frister er overskredet",
    ]
    assert in_order((), ()) == ()
    assert plan.of(one) is not None
    assert plan.of("væk") is None


def test_the_plan_before_is_followed_until_the_new_one_is_approved(journey: Journey) -> None:
    with_plan(journey, "Møde")
    journey.file.do(plans.approve, journey.id, "Anna")
    begun = journey.file.do(start_next_alike, journey.id, "Anden runde", Resources()).value
    found = journey.file.ask(follow_up_page)
    assert found.followed is not None
    assert (found.now, found.followed.id) == (begun, journey.id)
    assert [each.action.title for each in found.actions] == ["Møde"]
    assert (found.back, found.scores) == (None, None)


def test_the_next_evaluation_is_made_as_the_one_before(journey: Journey) -> None:
    begun = journey.file.do(start_next_alike, journey.id, "Anden runde", Resources()).value
    assert (begun.model, begun.method, begun.title) == (journey.package.sha256, Method.SCALE5, "Anden runde")
