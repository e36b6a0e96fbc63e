"""The agenda as an overview: what is to be discussed, in which order, and what counts as disagreement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.settings import limits_of
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.widgets.cells import Cell
from kvik_desktop.workshop.screens.agenda_view import AgendaView
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys
from tests.journey import PEOPLE, Journey
from tests.window import opened

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five who agree on 40, except on 3.3 (red), 4.5 (amber) and 8.2, which most cannot judge (grey)."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    journey.answer("Bo", "3.3", 95).answer("Eva", "3.3", 42).answer("Bo", "4.5", 62)
    for name in PEOPLE[:3]:
        journey.answer(name, "8.2", None)
    yield journey.reveal()
    journey.file.close()


@pytest.fixture
def page(qtbot: QtBot, journey: Journey) -> Consensus:
    journey.file.close()
    return Consensus(Keys(opened(qtbot, journey.path))).go_to("dagsorden")


def view_of(page: Consensus) -> AgendaView:
    view = page.page.overview
    assert view is not None
    return view


def keys(page: Consensus) -> list[str]:
    return [str(row.key) for row in view_of(page).table._rows.rows]


def cells(page: Consensus, key: str) -> list[Cell]:
    model = view_of(page).table._rows
    place = model.row_of(key)
    assert place is not None
    return list(model.rows[place].cells)


def pressed(page: Consensus, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
    QTest.keyClick(view_of(page).table, key, modifier)


def test_everything_stands_there_as_the_meeting_takes_it(page: Consensus) -> None:
    assert keys(page)[:3] == ["3.3", "8.2", "4.5"]
    assert len(keys(page)) == 28
    name, strip, n, cannot, median = cells(page, "8.2")
    assert (name.mark, name.text) == ("to-talk-about", "8.2 Målte resultater")
    assert (n.text, cannot.text, median.text) == ("2", "3", "–"), "two know each other's"
    assert strip.text == "2 svar"
    assert cells(page, "3.3")[1].text == "5 svar, fra 40 til 95, median 40"
    assert [each.text for each in cells(page, "3.3")[2:]] == ["5", "–", "40"]


def test_the_first_row_of_the_list_leads_there_and_enter_opens_a_row(page: Consensus) -> None:
    assert (page.at, page.agenda()[0].key) == ("dagsorden", "dagsorden")
    table = view_of(page).table
    table.set_key("4.5")
    assert page.next_words == "Tag 4.5"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (page.at, page.move) == ("4.5", 1)


def test_one_key_begins_with_the_first(page: Consensus) -> None:
    assert page.next_words == "Tag 3.3"
    page.next()
    assert page.at == "3.3"


def test_alt_and_the_arrows_put_it_in_the_groups_own_order(page: Consensus) -> None:
    view_of(page).table.set_key("4.5")
    pressed(page, Qt.Key.Key_Up)
    assert keys(page)[:3] == ["3.3", "4.5", "8.2"]
    assert view_of(page).table.key == "4.5", "one stays at what one moves"
    pressed(page, Qt.Key.Key_Up)
    pressed(page, Qt.Key.Key_Up)
    assert keys(page)[:3] == ["4.5", "3.3", "8.2"]
    assert [row.key for row in page.agenda()[2:5]] == ["4.5", "3.3", "8.2"]
    page.go_to("4.5").go_to_move(4)
    assert page.next_words == "Fastlæg 40 og tag 3.3", "the meeting follows it"


def test_the_order_is_taken_back_at_once_or_step_by_step(page: Consensus) -> None:
    view_of(page).table.set_key("4.5")
    pressed(page, Qt.Key.Key_Up)
    page.undo()
    assert keys(page)[:3] == ["3.3", "8.2", "4.5"]
    pressed(page, Qt.Key.Key_Up)
    pressed(page, Qt.Key.Key_Up)
    page.other("Efter uenighed igen")
    assert keys(page)[:3] == ["3.3", "8.2", "4.5"]
    page.undo()
    assert keys(page)[:3] == ["4.5", "3.3", "8.2"]


def test_a_row_is_dragged_between_two_others_but_never_among_the_green(page: Consensus) -> None:
    table = view_of(page).table
    table.let_fall("4.5", 0, False)
    assert keys(page)[:3] == ["4.5", "3.3", "8.2"]
    table.let_fall("4.5", 20, True)
    assert keys(page)[:3] == ["3.3", "8.2", "4.5"]
    table.let_fall("1.1", 0, False)
    assert keys(page)[:3] == ["3.3", "8.2", "4.5"], "a green one stays where it is"


def test_it_is_filtered_by_standing_and_by_criterion(page: Consensus) -> None:
    view = view_of(page)
    view.filters.set_key("red")
    view.filters.chosen.emit("red")
    assert keys(page) == ["3.3"]
    view.criterion.set_key("4")
    view.criterion.chosen.emit("4")
    assert keys(page) == []
    view.filters.set_key("all")
    view.filters.chosen.emit("all")
    assert keys(page) == ["4.5", "4.1", "4.2", "4.3", "4.4", "4.6"]


def test_green_ones_are_settled_in_one_act_from_here(page: Consensus) -> None:
    page.other("Fastlæg de 25 grønne")
    assert page.at == "dagsorden"
    assert cells(page, "1.1")[0].second == "Fastlagt til 40"
    assert (cells(page, "1.1")[0].mark, keys(page)[:3]) == ("settled", ["3.3", "8.2", "4.5"])
    page.undo()
    assert cells(page, "1.1")[0].mark == "together"


def test_other_limits_are_seen_at_once_and_undone_in_one_step(page: Consensus) -> None:
    view = view_of(page)
    assert not view.limits.isVisible(), "behind a quiet word"
    page.hand.press(view.when)
    assert view.limits.isVisible()
    field = view.limits.fields["red_points"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "60")
    view.limits.fields["red_bands"].setValue(5)
    view.flush()
    assert cells(page, "3.3")[0].mark == "some-disagreement"
    view.table.setFocus()
    page.undo()
    assert cells(page, "3.3")[0].mark == "large-disagreement"
    assert field.value() == 50


def test_limits_that_do_not_fit_together_are_told_there_and_change_nothing(page: Consensus) -> None:
    view = view_of(page)
    page.hand.press(view.when)
    view.limits.fields["amber_points"].setValue(70)
    view.flush()
    assert "passer ikke sammen" in view.limits._wrong.text()
    assert limits_of(page.board_now().evaluation).amber_points == 20


def test_what_is_written_in_the_limits_is_saved_when_one_leaves(page: Consensus, journey: Journey) -> None:
    view = view_of(page)
    page.hand.press(view.when)
    view.limits.fields["tolerance"].setValue(5)
    page.go_to("3.3")
    assert limits_of(page.board_now().evaluation).tolerance == 5


@pytest.mark.parametrize("choice", ["few_dots", "speakers_named"])
def test_what_may_be_seen_is_off_until_the_group_chooses(page: Consensus, choice: str) -> None:
    view = view_of(page)
    assert not getattr(page.board_now().evaluation, choice)
    assert not view.seen.isVisible()
    page.hand.press(view.what)
    switch = view.seen.dots if choice == "few_dots" else view.seen.names
    assert switch.accessibleDescription(), "with words on what it means"
    page.hand.press(switch)
    assert getattr(page.board_now().evaluation, choice)
    page.undo()
    assert not switch.isChecked()


def test_an_accepted_result_is_shown_and_not_changed(qtbot: QtBot, journey: Journey) -> None:
    journey.settle_all(40).accept()
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path))).go_to("dagsorden")
    view = view_of(page)
    view.table.set_key("3.3")
    pressed(page, Qt.Key.Key_Down)
    assert not page.page.foot.secondary
    assert all(field.isReadOnly() for field in view.limits.fields.values())
    assert not view.seen.names.isEnabled()


def test_after_the_reveal_one_lands_here_where_there_is_much_to_discuss(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "mange"
    folder.mkdir()
    journey = Journey(folder, clock).gather_people()
    journey.answer_all(dict(zip(PEOPLE, (0, 1, 1, 3, 4), strict=True)))
    for name in PEOPLE:
        journey.file.do(evaluations.submit, journey.id, journey.people[name])
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path))).reveal()
    assert page.at == "dagsorden"
    assert QApplication.focusWidget() is not None
    assert view_of(page).criterion.isHidden(), "twenty questions are not filtered by criterion, too"
    page.next().go_to_move(4).next()
    assert page.at == "k1.2"


def test_the_dots_stand_in_the_overview_or_beside_the_board_never_twice(page: Consensus) -> None:
    rows = {row.key: row for row in page.agenda()}
    assert rows["3.3"].spread is None, "the table has them"
    page.next()
    rows = {row.key: row for row in page.agenda()}
    assert rows["3.3"].spread is not None


def test_what_opens_under_the_table_comes_into_view_in_a_low_window(page: Consensus) -> None:
    view = view_of(page)
    page.page.window().resize(1000, 420)
    page.hand.press(view.what)
    top = view.seen.mapTo(view.viewport(), QPoint(0, 0)).y()
    assert top < view.viewport().height()
