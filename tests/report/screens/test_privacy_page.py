"""The page on privacy: the notice, the days, one person's extract, and what is deleted for good."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.report.screens.delete_view import DeleteView
from kvik_desktop.report.screens.notice_view import NoticeView
from kvik_desktop.report.screens.person_view import PersonView
from kvik_desktop.report.screens.privacy_page import DAY, KEY, PrivacyPage
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.row import Row
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.hand import HANDS, Hand, Mouse, frame, write
from tests.held_tasks import HeldTasks
from tests.journey import PEOPLE, Journey
from tests.window import ToldChooser, opened, window


@pytest.fixture
def hidden(tmp_path: Path, clock: FixedClock) -> Journey:
    """All have answered, and the answers are not open."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.file.close()
    return journey


@pytest.fixture
def accepted(tmp_path: Path, clock: FixedClock) -> Journey:
    """The result is accepted."""
    journey = Journey(tmp_path, clock).accepted()
    journey.file.close()
    return journey


class Privacy:
    """The page in the user's words."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        room.go(KEY)

    @property
    def page(self) -> PrivacyPage:
        room = self.hand.window.room
        assert room is not None
        assert isinstance(room.page, PrivacyPage)
        return room.page

    def row(self, place: str) -> Row:
        found = self.page.overview.row_of(place)
        assert found is not None, place
        return found

    def press(self, place: str) -> Privacy:
        self.hand.press(self.row(place))
        return self

    def sign(self, words: str) -> Privacy:
        assert isinstance(self.page.sheet, DeleteView)
        self.hand.enter(self.page.sheet.answer.control)
        write(words)
        return self

    @property
    def asleep(self) -> str:
        primary = self.page.foot.primary
        return primary.asleep if primary else "there is nothing to do"


def other(window: Window, words: str) -> QPushButton:
    """Another button of the foot."""
    return next(button for button in frame(window).foot.buttons if button.text() == words)


def notes(window: Window) -> list[str]:
    """That something was to be deleted by now, as it is said over every page."""
    found = [each.accessibleName() for each in frame(window).findChildren(Note) if each.isVisible()]
    return [each for each in found if "skulle være slettet" in each]


def test_the_menu_and_the_preparation_lead_there(qtbot: QtBot, hidden: Journey) -> None:
    made = opened(qtbot, hidden.path)
    menus = [action for menu in frame(made).findChildren(QMenu) for action in menu.actions()]
    next(action for action in menus if action.text() == "Privatliv").trigger()
    assert made.room is not None
    assert isinstance(made.room.page, PrivacyPage)
    made.room.go("1", "datoer")
    other(made, "Privatliv…").click()
    assert isinstance(made.room.page, PrivacyPage)


def test_the_days_and_the_contact_are_kept(qtbot: QtBot, hidden: Journey) -> None:
    made = opened(qtbot, hidden.path)
    page = Privacy(Mouse(made)).page
    page.overview.retained.emit(date(2027, 3, 1))
    page.overview.contact.control.setFocus()
    write("dpo@kommunen.dk")
    made.leave()
    with open_file(hidden.path) as file:
        found = file.ask(evaluations.current)
    assert (found.retention, found.privacy_contact) == (date(2027, 3, 1), "dpo@kommunen.dk")


def test_the_notice_is_seen_and_saved(qtbot: QtBot, hidden: Journey, tmp_path: Path) -> None:
    chooser = ToldChooser([[tmp_path / "ud"]])
    made = opened(qtbot, hidden.path, chooser=chooser)
    privacy_page = Privacy(Mouse(made)).press("oplysning")
    sheet = privacy_page.page.sheet
    assert isinstance(sheet, NoticeView)
    assert sheet.preview.pages == 1
    other(made, "Gem som PDF…").click()
    assert (tmp_path / "ud.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("make", HANDS)
def test_before_the_reveal_a_person_goes_with_everything(
    qtbot: QtBot, hidden: Journey, make: type[Mouse]
) -> None:
    hand = make(opened(qtbot, hidden.path))
    walk = Privacy(hand).press(f"person/{hidden.people['Bo']}")
    assert isinstance(walk.page.sheet, PersonView)
    hand.press(walk.page.sheet.delete)
    assert isinstance(walk.page.sheet, DeleteView)
    assert "alt, Bo har svaret" in walk.page.sheet.note.accessibleName()
    assert walk.asleep == "Skriv, hvem der sletter."
    walk.sign("Anna")
    hand.primary()
    hand.window.leave()
    with open_file(hidden.path) as file:
        assert [each.name for each in file.ask(evaluations.roster, hidden.id)] == [
            *PEOPLE[:1],
            *PEOPLE[2:],
        ]


def test_before_the_reveal_the_extract_is_the_persons_own(
    qtbot: QtBot, hidden: Journey, tmp_path: Path
) -> None:
    made = opened(qtbot, hidden.path, chooser=ToldChooser())
    walk = Privacy(Mouse(made)).press(f"person/{hidden.people['Bo']}")
    assert isinstance(walk.page.sheet, PersonView)
    walk.hand.press(walk.page.sheet.extract)
    assert made.room is not None
    assert made.room.place.startswith("2")
    assert list(tmp_path.glob("Uddrag*")) == []


def test_in_ones_own_turn_the_extract_is_taken_also_with_a_code(
    qtbot: QtBot, hidden: Journey, tmp_path: Path
) -> None:
    with open_file(hidden.path) as file:
        file.do(own_code.set_code, hidden.id, hidden.people["Bo"], "hemmelig")
    out = tmp_path / "ud"
    out.mkdir()
    answering = Answering(Mouse(opened(qtbot, hidden.path, chooser=ToldChooser([[out]])))).take("Bo")
    assert answering.page.door.view is not None
    answering.page.door.view.given.emit("hemmelig")
    answering.page.show_place(FINISH)
    answering.hand.press(answering.page.finish.extract)
    [folder] = out.iterdir()
    told = json.loads((folder / "uddrag.json").read_bytes())
    assert told["participant"]["name"] == "Bo"
    assert len(told["answers"]) == 20


def test_after_the_reveal_whoever_has_the_file_gives_an_extract(
    qtbot: QtBot, accepted: Journey, tmp_path: Path
) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    walk = Privacy(Mouse(opened(qtbot, accepted.path, chooser=ToldChooser([[out]]))))
    walk.press(f"person/{accepted.people['Bo']}")
    assert isinstance(walk.page.sheet, PersonView)
    walk.hand.press(walk.page.sheet.extract)
    assert [each.name for each in out.iterdir()] == ["Uddrag om Bo"]


def test_during_the_meeting_nobody_is_deleted_and_no_answers(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    journey.file.close()
    walk = Privacy(Mouse(opened(qtbot, journey.path)))
    assert not walk.row("svar").isEnabled()
    walk.press(f"person/{journey.people['Bo']}")
    assert isinstance(walk.page.sheet, PersonView)
    assert not walk.page.sheet.delete.isEnabled()
    for place in ("svar", f"slet/{journey.people['Bo']}"):
        walk.page.go_to(place)
        assert walk.page.sheet is None


def test_the_answers_are_deleted(qtbot: QtBot, accepted: Journey) -> None:
    hand = Mouse(opened(qtbot, accepted.path))
    walk = Privacy(hand).press("svar").sign("Anna")
    hand.primary()
    assert not walk.row("svar").isEnabled(), "they are gone"
    hand.window.leave()
    with open_file(accepted.path) as file:
        assert not file.ask(evaluations.has_answers, accepted.id)


@pytest.mark.parametrize("make", HANDS)
def test_the_whole_file_goes_only_when_its_name_is_written(
    qtbot: QtBot, accepted: Journey, make: type[Mouse]
) -> None:
    made = opened(qtbot, accepted.path)
    hand = make(made)
    walk = Privacy(hand).press("alt").sign("Børne")
    hand.primary()
    assert walk.asleep == "Skriv institutionens navn først."
    assert accepted.path.exists()
    walk.sign("huset")
    hand.primary()
    assert made.room is None
    assert not accepted.path.exists()
    assert made.settings.recent == ()
    assert [path for path in Places.of_user().backups.rglob("*") if path.is_file()] == []
    assert "er slettet" in made.start.home.line.accessibleName()


def test_a_file_that_cannot_be_deleted_is_told(
    qtbot: QtBot, accepted: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "nej")

    made = opened(qtbot, accepted.path)
    walk = Privacy(Mouse(made)).press("alt").sign("Børnehuset")
    monkeypatch.setattr(Path, "unlink", refuse)
    walk.hand.primary()
    monkeypatch.undo()
    assert accepted.path.exists()
    assert [each.path for each in made.settings.recent] == [str(accepted.path)]
    assert [note.kind for note in made.start.findChildren(Note) if note.isVisible()] == ["problem"]


def test_a_day_that_has_passed_is_said_on_opening_until_something_is_done(
    qtbot: QtBot, accepted: Journey
) -> None:
    with open_file(accepted.path) as file:
        file.do(settings.set_retention, accepted.id, date(2026, 1, 31))
        assert file.ask(privacy.overdue)
    made = opened(qtbot, accepted.path)
    assert len(notes(made)) == 1
    assert made.room is not None
    made.room.go("5")
    [note] = [each for each in frame(made).findChildren(Note) if "slettet" in each.accessibleName()]
    note.buttons[0].click()
    assert made.room.place == f"{KEY} svar/{accepted.id}"
    note.buttons[1].click()
    assert made.room.place == f"{KEY} ", "the overview"
    field = Privacy(Mouse(made)).page.overview.retention.control
    assert made.focusWidget() is field
    QApplication.processEvents()
    assert not field.visibleRegion().isEmpty(), "scrolled into view"
    made.room.go(KEY)
    assert not Privacy(Mouse(made)).page.first_focus(), "once only"
    with_answers = Privacy(Mouse(made))
    with_answers.page.overview.retained.emit(date(2099, 1, 1))
    assert notes(made) == [], "another day is set"
    with_answers.page.overview.retained.emit(date(2026, 1, 31))
    assert len(notes(made)) == 1
    made.close()
    with open_file(accepted.path) as file:
        assert file.ask(evaluations.has_answers, accepted.id), "nothing is deleted by itself"


@pytest.mark.parametrize("place", ["", DAY])
def test_the_day_that_is_set_is_seen_also_where_focus_came_before_it(
    qtbot: QtBot, accepted: Journey, place: str
) -> None:
    with open_file(accepted.path) as file:
        file.do(settings.set_retention, accepted.id, date(2026, 1, 31))
    tasks = HeldTasks()
    made = window(qtbot, tasks=tasks)
    made.open(accepted.path)
    tasks.step_until(lambda: made.room is not None)
    assert made.room is not None
    made.room.go(KEY, place)
    page = made.room.page
    assert isinstance(page, PrivacyPage)
    field = page.overview.retention.control
    made.activateWindow()
    QApplication.processEvents()
    field.setFocus()
    assert field.hasFocus()
    tasks.release()
    assert field.text() == "31.01.2026"
    field.selectAll()
    QTest.keyClicks(field, "1")
    page.refresh()
    assert field.text() == "1", "typing stays"
