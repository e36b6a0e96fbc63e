"""A field of several lines is as high as what is written, within limits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.text_area import TextArea
from tests.shell.widgets.hand import focus


def test_it_grows_with_its_lines_and_then_scrolls(qtbot: QtBot, ui: Ui) -> None:
    area = TextArea(ui, least=2, most=4)
    qtbot.addWidget(area)
    area.resize(300, 40)
    area.show()
    heights = []
    for lines in (1, 2, 3, 4, 5, 9):
        area.setPlainText("\n".join(["linje"] * lines))
        heights.append(area.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4] == heights[5]
    assert area.verticalScrollBar().maximum() > 0


def test_a_narrow_one_is_higher(qtbot: QtBot, ui: Ui) -> None:
    area = TextArea(ui, "Dagvagten er godt med, men aften og nat er ikke, og det skal vi se på.", least=1)
    qtbot.addWidget(area)
    area.show()
    area.resize(600, area.height())
    wide = area.height()
    area.resize(160, area.height())
    assert area.height() > wide


def test_tab_goes_on(qtbot: QtBot, ui: Ui) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    area, after = TextArea(ui), QLineEdit()
    column.addWidget(area)
    column.addWidget(after)
    focus(area)
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.toPlainText() == ""
