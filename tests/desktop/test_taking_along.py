"""The way to a stick and back in the window: a locked copy, its passphrase, and a choice between editions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.bundle.screens.take_along_page import KEY, TakeAlongPage
from kvik_desktop.compose import cabinet, open_file
from kvik_desktop.desktop import opening
from kvik_desktop.desktop.bring_back_page import BringBackPage
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.settings import Recent, Settings
from kvik_desktop.shell.window import Window
from kvik_desktop.storage import under_way
from tests.journey import Journey
from tests.window import ToldChooser, opened, window

WORDS = "hest batteri hæfteklamme blå"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    folder = tmp_path / "her"
    folder.mkdir()
    journey = Journey(folder, clock).gather_people().answer("Anna", "k1.1", 3)
    journey.file.close()
    return journey


def act(found: Act | None) -> Act:
    assert found is not None
    return found


def locked(qtbot: QtBot, journey: Journey, out: Path) -> TakeAlongPage:
    """A copy made in the window."""
    shown = opened(qtbot, journey.path, chooser=ToldChooser([[out]]))
    assert shown.room is not None
    shown.room.go(KEY)
    page = shown.room.page
    assert isinstance(page, TakeAlongPage)
    assert act(page.foot.primary).asleep
    QTest.keyClicks(page.words.first.control, WORDS)
    QTest.keyClicks(page.words.second.control, WORDS)
    assert page.strength.text().startswith("God")
    act(page.foot.primary).do()
    return page


def leave(page: TakeAlongPage) -> None:
    """Close the file, as one does before the stick is taken out."""
    shown = page.window()
    assert isinstance(shown, Window)
    shown.leave()


def page_of(shown: Window) -> BringBackPage:
    assert isinstance(shown.start, StartPage)
    page = shown.start.sub
    assert isinstance(page, BringBackPage)
    return page


def unlock(page: BringBackPage, words: str) -> None:
    QTest.keyClicks(page.words.control, words)
    page.foot.primary.click()


def test_a_copy_is_saved_and_nothing_that_was_typed_is_left(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    out = tmp_path / "enhed.kvikdb"
    page = locked(qtbot, journey, tmp_path / "kopi")
    assert page.note is not None
    assert page.note.accessibleName() == "kopi.kvikdb.age er gemt og kontrolleret"
    assert page.words.first.control.text() == page.words.second.control.text() == ""
    assert not out.exists()


def test_two_passphrases_that_differ_make_no_copy(qtbot: QtBot, journey: Journey) -> None:
    shown = opened(qtbot, journey.path)
    assert shown.room is not None
    shown.room.go(KEY)
    page = shown.room.page
    assert isinstance(page, TakeAlongPage)
    QTest.keyClicks(page.words.first.control, WORDS)
    QTest.keyClicks(page.words.second.control, WORDS + "e")
    act(page.foot.primary).do()
    assert page.words.second.error
    assert page.note is None


def test_a_newer_copy_is_told_and_chosen(qtbot: QtBot, journey: Journey, tmp_path: Path) -> None:
    old = shutil.copy(journey.path, tmp_path / "gammel")
    with open_file(journey.path) as file:
        journey.file = file
        journey.answer("Anna", "k1.2", 4)
    copy = tmp_path / "enhed.kvikdb.age"
    leave(locked(qtbot, journey, copy))
    shutil.copy(old, journey.path)
    shown = window(qtbot, Settings(recent=(Recent(str(journey.path)),)))
    shown.take([copy])
    page = page_of(shown)
    unlock(page, "forkert forkert")
    assert page.words.error.startswith("Adgangssætningen passer ikke")
    assert page.opened is None
    unlock(page, WORDS)
    assert page.note is not None
    assert page.note.accessibleName() == "Kopien er nyere end filen her"
    assert page.foot.primary.text() == "Gå videre med kopien"
    page.foot.primary.click()
    assert shown.room is not None, "and it is open"
    shown.leave()
    with open_file(journey.path) as file:
        answers = file.ask(evaluations.own_answers, journey.id, journey.people["Anna"]).answers
    assert len(answers) == 2
    assert len(list(journey.path.parent.glob("*.foer-gendannelse-*"))) == 1


def test_an_older_copy_leaves_the_file_where_it_is(qtbot: QtBot, journey: Journey, tmp_path: Path) -> None:
    copy = tmp_path / "enhed.kvikdb.age"
    leave(locked(qtbot, journey, copy))
    with open_file(journey.path) as file:
        journey.file = file
        journey.answer("Anna", "k1.2", 4)
    aside = tmp_path / "for sig"
    shown = window(qtbot, Settings(recent=(Recent(str(journey.path)),)), chooser=ToldChooser([[aside]]))
    shown.take([copy])
    page = page_of(shown)
    unlock(page, WORDS)
    assert page.note is not None
    assert page.note.accessibleName() == "Kopien er ældre end filen her"
    assert page.foot.primary.text() == "Gå videre med filen her"
    before = journey.path.read_bytes()
    next(each for each in page.foot.buttons if each.text() == "Gem for sig…").click()
    assert journey.path.read_bytes() == before
    assert shown.room is not None
    assert shown.room.desk.path == aside.with_name("for sig.kvikdb")


def test_a_plain_file_on_a_stick_is_told(
    qtbot: QtBot, journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "is_carried", lambda path: path == journey.path)
    kept = opening.open_kept("institution", str(journey.path))
    kept.keeper.close()
    assert kept.notice == opening.CARRIED
    assert cabinet().backups.of(journey.path)


def test_a_copy_that_is_dropped_while_a_file_is_open_leads_to_the_page_where_it_is_unlocked(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    copy = tmp_path / "Enhed.KVIKDB.AGE"
    saved = locked(qtbot, journey, tmp_path / "enhed.kvikdb.age")
    (tmp_path / "enhed.kvikdb.age").rename(copy)
    shown = saved.window()
    assert isinstance(shown, Window)
    shown.take([copy])
    page = page_of(shown)
    unlock(page, WORDS)
    assert page.note is not None
    assert page.note.accessibleName() == "Kopien er den samme som filen her"
    page.foot.primary.click()
    assert shown.room is not None
    assert shown.room.desk.path == journey.path


def test_what_a_crash_left_of_a_copy_that_was_being_brought_back_is_gone_at_the_next_start(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    left = tmp_path / ".enhed.kvikdb.abc.ny"
    with under_way.noted(tmp_path / "enhed.kvikdb", cabinet(clock)):
        note = next((Places.of_user().backups / under_way.FOLDER).iterdir())
        told = note.read_bytes()
    note.parent.mkdir()
    note.write_bytes(told)
    left.write_bytes(b"SQLite format 3 med alle svar")
    shown = window(qtbot)
    qtbot.waitUntil(lambda: shown.start.home.is_pictured)
    qtbot.waitUntil(lambda: not left.exists())
    assert not note.exists()
