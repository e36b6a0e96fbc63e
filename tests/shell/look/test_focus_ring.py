"""The focus ring is seen round buttons when focus came by the keyboard, and only then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.look.focus_ring import Ring, focus_by_key
from kvik_desktop.shell.look.stylesheet import apply
from kvik_desktop.shell.look.theme import Theme


class Dialogue(QWidget):
    """Eight buttons and a field in something that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.buttons = [QPushButton(f"Knap {place}") for place in range(8)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        for part in (*self.buttons, self.field):
            column.addWidget(part)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        QVBoxLayout(self).addWidget(self.area)
        self.resize(240, 200)

    def rings(self) -> list[Ring]:
        """Those that are seen."""
        return [ring for ring in self.findChildren(Ring) if ring.isVisible()]

    def tab(self, times: int = 1) -> None:
        """Press Tab."""
        for _ in range(times):
            QTest.keyClick(self.focusWidget(), Qt.Key.Key_Tab)


@pytest.fixture
def dialogue(qtbot: QtBot, qapp: QApplication) -> Dialogue:
    apply(qapp, Theme.read(Resources()))
    made = Dialogue()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.buttons[0].setFocus()
    return made


def test_tab_shows_it_two_pixels_off_the_button(dialogue: Dialogue) -> None:
    dialogue.tab()
    (ring,) = dialogue.rings()
    place = QRect(ring.mapTo(dialogue, QPoint(0, 0)), ring.size())
    button = dialogue.buttons[1]
    assert place == QRect(button.mapTo(dialogue, QPoint(0, 0)), button.size()).adjusted(-4, -4, 4, 4)


def test_a_click_does_not_show_it(dialogue: Dialogue) -> None:
    dialogue.tab()
    QTest.mouseClick(dialogue.buttons[2], Qt.MouseButton.LeftButton)
    assert dialogue.buttons[2].hasFocus()
    assert dialogue.rings() == []


def test_it_follows_where_the_page_scrolls(dialogue: Dialogue) -> None:
    dialogue.tab(6)
    assert dialogue.area.verticalScrollBar().value() > 0
    (ring,) = dialogue.rings()
    before = ring.y()
    dialogue.area.verticalScrollBar().setValue(dialogue.area.verticalScrollBar().value() - 10)
    assert ring.y() == before + 10
    button = dialogue.buttons[6]
    assert ring.mapTo(dialogue, QPoint(4, 4)) == button.mapTo(dialogue, QPoint(0, 0))


def test_a_field_shows_focus_itself(dialogue: Dialogue) -> None:
    dialogue.tab(8)
    assert dialogue.field.hasFocus()
    assert dialogue.rings() == []


def test_it_goes_away_with_its_button(dialogue: Dialogue) -> None:
    dialogue.tab()
    dialogue.buttons[1].hide()
    assert all(not ring.geometry().contains(dialogue.buttons[1].pos()) for ring in dialogue.rings())


def test_an_arrow_key_shows_it_even_after_a_click(dialogue: Dialogue) -> None:
    QTest.mouseClick(dialogue.buttons[2], Qt.MouseButton.LeftButton)
    focus_by_key(dialogue.buttons[3])
    assert len(dialogue.rings()) == 1


def test_what_a_key_opens_has_it_and_what_a_click_opens_has_not(dialogue: Dialogue) -> None:
    """Pages give focus themselves when they come forward."""
    window = dialogue.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_F6)
    dialogue.buttons[3].setFocus()
    assert len(dialogue.rings()) == 1
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    dialogue.buttons[4].setFocus()
    assert dialogue.rings() == []


def test_a_widget_may_ask_for_it_or_do_without(dialogue: Dialogue) -> None:
    dialogue.buttons[1].setProperty("ring", False)
    dialogue.tab()
    assert dialogue.rings() == []
    dialogue.field.setProperty("ring", True)
    focus_by_key(dialogue.field)
    assert len(dialogue.rings()) == 1
