"""One of the chips of a group is chosen; the group is one stop for Tab and has its own arrows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from tests.shell.widgets.hand import focus

FILTERS = [
    Filter("alle", "Alle", 7),
    Filter("gang", "I gang", 1),
    Filter("mangler", "Mangler noget", 3, "missing"),
]


@pytest.fixture
def chips(qtbot: QtBot, ui: Ui) -> FilterChips:
    made = FilterChips(ui, "Vis", FILTERS)
    qtbot.addWidget(made)
    return made


def test_the_first_is_chosen(chips: FilterChips) -> None:
    assert chips.key == "alle"
    assert [chip.isChecked() for chip in chips.chips] == [True, False, False]


def test_a_click_chooses_and_tells(qtbot: QtBot, chips: FilterChips) -> None:
    with qtbot.waitSignal(chips.chosen, timeout=0) as told:
        QTest.mouseClick(chips.chips[2], Qt.MouseButton.LeftButton)
    assert told.args == ["mangler"]
    assert [chip.isChecked() for chip in chips.chips] == [False, False, True]


def test_a_second_click_changes_nothing(chips: FilterChips) -> None:
    QTest.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert chips.key == "alle"


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ([Qt.Key.Key_Right], "gang"),
        ([Qt.Key.Key_Left], "mangler"),
        ([Qt.Key.Key_End], "mangler"),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], "alle"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Home], "alle"),
    ],
)
def test_arrows_choose_and_take_focus_along(chips: FilterChips, keys: list[Qt.Key], key: str) -> None:
    told: list[str] = []
    chips.chosen.connect(told.append)
    focus(chips.chips[0])
    for pressed in keys:
        (focused,) = [chip for chip in chips.chips if chip.hasFocus()]
        QTest.keyClick(focused, pressed)
    assert (chips.key, len(told)) == (key, len(keys))
    (chosen,) = [chip for chip in chips.chips if chip.isChecked()]
    assert chosen.hasFocus()


def test_tab_stops_once(chips: FilterChips) -> None:
    chips.set_key("gang")
    stops = [chip for chip in chips.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [chips.chips[1]]


def test_the_number_is_part_of_the_name(chips: FilterChips) -> None:
    chips.set_counts([6, None, 2])
    assert [chip.accessibleName() for chip in chips.chips] == ["Alle 6", "I gang", "Mangler noget 2"]


def test_the_row_stands_still_when_another_is_chosen(chips: FilterChips) -> None:
    before = chips.sizeHint()
    chips.set_key("mangler")
    assert chips.sizeHint() == before
