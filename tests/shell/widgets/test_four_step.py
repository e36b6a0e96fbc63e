"""Four steps are chosen by key, digit and mouse; 0 is not chosen yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.four_step import FourStep
from tests.shell.widgets.hand import wheel

Key = Qt.Key


@pytest.fixture
def scale(ui: Ui, qtbot: QtBot) -> FourStep:
    made = FourStep(ui, "Effekt")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


@pytest.fixture
def told(scale: FourStep) -> list[int]:
    heard: list[int] = []
    scale.chosen.connect(heard.append)
    return heard


@pytest.mark.parametrize(
    ("start", "key", "step"),
    [
        (0, Key.Key_Right, 1),
        (0, Key.Key_Left, 0),
        (1, Key.Key_Left, 1),
        (3, Key.Key_Down, 2),
        (4, Key.Key_Up, 4),
        (2, Key.Key_4, 4),
        (2, Key.Key_0, 0),
        (2, Key.Key_Delete, 0),
        (2, Key.Key_Home, 1),
        (2, Key.Key_End, 4),
        (2, Key.Key_7, 2),
    ],
)
def test_keys(scale: FourStep, told: list[int], start: int, key: Qt.Key, step: int) -> None:
    scale.set_step(start)
    QTest.keyClick(scale, key)
    assert scale.value() == step
    assert told == ([] if step == start else [step])


@pytest.mark.parametrize(("x", "step"), [(2, 1), (20, 1), (40, 2), (100, 4), (130, 4)])
def test_a_click_on_a_block(scale: FourStep, told: list[int], x: int, step: int) -> None:
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(x, 16))
    assert scale.value() == step and told == [step]


def test_a_screen_reader_reads_and_sets_it(scale: FourStep, told: list[int]) -> None:
    interface = QAccessible.queryAccessibleInterface(scale)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Effekt: ikke valgt"
    interface.valueInterface().setCurrentValue(3)
    assert interface.text(QAccessible.Text.Name) == "Effekt: 3 af 4"
    assert told == [3]


def test_setting_is_silent_and_the_wheel_is_the_page_s(scale: FourStep, told: list[int]) -> None:
    scale.set_step(2)
    assert not wheel(scale)
    assert scale.value() == 2 and told == []


def test_chosen_blocks_are_filled_and_nothing_chosen_is_outlines(scale: FourStep) -> None:
    accent = scale.ui.theme.colour("accent")

    def filled() -> list[bool]:
        image = scale.grab().toImage()
        return [image.pixelColor(6 + 28 * block + 12, 16) == accent for block in range(4)]

    assert filled() == [False] * 4
    scale.set_step(3)
    assert filled() == [True, True, True, False]
