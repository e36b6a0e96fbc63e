"""What the room sees of the areas: the matrix, the wall, and dots only when they are shown; nobody's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import priorities, votes
from kvik_desktop.action_plan.projected import SeenMatrix, SeenWall
from kvik_desktop.compose import open_file
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.window import Window
from tests.action_plan.material import CALM, GOALS, TIME, with_areas
from tests.drivers.hand import Keys
from tests.drivers.improvements import Improvements
from tests.journey import PEOPLE, Journey
from tests.looking import Seen, look
from tests.window import opened, window

Start = Callable[[], Improvements]
GIVEN = ((2, 0, 1), (0, 3, 0))
"""By area the dots of two people: as many people, other places."""


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    def begin() -> Improvements:
        journey.file.close()
        return Improvements(Keys(opened(qtbot, journey.path)))

    return begin


def given(page: Improvements) -> object:
    projection = page.page.projection
    assert projection is not None
    return projection.given


def test_the_room_follows_what_is_placed(start: Start) -> None:
    page = start().place(GOALS, 4, 3)
    seen = given(page)
    assert isinstance(seen, SeenMatrix)
    assert seen.placed == (("C", 4, 3),)
    assert seen.now is not None
    assert (seen.now.letter, seen.now.text) == ("C", GOALS)
    assert seen.where.startswith("k2.1 ")


def test_the_room_reads_the_wall_by_theme(start: Start) -> None:
    page = start().theme(TIME, "Hverdag").order("Tema")
    seen = given(page)
    assert isinstance(seen, SeenWall)
    assert [(group.name, [area.text for area in group.areas]) for group in seen.groups] == [
        ("Hverdag", [TIME]),
        ("Uden tema", [CALM, GOALS]),
    ]


def test_dots_are_in_the_room_when_they_are_shown(start: Start) -> None:
    page = start().other("Mere").other("Prikker").next().sit_down("Bo").put(CALM, 1).next()
    seen = given(page)
    assert isinstance(seen, SeenWall)
    assert (seen.each, seen.given, seen.has_dots) == (1, 1, False)
    assert {area.dots for group in seen.groups for area in group.areas} == {None}
    page.other("Tilbage til listen").next()
    seen = given(page)
    assert isinstance(seen, SeenWall)
    assert [(area.text, area.dots) for area in seen.groups[0].areas] == [(CALM, 1), (TIME, 0), (GOALS, 0)]


def test_the_slides_are_heard(start: Start) -> None:
    page = start().place(GOALS, 4, 3)
    room = page.hand.window.room
    assert room is not None
    room.projector.toggle()
    screen = room.projector.window
    assert screen is not None
    told = " ".join(look("room", screen).words)
    assert GOALS in told
    assert "C Hurtig gevinst" in told
    assert [name for name in PEOPLE if name in told] == []
    room.projector.toggle()


@pytest.fixture
def variants(journey: Journey) -> tuple[bytes, ...]:
    """The same file twice while people give dots; they gave them to other areas."""
    areas = [each.id for each in journey.file.ask(priorities.wall, journey.id)]
    journey.file.do(votes.begin, journey.id, 3)
    journey.file.close()
    bare, made = journey.path.read_bytes(), []
    for dots in GIVEN:
        journey.path.write_bytes(bare)
        with open_file(journey.path) as file:
            for name in PEOPLE[:2]:
                there = dict(zip(areas, dots, strict=True))
                file.do(votes.give, journey.id, journey.people[name], there)
            file.do(votes.give_slip, journey.id, dict(zip(areas, dots, strict=True)))
        made.append(journey.path.read_bytes())
    return tuple(made)


def walked(qtbot: QtBot, clock: FixedClock, path: Path) -> list[Seen]:
    """The wall, the vote, a turn at it, the other steps and the projector."""
    made: Window = window(qtbot, Settings(), clock=clock)  # nobody remembers another walk's place
    made.open(path)
    room = made.room
    assert room is not None
    seen = []
    for stop in "4567":
        room.go(stop)
        seen.append(look(stop, made))
    page = Improvements(Keys(made))
    page.other("Prikker: 3 har givet")
    seen.append(look("vote", made))
    page.sit_down("Bo")
    seen.append(look("turn", made))
    room.projector.toggle()
    assert isinstance(page.page, Page)
    assert room.projector.window is not None
    seen.append(look("room", room.projector.window))
    made.close()
    return seen


def test_nothing_in_the_window_tells_where_hidden_dots_are(
    qtbot: QtBot, clock: FixedClock, journey: Journey, variants: tuple[bytes, ...]
) -> None:
    seen = []
    for variant in variants:
        journey.path.write_bytes(variant)
        seen.append(walked(qtbot, clock, journey.path))
    for one, other in zip(*seen, strict=True):
        assert sorted(one.words) == sorted(other.words), one.name
        assert one.picture == other.picture or one.name == "6", f"{one.name} looks otherwise"
