"""One of a few that are all seen: by click and by arrows, with the question in the name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.radios import Radios

CHOICES = ((True, "Ja"), (False, "Nej"), (None, "Ved ikke"))


def shown(qtbot: QtBot, ui: Ui, key: object = "intet") -> Radios:
    made = Radios(ui, "Er det første gang?", CHOICES, key)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_nothing_is_chosen_unless_it_is_said(qtbot: QtBot, ui: Ui) -> None:
    assert not any(button.isChecked() for button in shown(qtbot, ui).buttons.values())
    assert shown(qtbot, ui, False).key is False


@pytest.mark.parametrize("key", [True, False])
def test_a_click_chooses_and_tells_the_key(qtbot: QtBot, ui: Ui, key: bool) -> None:
    radios = shown(qtbot, ui)
    with qtbot.waitSignal(radios.chosen) as told:
        words = QPoint(30, radios.buttons[key].height() // 2)
        QTest.mouseClick(radios.buttons[key], Qt.MouseButton.LeftButton, pos=words)
    assert told.args == [key]
    assert radios.key is key


def test_the_arrows_choose_the_next(qtbot: QtBot, ui: Ui) -> None:
    radios = shown(qtbot, ui, True)
    radios.buttons[True].setFocus()
    with qtbot.waitSignal(radios.chosen) as told:
        QTest.keyClick(radios.buttons[True], Qt.Key.Key_Down)
    assert told.args == [False]


def test_each_choice_is_told_with_its_question(qtbot: QtBot, ui: Ui) -> None:
    radios = shown(qtbot, ui)
    assert radios.accessibleName() == "Er det første gang?"
    assert {button.accessibleDescription() for button in radios.buttons.values()} == {"Er det første gang?"}


def test_they_go_on_below_where_there_is_no_room(qtbot: QtBot, ui: Ui) -> None:
    radios = Radios(ui, "Hvad fandt du?", [(n, f"Valg nummer {n}") for n in range(4)], columns=0)
    qtbot.addWidget(radios)
    radios.show()
    lines = []
    for width in (1200, 300):
        radios.resize(width, 300)
        lines.append(len({button.mapTo(radios, button.pos()).y() for button in radios.buttons.values()}))
        assert all(
            button.mapTo(radios, button.rect().topRight()).x() < width for button in radios.buttons.values()
        )
    assert lines[0] == 1
    assert lines[1] > 1
