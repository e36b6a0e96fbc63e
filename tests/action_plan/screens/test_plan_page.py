"""Step 5 in a window on a real file: the plan edited in place, its hints followed, and its approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import editing
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.action_words import NO_BREAK
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.window import Window
from tests.action_plan.material import GOALS, TIME, area, with_areas, with_plan
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.drivers.plan import Planning
from tests.journey import Journey
from tests.window import opened

Start = Callable[..., Planning]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """Close the file that was prepared, and open it in a window at step 5."""

    def begin(hand: Callable[[Window], Hand] = Keys) -> Planning:
        journey.file.close()
        return Planning(hand(opened(qtbot, journey.path)))

    return begin


def asked(page: Planning, query: Callable[..., Any], *args: Any) -> Any:
    """What the open file says."""
    room = page.hand.window.room
    assert room is not None
    page.page.flush()
    found: list[Any] = []
    room.desk.ask(query, *args).then(found.append)
    return found[0]


def kept(page: Planning, journey: Journey) -> tuple[PlannedAction, ...]:
    """The plan as the open file has it."""
    found: tuple[PlannedAction, ...] = asked(page, plans.plan, journey.id)
    return found


@pytest.mark.parametrize("hand", HANDS)
def test_a_plan_is_written_in_the_table(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    with_plan(journey, "Mere tid")
    page = start(hand)
    page.add("Fælles morgenmøde")
    page.edit("Fælles morgenmøde", Column.WHO, "Bo")
    page.edit("Fælles morgenmøde", Column.WHEN, "1/3-27")
    page.edit("Fælles morgenmøde", Column.HOW, "Ingen løber")
    assert page.rows() == [
        ["Mere tid", "Vælg en", "Sæt en frist", "Tilføj et mål"],
        ["Fælles morgenmøde", "Bo", "01.03.2027", "Ingen løber"],
    ]
    made = kept(page, journey)[1].action
    assert (made.number, made.responsible, made.deadline, made.success) == (
        2,
        "Bo",
        date(2027, 3, 1),
        "Ingen løber",
    )


def test_a_new_action_is_written_without_leaving_the_keyboard(start: Start, journey: Journey) -> None:
    with_plan(journey, "Mere tid")
    page = start()
    QTest.keyClick(page.page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for words in ("Fælles morgenmøde", "Bo", "1.3.2027", "Ro"):
        QTest.keyClicks(page.field, words)
        page.enter(Qt.Key.Key_Tab)
    assert page.rows()[1] == ["Fælles morgenmøde", "Bo", "01.03.2027", "Ro"]
    assert page.page.table.hasFocus()
    QTest.keyClick(page.page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.field, "Halvt")
    QTest.keyClick(page.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.titles() == ["Mere tid", "Fælles morgenmøde", "Halvt", "Nyt tiltag"]


def test_tab_goes_on_to_the_next_cell(start: Start, journey: Journey) -> None:
    with_plan(journey, "Mere tid")
    page = start()
    field = page.open("Mere tid", Column.WHO)
    QTest.keyClicks(field, "Eva")
    page.enter(Qt.Key.Key_Tab)
    QTest.keyClicks(page.field, "2027-05-01")
    page.enter(Qt.Key.Key_Tab)
    QTest.keyClicks(page.field, "Ro")
    page.enter()
    assert page.rows() == [["Mere tid", "Eva", "01.05.2027", "Ro"]]


@pytest.mark.parametrize(("column", "key"), [(Column.HOW, Qt.Key.Key_Tab), (Column.WHAT, Qt.Key.Key_Backtab)])
def test_tab_does_not_go_round_in_the_table(
    start: Start, journey: Journey, column: Column, key: Qt.Key
) -> None:
    with_plan(journey, "Mere tid")
    page = start()
    page.open("Mere tid", column)
    page.enter(key)
    assert page.page.table.fields.editor is None
    assert page.page.table.hasFocus()


def test_a_name_is_proposed_from_the_list(start: Start, journey: Journey) -> None:
    with_plan(journey, "Mere tid")
    page = start()
    page.open("Mere tid", Column.WHO)
    assert list(page.page.table.fields.people) == ["Anna", "Bo", "Carla", "Dines", "Eva", "pædagog"]
    popup = QApplication.activePopupWidget()
    assert popup is not None, "an empty field shows who can be chosen"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert page.rows()[0][Column.WHO] == "Bo"


def test_a_day_that_cannot_be_read_stays_and_is_told(start: Start, journey: Journey) -> None:
    with_plan(journey, "Mere tid")
    page = start()
    field = page.open("Mere tid", Column.WHEN)
    QTest.keyClicks(field, "31.02.2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.field is field
    assert field.property("faulty")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert kept(page, journey)[0].action.deadline is None


def test_what_is_refused_is_told_and_what_is_kept_stands(start: Start, journey: Journey) -> None:
    [one] = with_plan(journey, "Mere tid")
    journey.file.do(editing.amend, journey.id, one, start=date(2027, 3, 1))
    page = start()
    page.edit("Mere tid", Column.WHEN, "1.2.2027")
    assert page.rows()[0][Column.WHEN] == "Sæt en frist"
    assert kept(page, journey)[0].action.deadline is None


@pytest.mark.parametrize("hand", HANDS)
def test_actions_are_copied_moved_removed_and_brought_back(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    with_plan(journey, "Én", "To", "Tre")
    page = start(hand)
    page.copy("To").move("To (kopi)", -1).move("To (kopi)", -1)
    assert page.titles() == ["Én", "To (kopi)", "To", "Tre"]
    page.remove("To")
    assert page.titles() == ["Én", "To (kopi)", "Tre"]
    assert page.chosen == "Tre"
    page.undo()
    assert page.titles() == ["Én", "To (kopi)", "To", "Tre"]


def test_what_is_put_right_stays_until_another_filter(start: Start, journey: Journey) -> None:
    one, two = with_plan(journey, "Én", "To")
    for action in (one, two):
        journey.file.do(editing.tie, journey.id, action, [area(journey, TIME)])
    fields = {"responsible": "Bo", "deadline": date(2999, 1, 1), "success": "Ro"}
    journey.file.do(editing.amend, journey.id, one, **fields)
    page = start()
    assert page.counts() == ["Alle 2", "I gang 0", "Mangler noget 1", "Frist inden 90 dage 0"]
    page.show("Mangler noget")
    assert page.titles() == ["To"]
    page.edit("To", Column.WHO, "Bo").edit("To", Column.WHEN, "1.1.2999").edit("To", Column.HOW, "Ro")
    assert page.counts()[2] == "Mangler noget 0"
    assert page.titles() == ["To"]
    page.show("Alle")
    assert page.titles() == ["Én", "To"]


@pytest.mark.parametrize("hand", HANDS)
def test_a_hint_leads_to_the_field(start: Start, journey: Journey, hand: Callable[[Window], Hand]) -> None:
    with_plan(journey, "Én", "To")
    page = start(hand)
    assert page.hints()[0] == "2 tiltag har ingen ansvarlig."
    page.follow("Vælg en ansvarlig")
    QTest.keyClicks(page.field, "Carla")
    page.enter().follow("Vælg en ansvarlig")
    QTest.keyClicks(page.field, "Eva")
    page.enter()
    assert [row[Column.WHO] for row in page.rows()] == ["Carla", "Eva"]
    assert page.hints()[0] == "2 tiltag har ingen frist."
    page.follow("Vælg et område")
    assert QApplication.focusWidget() is page.page.side.form.areas.choice
    assert page.chosen == "Én"


def test_all_other_fields_are_kept(start: Start, journey: Journey) -> None:
    one, _ = with_plan(journey, "Én", "To")
    page = start().more("To")
    form = page.page.side.form
    page.fill(form.description, "Vi mødes kl. 8").fill(form.people, "Bo")
    QTest.keyClick(form.people, Qt.Key.Key_Return)
    QTest.keyClicks(form.people, "Eva")
    page.fill(form.start, "1.2.2027").fill(form.follow_up, "1.3.2027").fill(form.theme, "Ro")
    page.fill(form.indicator, "Fravær").fill(form.baseline, "7,5").fill(form.target, "5").fill(form.unit, "%")
    page.fill(form.hours, "20").fill(form.money, "1500").fill(form.needs_words, "Enighed i MED")
    page.fill(form.phase, "mobilisering").fill(form.goal, "B2").fill(form.note, "Aftalt i dag")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    form.needs.added.emit(one)
    form.areas.added.emit(area_of(page, GOALS))
    made = kept(page, journey)[1]
    action = made.action
    assert (action.description, action.theme, action.phase, action.goal) == (
        "Vi mødes kl. 8",
        "Ro",
        "mobilisering",
        "B2",
    )
    assert (action.start, action.follow_up) == (date(2027, 2, 1), date(2027, 3, 1))
    assert (action.indicator, action.baseline, action.target, action.unit) == (
        "Fravær",
        Decimal("7.5"),
        Decimal(5),
        "%",
    )
    assert (action.hours, action.money, made.participants) == (Decimal(20), Decimal(1500), ("Bo", "Eva"))
    assert [(need.other, need.text) for need in made.prerequisites] == [(one, ""), (None, "Enighed i MED")]
    assert [each.text for each in made.areas] == [GOALS]
    assert [note.text for note in made.notes] == ["Aftalt i dag"]
    assert page.rows()[1][Column.HOW].replace(NO_BREAK, " ") == "Fravær: 7,5 → 5 %"


def area_of(page: Planning, words: str) -> str:
    """The id of an area, as the page has it."""
    plan = page.page.plan
    assert plan is not None
    return next(each.area.id for each in plan.areas if each.area.text == words)


def test_a_ring_of_actions_that_wait_is_refused(start: Start, journey: Journey) -> None:
    one, two = with_plan(journey, "Én", "To")
    journey.file.do(editing.set_prerequisites, journey.id, two, [one])
    page = start().more("Én")
    page.page.side.form.needs.added.emit(two)
    assert kept(page, journey)[0].prerequisites == ()


def test_typing_in_the_fields_outlives_what_happens_beside_it(start: Start, journey: Journey) -> None:
    [one] = with_plan(journey, "Én")
    page = start().more("Én")
    page.fill(page.page.side.form.description, "Halvt skr")
    page.page.acts.do(editing.amend, one, responsible="Bo")
    assert page.page.side.form.description.toPlainText() == "Halvt skr"
    page.hand.window.room.go("4")  # type: ignore[union-attr]  # a file is open
    page.hand.window.room.go("5")  # type: ignore[union-attr]
    assert kept(page, journey)[0].action.description == "Halvt skr"


@pytest.mark.parametrize("hand", HANDS)
def test_the_leader_approves_with_name_and_day(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    with_plan(journey, "Én")
    page = start(hand)
    assert page.hint == "1 tiltag mangler noget. I kan godt gå videre."
    assert page.next_words == "Videre til aflevering"
    page.approve()
    evaluation = asked(page, evaluations.get, journey.id)
    assert (evaluation.plan_approved_by, evaluation.plan_approved is not None) == ("Anna", True)
    assert page.hint == "Planen er godkendt."
    page.undo()
    assert asked(page, evaluations.get, journey.id).plan_approved is None


def test_approving_can_wait(start: Start, journey: Journey) -> None:
    with_plan(journey, "Én")
    page = start().other("Godkend planen")
    assert page.page.foot.primary is not None
    assert page.page.questions.approval.text == "Anna"
    page.page.questions.approval.line.clear()
    assert page.page.foot.primary.asleep == "Skriv, hvem der godkender."
    QTest.keyClick(page.page.questions.approval.line, Qt.Key.Key_Escape)
    assert not page.page.questions.approval.isVisible()
    assert page.next_words == "Videre til aflevering"


def test_an_empty_plan_says_where_to_begin(start: Start, journey: Journey) -> None:
    page = start()
    empty = page.page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.button.text() == "Hent områder fra trin 4"
    page.hand.press(empty.button)
    assert page.hand.window.room.place.startswith("4")  # type: ignore[union-attr]


def test_before_the_result_is_accepted_there_is_no_plan(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "tidlig").mkdir()
    early = Journey(tmp_path / "tidlig", clock).gather_people()
    early.file.close()
    page = Planning(Keys(opened(qtbot, early.path)))
    empty = page.page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.button.text() == "Gå til Konsensus"
    assert page.page.foot.primary is None


def test_the_timeline_finds_the_row_and_folds(start: Start, journey: Journey) -> None:
    for title, action in zip(("Én", "To"), with_plan(journey, "Én", "To"), strict=True):
        journey.file.do(editing.amend, journey.id, action, deadline=date(2027, 6, len(title)))
    page = start(Mouse).press_bar("To")
    assert page.chosen == "To"
    page.hand.press(page.page.timeline.fold)
    assert not page.page.timeline.is_unfolded
    QTest.keyClick(page.page.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.page.timeline.is_unfolded


def test_a_file_that_somebody_else_has_is_only_read(qtbot: QtBot, journey: Journey) -> None:
    with_plan(journey, "Én")
    page = Planning(Keys(opened(qtbot, journey.path)))
    assert page.page.desk.read_only
    assert not page.index("Én").flags() & Qt.ItemFlag.ItemIsEditable
    assert [bool(act.asleep) for act in page.page.foot.secondary] == [True, True]
    page.page.acts.add()
    page.go_to("Én").page.acts.remove()
    assert page.titles() == ["Én"]
    assert page.page.side.form.description.isReadOnly()
    journey.file.close()


def test_a_screen_reader_hears_status_and_what_is_missing(start: Start, journey: Journey) -> None:
    with_plan(journey, "Én")
    page = start()
    index = page.index("Én")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1. Én, Planlagt"
    field = page.open("Én", Column.WHO)
    assert field.accessibleName() == "Ansvarlig: 1. Én"
    found = QAccessible.queryAccessibleInterface(page.page.table)
    assert found is not None
    assert found.role() == QAccessible.Role.Table
