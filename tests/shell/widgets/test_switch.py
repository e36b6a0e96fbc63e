"""A switch is a check box that is seen by position and colour."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.switch import Switch


def test_space_and_a_click_anywhere_turn_it(qtbot: QtBot, ui: Ui) -> None:
    switch = Switch(ui, "Handlingsplan", text="Handlingsplan")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 2, switch.height() // 2))
    assert not switch.isChecked()


def test_a_screen_reader_meets_a_check_box_with_a_name(qtbot: QtBot, ui: Ui) -> None:
    switch = Switch(ui, "Handlingsplan", on=True)
    qtbot.addWidget(switch)
    spoken = QAccessible.queryAccessibleInterface(switch)
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Handlingsplan"
    assert spoken.state().checked


def test_the_knob_stands_where_it_is_turned(qtbot: QtBot, ui: Ui) -> None:
    switch = Switch(ui, "Handlingsplan")
    qtbot.addWidget(switch)
    switch.resize(36, 20)
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    surface = ui.theme.colour("surface")
    assert (off.pixelColor(10, 10), off.pixelColor(26, 10)) == (surface, ui.theme.colour("edge"))
    assert (on.pixelColor(26, 10), on.pixelColor(10, 10)) == (
        ui.theme.colour("on-accent"),
        ui.theme.colour("accent"),
    )
