"""The page of a visit: begun, asked, marked, observed and finished, by keyboard and by mouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.report.screens import visit_page
from kvik_desktop.report.screens.visit_page import KEY, VisitPage
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import Seen
from tests.journey import PEOPLE, Journey
from tests.window import ToldChooser, opened


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """The result is accepted."""
    journey = Journey(tmp_path, clock).accepted()
    journey.file.close()
    return journey


def page_of(window: Window) -> VisitPage:
    assert window.room is not None
    window.room.go(KEY)
    page = window.room.page
    assert isinstance(page, VisitPage)
    return page


def act(found: Act | None) -> Act:
    assert found is not None
    return found


def begun(window: Window, journey: Journey) -> VisitPage:
    """One question in the first criterion, written by keyboard."""
    page = page_of(window)
    assert page.empty is not None
    page.empty.button.click()
    page.about.day.control.set_day(date(2026, 11, 20))
    page.about.amended.emit()
    page.list.chosen.emit(journey.package.criteria[0].id)
    assert page.criterion is not None
    page.criterion.ask.click()
    [card] = page.criterion.cards
    assert window.focusWidget() is card.text
    QTest.keyClicks(card.text, "Er der et årshjul?")
    page.flush()
    return page


def test_before_acceptance_it_says_why_there_is_nothing_to_begin(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.file.close()
    page = page_of(opened(qtbot, journey.path))
    assert page.empty is not None
    assert page.empty.button.text() == "Gå til Konsensus"
    assert page.foot.primary is None


def test_a_visit_from_the_first_question_to_validated(qtbot: QtBot, journey: Journey) -> None:
    window = opened(qtbot, journey.path)
    page = begun(window, journey)
    assert act(page.foot.primary).asleep == "1 spørgsmål mangler et mærke."
    assert page.criterion is not None
    page.criterion.cards[0].marks.buttons[Seen.CONFIRMED.value].click()
    whole = page.criterion.observations[journey.package.criteria[0].id].control
    whole.setFocus()
    QTest.keyClicks(whole, "Tavlen bruges")
    act(page.foot.primary).do()
    assert page.about.note is not None
    assert page.place == ""
    assert page.about.day.control.isReadOnly()
    window.leave()
    with open_file(journey.path) as file:
        here = file.ask(visits.standing, journey.id)
    assert here.validation is not None
    assert here.validation.confirmed == 1
    assert list(here.observations.values()) == ["Tavlen bruges"]


def test_one_who_begins_a_visit_can_write_at_once(qtbot: QtBot, journey: Journey) -> None:
    page = page_of(opened(qtbot, journey.path))
    assert page.empty is not None
    page.empty.button.click()
    assert page.window().focusWidget() is page.about.day.control


def test_the_third_question_takes_the_button_away_and_says_so(qtbot: QtBot, journey: Journey) -> None:
    page = begun(opened(qtbot, journey.path), journey)
    assert page.criterion is not None
    for _ in range(2):
        page.criterion.ask.click()
    assert len(page.criterion.cards) == 3
    assert not page.criterion.ask.isVisibleTo(page)
    page.criterion.cards[1].drop.click()
    assert [card.question.position for card in page.criterion.cards] == [0, 2]
    assert page.criterion.ask.isVisibleTo(page)


def test_undo_brings_words_and_marks_back(qtbot: QtBot, journey: Journey) -> None:
    window = opened(qtbot, journey.path)
    page = begun(window, journey)
    assert page.criterion is not None
    [card] = page.criterion.cards
    card.marks.buttons[Seen.PARTLY.value].click()
    assert window.room is not None
    window.room.undo()
    assert page.criterion.cards[0].marks.key == ""
    window.room.undo()
    assert page.criterion.cards[0].text.text == ""


def test_search_leaves_the_criteria_with_the_words(qtbot: QtBot, journey: Journey) -> None:
    page = begun(opened(qtbot, journey.path), journey)
    page.search.setText("ÅRSHJUL")
    assert page.list.model().rowCount() == 1
    page.search.setText("noget helt andet")
    assert page.list.model().rowCount() == 0
    page.search.clear()
    assert page.list.model().rowCount() == len(journey.package.criteria) + 1


def test_the_questions_come_on_paper(
    qtbot: QtBot, journey: Journey, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "spørgsmål.pdf"
    monkeypatch.setattr(visit_page, "can_print", lambda: False)
    monkeypatch.setattr(visit_page, "open_file", lambda path: path == out)
    page = begun(opened(qtbot, journey.path, chooser=ToldChooser([[out]])), journey)
    act(page.foot.secondary[0]).do()
    assert out.read_bytes().startswith(b"%PDF")


def test_where_the_answers_are_deleted_nobody_is_asked_for_a_name(qtbot: QtBot, journey: Journey) -> None:
    with open_file(journey.path) as file:
        delete_for_good(file, journey.id, "Anna")
    about = begun(opened(qtbot, journey.path), journey).about
    assert about.name.isHidden()
    assert not about.nameless.isHidden()
