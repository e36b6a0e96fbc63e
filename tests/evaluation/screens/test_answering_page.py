"""Step 2 in a window on a real file: answering alone, saved while one writes, hidden from others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.opening import Access
from kvik_desktop.workshop.deleting import delete_for_good
from tests.drivers.answering import Answering
from tests.drivers.hand import HANDS, Hand, Keys, Mouse, activate, write
from tests.evaluation.screens.answering_stage import begin, kept, words_on
from tests.held_tasks import HeldTasks
from tests.journey import Journey
from tests.window import opened, window

CONTROL = Qt.KeyboardModifier.ControlModifier
Start = Callable[..., Answering]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """Close the file that was prepared, and open it in a window at step 2."""

    def open_it(
        hand: Callable[[Window], Hand] = Keys, prepared: Journey = journey, **kwargs: Any
    ) -> Answering:
        return begin(qtbot, prepared, hand, **kwargs)

    return open_it


@pytest.mark.parametrize("hand", HANDS)
def test_a_participant_answers_and_hands_in(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = start(hand).take("Bo")
    assert page.question == "1.1"
    page.answer("1.1", 45, strength="Vi lytter", area="Vi følger ikke op")
    assert page.next_words == "Næste: 1.2 Ledelse, resultater og løbende forbedring"
    page.next().answer("1.2", None)
    page.go_to(FINISH).next()
    own = kept(page, journey, "Bo")
    assert own.of("1.1").rating == Rating(45)
    assert own.of("1.1").texts[StatementKind.STRENGTH] == ("Vi lytter",)
    assert own.of("1.1").texts[StatementKind.AREA] == ("Vi følger ikke op",)
    assert own.of("1.2").rating == Rating()
    assert not own.of("1.2").later
    assert own.own is not None
    assert own.own.way is Way.LAPTOP
    assert own.own.submitted is not None
    page.next()
    assert page.people()["Bo"].startswith("Afleveret")
    assert page.people()["Anna"] == "Ikke begyndt"


@pytest.mark.parametrize("hand", HANDS)
def test_the_fine_method_has_a_stair_for_each_phase(
    start: Start, tmp_path: Path, clock: FixedClock, hand: Callable[[Window], Hand]
) -> None:
    fine = Journey(made(tmp_path / "fin"), clock, "kvik", Method.FINE).gather_people()
    page = start(hand, fine).take("Bo")
    page.score(70, "plan").score(60, "do")
    assert kept(page, fine, "Bo").missing[0] == "1.1"
    page.score(40, "check").score(24, "act")
    assert kept(page, fine, "Bo").of("1.1").rating == Rating(plan=70, do=60, check=40, act=24)
    page.go_to("6.1").score(20, "trend").score(80, "target")
    assert kept(page, fine, "Bo").of("6.1").rating == Rating(trend=20, target=80)


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("hand", HANDS)
def test_the_short_edition_asks_for_a_step_a_strength_and_an_area(
    start: Start, tmp_path: Path, clock: FixedClock, hand: Callable[[Window], Hand]
) -> None:
    short = Journey(made(tmp_path / "kort"), clock).gather_people()
    page = start(hand, short).take("Bo").answer("k1.1", 3, strength="Alle kender målet")
    lists = page.page.form.lists.lists if page.page.form else {}
    assert [kind for kind, each in lists.items() if each.isVisible()] == [
        StatementKind.STRENGTH,
        StatementKind.AREA,
    ]
    assert not lists[StatementKind.STRENGTH].lines()[-1].isVisible()
    assert page.page.form is not None
    page.hand.press(page.page.form.lists.more)
    assert all(each.isVisible() for each in lists.values())
    page.write(StatementKind.IDEA, "Skriv det på tavlen")
    assert kept(page, short, "Bo").of("k1.1").rating == Rating(3)
    assert kept(page, short, "Bo").of("k1.1").texts[StatementKind.IDEA] == ("Skriv det på tavlen",)


def test_words_are_saved_after_a_pause_and_never_answer_by_themselves(start: Start, journey: Journey) -> None:
    page = start().take("Bo").write(StatementKind.EVIDENCE, "Trivselsmåling")
    own = kept(page, journey, "Bo")
    assert own.of("1.1").texts[StatementKind.EVIDENCE] == ("Trivselsmåling",)
    assert own.missing[0] == "1.1"
    assert len(own.missing) == 28


def test_saving_does_not_disturb_who_is_writing(start: Start, journey: Journey) -> None:
    page = start().take("Bo").write(StatementKind.STRENGTH, "Vi lytter til")
    line = QApplication.focusWidget()
    assert isinstance(line, QTextEdit)
    page.page.flush()
    assert QApplication.focusWidget() is line
    assert line.textCursor().position() == len("Vi lytter til")
    write(" hinanden")
    page.page.refresh()
    assert page.texts(StatementKind.STRENGTH) == ("Vi lytter til hinanden",)
    assert kept(page, journey, "Bo").of("1.1").texts[StatementKind.STRENGTH] == ("Vi lytter til hinanden",)


def test_undo_takes_back_what_was_given_and_shows_it(start: Start, journey: Journey) -> None:
    page = start().take("Bo").answer("1.1", 45)
    keys = page.hand
    assert isinstance(keys, Keys)
    page.go_to("1.2").score(60)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.stair().score is None
    keys.key(Qt.Key.Key_Y, CONTROL)
    assert page.stair().score == 60
    assert kept(page, journey, "Bo").of("1.2").rating == Rating(60)


def test_typing_and_a_score_to_the_same_question_are_one_step_back(start: Start, journey: Journey) -> None:
    page = start().take("Bo").write(StatementKind.STRENGTH, "Vi")
    page.page.flush()
    write(" lytter")
    page.page.flush()
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.texts(StatementKind.STRENGTH) == ()
    assert kept(page, journey, "Bo").own is None


def test_cannot_judge_keeps_the_last_number_for_when_it_is_taken_back(start: Start, journey: Journey) -> None:
    page = start().take("Bo").answer("1.1", 45).cannot_judge()
    assert kept(page, journey, "Bo").of("1.1").rating == Rating()
    page.cannot_judge()
    assert page.stair().score == 45
    assert kept(page, journey, "Bo").of("1.1").rating == Rating(45)


def test_ctrl_and_arrows_go_between_the_questions(start: Start) -> None:
    page = start().take("Bo")
    keys = page.hand
    assert isinstance(keys, Keys)
    page.write(StatementKind.AREA, "Vi glemmer det")
    keys.key(Qt.Key.Key_Down, CONTROL)
    assert page.question == "1.2"
    assert page.texts(StatementKind.AREA) == ()
    keys.key(Qt.Key.Key_Up, CONTROL)
    keys.key(Qt.Key.Key_Up, CONTROL)
    assert page.question == "1.1"
    assert page.texts(StatementKind.AREA) == ("Vi glemmer det",)


def test_the_list_says_how_far_one_is(start: Start, journey: Journey) -> None:
    for name in ("1.1", "1.2", "1.3", "1.4"):
        journey.answer("Bo", name, 40)
    page = start().take("Bo")
    assert page.question == "2.1"
    page.write(StatementKind.STRENGTH, "Noget")
    page.page.flush()
    view = page.page.index.view
    said = [view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(6)]
    assert said == [
        "1 Lederskab, 4/4",
        "2 Strategi og planlægning, 0/4",
        "2.1 Behov, omverden og ledelsesinformation, I gang",
        "2.2 Udvikle strategier og planer, Ikke begyndt",
        "2.3 Formidle, gennemføre og følge op, Ikke begyndt",
        "2.4 Forandring og innovation, Ikke begyndt",
    ]


def test_going_back_to_the_names_leaves_nothing_of_the_answers(start: Start) -> None:
    page = start().take("Bo").answer("1.1", 67, strength="Bos egne ord")
    assert "Bos egne ord" in words_on(page.page)
    page.leave()
    seen = words_on(page.page)
    assert "Bos egne ord" not in seen
    assert "67" not in seen
    assert page.page.place == ""
    page.take("Anna")
    assert "Bos egne ord" not in words_on(page.page)
    assert page.stair().score is None


def test_nobody_can_undo_what_somebody_else_has_answered(start: Start, journey: Journey) -> None:
    page = start().take("Bo").answer("1.1", 45).leave().take("Anna")
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    page.leave()
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert kept(page, journey, "Bo").of("1.1").rating == Rating(45)


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_missing_is_said_before_one_hands_in(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    for name in journey.subcriteria[:-2]:
        journey.answer("Bo", name, 40)
    page = start(hand).take("Bo").go_to(FINISH)
    assert page.next_words == "Aflevér mine svar"
    assert "Du mangler 2 delkriterier. De tæller som »kan ikke vurdere«" in words_on(page.page.finish)
    page.hand.press(page.page.finish.rows[0])
    assert page.question == journey.subcriteria[-2]
    page.score(40)
    page.next()
    assert page.question == journey.subcriteria[-1]
    assert page.next_words == "Videre: aflevér"
    page.score(40)
    assert page.next_words == "Aflevér mine svar"
    page.next()
    assert page.question == FINISH
    page.other("Tag mine svar tilbage")
    assert page.next_words == "Aflevér mine svar"
    assert kept(page, journey, "Bo").own.submitted is None  # type: ignore[union-attr]  # there is a set


def test_nothing_can_be_handed_in_before_something_is_answered(start: Start) -> None:
    page = start().take("Bo").go_to(FINISH).next()
    assert page.hint == "Besvar mindst ét delkriterium først."
    assert page.question == FINISH


def test_what_is_handed_in_is_read_only_until_it_is_taken_back(start: Start, journey: Journey) -> None:
    journey.answer("Bo", "1.1", 40, strength=("Fast",))
    journey.file.do(evaluations.submit, journey.id, journey.people["Bo"])
    page = start().take("Bo").go_to("1.1")
    QTest.keyClicks(page.stair(), "9")
    assert page.stair().score == 40
    page.other("Tag mine svar tilbage")
    page.score(9)
    assert kept(page, journey, "Bo").of("1.1").rating == Rating(9)


def test_after_the_reveal_one_sees_ones_own_answers_and_changes_nothing(
    start: Start, journey: Journey
) -> None:
    journey.answer("Bo", "1.1", 40, strength=("Bos ord",))
    journey.answer("Eva", "1.1", 20, strength=("Evas ord",)).reveal()
    page = start()
    assert page.next_words == "Videre: konsensus"
    page.take("Bo").go_to("1.1")
    seen = words_on(page.page)
    assert "Svarene er åbnet, så de kan ikke ændres længere" in seen
    assert "Bos ord" in seen
    assert "Evas ord" not in seen
    QTest.keyClicks(page.stair(), "9")
    assert page.stair().score == 40


def test_another_language_leaves_one_where_one_was(start: Start, journey: Journey) -> None:
    page = start().take("Bo").go_to("3.3")
    first = page.hand.window
    assert first.room is not None
    assert first.room.place == f"2 {journey.people['Bo']}/3.3"
    first.change_settings(replace(first.settings, language="en"))
    page = Answering(Keys(first))
    assert page.question == "3.3"
    assert page.answer("3.3", 30).question == "3.3"
    assert kept(page, journey, "Bo").of("3.3").rating == Rating(30)


def test_whoever_comes_to_the_page_chooses_a_name_before_answers_are_seen(
    start: Start, journey: Journey, qtbot: QtBot
) -> None:
    page = start().take("Bo").answer("1.1", 45, strength="Bos egne ord")
    page.hand.go(3)
    page.hand.go(2)
    assert page.question == ""
    assert "Bos egne ord" not in words_on(page.page)
    page.take("Bo").hand.window.leave()
    page = Answering(Keys(opened(qtbot, journey.path)))
    assert page.question == ""
    assert "Bos egne ord" not in words_on(page.page)
    assert page.take("Bo").go_to("1.1").texts(StatementKind.STRENGTH) == ("Bos egne ord",)


def test_what_cannot_be_saved_stays_on_the_screen_and_is_tried_again(
    start: Start, journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = start().take("Bo")
    room = page.hand.window.room
    assert room is not None
    keeper = room.desk._keeper
    done = keeper.do

    def full(*_args: object) -> None:
        raise Problem("E_FILE_WRITE", say("Disken er fuld."), say("Slet noget."))

    monkeypatch.setattr(keeper, "do", full)
    page.write(StatementKind.STRENGTH, "Vi lytter")
    page.page.flush()
    assert "Disken er fuld." in words_on(room.frame)
    monkeypatch.setattr(keeper, "do", done)
    page.page.refresh()
    assert page.texts(StatementKind.STRENGTH) == ("Vi lytter",)
    assert kept(page, journey, "Bo").of("1.1").texts[StatementKind.STRENGTH] == ("Vi lytter",)


def test_without_participants_one_is_sent_to_where_they_are_written(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    page = start(Mouse, Journey(made(tmp_path / "ny"), clock))
    assert page.page.foot.primary is None
    assert "Ingen deltagere endnu" in words_on(page.page)
    page.hand.press(page.page.who.empty.button)
    assert page.hand.window.room is not None
    assert page.hand.window.room.page is not page.page


def test_a_participant_who_is_gone_leaves_the_names(start: Start, journey: Journey) -> None:
    page = start()
    page.page.go_to("findes-ikke/1.1")
    assert page.page.place == ""
    assert len(page.people()) == 5


def test_a_file_that_can_only_be_read_shows_everything_and_changes_nothing(
    start: Start, journey: Journey, qtbot: QtBot
) -> None:
    journey.answer("Bo", "1.1", 40)
    journey.file.close()
    with open_file(journey.path, Access.WRITE):
        page = Answering(Keys(opened(qtbot, journey.path))).take("Bo").go_to("1.1")
        QTest.keyClicks(page.stair(), "9")
        assert page.stair().score == 40
        page.leave()
        fetch = page.page.foot.secondary[0]
        assert fetch.asleep


def test_everything_that_can_have_focus_has_a_name(start: Start) -> None:
    page = start().take("Bo")
    for widget in page.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget


def test_tab_goes_as_one_reads(start: Start) -> None:
    """The list, the lists to write in, the stair, the guidance and the foot, however late each was made."""
    page = start().take("Bo").write(StatementKind.EVIDENCE, "Et referat")
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Return)
    form = page.page.form
    assert form is not None
    lists, score = form.lists.lists, form.score
    wanted: list[QWidget] = [
        lists[StatementKind.EVIDENCE].lines()[-1],
        form.lists.attached.add,
        lists[StatementKind.STRENGTH].lines()[-1],
        lists[StatementKind.AREA].lines()[-1],
        form.lists.more,
        score.stairs["score"],
        score.numbers["score"],
        score.cannot_judge,
    ]
    came = [QApplication.focusWidget()]
    for _ in wanted[1:]:
        keys.key(Qt.Key.Key_Tab)
        came.append(QApplication.focusWidget())
    assert came == wanted
    keys.key(Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert page.page.guidance.isAncestorOf(now)
    keys.reach(page.page.index.view)
    keys.key(Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert form.isAncestorOf(now)


def test_when_the_answers_are_deleted_nobody_can_look_for_them(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    done = Journey(made(tmp_path / "slut"), clock).accepted()
    delete_for_good(done.file, done.id, "Anna")
    page = start(Mouse, done)
    assert "De enkelte svar er slettet" in words_on(page.page.who)
    assert not any(row.isVisible() for row in page.page.who.rows)


class SlowTasks:
    """Jobs wait until the test lets them be done, one after the other."""

    def __init__(self) -> None:
        self._line: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def run(
        self, job: Callable[[], Any], then: Callable[[Any], None], _failed: Callable[[Exception], None]
    ) -> None:
        self._line.append((job, then))

    def soon(self, _owner: QObject, act: Callable[[], None]) -> None:
        act()

    def settle(self) -> None:
        while self._line:
            job, then = self._line.pop(0)
            then(job())

    def finish(self) -> None:
        self.settle()


def test_with_a_slow_file_focus_comes_when_there_is_something_to_have_it(
    journey: Journey, qtbot: QtBot
) -> None:
    journey.file.close()
    tasks = SlowTasks()
    shown = window(qtbot, tasks=tasks)
    activate(shown)
    shown.open(journey.path)
    tasks.settle()
    assert shown.room is not None
    shown.room.go("2")
    tasks.settle()
    page = shown.room.page
    assert isinstance(page, AnsweringPage)
    assert page.who.rows[0].hasFocus()
    page.take(journey.people["Bo"])
    page.take(journey.people["Eva"])
    tasks.settle()
    assert page.place == f"{journey.people['Eva']}/1.1"
    assert page.form is not None
    assert page.form.isAncestorOf(QApplication.focusWidget() or shown)
    form = page.form
    write("Vi lyt")
    page.flush()
    write("ter")
    tasks.settle()
    assert form.lists.texts()[StatementKind.EVIDENCE] == ("Vi lytter",)
    page.flush()
    tasks.settle()
    found: list[Sheet | None] = []
    page.desk.ask(sheet_of, journey.id, journey.people["Eva"]).then(found.append)
    tasks.settle()
    assert found[0] is not None
    assert found[0].of("1.1").texts[StatementKind.EVIDENCE] == ("Vi lytter",)


def test_another_place_is_wanted_before_the_first_answer_has_come(qtbot: QtBot, journey: Journey) -> None:
    person = journey.people["Bo"]
    journey.file.close()
    tasks = HeldTasks()
    shown = window(qtbot, tasks=tasks)
    shown.open(journey.path)
    tasks.step_until(lambda: shown.room is not None and shown.room.page is not None)
    assert shown.room is not None
    shown.room.go("2")
    shown.room.go("2", f"{person}/1.2")
    tasks.release()
    page = shown.room.page
    assert isinstance(page, AnsweringPage)
    assert page.form is not None
    assert page.form.isVisible()
    assert page.place == f"{person}/1.2"
