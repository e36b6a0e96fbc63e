"""Step 7 in a window on a real file: status, log, days and measurements, and the next evaluation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.evaluation import settings as evaluation_settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Milestone, Way
from kvik_desktop.evaluation.next_evaluation import start_next
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.action_plan.material import with_areas
from tests.action_plan.screens.conftest import Start
from tests.drivers.follow_up import FollowingUp
from tests.drivers.hand import HANDS, Hand, Keys
from tests.journey import Journey
from tests.window import opened


def asked(page: FollowingUp, query: Callable[..., Any], *args: Any) -> Any:
    """What the open file says."""
    room = page.hand.window.room
    assert room is not None
    found: list[Any] = []
    room.desk.ask(query, *args).then(found.append)
    return found[0]


def kept(page: FollowingUp, journey: Journey) -> tuple[PlannedAction, ...]:
    """The plan as the open file has it."""
    found: tuple[PlannedAction, ...] = asked(page, plans.plan, journey.id)
    return found


def evaluation(page: FollowingUp) -> Evaluation:
    """The newest evaluation."""
    found: Evaluation = asked(page, evaluations.current)
    return found


def test_what_happened_last_is_the_newest_of_the_day(start: Start) -> None:
    page = start().status(1, Status.DONE).note(1, "Alle tre nye har en makker")
    assert page.rows()[0][3].startswith("Alle tre nye har en makker")


@pytest.mark.parametrize("hand", HANDS)
def test_a_status_meeting_goes_through_what_waits(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = start(hand)
    assert page.filters() == ["Alle 3", "Over fristen 1", "Følges op nu 2", "Ikke færdige 3"]
    assert page.next_words == "Begynd opfølgningen"
    page.next()
    assert evaluation(page).follow_up is not None
    assert page.next_words == "Næste: Færre papirer"
    page.next()
    assert page.page.panel.action == kept(page, journey)[1].action.id
    page.status(2, Status.DONE)
    assert page.next_words == "Næste: Fast vikar"
    page.note(3, "Vi har fundet en")
    page.day(page.page.panel.follow_up, "1.3.2999")
    assert page.next_words == "Hold statusmøde", "with work left the next evaluation is not what comes next"
    assert [(each.action.status, [note.text for note in each.notes]) for each in kept(page, journey)] == [
        (Status.PLANNED, []),
        (Status.DONE, [""]),
        (Status.PLANNED, ["Vi har fundet en"]),
    ]
    assert [row[1] for row in page.rows()] == ["Planlagt", "Færdig", "Planlagt"]
    assert page.rows()[2][3] == "Vi har fundet en"


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_dropped_has_a_reason(start: Start, journey: Journey, hand: Callable[[Window], Hand]) -> None:
    page = start(hand).status(1, Status.DROPPED)
    assert kept(page, journey)[0].action.status is Status.PLANNED
    page.hand.press(page.page.panel.drop)
    assert kept(page, journey)[0].action.status is Status.PLANNED
    QTest.keyClicks(page.page.panel.why, "Ingen tid")
    page.hand.press(page.page.panel.drop)
    dropped = kept(page, journey)[0].action
    assert (dropped.status, dropped.dropped_reason) == (Status.DROPPED, "Ingen tid")
    page.status(1, Status.IN_PROGRESS)
    assert kept(page, journey)[0].action.dropped_reason == ""


def test_going_past_a_status_does_not_set_it(start: Start, journey: Journey) -> None:
    page = start().go_to(1)
    page.hand.enter(page.page.panel.status.chips[Status.PLANNED])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        page.hand.key(key)  # type: ignore[attr-defined]  # it is Keys
    assert kept(page, journey)[0].notes == ()
    page.hand.key(Qt.Key.Key_Return)  # type: ignore[attr-defined]
    [line] = kept(page, journey)[0].notes
    assert line.status is Status.DONE


@pytest.mark.parametrize("hand", HANDS)
def test_measurements_are_kept_day_by_day(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = start(hand).measure(3, "6,5", "1.2.2027").measure(3, "4", "1.3.2027").measure(3, "5", "1.3.2027")
    found = kept(page, journey)[2].measurements
    assert [(each.day, each.value) for each in found] == [
        (date(2027, 2, 1), Decimal("6.5")),
        (date(2027, 3, 1), Decimal(5)),
    ]
    assert page.rows()[2][3] == "Målt: 5\N{NO-BREAK SPACE}vikarer"
    page.hand.press(page.page.panel.measures.buttons[0])
    assert [each.day for each in kept(page, journey)[2].measurements] == [date(2027, 3, 1)]
    part = page.page.panel.measures
    page.hand.enter(part.value)
    QTest.keyClicks(part.value, "mange")
    page.hand.press(part.add)
    assert len(kept(page, journey)[2].measurements) == 1


def test_a_note_that_is_written_belongs_to_its_action(start: Start, journey: Journey) -> None:
    page = start().go_to(1)
    page.hand.enter(page.page.panel.note)
    QTest.keyClicks(page.page.panel.note, "Halv sæt")
    page.go_to(2)
    assert [[note.text for note in each.notes] for each in kept(page, journey)] == [["Halv sæt"], [], []]
    page.hand.enter(page.page.panel.note)
    QTest.keyClicks(page.page.panel.note, "Mere")
    page.hand.window.room.go("5")  # type: ignore[union-attr]  # a file is open
    assert [note.text for note in kept(page, journey)[1].notes] == ["Mere"]


def test_undo_takes_back_the_note_one_has_just_written(start: Start, journey: Journey) -> None:
    page = start().note(1, "Udkast er sendt")
    assert page.page.panel.note.hasFocus()
    QTest.keyClick(page.page.panel.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kept(page, journey)[0].notes == ()


def test_what_has_been_dealt_with_stays_until_another_filter(start: Start) -> None:
    page = start().show("Over fristen")
    assert [row[0] for row in page.rows()] == ["2. Færre papirer"]
    page.status(1, Status.DONE)
    assert [row[0] for row in page.rows()] == ["2. Færre papirer"]
    page.show("Følges op nu")
    assert [row[0] for row in page.rows()] == ["3. Fast vikar"]


@pytest.mark.parametrize("hand", HANDS)
def test_the_next_evaluation_begins_from_here(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    day = date.today() + timedelta(days=30)  # noqa: DTZ011  # the window's own clock is the system's
    journey.file.do(evaluation_settings.set_day, journey.id, Milestone.NEXT, day)
    page = start(hand).next()
    assert page.next_words == "Begynd næste selvevaluering"
    page.next()
    assert page.page.next_title.text == f"Selvevaluering {day.year}"
    page.page.next_title.line.selectAll()
    QTest.keyClicks(page.page.next_title.line, "Anden runde")
    page.next()
    room = page.hand.window.room
    assert room is not None
    assert room.place.startswith("1")
    begun = evaluation(page)
    assert (begun.title, begun.previous, begun.model) == (
        "Anden runde",
        journey.id,
        asked(page, evaluations.get, journey.id).model,
    )
    room.go("7")
    assert [row[0] for row in page.rows()] == ["1. Morgenmøde", "2. Færre papirer", "3. Fast vikar"]
    assert page.next_words == "Gå til Anden runde"
    page.status(1, Status.DONE)
    assert kept(page, journey)[0].action.status is Status.DONE
    room.undo()
    room.undo()
    assert evaluation(page).id == journey.id


def again(journey: Journey, model: str, method: Method, score: int) -> Evaluation:
    """The next evaluation, answered by Anna and Bo and agreed on, but for what is parked."""
    package = load(model, Resources())
    begun = journey.file.do(start_next, journey.id, package, method, "Selvevaluering 2028").value
    subcriteria = [sub.id for sub in package.subcriteria()]
    for person in journey.file.ask(evaluations.roster, begun.id)[:2]:
        given = [NewAnswer(sub, Rating(score), {}) for sub in subcriteria]
        journey.file.do(evaluations.answer, begun.id, person.id, given, Way.LAPTOP)
    journey.file.do(meeting.reveal, begun.id, "Anna")
    agreed = [Agreed(sub, Rating(score)) for sub in subcriteria]
    agreed[1] = Agreed(subcriteria[1], parked=True, note="Mangler tal")
    journey.file.do(meeting.settle, begun.id, agreed)
    journey.file.do(meeting.accept, begun.id, "Anna")
    return begun


@pytest.mark.parametrize("hand", HANDS)
def test_old_and_new_stand_beside_each_other(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    one = kept_before(journey)[0].action.id
    journey.file.do(editing.set_subcriteria, journey.id, one, ["k1.1"])
    journey.file.do(follow_up.set_status, journey.id, one, Status.DONE)
    again(journey, "kvik-kort", Method.SCALE5, 3)
    page = start(hand)
    assert page.filters()[-2:] == ["Siden sidst", "Udvikling"]
    page.show("Siden sidst")
    first, second = page.before()[:2]
    assert first[1:] == ["1", "3", "+2", "Morgenmøde (færdig)"]
    assert second[1:] == ["1", "–", "–", "–"]
    assert page.page.first_focus() is page.page.back.table


def kept_before(journey: Journey) -> tuple[PlannedAction, ...]:
    found: tuple[PlannedAction, ...] = journey.file.ask(plans.plan, journey.id)
    return found


def test_figures_of_another_kind_are_not_subtracted(start: Start, journey: Journey) -> None:
    again(journey, "kvik", Method.CLASSICAL, 45)
    page = start().show("Siden sidst")
    assert {row[3] for row in page.before()} == {"–"}
    assert page.before()[0][1:3] == ["1", "45"]


def test_what_the_evaluation_before_came_to_is_hidden_until_the_reveal(
    start: Start, journey: Journey
) -> None:
    package = load("kvik-kort", Resources())
    journey.file.do(start_next, journey.id, package, Method.SCALE5, "Selvevaluering 2028")
    page = start()
    assert "Siden sidst" not in page.filters()
    assert page.before() == []


def test_before_the_plan_is_approved_there_is_nothing_to_follow(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "tidlig").mkdir()
    early = with_areas(tmp_path / "tidlig", clock)
    early.file.close()
    page = FollowingUp(Keys(opened(qtbot, early.path)))
    assert page.page.early.isVisible()
    assert page.page.foot.primary is None
    page.hand.press(page.page.early.button)
    assert page.hand.window.room.place.startswith("5")  # type: ignore[union-attr]


def test_a_file_that_somebody_else_has_is_only_read(start: Start, journey: Journey) -> None:
    page = start(keep=True)
    assert page.page.desk.read_only
    page.go_to(1)
    QTest.keyClick(page.page.table, Qt.Key.Key_3)
    assert page.page.panel.status.chips[Status.PLANNED].isChecked()
    assert page.page.panel.note.isReadOnly()
    assert page.page.foot.primary is not None
    assert page.page.foot.primary.asleep
    journey.file.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_wider_than_the_window(start: Start, percent: int) -> None:
    page = start(Keys, Settings("da", "light", percent))
    inside = page.page.panel.widget()
    assert inside is not None
    assert inside.width() <= page.page.panel.viewport().width()
    table = page.page.table
    assert sum(table.columnWidth(column) for column in range(4)) <= table.viewport().width()
    assert min(table.columnWidth(column) for column in range(4)) >= 90
