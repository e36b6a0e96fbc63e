"""A row is a button with words that wrap; a list of rows has arrows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.row import Row, RowList
from tests.shell.widgets.hand import focus


def row(ui: Ui, title: str = "Plejecenter Engblomme") -> Row:
    """A row as on the start page."""
    return Row(
        ui, title, "Selvevaluering 2026", mark="missing", state="7 delkriterier mangler enighed",
        state_second="3 Konsensus", detail="I dag 13.18",
    )  # fmt: skip


def test_a_screen_reader_meets_a_button_that_says_it_all(qtbot: QtBot, ui: Ui) -> None:
    made = row(ui)
    qtbot.addWidget(made)
    spoken = QAccessible.queryAccessibleInterface(made)
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Plejecenter Engblomme"
    assert made.accessibleDescription() == (
        "Selvevaluering 2026, 7 delkriterier mangler enighed, 3 Konsensus, I dag 13.18"
    )


def test_a_mark_alone_says_its_word(qtbot: QtBot, ui: Ui) -> None:
    made = Row(ui, "Børnehuset Tudsen", mark="done")
    qtbot.addWidget(made)
    assert (made.state, made.accessibleDescription()) == ("Færdig", "Færdig")


def test_names_wrap_and_the_row_grows(qtbot: QtBot, ui: Ui) -> None:
    short, long = row(ui), row(ui, "Specialskolen for børn og unge med vidtgående fysiske handicap i Fjordby")
    for made in (short, long):
        qtbot.addWidget(made)
    assert short.heightForWidth(870) == 64
    assert long.heightForWidth(870) > 64
    assert long.heightForWidth(400) > long.heightForWidth(870)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(qtbot: QtBot, ui: Ui, key: Qt.Key) -> None:
    made = row(ui)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked, timeout=0):
        QTest.keyClick(made, key)


def test_it_looks_chosen_when_it_has_focus(qtbot: QtBot, ui: Ui) -> None:
    made = row(ui)
    qtbot.addWidget(made)
    made.resize(600, 64)
    focus(made)
    assert made.grab().toImage().pixelColor(300, 60) == ui.theme.colour("selected")


def test_arrows_go_between_the_rows_and_stop_at_the_ends(qtbot: QtBot, ui: Ui) -> None:
    rows = [row(ui, f"Nr. {place}") for place in range(3)]
    made = RowList(ui, "Seneste", rows)
    qtbot.addWidget(made)
    focus(rows[0])

    def press(key: Qt.Key) -> int:
        QTest.keyClick(next(one for one in rows if one.hasFocus()), key)
        return [one.hasFocus() for one in rows].index(True)

    down, up, home, end = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End
    assert [press(key) for key in (down, down, down, up, home, up, end)] == [1, 2, 2, 1, 0, 0, 2]


def test_other_rows_take_their_place(qtbot: QtBot, ui: Ui) -> None:
    made = RowList(ui, "Seneste", [row(ui), row(ui)])
    qtbot.addWidget(made)
    fresh = [row(ui, "Ny")]
    made.set_rows(fresh)
    made.show()
    assert [child for child in made.findChildren(Row) if child.isVisible()] == fresh
