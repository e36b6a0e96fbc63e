"""Dots stand on the axis of the stair, upward where they would touch, and are told as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step
from kvik_desktop.shell.widgets.dot_plot import RISE, STACK, Dot, DotPlot, stacked
from kvik_desktop.shell.widgets.spread_strip import Spread


@pytest.fixture
def plot(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> DotPlot:
    made = DotPlot(ui, steps)
    qtbot.addWidget(made)
    made.resize(1010, 120)
    return made


def colour_at(plot: DotPlot, x: float, from_foot: int) -> QColor:
    return plot.grab().toImage().pixelColor(round(x), plot.height() - 4 - from_foot)


def test_equal_answers_stack_upward() -> None:
    assert stacked((45, 25, 45), Axis(100, 1010), 18) == [Dot(25, 0), Dot(45, 0), Dot(45, 1)]


def test_near_answers_keep_their_place_and_stack_too() -> None:
    assert [dot.level for dot in stacked((45, 46, 47), Axis(100, 1010), 18)] == [0, 1, 0]


@given(st.lists(st.integers(0, 100), max_size=40), st.floats(2, 30))
def test_no_two_dots_touch_and_none_hangs_in_the_air(values: list[int], width: float) -> None:
    axis = Axis(100, 700)
    dots = stacked(values, axis, width)
    assert sorted(dot.score for dot in dots) == sorted(values)
    for one in dots:
        for other in dots:
            if one is not other and one.level == other.level:
                assert abs(axis.middle(one.score) - axis.middle(other.score)) >= width - 1e-6
        if one.level:
            below = [dot for dot in dots if dot.level == one.level - 1]
            assert any(abs(axis.middle(dot.score) - axis.middle(one.score)) < width for dot in below)


def test_a_dot_is_drawn_where_its_score_is(plot: DotPlot) -> None:
    plot.set_spread(Spread.of((25, 60, 78)))
    for score in (25, 78):
        assert colour_at(plot, plot.axis.middle(score), 13) == plot.ui.theme.colour("accent")
    assert colour_at(plot, plot.axis.middle(40), 13) != plot.ui.theme.colour("accent")


def test_dots_shrink_when_more_than_eight_lie_over_each_other(plot: DotPlot) -> None:
    plot.resize(1010, 400)
    plot.set_spread(Spread.of([60] * STACK))
    full = plot._radius
    plot.set_spread(Spread.of([60] * (STACK + 1)))
    assert plot._radius < full
    assert max(dot.level for dot in plot.dots) == STACK


def test_dots_shrink_where_there_is_no_room(plot: DotPlot) -> None:
    plot.set_spread(Spread.of([60] * 5))
    plot.resize(1010, 300)
    full = plot._radius
    plot.resize(1010, 90)
    assert plot._radius < full


def test_it_asks_for_the_height_of_its_highest_stack(plot: DotPlot) -> None:
    plot.set_spread(Spread.of((10, 20, 30)))
    low = plot.sizeHint().height()
    plot.set_spread(Spread.of([50] * 7))
    assert plot.sizeHint().height() > low


def test_it_is_said_as_a_sentence(plot: DotPlot) -> None:
    plot.set_spread(Spread.of((45, 25, 38, 52, 60, 78, 45)))
    interface = QAccessible.queryAccessibleInterface(plot)
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "7 svar, fra 25 til 78, median 45"
    assert interface.text(QAccessible.Text.Description) == "25, 38, 45, 45, 52, 60, 78"


def test_without_single_answers_none_is_told_or_drawn(plot: DotPlot) -> None:
    plot.set_spread(Spread(4, 30, 66, 45))
    assert plot.accessibleName() == "4 svar, fra 30 til 66, median 45"
    assert plot.accessibleDescription() == "" and plot.dots == []


def test_bands_are_told_and_drawn_over_their_steps(plot: DotPlot) -> None:
    plot.set_bands((0, 1, 4, 2, 0, 0))
    assert plot.accessibleName() == "7 svar"
    assert plot.accessibleDescription() == "11-30: 1, 31-50: 4, 51-70: 2"
    accent = plot.ui.theme.colour("accent")
    assert [colour_at(plot, plot.axis.middle(score), 5) == accent for score in (5, 20, 40, 60, 80)] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_bands_of_nobody_are_drawn_as_nothing(plot: DotPlot) -> None:
    plot.set_bands((0,) * 6)
    assert plot.accessibleName() == "0 svar"
    plot.grab()


def test_what_is_not_shown_is_said(plot: DotPlot) -> None:
    plot.set_spread(Spread.of((1, 2)))
    plot.set_note("Vises ikke: kun 2 svar")
    assert plot.accessibleName() == "Vises ikke: kun 2 svar"
    assert plot.dots == [] and plot.accessibleDescription() == ""


def test_nothing_moves_when_motion_is_reduced(plot: DotPlot) -> None:
    plot.set_spread(Spread.of((25, 78)))
    plot.rise()
    animation = plot.findChild(QVariantAnimation)
    assert isinstance(animation, QVariantAnimation)
    assert animation.state() == QVariantAnimation.State.Stopped


def test_the_dots_rise_from_the_foot(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> None:
    moving = DotPlot(Ui(ui.tr, replace(ui.theme, motion=True)), steps)
    qtbot.addWidget(moving)
    moving.resize(1010, 120)
    moving.set_spread(Spread.of((25, 78)))
    moving.rise()
    animation = moving.findChild(QVariantAnimation)
    assert isinstance(animation, QVariantAnimation)
    assert animation.duration() == RISE <= 400
    animation.setCurrentTime(0)
    x, accent = moving.axis.middle(25), ui.theme.colour("accent")
    assert colour_at(moving, x, 13) != accent
    animation.setCurrentTime(RISE)
    assert colour_at(moving, x, 13) == accent
