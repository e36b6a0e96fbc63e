"""A field says its name, its hint and what is wrong, to the eye and to a screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.reading_text import ReadingText


def seen(field: Field[QLineEdit]) -> list[str]:
    """The texts round the control that are seen."""
    return [label.text() for label in field.findChildren(QLabel) if label.isVisibleTo(field) and label.text()]


def test_the_label_names_the_control(qtbot: QtBot, ui: Ui) -> None:
    field = Field(ui, "Navn på tiltaget", QLineEdit(), "Kort og klart.")
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Navn på tiltaget"
    assert field.control.accessibleDescription() == "Kort og klart."
    assert field.focusProxy() is field.control
    assert seen(field) == ["Navn på tiltaget", "Kort og klart."]


def test_what_is_wrong_takes_the_place_of_the_hint(qtbot: QtBot, ui: Ui) -> None:
    field = Field(ui, "Navn", QLineEdit(), "Kort og klart.")
    qtbot.addWidget(field)
    field.set_error("Skriv et navn.")
    assert seen(field) == ["Navn", "Skriv et navn."]
    assert field.control.property("faulty") is True
    assert field.control.accessibleDescription() == "Skriv et navn."
    assert any(not label.pixmap().isNull() for label in field.findChildren(QLabel))
    field.set_error("")
    assert seen(field) == ["Navn", "Kort og klart."]
    assert field.control.property("faulty") is False


def test_what_is_wrong_wraps(qtbot: QtBot, ui: Ui) -> None:
    field = Field(ui, "Navn", QLineEdit())
    qtbot.addWidget(field)
    field.set_error("Medarbejderudviklingssamtalerne har allerede et tiltag med det navn. Vælg et andet.")
    field.resize(220, 40)
    field.show()
    field.resize(220, field.heightForWidth(220))
    error = next(text for text in field.findChildren(ReadingText) if text.text() == field.error)
    assert error.height() >= error.heightForWidth(error.width()) > ui.theme.line("small")


def test_a_day_tells_its_field_what_is_wrong(qtbot: QtBot, ui: Ui) -> None:
    field = Field(ui, "Frist", DayEdit(ui))
    qtbot.addWidget(field)
    field.control.setText("31.02.2027")
    field.control.editingFinished.emit()
    assert field.error == "Februar har 28 dage i 2027."
    field.control.setText("28.02.2027")
    field.control.editingFinished.emit()
    assert field.error == ""
