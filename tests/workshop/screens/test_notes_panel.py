"""The facilitator's own notes beside the board: written, kept, found, and only there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.workshop import notes
from kvik_desktop.workshop.model import DAY
from kvik_desktop.workshop.screens.notes_panel import NotesPanel
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys, write
from tests.journey import PEOPLE, Journey
from tests.window import opened

SECRET = "Xq7: Bo virker træt"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40)).answer("Bo", "3.3", 95)
    yield journey
    journey.file.close()


@pytest.fixture
def page(qtbot: QtBot, journey: Journey) -> Consensus:
    journey.reveal().file.close()
    return Consensus(Keys(opened(qtbot, journey.path)))


def panel(page: Consensus) -> NotesPanel:
    found = page.page.side.notes
    assert found is not None
    return found


def kept(page: Consensus) -> dict[str, str]:
    room = page.hand.window.room
    assert room is not None
    found: list[dict[str, str]] = []
    room.desk.ask(notes.notes, page.board_now().evaluation.id).then(lambda all_: found.append(dict(all_)))
    return found[0]


def note(page: Consensus, words: str) -> None:
    """N, where nobody writes; then the words."""
    QTest.keyClick(page.page, Qt.Key.Key_N)
    assert QApplication.focusWidget() in (panel(page).here, panel(page).day)
    write(words)


def test_a_note_about_what_is_at_hand_is_saved_after_a_pause(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    assert kept(page) == {}, "while one types"
    panel(page).flush()
    assert kept(page) == {"3.3": SECRET}
    assert QApplication.focusWidget() is panel(page).here, "one writes on"


def test_each_subcriterion_has_its_own_and_the_day_has_one(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    panel(page).day.setPlainText("Husk kaffe")
    page.page.show_place("4.1")
    assert kept(page) == {"3.3": SECRET, DAY: "Husk kaffe"}
    assert panel(page).here.toPlainText() == ""
    assert panel(page).day.toPlainText() == "Husk kaffe"
    page.page.show_place("3.3")
    assert panel(page).here.toPlainText() == SECRET
    page.page.show_place("resultat")
    assert panel(page).here.isHidden(), "there is no subcriterion at hand"


def test_what_is_typed_stays_when_something_else_changes(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    page.page.refresh()
    assert panel(page).here.toPlainText() == SECRET


def test_undo_takes_the_note_back(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    panel(page).flush()
    page.board.heading.moves.focus_current()
    page.undo()
    assert panel(page).here.toPlainText() == ""


def test_notes_are_found_here_and_lead_to_their_subcriterion(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    page.page.show_place("4.1")
    panel(page).search.setText("TRÆT")
    model = panel(page).results.model()
    items = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    assert [(each.key, each.second) for each in items] == [("3.3", SECRET)]
    panel(page).results.chosen.emit("3.3")
    assert page.at == "3.3"
    assert panel(page).here.hasFocus()
    assert panel(page).search.text() == ""


def test_there_is_nothing_to_search_for_until_a_note_is_out_of_sight(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    panel(page).flush()
    assert panel(page).search.isHidden(), "it is read right there"
    page.page.show_place("4.1")
    assert not panel(page).search.isHidden()
    page.page.show_place("3.3")
    assert panel(page).search.isHidden()


def test_the_room_never_sees_a_note(page: Consensus) -> None:
    page.go_to("3.3")
    note(page, SECRET)
    panel(page).flush()
    assert page.page.projection is not None
    assert "Xq7" not in repr(page.page.projection)
    assert "Xq7" not in page.hand.window.windowTitle()


def test_before_the_reveal_there_is_the_day(qtbot: QtBot, journey: Journey) -> None:
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path)))
    page.page.side.write()
    assert panel(page).here.isHidden()
    panel(page).day.setPlainText("Husk kaffe")
    page.page.flush()
    page.reveal()
    assert kept(page) == {DAY: "Husk kaffe"}
