"""Step 5 looked at in other ways: groups and order, a timeline, a board, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import icalendar
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.board_column import MIME
from kvik_desktop.action_plan.screens.plan_look import Grouping, Order, PlanLook, View
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from tests.action_plan.material import TIME, area, with_areas, with_plan
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.drivers.plan import Planning
from tests.journey import Journey
from tests.window import ToldChooser, opened

Start = Callable[..., Planning]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def ids(journey: Journey) -> list[str]:
    """Three actions: of two people and two themes, one of them without either and without a deadline."""
    one, two, three = with_plan(journey, "Åben dør", "Bedre morgener", "Cykelværksted")
    for action, fields in {
        one: {"responsible": "Bo", "theme": "Ro", "deadline": date(2999, 3, 1)},
        two: {"responsible": "Anna", "theme": "Børn", "deadline": date(2999, 1, 1)},
    }.items():
        journey.file.do(editing.amend, journey.id, action, **fields)
    return [one, two, three]


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """Close the file that was prepared, and open it in a window at step 5."""

    def begin(hand: Callable[[Window], Hand] = Keys, chooser: ToldChooser | None = None) -> Planning:
        journey.file.close()
        return Planning(hand(opened(qtbot, journey.path, chooser=chooser)))

    return begin


def kept(page: Planning, journey: Journey) -> tuple[PlannedAction, ...]:
    found: list[Any] = []
    room = page.hand.window.room
    assert room is not None
    page.page.flush()
    room.desk.ask(plans.plan, journey.id).then(found.append)
    plan: tuple[PlannedAction, ...] = found[0]
    return plan


# Order and groups


@pytest.mark.parametrize("hand", HANDS)
def test_the_table_is_sorted_by_a_column(
    start: Start, ids: list[str], hand: Callable[[Window], Hand]
) -> None:
    page = start(hand)
    page.sort(Column.WHAT, Order.WHAT)
    assert page.titles() == ["Bedre morgener", "Cykelværksted", "Åben dør"]
    page.sort(Column.WHEN, Order.WHEN)
    assert page.titles() == ["Bedre morgener", "Åben dør", "Cykelværksted"]
    page.turn_order()
    assert page.titles() == ["Åben dør", "Bedre morgener", "Cykelværksted"], "nothing is last either way"


def test_a_row_stays_where_it_is_while_one_writes_in_it(start: Start, ids: list[str]) -> None:
    page = start().look("order", Order.WHO)
    assert page.titles() == ["Bedre morgener", "Åben dør", "Cykelværksted"]
    page.edit("Cykelværksted", Column.WHO, "Aage")
    assert page.titles()[-1] == "Cykelværksted"
    page.look("order", Order.WHO)
    assert page.titles() == ["Bedre morgener", "Åben dør", "Cykelværksted"]
    page.edit("Cykelværksted", Column.WHO, "Adam").look("order", Order.WHO)
    assert page.titles()[0] == "Cykelværksted"


def test_one_is_moved_only_in_the_order_of_the_plan(start: Start, ids: list[str]) -> None:
    page = start().look("order", Order.WHAT)
    page.move("Åben dør", -1)
    page.look("order", Order.PLAN)
    assert page.titles() == ["Åben dør", "Bedre morgener", "Cykelværksted"]
    assert page.move("Bedre morgener", -1).titles()[0] == "Bedre morgener"


@pytest.mark.parametrize(
    ("grouping", "rows"),
    [
        (Grouping.THEME, ["Børn", "Bedre morgener", "Ro", "Åben dør", "Uden tema", "Cykelværksted"]),
        (
            Grouping.RESPONSIBLE,
            ["Anna", "Bedre morgener", "Bo", "Åben dør", "Ingen ansvarlig", "Cykelværksted"],
        ),
        (Grouping.STATUS, ["Planlagt", "Åben dør", "Bedre morgener", "Cykelværksted"]),
        (Grouping.QUADRANT, ["Ikke placeret", "Åben dør", "Bedre morgener", "Cykelværksted"]),
    ],
)
def test_actions_stand_in_groups(start: Start, ids: list[str], grouping: Grouping, rows: list[str]) -> None:
    page = start().look("grouping", grouping)
    assert page.titles() == rows


def test_the_criterion_is_that_of_the_first_subcriterion(
    start: Start, journey: Journey, ids: list[str]
) -> None:
    journey.file.do(editing.tie, journey.id, ids[1], [area(journey, TIME)])
    page = start().look("grouping", Grouping.CRITERION)
    first = journey.package.criterion_of("k1.1")
    assert page.titles() == [
        f"{first.id} {first.name.da}",
        "Bedre morgener",
        "Uden delkriterium",
        "Åben dør",
        "Cykelværksted",
    ]


def test_arrows_and_tab_go_past_a_heading(start: Start, ids: list[str]) -> None:
    page = start().look("grouping", Grouping.THEME).go_to("Bedre morgener", Column.HOW)
    assert isinstance(page.hand, Keys)
    index = page.index("Bedre morgener")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Børn: 2. Bedre morgener, Planlagt · Børn"
    page.hand.key(Qt.Key.Key_Down)
    assert page.chosen == "Åben dør"
    page.hand.key(Qt.Key.Key_Up)
    page.open("Bedre morgener", Column.HOW)
    page.enter(Qt.Key.Key_Tab)
    assert page.field.accessibleName() == "Tiltag: 1. Åben dør"
    page.enter(Qt.Key.Key_Backtab)
    assert page.field.accessibleName() == "Sådan ser I det: 2. Bedre morgener"


def test_only_some_peoples_actions_and_it_is_said(start: Start, ids: list[str]) -> None:
    page = start().look("responsible", "Bo")
    assert page.titles() == ["Åben dør"]
    assert page.page.looks.text() == "Liste, Bo"
    page.look("responsible", "").look("theme", "")
    assert page.titles() == ["Cykelværksted"]
    page.page.go_to(ids[0])
    assert page.titles() == ["Åben dør", "Bedre morgener", "Cykelværksted"], "a way to it shows it"


def test_the_menu_offers_what_is_in_use(start: Start, ids: list[str]) -> None:
    page = start()
    assert page.choices("Saml efter")[:2] == ["Ingen grupper", "Tema"]
    assert page.choices("Kun én ansvarlig") == ["Alle", "Anna", "Bo", "Ingen ansvarlig"]
    assert page.choices("Kun ét tema") == ["Alle", "Børn", "Ro", "Uden tema"]
    QTest.keyClick(page.page.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.page.looks.menu_.isVisible()
    page.page.looks.menu_.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    parts = page.page.looks.menu_.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(parts) == 4, "those of the time before are gone"


def test_the_look_is_remembered_while_the_file_is_open(start: Start, ids: list[str]) -> None:
    page = start().look("view", View.BOARD)
    page.hand.go(4)
    page.hand.go(5)
    window = page.hand.window
    again = Planning(page.hand)
    assert again.page.look.view is View.BOARD
    assert again.page.views.board.isVisible()
    assert window.room is not None


def test_the_look_is_there_again_when_the_file_is_opened_again_and_the_file_knows_nothing_of_it(
    start: Start, journey: Journey, ids: list[str], qtbot: QtBot
) -> None:
    page = start().look("view", View.BOARD).look("grouping", Grouping.THEME).look("order", Order.WHO)
    page.look("falling", value=True).look("responsible", "Bo").look("theme", "Ro")
    window = page.hand.window
    before = journey.path.read_bytes()
    page.page.filters.set_key("soon")
    page.page._filter("soon")
    window.leave()
    again = window.settings.recent[0]
    assert again.looks == {"plan": "board who falling theme soon"}, "and no words of people"
    window.open(journey.path)
    look = Planning(page.hand).page
    assert (look.look.view, look.look.grouping) == (View.BOARD, Grouping.THEME)
    assert (look.look.order, look.look.falling) == (Order.WHO, True)
    assert (look.look.responsible, look.look.theme) == (None, None)
    assert look.filters.key == "soon"
    assert look.looks.text() == "Tavle"
    window.close()
    assert journey.path.read_bytes() == before


@pytest.mark.parametrize("odd", ["", "board", "x y z w v", "list when falling none missing hvad", "  "])
def test_an_odd_look_is_taken_up_as_far_as_it_goes(odd: str) -> None:
    look = PlanLook()
    look.take_up(odd)
    again = PlanLook()
    again.take_up(look.kept)
    assert again == look


# The board


def cards(page: Planning) -> dict[str, list[str]]:
    """What stands in each column."""
    names = {each.action.id: each.action.title for each in page.page.plan.actions}  # type: ignore[union-attr]
    board = page.page.views.board
    return {status.value: [names[key] for key in column.keys] for status, column in board.columns.items()}


def test_a_card_is_moved_by_the_keyboard_and_focus_goes_with_it(
    start: Start, journey: Journey, ids: list[str]
) -> None:
    page = start().look("view", View.BOARD)
    board, hand = page.page.views.board, page.hand
    assert isinstance(hand, Keys)
    hand.reach(board.columns[Status.PLANNED])
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Right, ALT)
    assert cards(page)["in_progress"] == ["Bedre morgener"]
    assert QApplication.focusWidget() is board.columns[Status.IN_PROGRESS]
    hand.key(Qt.Key.Key_3)
    assert cards(page)["done"] == ["Bedre morgener"]
    page.undo()
    assert QApplication.focusWidget() is board.columns[Status.IN_PROGRESS]
    assert kept(page, journey)[1].action.status is Status.IN_PROGRESS
    hand.key(Qt.Key.Key_Left)
    assert page.page.place == ids[0]
    hand.key(Qt.Key.Key_Right)
    assert page.page.place == ids[1]
    hand.key(Qt.Key.Key_Return)
    assert page.page.side.form.isVisible()


def fall(page: Planning, key: str, status: Status) -> None:
    """A card is let go over another column."""
    data = QMimeData()
    data.setData(MIME, key.encode())
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, buttons, modifiers)
    page.page.views.board.columns[status].dropEvent(event)


def test_a_card_is_dragged_to_another_column(start: Start, journey: Journey, ids: list[str]) -> None:
    page = start(Mouse).look("view", View.BOARD)
    fall(page, ids[0], Status.IN_PROGRESS)
    fall(page, ids[0], Status.IN_PROGRESS)
    assert cards(page)["in_progress"] == ["Åben dør"]
    [note] = kept(page, journey)[0].notes
    assert note.status is Status.IN_PROGRESS


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_dropped_needs_a_reason(
    start: Start, journey: Journey, ids: list[str], hand: Callable[[Window], Hand]
) -> None:
    page = start(hand).look("view", View.BOARD)
    fall(page, ids[2], Status.DROPPED)
    foot = page.page.foot.primary
    assert foot is not None
    assert foot.asleep == "Skriv kort hvorfor."
    assert cards(page)["dropped"] == []
    QTest.keyClicks(page.page.questions.reason.line, "Ingen cykler")
    page.hand.primary()
    assert cards(page)["dropped"] == ["Cykelværksted"]
    assert kept(page, journey)[2].action.dropped_reason == "Ingen cykler"
    assert page.next_words == "Videre til aflevering"


def test_dropping_can_wait(start: Start, journey: Journey, ids: list[str]) -> None:
    page = start()
    page.more("Cykelværksted").page.side.form.status.chips[Status.DROPPED].click()
    assert page.page.side.form.status.chips[Status.PLANNED].isChecked(), "the chips show what is kept"
    QTest.keyClick(page.page.questions.reason.line, Qt.Key.Key_Escape)
    assert not page.page.questions.reason.isVisible()
    assert kept(page, journey)[2].action.status is Status.PLANNED


def test_a_screen_reader_hears_the_columns_and_their_cards(start: Start, ids: list[str]) -> None:
    page = start().look("view", View.BOARD)
    column = page.page.views.board.columns[Status.PLANNED]
    face = QAccessible.queryAccessibleInterface(column)
    assert face.role() == QAccessible.Role.List
    assert column.accessibleName() == "Planlagt, 3 tiltag"
    said = column.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1. Åben dør, 01.03.2999 · Bo"


# The timeline


def test_the_timeline_is_walked_by_the_keyboard(start: Start, journey: Journey, ids: list[str]) -> None:
    journey.file.do(editing.set_prerequisites, journey.id, ids[0], [ids[1]])
    page = start().look("view", View.TIMELINE)
    line, hand = page.page.views.timeline.line, page.hand
    assert isinstance(hand, Keys)
    assert list(line.stops) == ids[:2]
    hand.reach(line.stops[ids[0]])
    assert line.stops[ids[0]].accessibleName().endswith("venter på Bedre morgener, se på den")
    hand.key(Qt.Key.Key_Home)
    assert page.page.place == ids[1]
    hand.key(Qt.Key.Key_Right)
    assert page.page.place == ids[0]
    hand.key(Qt.Key.Key_Return)
    assert page.page.side.form.isVisible()
    hand.press(page.page.views.timeline.list_)
    assert page.page.views.table.isVisible()


def test_a_click_on_a_bar_chooses_it(start: Start, ids: list[str]) -> None:
    page = start(Mouse).look("view", View.TIMELINE)
    page.hand.press(page.page.views.timeline.line.stops[ids[1]])
    assert page.chosen == "Bedre morgener"


def test_a_hint_leads_from_any_view_to_the_cell(start: Start, ids: list[str]) -> None:
    page = start().look("view", View.BOARD).follow("Sæt en frist")
    assert page.page.views.table.isVisible()
    assert page.field.accessibleName() == "Frist: 3. Cykelværksted"


# Fields, figures and files


def test_a_ring_is_told_beside_the_field(start: Start, journey: Journey, ids: list[str]) -> None:
    journey.file.do(editing.set_prerequisites, journey.id, ids[1], [ids[0]])
    page = start().more("Åben dør")
    needs = page.page.side.form.needs
    needs.added.emit(ids[1])
    assert needs.error.isVisible()
    assert needs.error.text().startswith("Tiltagene ville vente på hinanden i en ring: ")
    needs.added.emit(ids[2])
    assert not needs.error.isVisible()
    assert [need.other for need in kept(page, journey)[0].prerequisites] == [ids[2]]


def test_what_is_measured_is_drawn_and_listed(start: Start, journey: Journey, ids: list[str]) -> None:
    journey.file.do(editing.amend, journey.id, ids[0], baseline=Decimal(9), target=Decimal(3), unit="%")
    journey.file.do(follow_up.measure, journey.id, ids[0], date(2026, 1, 1), Decimal("7.5"))
    page = start().more("Åben dør")
    measures = page.page.side.form.measures
    assert measures.figure.isVisible()
    said = "Målinger over tid: 01.01.2026: 7,5\N{NO-BREAK SPACE}%; Nu: 9\N{NO-BREAK SPACE}%; "
    assert measures.figure.accessibleName() == f"{said}Mål: 3\N{NO-BREAK SPACE}%"
    assert not measures.figure.grab().isNull()
    page.fill(measures.value, "6")
    QTest.keyClick(measures.value, Qt.Key.Key_Return)
    assert [each.value for each in kept(page, journey)[0].measurements] == [Decimal("7.5"), Decimal(6)]
    page.hand.press(measures.buttons[0])
    assert [each.value for each in kept(page, journey)[0].measurements] == [Decimal(6)]
    page.more("Cykelværksted")
    assert not measures.figure.isVisible()


def test_participants_are_proposed_from_the_list(start: Start, journey: Journey, ids: list[str]) -> None:
    page = start().more("Åben dør")
    roster = page.page.side.form.roster
    assert [roster.itemText(place) for place in range(roster.count())][-1] == "pædagog"
    for name in ("Carla", "pædagog"):
        roster.chosen.emit(name)
    assert kept(page, journey)[0].participants == ("Carla", "pædagog")


@pytest.mark.parametrize(("place", "entries"), [(0, 2), (1, 1)])
def test_the_days_are_saved_as_a_calendar_file(
    start: Start, ids: list[str], tmp_path: Path, place: int, entries: int
) -> None:
    chooser = ToldChooser()
    chooser.answers = [[tmp_path / "plan"]]
    page = start(chooser=chooser)
    page.go_to("Bedre morgener").page.looks.exported.emit(bool(place))
    calendar = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes())
    assert isinstance(calendar, icalendar.Calendar)
    assert len(calendar.events) == entries
    assert str(calendar.events[-1]["SUMMARY"]) == "Frist: Bedre morgener"


def test_what_is_changed_after_the_approval_stands_beside_the_plan(
    start: Start, journey: Journey, ids: list[str]
) -> None:
    journey.file.do(plans.approve, journey.id, "Anna")
    page = start().edit("Åben dør", Column.WHO, "Eva")
    panel = page.page.side.hints
    assert panel._changed.isVisible()
    assert panel.changes() == ["Ansvaret for »Åben dør« er gået fra Bo til Eva."]
    page.undo()
    assert not panel._changed.isVisible()
