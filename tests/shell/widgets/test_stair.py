"""The stair answers to keys and mouse, says what it holds, and never has a score that nobody chose."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.stair import Stair
from kvik_desktop.shell.widgets.stair_drawing import HIGH, StairDrawing
from tests.shell.widgets.hand import press, wheel

Key = Qt.Key


class Heard:
    """What a stair has told, in order."""

    def __init__(self, stair: Stair) -> None:
        self.all: list[int | str] = []
        stair.chosen.connect(self.all.append)
        stair.cleared.connect(lambda: self.all.append("cleared"))
        stair.cannot_judge.connect(lambda: self.all.append("cannot"))


@pytest.fixture
def stair(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> Stair:
    made = Stair(ui, steps, "Hvor langt er vi?")
    qtbot.addWidget(made)
    made.resize(1010, made.sizeHint().height())
    return made


def state(stair: Stair) -> tuple[int | None, bool]:
    return stair.score, stair.is_cannot_judge


def test_nothing_is_chosen_beforehand(stair: Stair) -> None:
    assert stair.score is None and stair.step is None and not stair.is_cannot_judge
    assert stair.accessibleName() == "Hvor langt er vi?: ikke valgt"


@pytest.mark.parametrize(
    ("start", "key", "score"),
    [
        (None, Key.Key_Right, 5),
        (None, Key.Key_Left, None),
        (None, Key.Key_Down, None),
        (None, Key.Key_Up, 0),
        (45, Key.Key_Right, 60),
        (45, Key.Key_Left, 20),
        (3, Key.Key_Left, 3),
        (97, Key.Key_Right, 97),
        (50, Key.Key_Up, 51),
        (31, Key.Key_Down, 30),
        (0, Key.Key_Down, 0),
        (100, Key.Key_Up, 100),
        (45, Key.Key_Home, 0),
        (45, Key.Key_End, 100),
        (45, Key.Key_PageUp, 60),
        (45, Key.Key_Delete, None),
    ],
)
def test_keys(stair: Stair, start: int | None, key: Qt.Key, score: int | None) -> None:
    stair.set_score(start)
    press(stair, key)
    assert stair.score == score


@pytest.mark.parametrize(("digits", "score"), [("48", 48), ("100", 100), ("7", 7), ("485", 5), ("007", 7)])
def test_digits_type_the_number(stair: Stair, digits: str, score: int) -> None:
    for digit in digits:
        press(stair, Qt.Key(Key.Key_0 + int(digit)))
    assert stair.score == score


def test_a_late_digit_begins_a_new_number(stair: Stair) -> None:
    press(stair, Key.Key_4, at=1000)
    press(stair, Key.Key_8, at=3000)
    assert stair.score == 8


def test_another_key_ends_the_number(stair: Stair) -> None:
    press(stair, Key.Key_4, Key.Key_Up, Key.Key_8)
    assert stair.score == 8


def test_a_digit_beyond_the_scale_is_left_alone(ui: Ui, six_steps: Sequence[Step], qtbot: QtBot) -> None:
    stair = Stair(ui, six_steps, "")
    qtbot.addWidget(stair)
    press(stair, Key.Key_3, Key.Key_7)
    assert stair.score == 3


def test_a_click_sets_the_middle_and_a_second_keeps_the_exact_number(stair: Stair) -> None:
    heard = Heard(stair)
    QTest.mouseClick(stair, Qt.MouseButton.LeftButton, pos=QPoint(400, 60))
    press(stair, Key.Key_Up)
    QTest.mouseClick(stair, Qt.MouseButton.LeftButton, pos=QPoint(330, 60))
    assert heard.all == [40, 41]


def test_cannot_judge_clears_and_taking_it_back_brings_the_number_back(stair: Stair) -> None:
    heard = Heard(stair)
    stair.set_score(45)
    press(stair, Key.Key_K)
    assert state(stair) == (None, True)
    assert stair.accessibleName() == "Hvor langt er vi?: kan ikke vurdere"
    press(stair, Key.Key_K)
    assert state(stair) == (45, False)
    assert heard.all == ["cannot", 45]


def test_cannot_judge_of_nothing_is_taken_back_to_nothing(stair: Stair) -> None:
    heard = Heard(stair)
    press(stair, Key.Key_K, Key.Key_K)
    assert stair.score is None and heard.all == ["cannot", "cleared"]


def test_a_choice_ends_cannot_judge(stair: Stair) -> None:
    stair.set_cannot_judge()
    press(stair, Key.Key_Right)
    assert stair.score == 5 and not stair.is_cannot_judge


def test_what_the_program_sets_is_silent(stair: Stair) -> None:
    heard = Heard(stair)
    stair.set_score(45)
    stair.set_cannot_judge()
    stair.take_back()
    stair.set_score(None)
    assert heard.all == []


def test_a_key_that_changes_nothing_says_nothing(stair: Stair) -> None:
    stair.set_score(100)
    heard = Heard(stair)
    press(stair, Key.Key_End, Key.Key_Right, Key.Key_Up)
    assert heard.all == []


def test_a_screen_reader_reads_and_sets_the_value(stair: Stair) -> None:
    heard = Heard(stair)
    stair.set_score(45)
    interface = QAccessible.queryAccessibleInterface(stair)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Hvor langt er vi?: 45, Udført"
    assert interface.text(QAccessible.Text.Description) == "Vi er Udført."
    interface.valueInterface().setCurrentValue(72)
    assert stair.score == 72 and heard.all == [72]


def test_read_only_shows_and_keeps(stair: Stair) -> None:
    stair.set_score(45)
    stair.set_read_only(True)
    press(stair, Key.Key_Right, Key.Key_K, Key.Key_9)
    QTest.mouseClick(stair, Qt.MouseButton.LeftButton, pos=QPoint(900, 60))
    assert stair.score == 45
    assert "Kan ikke ændres." in stair.accessibleDescription()


def test_keys_with_modifiers_and_the_wheel_go_on_to_the_page(stair: Stair) -> None:
    stair.set_score(45)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(stair, event)
    assert not event.isAccepted()
    assert not wheel(stair)
    assert stair.score == 45


def test_only_the_chosen_step_is_filled_with_the_accent(stair: Stair) -> None:
    stair.set_score(45)
    image = stair.grab().toImage()
    assert [filled(stair, image, place) for place in range(6)] == [
        "climbed",
        "climbed",
        "accent",
        *["sunk"] * 3,
    ]


def test_cannot_judge_has_no_filled_step(stair: Stair) -> None:
    stair.set_score(45)
    empty = stair.palette().color(stair.backgroundRole())
    stair.set_cannot_judge()
    image = stair.grab().toImage()
    for place in range(6):
        assert image.pixelColor(inner_corner(stair, place)) == empty


def test_seen_from_afar_its_empty_steps_have_an_edge(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> None:
    far, near = (Stair(ui, steps, "Trinene", far=is_far) for is_far in (True, False))
    for each, edged in ((far, True), (near, False)):
        qtbot.addWidget(each)
        each.resize(600, each.sizeHint().height())
        each.set_score(45)
        image = each.grab().toImage()
        for place in (0, 5):
            step = each._drawing.rect(place)
            at = QPoint(round(step.center().x()), round(step.top()))
            assert (image.pixelColor(at) == ui.theme.colour("edge")) is edged
        step = each._drawing.rect(2)
        at = QPoint(round(step.center().x()), round(step.top()))
        assert image.pixelColor(at) == ui.theme.colour("accent"), "the chosen one is plain enough"


def filled(stair: Stair, image: QImage, place: int) -> str:
    colour = image.pixelColor(inner_corner(stair, place))
    return next(name for name in ("climbed", "accent", "sunk") if stair.ui.theme.colour(name) == colour)


def inner_corner(stair: Stair, place: int) -> QPoint:
    rect = StairDrawing(stair.ui.theme, stair.steps, HIGH, stair.width()).rect(place)
    return QPoint(round(rect.left()) + 4, round(rect.bottom()) - 4)


@pytest.mark.parametrize("width", [900, 430, 380, 300])
def test_no_word_is_wider_than_its_step(ui: Ui, steps: Sequence[Step], width: int) -> None:
    long = [Step(step.low, step.high, f"Overordentlig{step.name}", "") for step in steps]
    for some in (steps, long):
        drawing = StairDrawing(ui.theme, some, HIGH, width)
        for place in range(6):
            for number, line in enumerate(drawing.lines(place, chosen=place == 2)):
                metrics = QFontMetricsF(ui.theme.font("small", 400 if number else 600))
                assert metrics.horizontalAdvance(line) <= drawing.rect(place).width()


def test_words_show_from_560_and_ranges_from_360(ui: Ui, steps: Sequence[Step]) -> None:
    def first(width: int) -> list[str]:
        return StairDrawing(ui.theme, steps, HIGH, width).lines(1, chosen=False)

    assert first(700) == ["11-30", "Planlagt"]
    assert first(500) == ["11-30"]
    assert first(350) == []


def test_digits_are_the_stairs_though_the_page_has_them_as_shortcuts(
    ui: Ui, steps: Sequence[Step], qtbot: QtBot
) -> None:
    page = QWidget()
    heard: list[str] = []
    stair = Stair(ui, steps, "Hvor langt er vi?", parent=page)
    shortcut = QShortcut(QKeySequence("4"), page)
    shortcut.activated.connect(lambda: heard.append("4"))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    stair.setFocus()
    QTest.keyClick(stair, Qt.Key.Key_4)
    assert (stair.score, heard) == (4, [])
    stair.set_read_only(True)
    QTest.keyClick(stair, Qt.Key.Key_4)
    assert heard == ["4"]
