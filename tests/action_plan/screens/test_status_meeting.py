"""A status meeting in a window by keyboard alone, its minutes, and the trend over several evaluations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.follow_up_page import ENDING, FollowUpPage
from kvik_desktop.report.screens.trend_view import TrendView
from kvik_desktop.workshop import usecases as meeting
from tests.action_plan.screens.conftest import Start
from tests.action_plan.screens.test_follow_up_page import kept
from tests.drivers.follow_up import FollowingUp
from tests.drivers.hand import Keys
from tests.drivers.plan import Planning
from tests.journey import Journey
from tests.several import FIVE_ALIKE, SHORT_FULL_FINE_STEPS, Round, Several
from tests.window import ToldChooser, opened


def said(page: FollowingUp) -> list[list[str]]:
    """The minutes that are read."""
    return [[cell.text for cell in row.cells] for row in page.page.held.panel.rows.rows]


def held(page: FollowingUp) -> FollowingUp:
    """Three actions: one is done, one is noted, nothing new about the last; seven keys and the words."""
    keys = page.hand
    assert isinstance(keys, Keys)
    page.page.meeting.meet()
    keys.key(Qt.Key.Key_3)
    page.next()
    keys.key(Qt.Key.Key_Return)
    QTest.keyClicks(page.page.panel.note, "Vi venter på svar")
    page.next()
    page.next()
    return page


def test_a_meeting_goes_through_the_actions_by_few_keys(start: Start, journey: Journey) -> None:
    page = held(start(Keys))
    assert page.page.place == ENDING
    assert [(each.action.status, [note.text for note in each.notes]) for each in kept(page, journey)] == [
        (Status.DONE, [""]),
        (Status.PLANNED, ["Vi venter på svar"]),
        (Status.PLANNED, []),
    ]
    assert page.next_words == "Afslut mødet, og se referatet"
    page.next()
    assert page.page.filters.key == "moeder"
    assert said(page) == [
        ["1. Morgenmøde", "Planlagt → Færdig", ""],
        ["2. Færre papirer", "", "Vi venter på svar"],
        ["3. Fast vikar", "Intet nyt", ""],
    ]
    minutes = page.page.held.minutes
    assert minutes is not None and minutes.meeting.next_day is not None
    assert kept(page, journey)[2].action.follow_up == minutes.meeting.next_day


def test_the_end_of_a_meeting_is_kept_while_it_is_written(start: Start, journey: Journey) -> None:
    page = held(start(Keys)).page
    page.ending.present.clear()
    QTest.keyClicks(page.ending.present, "Leder og pædagog")
    page.ending.note.setPlainText("Tak for i dag")
    page.flush()
    found = page.found
    assert found is not None and found.meetings.open is not None
    assert (found.meetings.open.present, found.meetings.open.note) == ("Leder og pædagog", "Tak for i dag")
    page.go_to("")
    page.set_finishing(asked=False)
    assert page.panel.moved.isVisibleTo(page.panel)


def test_a_meeting_that_was_interrupted_goes_on_where_it_was(
    start: Start,
    journey: Journey,
    qtbot: QtBot,
) -> None:
    page = start(Keys)
    page.page.meeting.meet()
    page.next()
    room = page.hand.window.room
    assert room is not None
    room.go("1")
    room.go("7")
    again = room.page
    assert isinstance(again, FollowUpPage)
    assert again.foot.hint == "Statusmøde: 1 af 3 gennemgået"
    assert again.foot.primary is not None and again.foot.primary.text.startswith("Næste: ")


def test_minutes_are_copied_saved_and_deleted(
    start: Start,
    journey: Journey,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = held(start(Keys)).next()
    panel = page.page.held.panel
    panel.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Tiltag\tHvad har flyttet sig?\tHvad blev sagt?\tFrist"
    assert copied[1].startswith("1. Morgenmøde\tPlanlagt → Færdig")
    out = tmp_path / "referat.html"
    chooser = page.page.desk.choose
    assert isinstance(chooser, ToldChooser)
    monkeypatch.setattr(chooser, "save", lambda *_: out)
    panel.save.click()
    assert "Vi venter på svar" in out.read_text(encoding="utf-8")
    panel.remove.click()
    assert "Statusmøder" not in " ".join(page.filters())
    room = page.hand.window.room
    assert room is not None
    room.undo()
    assert "Statusmøder 1" in page.filters()


def test_a_change_of_an_approved_plan_is_asked_about_gently(start: Start, journey: Journey) -> None:
    page = start(Keys).go_to(1)
    reason = page.page.panel.reason
    assert reason.isHidden()
    page.day(page.page.panel.deadline, "1.3.2999")
    assert not reason.isHidden()
    QTest.keyClicks(reason.line, "Vikaren er syg")
    QTest.keyClick(reason.line, Qt.Key.Key_Return)
    assert reason.isHidden()
    assert kept(page, journey)[0].notes[-1].text == "Vikaren er syg"
    assert page.rows()[0][3].endswith("Vikaren er syg")


@pytest.fixture
def years(qtbot: QtBot, tmp_path: Path) -> Callable[..., FollowingUp]:
    """A file with several evaluations in a window at step 7."""

    def begin(*rounds: Round, unfinished: bool = False, revealed: bool = False) -> FollowingUp:
        several = Several(tmp_path, rounds)
        if unfinished:
            several.begin(rounds[-1])
            several.answer(rounds[-1])
        if revealed:
            several.file.do(meeting.reveal, several.ids[-1], "Anna")
        several.file.close()
        return FollowingUp(Keys(opened(qtbot, several.path)))

    return begin


def test_the_trend_is_gone_through_by_keyboard(years: Callable[..., FollowingUp]) -> None:
    page = years(*FIVE_ALIKE).show("Udvikling")
    trend = page.page.trend
    assert isinstance(trend, TrendView)
    assert page.page.place == "udvikling/enabler"
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.reach(trend.table)
    for _ in range(3):
        keys.key(Qt.Key.Key_Down)
    assert page.page.place == "udvikling/2"
    assert trend.figure.accessibleDescription().count(";") == 10
    headers = [trend.table.model().headerData(place, Qt.Orientation.Horizontal) for place in range(6)]
    assert headers == ["Kriterium", "2020", "2022", "2024", "2026", "2028"]


def test_what_was_is_hidden_from_those_who_answer_alone(years: Callable[..., FollowingUp]) -> None:
    page = years(*FIVE_ALIKE[:2], unfinished=True)
    assert not {"Siden sidst", "Udvikling"} & set(page.filters())
    page.page.go_to("udvikling/1")
    assert page.page.filters.key == "all"


def test_after_the_reveal_it_is_there_again(years: Callable[..., FollowingUp]) -> None:
    page = years(*FIVE_ALIKE[:2], unfinished=True, revealed=True)
    assert page.filters()[-2:] == ["Siden sidst", "Udvikling"]


def test_one_evaluation_has_no_trend_to_show(years: Callable[..., FollowingUp]) -> None:
    assert "Udvikling" not in years(Round()).filters()


def test_each_action_is_told_whether_it_moved_anything(years: Callable[..., FollowingUp]) -> None:
    back = years(Round(score=20), Round(score=60)).show("Siden sidst").page.back
    back.order.chips[1].click()
    told = [[cell.text for cell in row.cells] for row in back.model.rows]
    assert told[0] == [
        "1. Fast mandagsmøde",
        "Færdig",
        "1.1 Retning: mission, vision og værdier: 5\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}45",
        "flyttet op",
    ]
    assert back.order.chips[2].isHidden()


def test_another_model_is_set_beside_it_by_criterion(years: Callable[..., FollowingUp]) -> None:
    back = years(*SHORT_FULL_FINE_STEPS[:2]).show("Siden sidst").page.back
    back.order.chips[2].click()
    told = [[cell.text for cell in row.cells] for row in back.model.rows]
    assert told[2] == ["1 Lederskab", "30,0", "42,5", "+12,5"]
    assert [row.cells[3].second for row in back.model.rows][2] == "omtrent som før"


def test_another_scale_is_set_beside_it_by_shares_alone(years: Callable[..., FollowingUp]) -> None:
    back = years(*SHORT_FULL_FINE_STEPS[1::2]).show("Siden sidst").page.back
    back.order.chips[2].click()
    told = [[cell.text for cell in row.cells] for row in back.model.rows]
    assert told[0][3] == "–"
    assert "trin" in told[0][1] and "%" in told[0][2]


def test_the_plan_page_asks_why_as_well(qtbot: QtBot, journey: Journey) -> None:
    journey.file.close()
    planning = Planning(Keys(opened(qtbot, journey.path)))
    planning.go_to("Morgenmøde")
    reason = planning.page.side.reason
    assert reason.isHidden()
    planning.edit("Morgenmøde", Column.WHO, "Leder")
    assert not reason.isHidden()
    QTest.keyClicks(reason.line, "Bo går på orlov")
    QTest.keyClick(reason.line, Qt.Key.Key_Return)
    assert reason.isHidden()
    found: list[tuple[PlannedAction, ...]] = []
    planning.page.desk.ask(plans.plan, journey.id).then(found.append)
    assert [(note.became, note.text) for note in found[0][0].notes] == [("Leder", "Bo går på orlov")]
