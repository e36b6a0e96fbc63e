"""The timeline shows what is done when, and the table's rows are found by a click on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.timeline import Timeline
from kvik_desktop.shell.widgets.timeline_lanes import Calendar, TimelineBar
from kvik_desktop.shell.widgets.timeline_stops import SteeredTimeline

TODAY, EVALUATION = date(2026, 11, 22), date(2028, 9, 1)
BARS = (
    TimelineBar("a", "Trivselstal på tavlemødet", date(2026, 11, 22), date(2027, 1, 15), "active"),
    TimelineBar("b", "Beboerråd", date(2027, 1, 22), date(2027, 3, 1), hint=True),
    TimelineBar("c", "Ét sted at skrive om beboeren", date(2027, 8, 1), date(2028, 10, 1)),
    TimelineBar("d", "En dag", date(2028, 9, 8), date(2028, 9, 8), "done"),
)


@pytest.fixture
def timeline(ui: Ui, qtbot: QtBot) -> Timeline:
    made = Timeline(ui, "Tidslinje", "Når tiltagene har en frist, ser I dem her.")
    qtbot.addWidget(made)
    made.set_plan(BARS, TODAY, EVALUATION)
    made.resize(900, made.heightForWidth(900))
    return made


def test_every_bar_lies_inside_in_the_order_of_its_days(timeline: Timeline) -> None:
    places = timeline.places()
    assert [places[bar.key].left() for bar in BARS] == sorted(place.left() for place in places.values())
    for place in places.values():
        assert timeline.rect().contains(place.toRect())
        assert place.width() >= timeline.ui.theme.px(6)


def test_the_two_days_are_drawn_across_all(timeline: Timeline) -> None:
    image, text = timeline.grab().toImage(), timeline.ui.theme.colour("text")
    for day, share in ((TODAY, 1.0), (EVALUATION, 0.3)):
        x = round(timeline.calendar.x(day)) + 1
        column = [image.pixelColor(x, y) == text for y in range(56, timeline.height() - 4)]
        assert sum(column) >= share * len(column) * 0.9, day


def test_without_a_next_evaluation_there_is_one_line(timeline: Timeline) -> None:
    timeline.set_plan(BARS[:1], TODAY)
    assert timeline.calendar.last == date(2027, 4, 1)
    timeline.grab()


def test_a_hint_has_the_colour_of_a_hint(timeline: Timeline) -> None:
    places = timeline.places()
    image = timeline.grab().toImage()
    for key, token in (("a", "accent"), ("b", "amber-soft"), ("c", "selected")):
        point = places[key].center().toPoint()
        row = [image.pixelColor(point.x() + dx, point.y()) for dx in range(-4, 5)]
        assert timeline.ui.theme.colour(token) in row, key


def test_a_narrow_one_needs_more_lanes(timeline: Timeline) -> None:
    assert timeline.heightForWidth(300) > timeline.heightForWidth(1400)


def test_a_name_that_has_no_room_beside_its_bar_stands_under_it(timeline: Timeline) -> None:
    long = "Personalemøde på skift, så pædagogerne kan være med, også når der er få på arbejde"
    middle = TimelineBar("m", long, date(2027, 3, 1), date(2027, 4, 1))
    timeline.set_plan((middle,), TODAY, EVALUATION)
    beside = timeline.heightForWidth(1600)
    assert timeline.heightForWidth(600) > beside
    timeline.resize(600, timeline.heightForWidth(600))
    bar = timeline.places()["m"]
    image, paper = timeline.grab().toImage(), timeline.ui.theme.colour("surface")
    under = [
        image.pixelColor(x, y) != paper
        for x in range(image.width())
        for y in range(round(bar.bottom()) + 3, image.height() - timeline.ui.theme.px(8))
    ]
    assert sum(under) > 400  # words, not only the lines of the calendar


def test_a_wide_one_does_not_scroll(timeline: Timeline, qtbot: QtBot) -> None:
    again = [TimelineBar(f"{bar.key}2", 2 * bar.name, bar.start, bar.end) for bar in BARS]
    timeline.set_plan((*BARS, *again), TODAY, EVALUATION)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(timeline)
    area.resize(1400, timeline.heightForWidth(1398) + 2)
    area.show()
    assert timeline.heightForWidth(560) > area.height()
    assert area.verticalScrollBar().maximum() == 0
    area.takeWidget()  # it goes with the fixture


def test_a_click_finds_the_row(timeline: Timeline) -> None:
    heard: list[str] = []
    timeline.chosen.connect(heard.append)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(timeline, left, pos=timeline.places()["b"].center().toPoint())
    QTest.mouseClick(timeline, left, pos=QPoint(2, timeline.height() - 2))
    assert heard == ["b"]


def test_it_is_told_in_words(timeline: Timeline) -> None:
    interface = QAccessible.queryAccessibleInterface(timeline)
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "Tidslinje: 4 tiltag, fra 22.11.2026 til 01.10.2028"
    said = interface.text(QAccessible.Text.Description)
    assert "Beboerråd, planlagt, 22.01.2027 til 01.03.2027, se på den" in said


def test_the_chosen_one_is_framed(timeline: Timeline) -> None:
    before = timeline.grab().toImage()
    timeline.set_chosen("b")
    assert timeline.grab().toImage() != before
    timeline.set_chosen("")
    assert timeline.grab().toImage() == before


def test_an_empty_plan_says_what_will_be_here(timeline: Timeline) -> None:
    timeline.set_plan((), TODAY, EVALUATION)
    assert timeline.accessibleDescription() == "Når tiltagene har en frist, ser I dem her."
    assert timeline.places() == {}
    timeline.grab()


def test_what_waits_is_said_and_drawn(timeline: Timeline) -> None:
    before = timeline.grab().toImage()
    waiting = replace(BARS[2], after=("a", "b", "væk"))
    timeline.set_plan((*BARS[:2], waiting, BARS[3]), TODAY, EVALUATION)
    assert timeline.grab().toImage() != before
    said = timeline.accessibleDescription()
    assert "venter på Trivselstal på tavlemødet, Beboerråd" in said


def test_the_bars_are_laid_out_once_for_a_width(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[float] = []
    lay_out = Timeline._lay_out

    def counted(self: Timeline, calendar: Calendar) -> object:
        made.append(calendar.width)
        return lay_out(self, calendar)

    monkeypatch.setattr(Timeline, "_lay_out", counted)
    timeline.set_plan(BARS[:3], TODAY, EVALUATION)
    for _ in range(3):
        timeline.places()
        timeline.heightForWidth(timeline.width())
        timeline.grab()
    assert made == [timeline.width() - 2]
    timeline.set_plan(BARS[:3], TODAY, EVALUATION)
    timeline.places()
    assert len(made) == 1


def test_bars_are_walked_in_the_order_of_time(ui: Ui, qtbot: QtBot) -> None:
    line = SteeredTimeline(ui, "Tidslinje")
    qtbot.addWidget(line)
    line.set_plan(BARS[::-1], TODAY, EVALUATION)
    line.resize(900, line.heightForWidth(900))
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    came: list[str] = []
    opened: list[str] = []
    line.chosen.connect(came.append)
    line.opened.connect(opened.append)
    assert line.take_focus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or line, key)
    assert (came, opened) == (["b", "c", "d", "c"], ["c"]), "the first has focus with the window"
    assert [key for key, stop in line.stops.items() if stop.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["c"]
    assert line.stops["b"].accessibleName() == "Beboerråd, planlagt, 22.01.2027 til 01.03.2027, se på den"
    face = QAccessible.queryAccessibleInterface(line.stops["b"])
    assert face.role() == QAccessible.Role.Button
    line.set_plan(BARS[:1], TODAY)
    assert list(line.stops) == ["a"]
