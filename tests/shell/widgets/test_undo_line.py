"""What was done can be undone for ten seconds, without the line taking focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.undo_line import UndoLine


@pytest.fixture
def line(qtbot: QtBot, ui: Ui) -> UndoLine:
    made = UndoLine(ui)
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_something_is_offered(line: UndoLine) -> None:
    assert line.isHidden()
    line.offer("Området er slettet")
    assert line.isVisible()
    assert line.accessibleName() == "Området er slettet"
    assert line.timer.isActive()
    assert line.timer.interval() == 10_000


def test_the_button_undoes_and_puts_it_away(qtbot: QtBot, line: UndoLine) -> None:
    line.offer("Området er slettet")
    with qtbot.waitSignal(line.undone, timeout=0):
        QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert line.isHidden()
    assert not line.timer.isActive()


def test_after_its_time_it_goes_away_by_itself(qtbot: QtBot, line: UndoLine) -> None:
    line.offer("Området er slettet")
    with qtbot.assertNotEmitted(line.undone):
        line.timer.timeout.emit()
    assert line.isHidden()


def test_nothing_in_it_takes_focus(line: UndoLine) -> None:
    policies = [child.focusPolicy() for child in (line, *line.findChildren(QWidget))]
    assert set(policies) == {Qt.FocusPolicy.NoFocus}


def test_it_is_withdrawn(line: UndoLine) -> None:
    line.offer("Området er slettet")
    line.withdraw()
    assert line.isHidden()


def test_it_is_as_high_where_nothing_can_be_undone(line: UndoLine) -> None:
    line.offer("Området er slettet")
    before = line.sizeHint().height()
    line.offer("Koden er nulstillet", undoable=False)
    assert line.sizeHint().height() == before
