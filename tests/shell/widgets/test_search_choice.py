"""A field that finds among its choices: by any letters, back to the last, empty where one wants."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.search_choice import SearchChoice

TOWNS = (("101", "København"), ("390", "Vordingborg"), ("492", "Ærø"), ("813", "Frederikshavn"))


@pytest.fixture
def field(qtbot: QtBot, ui: Ui) -> SearchChoice:
    made = SearchChoice(ui, TOWNS, name="Kommune", placeholder="Skriv de første bogstaver")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def written(field: SearchChoice, text: str) -> None:
    """Write it and leave the field."""
    field.field.selectAll()
    QTest.keyClick(field.field, Qt.Key.Key_Delete)
    QTest.keyClicks(field.field, text)
    field.field.editingFinished.emit()


def test_nothing_is_chosen_from_the_beginning(field: SearchChoice) -> None:
    assert (field.key, field.field.text()) == (None, "")
    assert field.field.placeholderText() == "Skriv de første bogstaver"
    assert field.field.accessibleName() == "Kommune"


def test_any_letters_of_the_words_find_it(field: SearchChoice) -> None:
    QTest.keyClicks(field.field, "hAV")
    model = field.found.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["København", "Frederikshavn"]


@pytest.mark.parametrize("text", ["Ærø", "ærø", " ærø "])
def test_words_written_out_are_a_choice(qtbot: QtBot, field: SearchChoice, text: str) -> None:
    with qtbot.waitSignal(field.chosen) as told:
        written(field, text)
    assert told.args == ["492"]
    assert (field.key, field.field.text()) == ("492", "Ærø")


def test_words_that_are_no_choice_give_way_to_the_last(qtbot: QtBot, field: SearchChoice) -> None:
    field.set_key("390")
    with qtbot.assertNotEmitted(field.chosen):
        written(field, "Vordingbor")
    assert (field.key, field.field.text()) == ("390", "Vordingborg")


def test_an_emptied_field_is_nothing(qtbot: QtBot, field: SearchChoice) -> None:
    field.set_key("390")
    with qtbot.waitSignal(field.chosen) as told:
        written(field, "")
    assert told.args == [None]
    assert field.key is None


def test_choosing_for_the_user_tells_nobody(qtbot: QtBot, field: SearchChoice) -> None:
    with qtbot.assertNotEmitted(field.chosen):
        field.set_key("813")
        field.set_key("999")
    assert (field.key, field.field.text()) == (None, "")


def test_what_is_found_is_taken_by_enter(qtbot: QtBot, field: SearchChoice) -> None:
    QTest.keyClicks(field.field, "ingb")
    field.found.setCurrentIndex(field.found.model().index(0, 0))
    with qtbot.waitSignal(field.chosen) as told:
        QTest.keyClick(field.found, Qt.Key.Key_Return)
    assert told.args == ["390"]
