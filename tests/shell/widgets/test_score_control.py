"""A score is given on one stair or several, and *cannot judge* is said of the whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.phase_grid import PhaseGrid
from kvik_desktop.shell.widgets.score_control import Panel, ScoreControl, ScoreValue

PHASES = (("plan", "Planlægge"), ("do", "Udføre"), ("check", "Evaluere"), ("act", "Justere"))


@pytest.fixture
def single(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> ScoreControl:
    return shown(ScoreControl(ui, [Panel("score", "", tuple(steps))]), qtbot)


@pytest.fixture
def phases(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> ScoreControl:
    return shown(ScoreControl(ui, [Panel(key, name, tuple(steps)) for key, name in PHASES]), qtbot)


def shown(control: ScoreControl, qtbot: QtBot) -> ScoreControl:
    qtbot.addWidget(control)
    control.resize(900, 300)
    control.show()
    return control


def texts(control: QWidget) -> str:
    return " ".join(label.text() for label in control.findChildren(QLabel))


def changes(control: ScoreControl) -> list[ScoreValue]:
    heard: list[ScoreValue] = []
    control.changed.connect(lambda: heard.append(control.value()))
    return heard


def test_it_begins_empty(single: ScoreControl) -> None:
    assert single.value() == ScoreValue({"score": None})
    assert "Vælg et trin" in texts(single)


def test_stair_number_and_sentence_say_the_same(single: ScoreControl) -> None:
    heard = changes(single)
    QTest.keyClick(single.stairs["score"], Qt.Key.Key_Right)
    QTest.keyClicks(single.numbers["score"], "")
    assert single.numbers["score"].score == 5
    QTest.keyClick(single.numbers["score"], Qt.Key.Key_Up)
    assert single.stairs["score"].score == 6
    assert [value.scores["score"] for value in heard] == [5, 6]
    assert "Vi er Intet." in texts(single)


def test_cannot_judge_by_key_and_by_box_and_back(single: ScoreControl) -> None:
    heard = changes(single)
    single.set_value(ScoreValue({"score": 45}))
    QTest.keyClick(single.stairs["score"], Qt.Key.Key_K)
    assert single.cannot_judge.isChecked()
    single.cannot_judge.click()
    assert heard == [ScoreValue({"score": None}, True), ScoreValue({"score": 45})]


def test_choosing_takes_cannot_judge_back(single: ScoreControl) -> None:
    single.set_value(ScoreValue({}, True))
    QTest.keyClicks(single.numbers["score"], "7")
    assert single.value() == ScoreValue({"score": 7})


def test_what_is_set_is_what_is_read_and_silent(phases: ScoreControl) -> None:
    heard = changes(phases)
    for value in (
        ScoreValue({"plan": 70, "do": 62, "check": 40, "act": 24}),
        ScoreValue({"plan": None, "do": None, "check": None, "act": None}, True),
        ScoreValue({"plan": 0, "do": None, "check": 100, "act": None}),
    ):
        phases.set_value(value)
        assert phases.value() == value
    assert heard == []


def test_the_mean_stands_only_when_all_are_given(phases: ScoreControl) -> None:
    phases.set_value(ScoreValue({"plan": 70, "do": 62, "check": 40}))
    assert "Mangler 1 af 4" in texts(phases)
    QTest.keyClicks(phases.numbers["act"], "26")
    assert " 50 " in texts(phases) and "Mangler" not in texts(phases)


def test_cannot_judge_on_one_phase_is_of_the_whole_and_choosing_brings_the_others_back(
    phases: ScoreControl,
) -> None:
    heard = changes(phases)
    phases.set_value(ScoreValue({"plan": 70, "do": 62}))
    QTest.keyClick(phases.stairs["do"], Qt.Key.Key_K)
    QTest.keyClick(phases.stairs["check"], Qt.Key.Key_Home)
    assert heard == [
        ScoreValue({"plan": None, "do": None, "check": None, "act": None}, True),
        ScoreValue({"plan": 70, "do": 62, "check": 0, "act": None}),
    ]


def test_k_again_on_another_phase_brings_all_back(phases: ScoreControl) -> None:
    phases.set_value(ScoreValue({"plan": 70, "do": 62}))
    QTest.keyClick(phases.stairs["do"], Qt.Key.Key_K)
    QTest.keyClick(phases.stairs["act"], Qt.Key.Key_K)
    assert phases.value() == ScoreValue({"plan": 70, "do": 62, "check": None, "act": None})


def test_the_sentence_is_of_the_phase_one_is_at(phases: ScoreControl) -> None:
    phases.set_value(ScoreValue({"plan": 70}))
    QTest.keyClick(phases.stairs["check"], Qt.Key.Key_End)
    assert "Evaluere: Lærende" in texts(phases)


def test_the_scale_0_5_has_no_number(ui: Ui, six_steps: Sequence[Step], qtbot: QtBot) -> None:
    control = shown(ScoreControl(ui, [Panel("score", "", tuple(six_steps))]), qtbot)
    QTest.keyClicks(control.stairs["score"], "3")
    assert control.value() == ScoreValue({"score": 3})
    assert control.numbers == {} and "Evalueret" in texts(control)


def test_read_only_keeps(single: ScoreControl) -> None:
    single.set_value(ScoreValue({"score": 45}))
    single.set_read_only(True)
    QTest.keyClicks(single.numbers["score"], "9")
    QTest.keyClick(single.stairs["score"], Qt.Key.Key_Right)
    single.cannot_judge.click()
    assert single.value() == ScoreValue({"score": 45})


def test_tab_goes_stair_number_and_last_cannot_judge(phases: ScoreControl) -> None:
    wanted: list[QWidget] = []
    for key, _ in PHASES:
        wanted += [phases.stairs[key], phases.numbers[key]]
    wanted.append(phases.cannot_judge)
    found = [widget for widget in order(phases) if widget in wanted]
    assert found == wanted


def order(control: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    widget: QWidget | None = control
    while widget is not None and widget not in found:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_the_answers_lie_right_over_the_stair(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> None:
    plot = DotPlot(ui, steps)
    panels = [Panel("score", "", tuple(steps))]
    control = shown(ScoreControl(ui, panels, "Jeres 7 svar", agreed=True, over=plot), qtbot)
    stair = control.stairs["score"]
    assert plot.geometry().bottom() + 1 == stair.y()
    assert (plot.x(), plot.width()) == (stair.x(), stair.width())


def test_words_from_a_model_are_never_markup(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> None:
    wild = [Step(step.low, step.high, "<b>x", "<img src=a>") for step in steps]
    control = shown(ScoreControl(ui, [Panel("score", "", tuple(wild))]), qtbot)
    control.set_value(ScoreValue({"score": 45}))
    assert "&lt;img src=a&gt;" in texts(control)


def test_the_phases_stand_in_two_columns_where_there_is_room(phases: ScoreControl) -> None:
    grid = phases.findChild(PhaseGrid)
    assert isinstance(grid, PhaseGrid)
    assert columns(phases) == 2
    phases.resize(500, 400)
    assert columns(phases) == 1


def columns(control: ScoreControl) -> int:
    return len({stair.mapTo(control, stair.rect().topLeft()).x() for stair in control.stairs.values()})


def test_a_group_that_agrees_cannot_say_that_it_cannot_judge(
    ui: Ui, steps: Sequence[Step], qtbot: QtBot
) -> None:
    control = ScoreControl(ui, [Panel("score", "", tuple(steps))], "Enighed", agreed=True)
    qtbot.addWidget(control)
    shown(control, qtbot)
    heard = changes(control)
    control.set_value(ScoreValue({"score": 45}))
    QTest.keyClick(control.stairs["score"], Qt.Key.Key_K)
    assert heard == []
    assert control.cannot_judge.isHidden()
    assert control.stairs["score"].y() == 0
    assert control.stairs["score"].accessibleName() == f"Enighed: 45, {steps[2].name}"
