"""Ctrl+F: one types, sees where the words stand, goes there or comes back; without any feature's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.shell import help_dialog
from kvik_desktop.shell.find_panel import MOST, FindPanel
from kvik_desktop.shell.passages import Passage
from kvik_desktop.shell.session import Opened
from kvik_desktop.shell.shortcuts import FIND
from kvik_desktop.shell.window import Window
from kvik_desktop.shell.workspace import Stop, Workspace
from kvik_desktop.storage.work import Work
from tests.journey import Journey
from tests.shell.test_window import Names, page, status
from tests.window import PATIENCE, window


class Own(Names):
    """A page with a search of its own."""

    keys = (FIND,)


STOPS = (
    Stop("a", say("Deltagere"), Names, 1),
    Stop("b", say("Flere"), Names, 2),
    Stop("c", say("Egen"), Own, 3),
)
GARDEN = Passage("Flere", "b", "haven", "Haven", "7", "Note", "Æbletræet blomstrer i maj")


def texts(work: Work, translate: Translator) -> Sequence[Passage]:
    people = evaluations.roster(work, evaluations.current(work).id)
    return (*(Passage("Deltagere", "a", each.name, each.name, is_named=True) for each in people), GARDEN)


def opened(qtbot: QtBot, folder: Path, clock: FixedClock, workspace: Workspace) -> Window:
    journey = Journey(folder, clock).gather_people()
    journey.file.close()
    shown = window(qtbot, clock=clock, opener=lambda _kind, path: Opened(open_file(Path(path)), workspace))
    shown.open(journey.path)
    come_forward(qtbot, shown)
    return shown


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Window:
    return opened(qtbot, tmp_path, clock, Workspace("institution", STOPS, status, texts=texts))


def press(shown: Window) -> None:
    """The key, where one is on the page."""
    QTest.keyClick(page(shown).field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def panel(qtbot: QtBot, shown: Window) -> FindPanel:
    """What the key opens, with the keyboard in it."""
    press(shown)
    found = QApplication.activeModalWidget()
    assert isinstance(found, FindPanel)
    come_forward(qtbot, found)
    return found


def come_forward(qtbot: QtBot, wanted: QWidget) -> None:
    """Give it the keyboard, as a desktop does by itself."""
    wanted.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is wanted, timeout=PATIENCE)


def rows(found: FindPanel) -> list[str]:
    """What is said of each."""
    model = found.list.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), spoken)) for row in range(model.rowCount())]


def test_one_types_sees_where_it_stands_and_enter_goes_there(qtbot: QtBot, shown: Window) -> None:
    found = panel(qtbot, shown)
    assert QApplication.focusWidget() is found.field
    assert rows(found) == []
    QTest.keyClicks(found.field, "a")
    assert rows(found) == [
        "Deltagere",
        "Anna",
        "Carla",
        "Eva",
        "Flere",
        "7 Haven, Note: Æbletræet blomstrer i maj",
    ]
    assert found.told.text() == found.field.accessibleDescription() == "Fundet 4 steder"
    found.field.clear()
    QTest.keyClicks(found.field, "æbletræ")
    assert found.told.text() == "Fundet 1 sted"
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert shown.room is not None
    assert shown.room.place == "b haven"


def test_down_goes_to_what_is_found_and_enter_chooses_it(qtbot: QtBot, shown: Window) -> None:
    found = panel(qtbot, shown)
    QTest.keyClicks(found.field, "a")
    QTest.keyClick(found.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is found.list
    QTest.keyClick(found.list, Qt.Key.Key_Down)
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    assert shown.room is not None
    assert shown.room.place == "a Carla"


def test_escape_comes_back_to_where_one_was_and_nothing_is_left(qtbot: QtBot, shown: Window) -> None:
    field = page(shown).field
    field.setFocus()
    found = panel(qtbot, shown)
    QTest.keyClicks(found.field, "æble")
    QTest.keyClick(found.field, Qt.Key.Key_Escape)
    assert (found.field.text(), rows(found)) == ("", [])
    come_forward(qtbot, shown)
    assert QApplication.focusWidget() is field
    assert shown.room is not None
    assert shown.room.place == "a "


def test_what_is_being_written_is_found(qtbot: QtBot, shown: Window) -> None:
    page(shown).field.setText("Åse…")
    found = panel(qtbot, shown)
    QTest.keyClicks(found.field, "åse")
    assert rows(found) == ["Deltagere", "Åse"]
    found.reject()


def test_what_is_not_there_is_said(qtbot: QtBot, shown: Window) -> None:
    found = panel(qtbot, shown)
    QTest.keyClicks(found.field, "hemmelig")
    assert found.told.text() == "Ikke fundet. Prøv med et kortere ord."
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert found.isVisible()
    found.reject()


def test_of_very_many_the_first_are_shown(qtbot: QtBot, shown: Window) -> None:
    found = FindPanel(shown, shown.ui)
    qtbot.addWidget(found)
    found.field.setText("i maj")
    found.take([replace(GARDEN, place=str(number)) for number in range(MOST + 1)])
    assert len(rows(found)) == MOST + 1, "with their heading"
    assert found.told.text() == "Fundet 101 steder. De første 100 er vist: skriv mere af ordet."


def test_a_page_that_searches_by_itself_keeps_its_key(shown: Window, helped: list[str]) -> None:
    assert shown.room is not None
    QTest.keyClick(page(shown), Qt.Key.Key_F1)
    shown.room.go("c")
    press(shown)
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(page(shown), Qt.Key.Key_F1)
    assert ["Ctrl+F" in each for each in helped] == [True, True]
    assert [each.count("Søg i alle tekster") for each in helped] == [1, 1]


def test_a_file_without_texts_has_no_such_key(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, helped: list[str]
) -> None:
    other = opened(qtbot, tmp_path, clock, Workspace("institution", STOPS, status))
    press(other)
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(page(other), Qt.Key.Key_F1)
    assert "Ctrl+F" not in helped[0]


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the help says, each time it is opened."""
    said: list[str] = []

    def read(self: help_dialog.HelpDialog) -> None:
        said.append("\n".join(label.text() for label in self.findChildren(QLabel)))

    monkeypatch.setattr(help_dialog.HelpDialog, "exec", read)
    return said
