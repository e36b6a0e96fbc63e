"""The number and the stair are one answer; an empty field is nothing, never 0."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.number_field import NumberField
from kvik_desktop.shell.widgets.stair import Stair
from tests.shell.widgets.hand import focus, wheel


@pytest.fixture
def field(ui: Ui, qtbot: QtBot) -> NumberField:
    made = NumberField(ui, 100, "Tallet")
    qtbot.addWidget(made)
    return made


def test_nothing_is_shown_as_a_dash(field: NumberField) -> None:
    assert field.text() == "–" and field.score is None


def test_digits_take_the_place_of_the_dash(field: NumberField) -> None:
    heard: list[int] = []
    field.chosen.connect(heard.append)
    QTest.keyClicks(field, "48")
    assert field.score == 48 and heard == [4, 48]


@pytest.mark.parametrize("typed", ["101", "-4", "4.5", "fire", "٣", "4 8"])
def test_nothing_but_whole_numbers_of_the_scale_can_be_written(field: NumberField, typed: str) -> None:
    assert field.validate(typed, len(typed))[0] == QValidator.State.Invalid


WRITTEN = [("48", 48), ("–4", 4), ("4–", 4), ("", -1), ("–", -1), ("100", 100)]


@pytest.mark.parametrize(("typed", "number"), WRITTEN)
def test_what_is_written_is_a_number_or_nothing(field: NumberField, typed: str, number: int) -> None:
    assert field.validate(typed, len(typed))[0] == QValidator.State.Acceptable
    assert field.valueFromText(typed) == number


def test_an_emptied_field_is_nothing(field: NumberField) -> None:
    cleared: list[bool] = []
    field.set_score(45)
    field.cleared.connect(lambda: cleared.append(True))
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.score is None and cleared == [True]


def test_the_arrow_goes_from_nothing_to_nought(field: NumberField) -> None:
    field.stepUp()
    assert field.score == 0


def test_setting_is_silent_and_keeps_what_is_written(field: NumberField) -> None:
    heard: list[int] = []
    QTest.keyClicks(field, "007")
    field.chosen.connect(heard.append)
    field.set_score(7)
    assert field.text() == "007"
    field.set_score(8)
    assert field.text() == "8" and heard == []


def test_it_follows_and_leads_a_stair(
    field: NumberField, ui: Ui, steps: Sequence[Step], qtbot: QtBot
) -> None:
    stair = Stair(ui, steps, "Hvor langt er vi?")
    qtbot.addWidget(stair)
    field.follow(stair)
    stair.choose(60)
    assert field.score == 60
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert stair.score == 61
    QTest.keyClick(stair, Qt.Key.Key_K)
    assert field.text() == "–"
    QTest.keyClicks(field, "3")
    assert stair.score == 3


def test_the_wheel_scrolls_the_page_where_one_does_not_write(field: NumberField) -> None:
    field.set_score(45)
    assert not wheel(field)
    assert field.score == 45


def test_the_wheel_turns_the_number_one_writes(field: NumberField) -> None:
    field.set_score(45)
    focus(field)
    wheel(field)
    assert field.score == 46
