"""Step 4 for those with many areas: merging, themes, other orders and finding, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from tests.action_plan.material import CALM, GOALS, TIME, with_areas
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.drivers.improvements import Improvements
from tests.journey import Journey
from tests.window import opened

SHIFT = Qt.KeyboardModifier.ShiftModifier
Start = Callable[[Callable[[Window], Hand]], Improvements]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    def begin(hand: Callable[[Window], Hand] = Keys) -> Improvements:
        journey.file.close()
        return Improvements(hand(opened(qtbot, journey.path)))

    return begin


def undo(page: Improvements) -> None:
    assert page.hand.window.room is not None
    page.hand.window.room.undo()


def test_a_small_team_sees_a_list_and_the_matrix(start: Start) -> None:
    page = start(Keys)
    assert not page.page.side.bar.isVisible()
    page.go_to(TIME)._key(Qt.Key.Key_M)
    assert page.page.wall.held == "", "nobody merges by mistake"
    assert [act.text for act in page.page.foot.secondary] == ["Mere"]
    page.other("Mere")
    assert page.page.side.bar.isVisible()
    assert [act.text for act in page.page.foot.secondary] == ["Prikker"]


@pytest.mark.parametrize("hand", HANDS)
def test_cards_are_merged_and_taken_apart(start: Start, hand: Callable[[Window], Hand]) -> None:
    page = start(hand).place(GOALS, 4, 4).other("Mere")
    page.merge(GOALS, TIME)
    assert page.groups() == {"k1 Ledelse": [TIME, CALM]}
    whole = page.card(TIME)
    assert whole.merged
    assert whole.source == "k1.1, k2.1 · enighed 1 · samlet af 2"
    assert whole.where == "Hurtig gevinst"
    assert page.page.wall.current == whole.key
    assert page.page.pane.detail.parts.isVisible()
    undo(page)
    assert page.groups() == {"k1 Ledelse": [TIME, CALM], "k2 Strategi og mål": [GOALS]}
    page.merge(CALM, GOALS)
    assert page.groups() == {"k1 Ledelse": [TIME], "k2 Strategi og mål": [GOALS]}
    page.split(GOALS)
    assert page.groups() == {"k1 Ledelse": [TIME, CALM], "k2 Strategi og mål": [GOALS]}


def test_a_hint_leads_to_every_subcriterion_of_a_merged_card(start: Start) -> None:
    page = start(Keys).other("Mere").merge(GOALS, TIME)
    page.go_to(CALM)
    page.page.go_to("k2.1")
    assert page.page.place == page.card(TIME).key


def test_escape_lets_go(start: Start) -> None:
    page = start(Keys).other("Mere").go_to(TIME)
    page._key(Qt.Key.Key_M)
    view = page.page.wall.view()
    assert view is not None
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("taget op")
    page._key(Qt.Key.Key_Escape)
    assert page.page.wall.held == ""
    page.go_to(CALM)._key(Qt.Key.Key_M)
    assert page.page.wall.held == page.card(CALM).key


def test_no_theme_is_lit_before_a_card_is_dragged(start: Start) -> None:
    page = start(Keys).theme(TIME, "Tid").order("Tema")
    assert [part.is_over for part in page.page.wall.groups.values()] == [False, False]
    assert len({part.view.y() for part in page.page.wall.groups.values()}) == 1, "their cards begin alike"


def test_the_field_ends_where_the_cards_do(start: Start) -> None:
    page = start(Keys).other("Mere")
    side, part = page.page.side, page.page.wall.columns[-1][-1]
    ends = [each.mapTo(side, each.rect().topRight()).x() for each in (side.finder, part)]
    assert ends[0] == pytest.approx(ends[1], abs=1)


def test_while_one_chooses_the_top_line_says_so(start: Start) -> None:
    page = start(Keys)
    page.page.choose()
    assert page.page.title.accessibleDescription() == "Sæt kryds ved dem, I vil arbejde med"
    page.page.stop_choosing()
    assert page.page.title.accessibleDescription().startswith("Træk et område")


def test_a_card_is_dropped_on_a_theme(start: Start) -> None:
    page = start(Mouse).theme(TIME, "Tid").order("Tema")
    wall = page.page.wall
    assert page.groups() == {"Tid": [TIME], "Uden tema": [CALM, GOALS]}
    part = wall.groups["Tid"]
    inside = wall.widget()
    assert inside is not None
    assert wall.viewport().acceptDrops()
    assert not part.view.viewport().acceptDrops(), "what is over a card comes to the wall"
    head = inside.mapTo(wall.viewport(), part.geometry().topLeft() + QPoint(20, 8))
    page.let_fall(page.card(GOALS).key, head)
    assert page.groups() == {"Tid": [TIME, GOALS], "Uden tema": [CALM]}
    none = inside.mapTo(wall.viewport(), wall.groups[""].geometry().topLeft() + QPoint(20, 8))
    page.let_fall(page.card(TIME).key, none)
    assert page.groups() == {"Tid": [GOALS], "Uden tema": [TIME, CALM]}
    page.merge(CALM, TIME)
    assert page.groups() == {"Tid": [GOALS], "Uden tema": [TIME]}, "in the middle of a card it merges"


@pytest.mark.parametrize("hand", HANDS)
def test_a_theme_gets_another_name(start: Start, hand: Callable[[Window], Hand]) -> None:
    page = start(hand).theme(TIME, "Tid").theme(CALM, "Tid").order("Tema").go_to(CALM)
    part = page.page.wall.groups["Tid"]
    if isinstance(page.hand, Mouse):
        page.hand.press(part.pencil)
    else:
        QTest.keyClick(
            QApplication.focusWidget() or page.page, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier
        )
    assert part.edit.hasFocus()
    QTest.keyClick(part.edit, Qt.Key.Key_Escape)
    assert list(page.groups()) == ["Tid", "Uden tema"]
    part.ask_name()
    QTest.keyClicks(part.edit, "Hverdag")
    QTest.keyClick(part.edit, Qt.Key.Key_Return)
    assert page.groups() == {"Hverdag": [TIME, CALM], "Uden tema": [GOALS]}
    undo(page)
    assert list(page.groups()) == ["Tid", "Uden tema"]


def test_quick_wins_come_first_by_field(start: Start) -> None:
    page = start(Keys).other("Mere").place(GOALS, 4, 4).place(TIME, 1, 1).order("Felt")
    assert page.groups() == {"Hurtig gevinst": [GOALS], "Overvej igen": [TIME], "Ikke placeret": [CALM]}


def test_one_finds_words_and_subcriteria(start: Start) -> None:
    page = start(Keys).other("Mere").find("uro")
    assert page.groups() == {"k1 Ledelse": [CALM]}
    page.find("k2.1")
    assert page.groups() == {"k2 Strategi og mål": [GOALS]}
    page.find("findes ikke")
    assert page.groups() == {}
    QTest.keyClick(page.page.side.finder, Qt.Key.Key_Escape)
    assert len(page.groups()) == 2


def test_a_merged_card_becomes_one_action_of_all_its_subcriteria(start: Start, journey: Journey) -> None:
    page = start(Keys).other("Mere").merge(GOALS, TIME).tick(TIME)
    page.next()
    assert page.card(TIME).source.endswith("tiltag 1")
    page.go_to(TIME)
    page.split(TIME)
    assert [page.card(each).source.endswith("tiltag 1") for each in (TIME, GOALS, CALM)] == [
        True,
        True,
        False,
    ]


def test_the_wall_is_heard(start: Start) -> None:
    page = start(Keys).other("Mere").merge(GOALS, TIME)
    detail = page.page.pane.detail
    found = QAccessible.queryAccessibleInterface(detail.apart)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Skil ad igen"
