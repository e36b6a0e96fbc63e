"""A note says what happened and what to do, and a screen reader is told when it comes."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.note import DETAILS, Kind, Note, problem_note
from kvik_desktop.shell.widgets.reading_text import ReadingText


def texts(note: Note) -> list[str]:
    """What is read in it."""
    return [label.text() for label in note.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_a_mark_and_its_words(qtbot: QtBot, ui: Ui, kind: Kind) -> None:
    note = Note(ui, kind, "Filen er væk", "Dine svar er her endnu.")
    qtbot.addWidget(note)
    assert texts(note) == ["Filen er væk", "Dine svar er her endnu."]
    assert any(not label.pixmap().isNull() for label in note.findChildren(QLabel))
    assert note.property("kind") == kind
    assert note.accessibleName() == "Filen er væk"
    assert note.accessibleDescription() == "Dine svar er her endnu."


def test_its_buttons_act(qtbot: QtBot, ui: Ui) -> None:
    done: list[str] = []
    acts = [("Prøv igen", lambda: done.append("igen")), ("Vælg et andet sted…", lambda: done.append("sted"))]
    note = Note(ui, "problem", "Disken er fuld", actions=acts)
    qtbot.addWidget(note)
    for button in note.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["igen", "sted"]


@pytest.mark.parametrize(("percent", "beside"), [(100, True), (200, False)])
def test_a_button_beside_the_words_goes_under_them_at_large_type(
    qtbot: QtBot, percent: int, beside: bool
) -> None:
    large = Ui(Translator(), Theme.read(Resources(), percent=percent, motion=False))
    note = Note(large, "info", "Svarene er her endnu", "Slet dem nu.", [("Slet…", lambda: None)], beside=True)
    qtbot.addWidget(note)
    note.resize(1100, note.heightForWidth(1100))
    note.grab()
    words = note.findChildren(ReadingText)[-1].geometry()
    button = note.buttons[0].geometry()
    assert (button.left() > words.right(), button.top() > words.bottom()) == (beside, not beside)


def test_it_is_closed(qtbot: QtBot, ui: Ui) -> None:
    note = Note(ui, "done", "Pakken er gemt", closable=True)
    qtbot.addWidget(note)
    note.show()
    with qtbot.waitSignal(note.closed, timeout=0):
        QTest.mouseClick(note.findChildren(IconButton)[0], Qt.MouseButton.LeftButton)
    assert not note.isVisible()


def test_a_screen_reader_is_told_when_it_comes(qtbot: QtBot, ui: Ui, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    note = Note(ui, "problem", "Disken er fuld")
    qtbot.addWidget(note)
    assert QAccessible.Event.Alert not in told
    note.show()
    assert told.count(QAccessible.Event.Alert) == 1


def test_a_problem_is_told_with_its_places(qtbot: QtBot, ui: Ui) -> None:
    details = [
        Detail(say("tallet er over 100"), 4, "score"),
        Detail(say("ukendt delkriterium"), 9),
        Detail(say("filen er tom")),
    ]
    problem = Problem("E_X", say("Svarene kan ikke læses"), say("Ret linjerne, og hent filen igen."), details)
    note = problem_note(ui, problem)
    qtbot.addWidget(note)
    assert texts(note) == [
        "Svarene kan ikke læses",
        "Ret linjerne, og hent filen igen.",
        "• Linje 4, score: tallet er over 100\n• Linje 9: ukendt delkriterium\n• filen er tom",
    ]


@pytest.mark.parametrize(
    ("count", "last"), [(DETAILS, "nr. 6"), (DETAILS + 1, "og 1 til"), (40, "og 34 til")]
)
def test_many_places_are_counted(qtbot: QtBot, ui: Ui, count: int, last: str) -> None:
    details = [Detail(say("nr. {place}", place=place + 1)) for place in range(count)]
    note = problem_note(ui, Problem("E_X", say("Svarene kan ikke læses"), say("Ret dem."), details))
    qtbot.addWidget(note)
    assert texts(note)[-1].splitlines()[-1] == f"• {last}"


def test_words_that_look_like_markup_are_words(qtbot: QtBot, ui: Ui) -> None:
    note = Note(ui, "info", "<b>fed</b>", "<img src=x>")
    qtbot.addWidget(note)
    labels = [label for label in note.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
