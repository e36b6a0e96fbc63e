"""With the real thread: who is quicker than the file loses nothing and is told nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.action_plan.screens.follow_words import MEETINGS
from kvik_desktop.bundle.screens.delivery_page import DeliveryPage
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.screens.preparation_page import PreparationPage
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.room import Room
from kvik_desktop.shell.tasks import WorkerTasks
from tests.action_plan.material import with_areas, with_plan
from tests.bundle.material import ready
from tests.journey import Journey
from tests.window import PATIENCE, window

P = TypeVar("P", bound=Page)
Open = Callable[[Journey], Room]


@pytest.fixture
def opened(qtbot: QtBot, clock: FixedClock) -> Open:
    """Opens a journey's file in a window whose file is in a thread of its own."""

    def begin(journey: Journey) -> Room:
        journey.file.close()
        shown = window(qtbot, tasks=WorkerTasks(), clock=clock)
        shown.open(journey.path)
        qtbot.waitUntil(lambda: shown.room is not None and shown.room.page is not None, timeout=PATIENCE)
        assert shown.room is not None
        return shown.room

    return begin


def page_of(room: Room, kind: type[P]) -> P:
    assert isinstance(room.page, kind)
    return room.page


def has_come(qtbot: QtBot, room: Room) -> None:
    """Wait until what the pages have asked for has come."""
    came: list[object] = []
    room.desk.ask(evaluations.current).then(came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE)


def test_a_meeting_day_that_was_just_typed_stays_when_the_rest_is_proposed(
    qtbot: QtBot, opened: Open, tmp_path: Path, clock: FixedClock
) -> None:
    room = opened(Journey(tmp_path, clock).gather_people())
    room.go("1", "datoer")
    page = page_of(room, PreparationPage)
    has_come(qtbot, room)
    meeting = page.days.days[Milestone.MEETING].control
    meeting.setText("7.12.2027")
    meeting.editingFinished.emit()
    page.days.propose.click()
    plan = page.days.days[Milestone.PLAN].control
    qtbot.waitUntil(lambda: plan.day is not None, timeout=PATIENCE)
    assert (meeting.day, plan.day) == (date(2027, 12, 7), date(2027, 12, 21))


def test_who_ends_the_first_status_meeting_reads_its_minutes(
    qtbot: QtBot, opened: Open, tmp_path: Path, clock: FixedClock
) -> None:
    journey = with_areas(tmp_path, clock)
    with_plan(journey, "Morgenmøde")
    journey.file.do(plans.approve, journey.id, "Anna")
    room = opened(journey)
    room.go("7")
    page = page_of(room, FollowUpPage)
    has_come(qtbot, room)
    page.meeting.meet()
    has_come(qtbot, room)
    page.set_finishing(asked=True)
    page.meeting.finish()
    qtbot.waitUntil(lambda: page.held.minutes is not None, timeout=PATIENCE)
    assert page.filters.key == MEETINGS


def test_the_top_line_of_a_page_one_has_left_stays_away(
    qtbot: QtBot, opened: Open, tmp_path: Path, clock: FixedClock
) -> None:
    room = opened(ready(tmp_path, clock))
    room.go("6")
    page = page_of(room, DeliveryPage)
    room.go("3")
    has_come(qtbot, room)
    assert not page.crumbs.isVisible()
    room.go("6")
    assert page.crumbs.isVisible()


def test_what_goes_away_with_the_focus_leaves_it_in_the_page(
    qtbot: QtBot, opened: Open, tmp_path: Path, clock: FixedClock
) -> None:
    room = opened(Journey(tmp_path, clock).gather_people())
    room.go("1", "datoer")
    has_come(qtbot, room)
    page = page_of(room, PreparationPage)
    page.days.propose.setFocus()
    page.days.propose.click()
    qtbot.waitUntil(page.days.propose.isHidden, timeout=PATIENCE)
    focused = QApplication.focusWidget()
    assert focused is not None and page.isAncestorOf(focused)
