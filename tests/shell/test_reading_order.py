"""Tab goes as one reads, also to what was made late, and never to what cannot have it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.reading_order import go, step_from, stops


class Reading(QWidget):
    """A page as the frame has it: Tab asks the root."""

    def focusNextPrevChild(self, on: bool) -> bool:
        return go(self, on=on)


class Backwards(QWidget):
    """Read from right to left."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.buttons = [QPushButton(name) for name in ("venstre", "højre")]
        for button in self.buttons:
            row.addWidget(button)

    def reading_order(self) -> list[QWidget]:
        return list(reversed(self.buttons))


@pytest.fixture
def page(qtbot: QtBot) -> Reading:
    made = Reading()
    qtbot.addWidget(made)
    made.resize(300, 200)
    QVBoxLayout(made)
    return made


def add(page: Reading, *widgets: QWidget, at: int | None = None) -> None:
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    for widget in widgets:
        layout.insertWidget(layout.count() if at is None else at, widget)
        widget.show()


def show(page: Reading) -> None:
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)


def tabbed(page: Reading, times: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """Where one is, and where each key leads."""
    came = [here()]
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget() or page, key)
        came.append(here())
    return came


def here() -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton | QSpinBox)
    return focused.text()


def test_what_is_made_late_is_reached_where_it_stands(page: Reading) -> None:
    last = QPushButton("sidst")
    add(page, QPushButton("først"), last)
    show(page)
    add(page, QPushButton("sent"), at=1)
    assert tabbed(page, 3) == ["først", "sent", "sidst", "først"]
    assert tabbed(page, 2, Qt.Key.Key_Backtab) == ["først", "sidst", "sent"]


def test_what_cannot_have_focus_is_passed_over(page: Reading) -> None:
    asleep, hidden, quiet = (QPushButton(name) for name in ("slukket", "skjult", "stille"))
    add(page, QPushButton("a"), asleep, hidden, quiet, QPushButton("b"))
    asleep.setEnabled(False)
    hidden.hide()
    quiet.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    show(page)
    assert tabbed(page, 2) == ["a", "b", "a"]


def test_what_scrolls_is_read_and_brought_into_view(page: Reading) -> None:
    area, inside = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(inside)
    buttons = [QPushButton(str(number)) for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inside)
    add(page, QPushButton("a"), area, QPushButton("b"))
    show(page)
    assert tabbed(page, 31)[-2:] == ["29", "b"]
    assert tabbed(page, 1, Qt.Key.Key_Backtab) == ["b", "29"]
    assert not buttons[-1].visibleRegion().isEmpty()


def test_a_widget_may_have_an_order_of_its_own_and_a_field_is_one_stop(page: Reading) -> None:
    number, backwards = QSpinBox(), Backwards()
    add(page, backwards, number)
    show(page)
    backwards.buttons[1].setFocus()
    assert tabbed(page, 2) == ["højre", "venstre", "0"]
    assert list(stops(page))[-1] is number


def test_from_outside_one_comes_to_an_end(page: Reading) -> None:
    first, last = QPushButton("a"), QPushButton("b")
    add(page, first, last)
    show(page)
    assert step_from(page, None, 1) is first
    assert step_from(page, None, -1) is last
    first.hide()
    last.hide()
    assert step_from(page, None, 1) is None
    assert not go(page, on=True)
