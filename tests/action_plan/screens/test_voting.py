"""A vote with dots in the window: in turn, from slips, by raised hands; hidden until it is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from tests.action_plan.material import CALM, GOALS, TIME, with_areas
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.drivers.improvements import Improvements
from tests.journey import PEOPLE, Journey
from tests.window import PATIENCE, opened

Start = Callable[[Callable[[Window], Hand]], Improvements]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """At the vote, each with three dots."""

    def begin(hand: Callable[[Window], Hand] = Keys) -> Improvements:
        journey.file.close()
        page = Improvements(hand(opened(qtbot, journey.path))).other("Mere").other("Prikker")
        assert page.vote.number.value() == 1, "one for every four areas"
        page.vote.number.setValue(3)
        return page.next()

    return begin


@pytest.mark.parametrize("hand", HANDS)
def test_each_gives_dots_in_turn(start: Start, hand: Callable[[Window], Hand]) -> None:
    page = start(hand)
    assert page.hint == "Ingen har givet prikker endnu."
    page.sit_down("Bo").put(TIME, 2).put(GOALS, 2)
    assert page.vote.sheet.left == 0
    assert page.vote.sheet.dots == {page.card(TIME).key: 2, page.card(GOALS).key: 1}
    assert (page.next_words, page.hint) == ("Gem, og giv videre", "Næste: Carla")
    page.next()
    assert page.vote.sheet.dots == {}, "the next one begins with an empty sheet"
    page.put(CALM, 1).next().other("Tilbage til listen")
    assert [row.state for row in page.vote.people.rows] == [
        "Mangler",
        "Har givet",
        "Har givet",
        *["Mangler"] * 2,
    ]
    page.other("Tilbage til væggen")
    assert page.dots() == {TIME: 0, CALM: 0, GOALS: 0}
    page.other("Prikker: 2 har givet").next()
    assert page.groups() == {"Flest prikker først": [TIME, CALM, GOALS]}
    assert page.dots() == {TIME: 2, CALM: 1, GOALS: 1}
    assert page.card(TIME).dots == 2


def test_the_last_ends_the_round(start: Start) -> None:
    page = start(Mouse).sit_down(PEOPLE[0])
    for _ in PEOPLE:
        page.put(TIME, 1).next()
    assert page.vote.people.isVisible()
    assert page.next_words == "Vis prikkerne"
    assert page.hint == "Kan ikke fortrydes"


def test_who_gives_again_begins_empty(start: Start) -> None:
    page = start(Keys).sit_down("Eva").put(TIME, 3).next().other("Tilbage til listen")
    page.sit_down("Eva")
    assert page.vote.sheet.dots == {}
    assert "Du har givet prikker før" in page.vote._said.text()
    page.put(GOALS, 1).next().other("Tilbage til listen").next()
    assert page.dots() == {TIME: 0, CALM: 0, GOALS: 1}


@pytest.mark.parametrize("hand", HANDS)
def test_slips_are_typed_in_fast(start: Start, hand: Callable[[Window], Hand]) -> None:
    page = start(hand)
    way(page, 1)
    line = page.vote.slips.line
    page.hand.enter(line)
    for slip in ("A A B", "c", "b3"):
        QTest.keyClicks(line, slip)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.text() == "", "it is gone from the screen"
    QTest.keyClicks(line, "A X")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.vote.slips.field.error == "Intet område på væggen har bogstavet X."
    assert line.text() == "A X"
    page.next()
    assert page.dots() == {TIME: 2, CALM: 4, GOALS: 1}


@pytest.mark.parametrize("hand", HANDS)
def test_raised_hands_are_counted_area_by_area(start: Start, hand: Callable[[Window], Hand]) -> None:
    page = start(hand)
    way(page, 2)
    assert page.vote.sheet.left == 15
    page.put(TIME, 4).put(GOALS, 2).next()
    assert page.vote._heading.text() == "Hænderne er talt"
    page.next()
    assert page.dots() == {TIME: 4, CALM: 0, GOALS: 2}


def test_it_is_said_whose_hands_are_counted_and_where_a_slip_is_one_too_many(start: Start) -> None:
    page = start(Mouse)
    view = page.vote
    way(page, 1)
    for _ in range(2):
        page.hand.enter(view.slips.line)
        QTest.keyClicks(view.slips.line, "A")
        QTest.keyClick(view.slips.line, Qt.Key.Key_Return)
    assert view.slips._count.text() == "2 sedler er tastet ind."
    way(page, 2)
    assert view.sheet.left == 9
    assert view._said.text().endswith("tæl kun hænder fra de 3, der mangler.")
    page.put(TIME, 4).next()
    assert {row.state for row in view.people.rows} == {"Med i håndsoprækningen"}
    way(page, 1)
    for slip in ("A", "A", "A", "A"):
        QTest.keyClicks(view.slips.line, slip)
        QTest.keyClick(view.slips.line, Qt.Key.Key_Return)
    assert view.slips._count.text() == "3 sedler er tastet ind.", "the hands have given dots of the others"


def test_a_slip_too_many_is_told(start: Start) -> None:
    page = start(Mouse)
    way(page, 1)
    for _ in range(6):
        page.hand.enter(page.vote.slips.line)
        QTest.keyClicks(page.vote.slips.line, "A")
        QTest.keyClick(page.vote.slips.line, Qt.Key.Key_Return)
    assert "flere givet prikker, end der er på listen" in page.vote.slips._count.text()


def way(page: Improvements, place: int) -> None:
    """Another way to give dots."""
    chips = page.vote.ways.chips
    if isinstance(page.hand, Mouse):
        page.hand.press(chips[place])
        return
    assert isinstance(page.hand, Keys)
    page.hand.reach(next(chip for chip in chips if chip.isChecked()))
    for _ in range(place):
        page.hand.key(Qt.Key.Key_Right)


def test_digits_and_minus_on_the_sheet(start: Start) -> None:
    page = start(Keys).sit_down("Bo")
    view = page.vote.sheet.view
    for key, dots in (
        (Qt.Key.Key_3, 3),
        (Qt.Key.Key_Minus, 2),
        (Qt.Key.Key_9, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_0, 0),
        (Qt.Key.Key_Space, 1),
        (Qt.Key.Key_Delete, 0),
    ):
        QTest.keyClick(view, key)
        assert page.vote.sheet.dots.get(page.card(TIME).key, 0) == dots
    assert view.areas.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"A, {TIME}, ingen prikker"


def test_dots_are_not_shown_from_a_screen_that_does_not_warn(qtbot: QtBot, start: Start) -> None:
    """With the projector over the only screen the room is asked first."""
    page = start(Keys)
    page.sit_down("Bo").put(TIME, 2).next().other("Tilbage til listen")
    room = page.hand.window.room
    assert room is not None
    QTest.keyClick(QApplication.focusWidget() or page.page, Qt.Key.Key_F5)
    screen = room.projector.window
    assert screen is not None
    qtbot.waitUntil(screen.isActiveWindow, timeout=PATIENCE)
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.question is not None
    asked = "Vis prikkerne? 4 mangler. Kan ikke fortrydes Ctrl+Enter en gang til: ja. Esc: nej"
    assert screen.question.accessibleName() == asked
    assert page.vote.turnout is not None
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.dots()[TIME] == 2


def test_while_people_give_dots_cards_stay(start: Start) -> None:
    page = start(Keys).other("Tilbage til væggen").go_to(TIME)
    page._key(Qt.Key.Key_M)
    assert page.page.wall.held == ""


def test_a_vote_is_given_up_and_another_begun(start: Start) -> None:
    page = (
        start(Keys).sit_down("Bo").put(TIME, 1).next().other("Tilbage til listen").other("Opgiv afstemningen")
    )
    assert page.next_words == "Begynd at give prikker"
    page.next().sit_down("Bo").put(GOALS, 1).next().other("Tilbage til listen").next()
    page.other("Prikker")
    assert page.vote._history.isVisible()
    page.next().sit_down("Eva").put(CALM, 1).next().other("Tilbage til listen").next()
    assert page.dots() == {TIME: 0, CALM: 1, GOALS: 0}


def test_whoever_was_at_it_is_not_when_the_page_is_left(start: Start) -> None:
    page = start(Keys).sit_down("Bo").put(TIME, 1)
    room = page.hand.window.room
    assert room is not None
    room.go("5")
    room.go("4")
    assert page.vote.sheet.dots == {}
    assert page.vote.people.isVisible()
