"""Areas merged on the wall: nothing is lost, all comes back, and an action springs from every part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvik_desktop.action_plan import editing, merging, priorities, votes
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.areas import AreaPart, PlacedArea, groups, on_wall, together
from kvik_desktop.action_plan.model import AreaPriority, Quadrant
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.gathered import GatheredStatement
from tests.action_plan.material import CALM, GOALS, TIME, area, with_areas
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = with_areas(tmp_path, clock)
    yield journey
    journey.file.close()


def wall(journey: Journey) -> tuple[PlacedArea, ...]:
    return journey.file.ask(priorities.wall, journey.id)


def words(journey: Journey) -> list[str]:
    return [each.area.text for each in wall(journey)]


def merge(journey: Journey, into: str, *others: str) -> PlacedArea:
    ids = {each.area.text: each.id for each in wall(journey)}
    return journey.file.do(merging.merge, journey.id, ids[into], [ids[each] for each in others]).value


def text(name: str, subcriterion: str, sources: int) -> GatheredStatement:
    return GatheredStatement(name, "e", subcriterion, StatementKind.AREA, 0, f"ord {name}", sources)


texts = st.lists(
    st.tuples(st.sampled_from(["k1.1", "k2.1", "k3.1"]), st.integers(1, 9)), min_size=1, max_size=9
).map(lambda found: [text(f"s{n}", *each) for n, each in enumerate(found)])


@given(texts, st.data())
def test_however_they_are_merged_no_source_and_no_subcriterion_is_lost(
    gathered: list[GatheredStatement], data: st.DataObject
) -> None:
    parts = [
        AreaPart(each.id, "e", area, place)
        for place, each in enumerate(gathered)
        if (area := data.draw(st.sampled_from(["", "x", "y"])))
    ]
    shown = on_wall(gathered, data.draw(st.permutations(parts)))
    stand_for = [each.id for area, those in shown for each in those or (area,)]
    assert sorted(stand_for) == sorted(each.id for each in gathered), "each stands in one place"
    assert sum(area.sources for area, _ in shown) == sum(each.sources for each in gathered)
    found = {
        each.subcriterion
        for area, those in shown
        for each in PlacedArea(area, priority(), (), those).statements
    }
    assert found == {each.subcriterion for each in gathered}
    assert on_wall(gathered, []) == tuple((each, ()) for each in gathered)


def priority(effect: int | None = None, ease: int | None = None, theme: str = "") -> AreaPriority:
    return AreaPriority("x", "e", effect, ease, theme)


def test_what_is_left_of_a_merged_area_with_one_part_is_that_part() -> None:
    parts = [AreaPart("a", "e", "x", 0), AreaPart("b", "e", "x", 1)]
    assert groups({"a", "b"}, parts) == {"x": ("a", "b")}
    assert groups({"a"}, parts) == {}
    [(alone, inside)] = on_wall([text("a", "k1.1", 2)], parts)
    assert (alone.id, inside) == ("a", ())


def test_a_merged_area_is_placed_as_the_first_one_that_is() -> None:
    assert together(priority(3, 3), [priority(1, 1, "Ro")]) == priority(3, 3, "Ro")
    assert together(priority(theme="Tid"), [priority(4), priority(1, 2, "Ro")]) == priority(1, 2, "Tid")
    assert together(priority(4), [priority()]) == priority(4)


def test_areas_of_different_subcriteria_are_merged_and_taken_apart(journey: Journey) -> None:
    journey.file.do(priorities.place, journey.id, area(journey, GOALS), 4, 3)
    journey.file.do(priorities.set_theme, journey.id, [area(journey, TIME)], "Tid")
    before = wall(journey)
    whole = merge(journey, TIME, GOALS)
    assert (whole.area.text, whole.area.sources, whole.subcriteria) == (TIME, 2, ("k1.1", "k2.1"))
    assert (whole.quadrant, whole.priority.theme) == (Quadrant.QUICK_WIN, "Tid")
    assert words(journey) == [TIME, CALM]
    assert journey.file.ask(priorities.unplaced, journey.id) == (1, 2)
    label = journey.file.undo_label
    assert label is not None
    assert Translator()(label) == "saml 2 forbedringsområder"
    apart = journey.file.do(merging.split, journey.id, whole.id).value
    assert [each.area.text for each in apart] == [TIME, GOALS]
    assert wall(journey) == before
    journey.file.undo()
    assert words(journey) == [TIME, CALM]
    journey.file.undo()
    assert wall(journey) == before


def test_a_merged_area_is_merged_with_another(journey: Journey) -> None:
    before = wall(journey)
    first = merge(journey, TIME, CALM)
    journey.file.do(priorities.place, journey.id, first.id, 2, 2)
    both = merge(journey, GOALS, TIME)
    assert [each.text for each in both.parts] == [GOALS, TIME, CALM]
    assert both.quadrant is Quadrant.RECONSIDER
    assert words(journey) == [GOALS]
    journey.file.do(merging.split, journey.id, both.id)
    assert wall(journey) == before, "each part is as it was before all of it"


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_taking_all_apart_restores_the_wall(journey: Journey, data: st.DataObject) -> None:
    for each in wall(journey):
        spot = st.integers(1, 4) | st.none()
        journey.file.do(priorities.place, journey.id, each.id, data.draw(spot), data.draw(spot))
    before, acts = wall(journey), 0
    for _ in range(data.draw(st.integers(1, 4))):
        there = [each.id for each in wall(journey)]
        if len(there) > 1:
            into, other = data.draw(st.permutations(there))[:2]
            journey.file.do(merging.merge, journey.id, into, [other])
            acts += 1
    for each in wall(journey):
        if each.parts:
            journey.file.do(merging.split, journey.id, each.id)
            acts += 1
    assert wall(journey) == before
    for _ in range(acts):
        journey.file.undo()
    assert wall(journey) == before


def test_an_action_springs_from_every_part(journey: Journey) -> None:
    whole = merge(journey, TIME, GOALS)
    made = journey.file.do(editing.from_areas, journey.id, [whole.id]).value
    assert made.action.title == TIME
    assert [each.text for each in made.areas] == [TIME, GOALS]
    assert [each.subcriterion for each in made.subcriteria] == ["k1.1", "k2.1"]
    assert wall(journey)[0].actions == (1,)
    journey.file.do(editing.tie, journey.id, made.action.id, [whole.id])
    [same] = journey.file.ask(plans.plan, journey.id)
    assert len(same.areas) == 2, "what it is tied to already stays"
    journey.file.do(merging.split, journey.id, whole.id)
    assert [each.actions for each in wall(journey)] == [(1,), (), (1,)]
    assert journey.file.ask(priorities.unplaced, journey.id) == (1, 3)


def test_what_cannot_be_merged_stays(journey: Journey) -> None:
    time, calm = area(journey, TIME), area(journey, CALM)
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(merging.merge, journey.id, time, [time])
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(merging.merge, journey.id, time, ["findes ikke"])
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(merging.split, journey.id, time)
    journey.file.do(votes.begin, journey.id, 2)
    with pytest.raises(Problem, match="E_VOTE"):
        journey.file.do(merging.merge, journey.id, time, [calm])
    journey.file.do(votes.give_up, journey.id)
    whole = merge(journey, TIME, CALM)
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(priorities.place, journey.id, time, 1, 1)
    journey.file.do(meeting.reopen, journey.id, "Anna", "Nye tal")
    with pytest.raises(Problem, match="E_STATE"):
        journey.file.do(merging.split, journey.id, whole.id)


def test_a_theme_is_renamed_and_joined(journey: Journey) -> None:
    ids = {each.area.text: each.id for each in wall(journey)}
    journey.file.do(priorities.set_theme, journey.id, [ids[TIME], ids[CALM]], "Hverdag")
    journey.file.do(priorities.set_theme, journey.id, [ids[GOALS]], "Mål")
    journey.file.do(priorities.rename_theme, journey.id, "Hverdag", "  Mål ")
    assert {each.priority.theme for each in wall(journey)} == {"Mål"}
    journey.file.undo()
    assert [each.priority.theme for each in wall(journey)] == ["Hverdag", "Hverdag", "Mål"]
    journey.file.do(priorities.rename_theme, journey.id, "Mål", "")
    assert [each.priority.theme for each in wall(journey)] == ["Hverdag", "Hverdag", ""]
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(priorities.rename_theme, journey.id, "Mål", "Andet")
