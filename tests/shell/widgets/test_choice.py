"""A drop-down chooses by key, tells only what the user does, and leaves the wheel to the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from tests.shell.widgets.hand import focus, wheel

SECTORS = [("dagtilbud", "Dagtilbud"), ("skole", "Skole"), ("aeldre", "Ældre")]


def test_the_first_is_chosen_unless_another_is(qtbot: QtBot, ui: Ui) -> None:
    first, other = Choice(ui, SECTORS), Choice(ui, SECTORS, "aeldre")
    for choice in (first, other):
        qtbot.addWidget(choice)
    assert (first.key, other.key, other.currentText()) == ("dagtilbud", "aeldre", "Ældre")


def test_with_a_placeholder_nothing_is_chosen_until_somebody_does(qtbot: QtBot, ui: Ui) -> None:
    choice = Choice(ui, SECTORS, placeholder="Vælg en")
    qtbot.addWidget(choice)
    assert choice.key is None
    choice.set_key("findes ikke")
    assert choice.key is None


def test_only_the_user_tells(qtbot: QtBot, ui: Ui) -> None:
    choice = Choice(ui, SECTORS)
    qtbot.addWidget(choice)
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.set_key("aeldre")
    choice.set_choices(SECTORS[:2], "skole")
    assert (choice.key, told) == ("skole", [])
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert (choice.key, told) == ("dagtilbud", ["dagtilbud"])


def test_no_choices_is_nothing_chosen(qtbot: QtBot, ui: Ui) -> None:
    choice = Choice(ui, [])
    qtbot.addWidget(choice)
    assert choice.key is None


def test_the_wheel_is_the_pages_until_it_has_focus(qtbot: QtBot, ui: Ui) -> None:
    choice = Choice(ui, SECTORS, "skole")
    qtbot.addWidget(choice)
    assert not wheel(choice)
    assert choice.currentText() == "Skole"
    focus(choice)
    wheel(choice)
    assert choice.currentIndex() == 0
