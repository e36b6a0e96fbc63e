"""A list from which one thing is chosen by key or mouse, and which keeps its place when it is shown anew."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.spread_strip import Spread
from tests.shell.widgets.hand import focus

Key = Qt.Key
ITEMS = (
    ChoiceItem("h", "Skal drøftes", trailing="2", heading=True),
    ChoiceItem(
        "3.3", "Inddragelse og trivsel", "3.3", mark="large-disagreement", spread=Spread.of((25, 45, 78))
    ),
    ChoiceItem(
        "7.1", "Medarbejderes oplevelse", "7.1", mark="some-disagreement", second="Mangler begrundelse"
    ),
    ChoiceItem("3", "Medarbejdere", "3", trailing="2/3", strong=True),
    ChoiceItem("done", "Afgjort", mark="settled", trailing="4", opened=False),
)


@pytest.fixture
def choices(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> ChoiceList:
    made = ChoiceList(ui, "Dagsorden", steps=steps, empty="Der er ikke noget endnu.")
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.set_items(ITEMS)
    return made


@pytest.fixture
def told(choices: ChoiceList) -> list[str]:
    heard: list[str] = []
    choices.chosen.connect(heard.append)
    return heard


def at(choices: ChoiceList) -> str:
    return str(choices.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def rows(choices: ChoiceList) -> list[int]:
    model = choices.model()
    return [choices.visualRect(model.index(place, 0)).height() for place in range(model.rowCount())]


def test_arrows_skip_headings_and_enter_chooses(choices: ChoiceList, told: list[str]) -> None:
    focus(choices)
    assert at(choices).startswith("3.3 Inddragelse")
    QTest.keyClick(choices, Key.Key_Up)
    assert at(choices).startswith("3.3 Inddragelse")
    QTest.keyClick(choices, Key.Key_Down)
    assert told == []
    QTest.keyClick(choices, Key.Key_Return)
    QTest.keyClick(choices, Key.Key_Down)
    QTest.keyClick(choices, Key.Key_Space)
    assert told == ["7.1", "3"]


def test_a_click_chooses_but_not_on_a_heading(choices: ChoiceList, told: list[str]) -> None:
    choices.show()
    for place in (0, 2, 4):
        centre = choices.visualRect(choices.model().index(place, 0)).center()
        QTest.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert told == ["7.1", "done"]


def test_choosing_is_shown_only_by_the_page(choices: ChoiceList, told: list[str]) -> None:
    focus(choices)
    QTest.keyClick(choices, Key.Key_Return)
    assert choices.chosen_key == "" and told == ["3.3"]
    choices.set_chosen("7.1")
    assert choices.chosen_key == "7.1" and at(choices).startswith("7.1")
    assert told == ["3.3"]
    chosen = [index.row() for index in choices.selectionModel().selectedIndexes()]
    assert chosen == [2]


def test_focus_begins_at_what_is_chosen(choices: ChoiceList) -> None:
    choices.set_chosen("3")
    focus(choices)
    assert at(choices).startswith("3 Medarbejdere")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (0, "Skal drøftes, 2"),
        (1, "3.3 Inddragelse og trivsel, Stor uenighed, 3 svar, fra 25 til 78, median 45"),
        (2, "7.1 Medarbejderes oplevelse, Nogen uenighed, Mangler begrundelse"),
        (3, "3 Medarbejdere, 2/3"),
        (4, "Afgjort, 4"),
    ],
)
def test_a_row_is_said_in_words(choices: ChoiceList, place: int, words: str) -> None:
    assert choices.model().index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) == words


def test_the_word_of_a_mark_is_not_said_twice(choices: ChoiceList) -> None:
    choices.set_items([ChoiceItem("3.2", "Kompetencer", "3.2", "cannot-judge", second="Kan ikke vurdere")])
    words = choices.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "3.2 Kompetencer, Kan ikke vurdere"


def test_a_screen_reader_finds_a_list_with_its_name(choices: ChoiceList) -> None:
    interface = QAccessible.queryAccessibleInterface(choices)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Dagsorden"


def many(extra: str = "") -> list[ChoiceItem]:
    return [ChoiceItem(str(number), f"Nummer {number}{extra}") for number in range(60)]


def test_shown_anew_with_other_words_everything_keeps_its_place(choices: ChoiceList) -> None:
    choices.set_items(many())
    choices.show()
    choices.set_chosen("30")
    choices.setCurrentIndex(choices.model().index(33, 0))
    scrolled = choices.verticalScrollBar().value()
    assert scrolled > 0
    choices.set_items(many(" igen"))
    assert (choices.chosen_key, choices.currentIndex().row()) == ("30", 33)
    assert choices.verticalScrollBar().value() == scrolled


def test_shown_anew_with_other_rows_what_is_chosen_is_found_again(choices: ChoiceList) -> None:
    choices.show()
    choices.set_items(many())
    choices.set_chosen("30")
    scrolled = choices.verticalScrollBar().value()
    choices.set_items(many()[2:])
    assert [index.row() for index in choices.selectionModel().selectedIndexes()] == [28]
    assert choices.verticalScrollBar().value() == scrolled
    choices.set_items([])
    choices.set_items(many())
    assert [index.row() for index in choices.selectionModel().selectedIndexes()] == [30]


def test_names_wrap_at_the_width_there_is(choices: ChoiceList) -> None:
    choices.set_items([ChoiceItem("a", "Planlægge og udvikle medarbejdernes kompetencer i hele huset")])
    choices.show()
    wide = rows(choices)
    choices.resize(140, 300)
    assert rows(choices)[0] >= wide[0] + 20


def test_second_line_and_strip_take_room(choices: ChoiceList, ui: Ui) -> None:
    choices.resize(600, 300)
    choices.show()
    _, strip, second, plain, _ = rows(choices)
    assert strip == plain + ui.theme.px(10) and second == plain + ui.theme.px(16)


def test_what_is_chosen_is_measured_as_it_is_written(choices: ChoiceList) -> None:
    """Strong type is wider: a name that fits only plain wraps when it is chosen, and back again."""
    choices.set_items([ChoiceItem("a", "Inddragelse og trivsel hos alle"), ChoiceItem("b", "B")])
    choices.show()
    width = next(width for width in range(400, 100, -1) if taller_when_chosen(choices, width))
    assert width


def taller_when_chosen(choices: ChoiceList, width: int) -> bool:
    choices.resize(width, 300)
    choices.set_chosen("b")
    plain = rows(choices)[0]
    choices.set_chosen("a")
    return rows(choices)[0] > plain


def test_keys_with_ctrl_are_the_page_s(choices: ChoiceList) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(choices, event)
    assert not event.isAccepted()


def test_an_empty_list_says_so(choices: ChoiceList) -> None:
    choices.set_items([])
    assert choices.accessibleDescription() == "Der er ikke noget endnu."
    blank = choices.grab().toImage()
    choices.set_items(ITEMS)
    assert choices.accessibleDescription() == ""
    assert choices.grab().toImage() != blank
