"""Answering on one laptop in turn: own codes, and nothing of one person's left for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.code_view import Asked
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.hand import HANDS, Hand, Keys, frame, write
from tests.evaluation.screens.answering_stage import begin, kept, words_on
from tests.held_tasks import HeldTasks
from tests.journey import Journey
from tests.window import window

CONTROL = Qt.KeyboardModifier.ControlModifier
CODE = "hest-42"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


def locked(journey: Journey, name: str = "Bo") -> Journey:
    """Somebody has answered and locked it."""
    journey.answer(name, "1.1", 40, strength=("Bos egne ord",))
    journey.file.do(own_code.set_code, journey.id, journey.people[name], CODE)
    return journey


@pytest.mark.parametrize("hand", HANDS)
def test_a_code_is_chosen_and_asked_for_the_next_time(
    qtbot: QtBot, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = begin(qtbot, journey, hand).take("Bo").answer("1.1", 45, strength="Bos egne ord")
    page.lock(CODE)
    assert page.question == "1.1"
    assert page.texts(StatementKind.STRENGTH) == ("Bos egne ord",)
    page.leave()
    assert "Låst med en kode" in words_on(page.page.who)
    page.take("Bo")
    assert page.asked() is Asked.CODE
    assert "Bos egne ord" not in words_on(frame(page.hand.window))
    page.give(CODE)
    assert page.asked() is None
    assert page.go_to("1.1").texts(StatementKind.STRENGTH) == ("Bos egne ord",)
    assert page.answer("1.2", 20).question == "1.2"
    assert kept(page, journey, "Bo").of("1.2").rating == Rating(20)


def test_a_wrong_code_shows_nothing_and_names_nothing_that_was_done(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").answer("1.1", 45).lock(CODE).leave().take("Bo")
    page.give("hest-43")
    assert page.refused.startswith("Koden passer ikke.")
    assert page.asked() is Asked.CODE
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert "svar på 1.1" not in words_on(frame(page.hand.window))
    assert kept(page, journey, "Bo").of("1.1").rating == Rating(45)
    page.give("")
    assert page.refused == "Skriv din kode."
    page.give(CODE)
    assert page.asked() is None


def test_the_others_go_on_while_one_is_locked(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, locked(journey)).take("Bo").other("Tilbage til navnene").take("Eva")
    assert page.asked() is None
    page.answer("1.1", 20)
    assert kept(page, journey, "Eva").of("1.1").rating == Rating(20)


@pytest.mark.parametrize("hand", HANDS)
def test_a_forgotten_code_is_reset_by_name_and_a_new_one_chosen_before_anything_is_shown(
    qtbot: QtBot, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = begin(qtbot, locked(journey), hand).take("Bo").forget("Anna Holm")
    assert page.page.place == ""
    assert "Koden er nulstillet" in words_on(page.page.who)
    assert "Bos egne ord" not in words_on(frame(page.hand.window))
    page.take("Bo")
    assert page.asked() is Asked.NEW
    assert "Bos egne ord" not in words_on(frame(page.hand.window))
    page.choose_new("ny-kode")
    assert page.asked() is None
    assert page.go_to("1.1").texts(StatementKind.STRENGTH) == ("Bos egne ord",)
    page.leave().take("Bo").give("ny-kode")
    assert page.asked() is None


def test_a_reset_needs_a_name(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, locked(journey)).take("Bo").forget(" ")
    view = page.page.door.view
    assert view is not None
    assert view.forgotten is not None
    assert view.forgotten.by.error == "Skriv, hvem der nulstiller koden."


def test_a_code_is_exchanged_or_dropped_by_the_one_who_has_it(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, locked(journey)).take("Bo").give(CODE)
    page.lock("ny-kode", before="forkert")
    assert page.refused.startswith("Koden passer ikke.")
    page.other("Lad være")
    assert page.asked() is None
    page.lock("ny-kode", before=CODE).leave().take("Bo").give("ny-kode")
    page.hand.press(page.page.turn.lock)
    page.other("Fjern koden")
    assert page.refused == "Skriv din kode."
    view = page.page.door.view
    assert view is not None
    assert view.before is not None
    page.hand.enter(view.before.control)
    write("ny-kode")
    page.other("Fjern koden").leave().take("Bo")
    assert page.asked() is None


def test_two_codes_that_differ_and_a_short_one_are_refused(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").lock("abc")
    assert page.refused == "Koden skal være på 4-64 tegn."
    view = page.page.door.view
    assert view is not None
    assert view.first is not None
    assert view.second is not None
    for field, text in ((view.first, CODE), (view.second, "hest-43")):
        page.hand.enter(field.control)
        field.control.selectAll()
        write(text)
    page.next()
    assert page.refused == "De to er ikke ens. Skriv den igen."


def test_no_code_can_be_read_or_brought_back_from_its_fields(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").lock(CODE)
    assert CODE not in words_on(frame(page.hand.window))
    page.leave()
    assert page.page.door.view is None


def test_another_language_keeps_the_turn_and_another_page_ends_it(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, locked(journey)).take("Bo").give(CODE).go_to("3.3")
    shown = page.hand.window
    shown.change_settings(replace(shown.settings, language="en"))
    page = Answering(Keys(shown))
    assert (page.asked(), page.question) == (None, "3.3")
    page.hand.go(1)
    page.hand.go(2)
    assert page.page.place == ""
    assert page.take("Bo").asked() is Asked.CODE


def test_a_place_that_is_known_leads_to_the_door(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, locked(journey))
    room = page.hand.window.room
    assert room is not None
    room.go("2", f"{journey.people['Bo']}/1.1")
    assert page.asked() is Asked.CODE
    assert "Bos egne ord" not in words_on(frame(page.hand.window))
    assert page.give(CODE).question == "1.1"


def test_with_a_slow_file_the_answers_come_after_the_code_and_for_the_right_one(
    qtbot: QtBot, journey: Journey
) -> None:
    locked(journey).file.close()
    tasks = HeldTasks()
    shown = window(qtbot, tasks=tasks)
    shown.open(journey.path)
    tasks.step_until(lambda: shown.room is not None and shown.room.page is not None)
    assert shown.room is not None
    shown.room.go("2", f"{journey.people['Bo']}/1.1")
    page = shown.room.page
    assert isinstance(page, AnsweringPage)
    tasks.step_until(lambda: page.door.view is not None)
    view = page.door.view
    assert view is not None
    assert view.before is not None
    view.before.control.setText(CODE)
    view.go_on()
    page.leave()
    page.take(journey.people["Eva"])
    tasks.release()
    assert page.place == f"{journey.people['Eva']}/1.1"
    assert "Bos egne ord" not in words_on(page)
    assert not page.door.is_opened(journey.people["Bo"])


def test_what_is_copied_in_a_turn_is_not_there_for_the_next(
    qtbot: QtBot, journey: Journey, clipboard: QClipboard
) -> None:
    page = begin(qtbot, journey).take("Bo").write(StatementKind.STRENGTH, "Bos egne ord")
    QTest.keyClick(QApplication.focusWidget() or page.page, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(QApplication.focusWidget() or page.page, Qt.Key.Key_C, CONTROL)
    assert clipboard.text() == "Bos egne ord"
    page.leave()
    assert clipboard.text() == ""


def test_what_was_copied_before_a_turn_stays(qtbot: QtBot, journey: Journey, clipboard: QClipboard) -> None:
    page = begin(qtbot, journey)
    clipboard.setText("en dagsorden")
    page.take("Bo").leave()
    assert clipboard.text() == "en dagsorden"


def test_nothing_told_to_one_person_is_left_for_the_next(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").answer("1.1", 45)
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    whole = frame(page.hand.window)
    assert "Fortrudt: svar på 1.1" in words_on(whole)
    page.leave()
    assert "svar på 1.1" not in words_on(whole)


def test_figures_of_every_kind_of_question_are_gone_with_the_turn(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").answer("6.1", 67).answer("1.1", 89)
    page.leave()
    assert page.page.form is not None
    numbers = [child for child in page.page.form.findChildren(QWidget) if hasattr(child, "score")]
    assert numbers
    assert all(child.score is None for child in numbers)
    page.take("Eva").go_to("6.1")
    page.cannot_judge().cannot_judge()
    assert page.stair().score is None


def test_a_search_ends_with_the_turn_and_finds_only_ones_own(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").answer("1.2", 30, strength="Guldfisk på kontoret")
    assert page.search("guldfisk kontor") == ["1.2"]
    page.leave()
    assert page.page.index.search is None
    assert "guldfisk" not in words_on(page.page).lower()
    page.take("Eva")
    assert page.search("guldfisk") == []


def test_the_window_remembers_no_person(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").go_to("3.3")
    shown = page.hand.window
    assert [recent.place for recent in shown.settings.recent] == ["2 "]
    assert "Bo" not in shown.windowTitle().split()


def test_how_answers_came_is_said_quietly(qtbot: QtBot, journey: Journey) -> None:
    given = [NewAnswer("1.1", Rating(40), {})]
    journey.file.do(evaluations.answer, journey.id, journey.people["Bo"], given, Way.PAPER)
    page = begin(qtbot, journey)
    assert "Papir" in words_on(page.page.who)
    page.take("Bo").go_to("1.1")
    assert "Svaret er tastet ind fra papir." in words_on(page.page)
    page.score(60)
    assert "Svaret er tastet ind fra papir." not in words_on(page.page)
    assert kept(page, journey, "Bo").ways["1.1"] is Way.LAPTOP


def test_a_large_group_with_many_questions_is_told_that_turns_take_long(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "stor").mkdir()
    large = Journey(tmp_path / "stor", clock, "kvik").gather_people(tuple("ABCDEFGHIJ"))
    assert "Så er det hurtigere at dele ud." in words_on(begin(qtbot, large).page.who)


def test_a_small_group_is_not(qtbot: QtBot, journey: Journey) -> None:
    assert "Så er det hurtigere at dele ud." not in words_on(begin(qtbot, journey).page.who)


def test_after_the_reveal_a_code_still_opens_ones_own_and_there_is_a_way_on(
    qtbot: QtBot, journey: Journey
) -> None:
    locked(journey).reveal()
    page = begin(qtbot, journey).take("Bo").give(CODE).go_to("1.1")
    assert not page.page.turn.lock.isVisible()
    assert "I kan åbne en ny runde for et delkriterium." in words_on(page.page)


def test_when_all_have_handed_in_nobody_is_asked_and_the_next_step_is_told(
    qtbot: QtBot, journey: Journey
) -> None:
    for name in journey.people:
        journey.answer(name, "1.1", 40)
        journey.file.do(evaluations.submit, journey.id, journey.people[name])
    page = begin(qtbot, journey)
    said = words_on(page.page.who)
    assert "Hvem skal svare nu?" not in said
    assert "Alle har svaret" in said
    assert "Nu kan I åbne svarene sammen." in said
    page.take("Bo").other("Tag mine svar tilbage").leave()
    assert "Hvem skal svare nu?" in words_on(page.page.who)
