"""A file in trouble is opened by choice: what was found, from when, and what each choice does."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop import compose
from kvik_desktop.desktop.recovery_page import RecoveryPage
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.menu import program_menu
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.storage.backups import Backups
from kvik_desktop.storage.opening import Access
from kvik_desktop.workshop import usecases as meeting
from tests.desktop.conftest import Desk
from tests.drivers.recovery import Recovering
from tests.journey import PEOPLE, Journey
from tests.recovery_scenes import (
    at,
    damage,
    damage_and_lose_backups,
    days_of_work,
    interrupt,
    put_an_old_copy_back,
)
from tests.storage.test_older_files import take_back
from tests.window import PATIENCE, window


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    """Three of five have answered; each of three days somebody handed in, and was backed up the next."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE[:3], 3))
    journey.file.close()
    days_of_work(journey.path, 3, 4, 5)
    return journey.path


def open_it(desk: Desk, path: Path) -> Recovering:
    """Enter on the start page, where the file is first in the list."""
    start = desk.start(Settings(recent=(desk.recent(path, "Børnehuset"),)))
    start.go_on()
    return Recovering(start)


def handed_in(path: Path) -> int:
    with compose.open_file(path, Access.READ) as file:
        people = file.ask(evaluations.hand_ins, file.ask(evaluations.current).id)
    return sum(1 for each in people if each.submitted)


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob("*.kvikdb") if each != path)


def test_nothing_is_asked_of_who_closed_their_file(desk: Desk, path: Path) -> None:
    start = desk.start(Settings(recent=(desk.recent(path, "Børnehuset"),)))
    start.go_on()
    assert Recovering(start).opened == path


def test_an_interrupted_file_is_told_at_the_start_and_opened_as_it_is(desk: Desk, path: Path) -> None:
    interrupt(path)
    start = desk.start(Settings(recent=(desk.recent(path, "Børnehuset"),)))
    [(_, missing, _)] = start.rows()
    assert missing.startswith("Blev ikke lukket rigtigt sidst")
    start.go_on()
    asked = Recovering(start)
    assert "lone (05.11.2026 kl. " in asked.told
    assert "Alt, der var gemt, er her." in asked.told
    assert asked.chosen.title == "Filen, som den er nu"
    assert asked.chosen.state == "3 af 5 har afleveret"
    assert QApplication.focusWidget() is asked.chosen
    assert asked.button == "Åbn filen, som den er"
    asked.go_on()
    assert asked.opened == path
    assert handed_in(path) == 3
    assert beside(path) == []
    asked.hand.window.leave()
    asked.start.go_on()
    assert asked.opened == path, "it is asked once"


def test_an_interrupted_file_is_opened_also_where_there_is_no_room_for_a_backup(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(path)

    def no_room(*_: object) -> NoReturn:
        raise cannot_write(path, OSError(errno.ENOSPC, ""))

    monkeypatch.setattr(Backups, "make_if_changed", no_room)
    asked = open_it(desk, path)
    asked.go_on()
    assert asked.opened == path
    room = asked.hand.window.room
    assert room is not None
    notes = [each.accessibleName() + each.accessibleDescription() for each in room.frame.findChildren(Note)]
    assert any("Der kunne ikke laves en sikkerhedskopi" in each for each in notes)


def test_who_goes_back_has_changed_nothing(desk: Desk, path: Path) -> None:
    interrupt(path)
    before = path.read_bytes()
    asked = open_it(desk, path)
    asked.start.back()
    assert path.read_bytes() == before
    assert asked.start.page.sub is None
    asked.start.go_on()
    assert asked.chosen.title == "Filen, som den er nu"


def test_of_an_old_copy_the_newer_backup_is_proposed(desk: Desk, path: Path) -> None:
    put_an_old_copy_back(path)
    asked = open_it(desk, path)
    assert "er ældre end sin sikkerhedskopi" in asked.told
    assert [(title[:5], state) for title, _, state in asked.seen()][:3] == [
        ("Filen", "3 af 5 har afleveret"),
        ("Sikke", "1 af 5 har afleveret, 2 er i gang"),
        ("Sikke", "2 af 5 har afleveret, 1 er i gang"),
    ]
    assert asked.rows.index(asked.chosen) == 1
    assert asked.chosen.detail == "Nyeste kopi"
    assert "Filen, som den er nu, bliver liggende i samme mappe" in asked.happens
    old = path.read_bytes()
    asked.go_on()
    assert asked.hand.window.room is None, "first it is told where the other lies"
    [aside] = beside(path)
    assert aside in asked.told
    assert path.with_name(aside).read_bytes() == old
    asked.go_on()
    assert asked.opened == path
    assert handed_in(path) == 1


def test_the_old_copy_can_be_kept_and_is_asked_about_once(desk: Desk, path: Path) -> None:
    put_an_old_copy_back(path)
    asked = open_it(desk, path).choose(0)
    assert "Den nyere sikkerhedskopi bliver på computeren" in asked.happens
    asked.go_on()
    assert asked.opened == path
    assert handed_in(path) == 3
    asked.hand.window.leave()
    asked.start.go_on()
    assert asked.opened == path


def test_a_damaged_file_is_replaced_by_what_is_chosen_and_kept(desk: Desk, path: Path) -> None:
    damage(path)
    damaged = path.read_bytes()
    asked = open_it(desk, path)
    assert "er beskadiget" in asked.told
    assert asked.rows.index(asked.chosen) == 0
    asked.choose(1)
    asked.go_on()
    asked.go_on()
    assert handed_in(path) == 1
    [aside] = beside(path)
    assert path.with_name(aside).read_bytes() == damaged


@pytest.mark.parametrize("left", [0, 60, 5000])
def test_a_cut_or_empty_file_is_damaged(desk: Desk, path: Path, left: int) -> None:
    path.write_bytes(path.read_bytes()[:left])
    asked = open_it(desk, path)
    assert asked.button == "Hent kopien tilbage"
    asked.go_on()
    asked.go_on()
    assert handed_in(path) == 2


def test_a_damaged_header_is_damaged(desk: Desk, path: Path) -> None:
    path.write_bytes(b"\xff" * 120 + path.read_bytes()[120:])
    assert open_it(desk, path).button == "Hent kopien tilbage"


def test_a_backup_that_is_damaged_too_cannot_be_chosen(desk: Desk, path: Path) -> None:
    newest = compose.cabinet().backups.of(path)[0].path
    newest.write_bytes(newest.read_bytes()[:5000])
    damage(path)
    asked = open_it(desk, path)
    assert not asked.rows[0].isEnabled()
    assert "beskadiget" in asked.rows[0].state
    assert asked.rows.index(asked.chosen) == 1
    asked.go_on()
    asked.go_on()
    assert handed_in(path) == 1


def test_without_backups_a_copy_from_elsewhere_is_looked_at_and_then_fetched(
    desk: Desk, path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    copy = Path(shutil.copyfile(path, stick / "min kopi.kvikdb"))
    damage_and_lose_backups(path)
    asked = open_it(desk, path)
    assert "ingen sikkerhedskopi på denne computer" in asked.told
    assert asked.button == "Vælg kopien…"
    desk.chooser.answers = [[], [copy]]
    asked.go_on()
    assert asked.button == "Vælg kopien…", "nothing was chosen"
    asked.go_on()
    assert asked.chosen.title == "Kopien min kopi.kvikdb"
    assert asked.chosen.second.startswith("Børnehuset. Sidst gemt ")
    assert asked.chosen.state == "3 af 5 har afleveret"
    asked.go_on()
    asked.go_on()
    assert asked.opened == path
    assert handed_in(path) == 3
    assert copy.exists()


def test_a_copy_that_is_something_else_cannot_be_fetched(desk: Desk, path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "brev.kvikdb"
    letter.write_text("Kære alle")
    damage(path)
    before = path.read_bytes()
    asked = open_it(desk, path)
    desk.chooser.answers = [[letter]]
    asked.choose(len(asked.rows) - 1)
    asked.go_on()
    asked.go_on()
    assert asked.page.notes.isVisible()
    assert path.read_bytes() == before


def test_a_file_that_is_gone_is_found_or_brought_back(desk: Desk, path: Path, tmp_path: Path) -> None:
    moved = path.rename(tmp_path / "flyttet.kvikdb")
    asked = open_it(desk, path)
    assert str(path) in asked.told
    assert asked.chosen.title == "Find filen, hvor den ligger nu…"
    desk.chooser.answers = [[moved]]
    asked.go_on()
    assert asked.opened == moved
    assert [recent.path for recent in asked.hand.window.settings.recent] == [str(moved)]


def test_a_backup_takes_the_place_of_a_file_that_is_gone(desk: Desk, path: Path) -> None:
    path.unlink()
    asked = open_it(desk, path).choose(1)
    asked.go_on()
    asked.go_on()
    assert asked.opened == path
    assert handed_in(path) == 2


def test_a_backup_of_a_file_on_a_stick_that_is_out_is_laid_elsewhere(
    desk: Desk, path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    there = path.rename(stick / path.name)
    compose.open_file(there, clock=at(6)).close()
    shutil.rmtree(stick)
    asked = open_it(desk, there).choose(1)
    desk.chooser.answers = [[], [tmp_path / "hjemme.kvikdb"]]
    asked.go_on()
    assert asked.button == "Hent kopien tilbage", "no place was chosen"
    asked.go_on()
    asked.go_on()
    assert asked.opened == tmp_path / "hjemme.kvikdb"
    assert handed_in(asked.opened) == 3


def test_from_the_menu_the_file_is_closed_and_opened_again_as_it_was(desk: Desk, path: Path) -> None:
    start = desk.start(Settings(recent=(desk.recent(path, "Børnehuset"),)))
    start.go_on()
    window = start.hand.window
    window.recover()
    asked = Recovering(start)
    assert window.room is None
    assert asked.button == "Åbn filen, som den er"
    assert len(asked.rows) == 5
    asked.show_all()
    assert [row.title for row in asked.rows if row.title.startswith("Sikkerhedskopi")] == [
        row.title for row in asked.rows[1:-1]
    ]
    asked.go_on()
    assert asked.opened == path
    assert beside(path) == []


def test_who_goes_behind_the_reveal_is_told(desk: Desk, path: Path) -> None:
    with compose.open_file(path, clock=at(6)) as file:
        file.do(meeting.reveal, file.ask(evaluations.current).id, "Anna")
    start = desk.start()
    start.page.go("recovery", path)
    asked = Recovering(start)
    assert asked.rows[0].state == "Svarene er åbnet"
    assert "uset" not in asked.happens
    asked.choose(1)
    assert "Det, I har set, kan ikke gøres uset." in asked.happens


def test_a_file_that_somebody_has_open_is_not_replaced(desk: Desk, path: Path) -> None:
    with compose.open_file(path):
        start = desk.start()
        start.page.go("recovery", path)
        asked = Recovering(start).choose(1)
        asked.go_on()
        assert asked.page.notes.isVisible()
    assert beside(path) == []
    asked.go_on()
    assert len(beside(path)) == 1


def test_a_full_disk_changes_nothing_and_is_told(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(path)
    asked = open_it(desk, path)
    before = path.read_bytes()

    def full(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kvik_desktop.storage.inspection._copy", full)
    asked.go_on()
    assert asked.page.notes.isVisible()
    assert asked.button == "Hent kopien tilbage"
    assert path.read_bytes() == before
    assert beside(path) == []


def test_another_language_asks_the_same(desk: Desk, path: Path) -> None:
    interrupt(path)
    asked = open_it(desk, path)
    window = asked.hand.window
    window.change_look(replace(window.settings, language="en"))
    assert len(asked.rows) == 5
    asked.go_on()
    assert asked.opened == path


def test_nothing_that_anybody_answered_is_read_out(desk: Desk, tmp_path: Path, clock: FixedClock) -> None:
    secret = "Hemmelig sætning om ledelsen"
    journey = Journey(tmp_path, clock).gather_people().answer("Bo", "k1.1", 4, strength=(secret,))
    journey.file.close()
    days_of_work(journey.path, 4)
    interrupt(journey.path)
    asked = open_it(desk, journey.path)
    for place in range(len(asked.rows)):
        asked.choose(place)
        words = [asked.told, asked.happens, *(" ".join(each) for each in asked.seen())]
        words += [row.accessibleDescription() for row in asked.rows]
        assert not [text for text in words if secret in text or "Bo" in text.split()]


def test_with_the_programs_own_thread_it_is_the_same(qtbot: QtBot, path: Path) -> None:
    damage(path)
    shown = window(qtbot, tasks=WorkerTasks())
    shown.take([path])
    qtbot.waitUntil(lambda: isinstance(shown.start.sub, RecoveryPage), timeout=PATIENCE)
    page = shown.start.sub
    qtbot.waitUntil(lambda: len(page.facts) == 3, timeout=PATIENCE)
    page.foot.act()
    assert page.foot.primary.accessibleDescription() == "Kopien bliver hentet …"
    qtbot.waitUntil(lambda: page.note.kind == "done", timeout=PATIENCE)
    page.foot.act()
    qtbot.waitUntil(lambda: shown.room is not None, timeout=PATIENCE)
    assert handed_in(path) == 2
    shown.close()


def test_asked_for_a_file_that_turns_out_damaged_says_so(desk: Desk, path: Path) -> None:
    damage(path)
    start = desk.start()
    start.page.go("recovery", path)
    assert "er beskadiget" in Recovering(start).told


def test_a_row_of_the_recent_files_leads_to_its_backups(desk: Desk, path: Path) -> None:
    start = desk.start(Settings(recent=(desk.recent(path, "Børnehuset"),)))
    [row] = start.recents.rows
    [recover] = [act for act in row.actions() if act.text() == "Gendan fra sikkerhedskopi…"]
    recover.trigger()
    assert Recovering(start).button == "Åbn filen, som den er"


def test_the_menu_of_an_open_file_has_it_and_the_coordinators_has_not(desk: Desk, path: Path) -> None:
    start = desk.start(Settings(recent=(desk.recent(path, "Børnehuset"),)))
    window = start.hand.window
    words = "Gendan fra sikkerhedskopi…"
    for kind, place in (("institution", path), ("coordinator", path.with_name("central.db"))):
        window.open(place, kind)
        button = program_menu(window.ui, window)
        assert (words in [act.text() for act in button.menu().actions()]) is (kind == "institution")


def test_a_file_that_is_gone_without_backups_is_only_looked_for(desk: Desk, tmp_path: Path) -> None:
    start = desk.start()
    start.page.go("recovery", tmp_path / "aldrig.kvikdb")
    asked = Recovering(start)
    assert "ingen sikkerhedskopi" in asked.told
    assert asked.button == "Find filen…"


def test_the_folder_of_backups_may_be_gone(desk: Desk, path: Path) -> None:
    shutil.rmtree(Places.of_user().backups)
    interrupt(path)
    asked = open_it(desk, path)
    assert [row.title for row in asked.rows] == ["Filen, som den er nu", "En kopi, der ligger et andet sted…"]
    asked.go_on()
    assert asked.opened == path


def test_of_a_file_from_an_older_edition_it_is_said_that_it_is_brought_up_to_date(
    desk: Desk, path: Path
) -> None:
    interrupt(path)
    assert "Intet i den ændres" in open_it(desk, path).happens
    take_back(path, compose.FILE_SCHEMA.version - 1)
    interrupt(path)
    asked = open_it(desk, path)
    assert "Intet" not in asked.happens
    assert (
        "opdateres til denne udgave af programmet, efter at der er taget en sikkerhedskopi" in asked.happens
    )
    asked.go_on()
    assert asked.opened == path
    assert handed_in(path) == 3


def test_at_twice_the_size_the_chosen_row_is_brought_into_view(desk: Desk, path: Path) -> None:
    start = desk.start(Settings(percent=200, recent=(desk.recent(path, "Børnehuset"),)))
    start.page.go("recovery", path)
    QApplication.processEvents()
    asked = Recovering(start).choose(3)
    assert asked.chosen.visibleRegion().boundingRect() == asked.chosen.rect()
