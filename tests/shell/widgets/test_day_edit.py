"""A day is read as people write it, or chosen in a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.text import Text, Translator
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.day_edit import DayEdit, read_day

THE_DAY = date(2027, 1, 5)


@pytest.mark.parametrize(
    "written",
    ["05.01.2027", "5.1.2027", "5.1.27", "5/1-2027", "5 1 2027", "2027-01-05", " 5. 1. 2027 ", "5-1-27"],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert read_day(written) == THE_DAY


@given(st.dates(date(1000, 1, 1)))
def test_what_is_shown_is_read_again(day: date) -> None:
    assert read_day(f"{day:%d.%m.%Y}") == day
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31.02.2027", "Februar har 28 dage i 2027."),
        ("30.02.2028", "Februar har 29 dage i 2028."),
        ("0.4.2027", "April har 30 dage i 2027."),
        ("1.13.2027", "Der er 12 måneder. Skriv datoen som 15.01.2027."),
        ("2027-00-10", "Der er 12 måneder. Skriv datoen som 15.01.2027."),
        ("snart", "Skriv datoen som 15.01.2027."),
        ("01.02", "Skriv datoen som 15.01.2027."),
    ],
)
def test_what_is_wrong_is_said(written: str, said: str) -> None:
    found = read_day(written)
    assert isinstance(found, Text)
    assert Translator()(found) == said


def test_months_are_said_in_the_language_of_the_reader() -> None:
    found = read_day("31.02.2027", "en")
    assert isinstance(found, Text)
    assert found.values["month"] == "February"


def test_nothing_written_is_no_day() -> None:
    assert read_day("  ") is None


def test_a_day_that_is_typed_is_told_once(qtbot: QtBot, ui: Ui) -> None:
    field = DayEdit(ui)
    qtbot.addWidget(field)
    told: list[object] = []
    field.day_changed.connect(told.append)
    QTest.keyClicks(field, "5/1-27")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.day, told) == ("05.01.2027", THE_DAY, [THE_DAY])
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [THE_DAY, None]


def test_a_day_that_cannot_be_read_keeps_the_last_one(qtbot: QtBot, ui: Ui) -> None:
    field = DayEdit(ui, THE_DAY)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.day_changed):
        field.setText("i morgen")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.day, field.text()) == (THE_DAY, "i morgen")
    assert field.fault


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_opens_by_key_at_the_day_and_chooses(qtbot: QtBot, ui: Ui) -> None:
    field = DayEdit(ui, THE_DAY)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (menu,) = [child for child in field.children() if isinstance(child, QMenu)]
    (calendar,) = menu.findChildren(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 1, 5)
    calendar.clicked.emit(QDate(2027, 2, 1))
    assert field.day == date(2027, 2, 1)
    assert not menu.isVisible()


def test_the_calendars_button_does_not_cover_the_text(qtbot: QtBot, ui: Ui) -> None:
    field = DayEdit(ui, THE_DAY)
    qtbot.addWidget(field)
    field.resize(160, 40)
    field.show()
    assert field.cursorRect().right() < field._button.geometry().left()


def test_undo_is_the_programs_until_something_is_typed(qtbot: QtBot, ui: Ui) -> None:
    window = QWidget()
    field = DayEdit(ui, parent=window)
    undone: list[str] = []
    QShortcut(QKeySequence.StandardKey.Undo, window, lambda: undone.append(field.text()))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    field.setFocus()
    field.set_day(THE_DAY)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, field.text()) == (["05.01.2027"], "05.01.2027")
