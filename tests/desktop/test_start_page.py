"""The start page: going on where one was, finding what was moved, and all the other ways in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kvik_desktop.desktop import later
from kvik_desktop.desktop.home import FEW
from kvik_desktop.desktop.recent_rows import Facts
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.text import say
from kvik_desktop.shell import help_dialog
from kvik_desktop.shell.settings import Settings
from tests.desktop.conftest import Desk
from tests.held_tasks import HeldTasks


def test_enter_goes_on_where_one_was(desk: Desk) -> None:
    newest, older = desk.file("ny"), desk.file("gammel")
    start = desk.start(Settings(recent=(desk.recent(newest, "Ny"), desk.recent(older, "Gammel"))))
    start.go_on()
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == newest
    assert start.hand.inputs == 1


def test_each_file_says_what_is_missing(desk: Desk) -> None:
    start = desk.start(Settings(recent=(desk.recent(desk.file("a"), "Som den hed før"),)))
    assert start.rows() == [("Børnehuset", "Venter på 5 besvarelser", "2 Individuel vurdering")]


def test_what_files_said_is_remembered_for_the_next_start(desk: Desk) -> None:
    start = desk.start(Settings(recent=(desk.recent(desk.file("a"), "A"),)))
    [recent] = start.hand.window.settings.recent
    assert (recent.title, recent.missing, recent.language) == ("Børnehuset", "Venter på 5 besvarelser", "da")


def test_the_rows_of_last_time_are_there_before_any_file_is_asked(desk: Desk) -> None:
    known = replace(desk.recent(desk.file("a"), "Skolen"), missing="4 af 9 har afleveret", language="da")
    tasks = HeldTasks()
    start = desk.start(Settings(recent=(known,)), tasks)
    assert start.rows() == [("Skolen", "4 af 9 har afleveret", "")]
    tasks.release()
    assert start.rows()[0][1] == "Venter på 5 besvarelser"


def test_new_words_leave_focus_where_it_is(desk: Desk) -> None:
    tasks = HeldTasks()
    start = desk.start(
        Settings(recent=(desk.recent(desk.file("a"), "A"), desk.recent(desk.file("b"), "B"))), tasks
    )
    start.row("B").setFocus()
    tasks.release()
    assert start.recents.rows[1].hasFocus()
    assert start.recents.rows[1].title == "Børnehuset"


def test_pressed_twice_it_is_opened_once(desk: Desk) -> None:
    tasks = HeldTasks()
    start = desk.start(Settings(recent=(desk.recent(desk.file("a"), "A"),)), tasks)
    start.open("A")
    start.open("A")
    tasks.release()
    window = start.hand.window
    assert window.room is not None
    assert not window.room.desk.read_only


def test_five_rows_and_then_the_rest_is_asked_for(desk: Desk) -> None:
    path = desk.file("a")
    copies = [path.with_name(f"{number}.kvikdb") for number in range(FEW + 2)]
    for copy in copies:
        copy.write_bytes(path.read_bytes())
    start = desk.start(Settings(recent=tuple(desk.recent(copy, copy.stem) for copy in copies)))
    assert len(start.rows()) == FEW
    start.show_all()
    assert len(start.rows()) == len(copies)
    assert start.recents.rows[FEW].hasFocus()


def test_a_file_that_was_moved_is_found_and_opened_at_its_place(desk: Desk, tmp_path: Path) -> None:
    there = desk.file("a")
    gone = replace(desk.recent(tmp_path / "før" / "a.kvikdb", "Skolen"), place="1 ")
    desk.chooser.answers = [[there]]
    start = desk.start(Settings(recent=(gone,)))
    assert start.rows()[0][1] == "Filen er flyttet. Find den…"
    start.open("Skolen")
    window = start.hand.window
    assert window.room is not None
    assert window.room.desk.path == there
    assert [recent.path for recent in window.settings.recent] == [str(there)]


def test_who_does_not_find_it_keeps_the_row(desk: Desk, tmp_path: Path) -> None:
    desk.chooser.answers = [[]]
    start = desk.start(Settings(recent=(desk.recent(tmp_path / "a.kvikdb", "Skolen"),)))
    start.open("Skolen")
    assert [title for title, *_ in start.rows()] == ["Skolen"]


def test_a_row_is_removed_and_brought_back_to_its_place(desk: Desk, tmp_path: Path) -> None:
    recents = tuple(desk.recent(tmp_path / f"{name}.kvikdb", name) for name in "ABC")
    start = desk.start(Settings(recent=recents))
    start.remove("B")
    assert [title for title, *_ in start.rows()] == ["A", "C"]
    assert start.page.home.line.isVisible()
    start.undo()
    assert [title for title, *_ in start.rows()] == ["A", "B", "C"]
    assert not start.page.home.line.isVisible()
    assert start.hand.window.settings.recent == recents


def test_the_last_row_removed_leaves_the_example_in_its_place(desk: Desk, tmp_path: Path) -> None:
    start = desk.start(Settings(recent=(desk.recent(tmp_path / "a.kvikdb", "A"),)))
    start.remove("A")
    assert start.page.home.example.isVisible()
    assert start.page.home.empty.isVisible()
    start.undo()
    assert not start.page.home.example.isVisible()


def test_the_arrows_go_between_the_rows(desk: Desk, tmp_path: Path) -> None:
    start = desk.start(Settings(recent=tuple(desk.recent(tmp_path / f"{n}.kvikdb", n) for n in "AB")))
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_End, 1)):
        QTest.keyClick(QApplication.focusWidget() or start.page, key)
        assert start.recents.rows[place].hasFocus()


def test_a_file_is_found_and_opened(desk: Desk) -> None:
    path = desk.file("a")
    desk.chooser.answers = [[path]]
    start = desk.start()
    start.find_file()
    assert start.hand.window.room is not None


def test_a_file_that_cannot_be_opened_is_told_and_nothing_else_happens(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "brev.kvikdb"
    path.write_text("Kære alle")
    desk.chooser.answers = [[path]]
    start = desk.start()
    start.find_file()
    assert start.hand.window.room is None
    assert start.page.home.notes.isVisible()
    QTest.keyClick(start.page, Qt.Key.Key_Escape)
    assert not start.page.home.notes.isVisible()


def test_the_example_is_a_copy_that_can_be_made_again_and_again(desk: Desk) -> None:
    start = desk.start()
    start.enter("example")
    window = start.hand.window
    assert window.room is not None
    assert window.room.desk.path == Places.of_user().evaluations / "Eksempelskolen.kvikdb"
    window.leave()
    start.enter("example")
    assert window.room.desk.path.name == "Eksempelskolen 2.kvikdb"


def test_a_copy_that_cannot_lie_there_can_lie_elsewhere(desk: Desk, tmp_path: Path) -> None:
    Places.of_user().documents.parent.mkdir(parents=True, exist_ok=True)
    Places.of_user().documents.write_text("her er ingen mappe")
    desk.chooser.answers = [[tmp_path]]
    start = desk.start()
    start.enter("example")
    [elsewhere] = start.page.home.notes.buttons
    assert elsewhere.text() == "Læg kopien et andet sted…"
    start.hand.press(elsewhere)
    assert start.hand.window.room is not None
    assert start.hand.window.room.desk.path.parent == tmp_path


def test_five_minutes_lead_on(desk: Desk) -> None:
    start = desk.start().enter("guide")
    start.primary()
    assert type(start.sub).__name__ == "NewPage"
    start.back()
    assert start.page.sub is None
    start.enter("guide").other("Prøv med Eksempelskolen")
    assert start.hand.window.room is not None


def test_the_coordinators_own_database_is_made_and_opened(desk: Desk) -> None:
    start = desk.start().enter("coordinator")
    start.primary()
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == Places.of_user().central_database


def test_another_database_can_be_opened(desk: Desk, tmp_path: Path) -> None:
    desk.chooser.answers = [[tmp_path / "anden.db"]]
    start = desk.start().enter("coordinator")
    start.other("Åbn en anden database…")
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == tmp_path / "anden.db"


def test_another_language_keeps_the_page_and_what_was_removed(desk: Desk, tmp_path: Path) -> None:
    start = desk.start(Settings(recent=(desk.recent(tmp_path / "a.kvikdb", "A"),)))
    start.remove("A")
    start.enter("guide")
    window = start.hand.window
    window.change_look(replace(window.settings, percent=150))
    assert type(start.sub).__name__ == "GuidePage"
    start.back()
    start.page.bring_back()
    assert [title for title, *_ in start.rows()] == ["A"]


def test_language_and_looks_are_chosen_at_the_bottom(desk: Desk) -> None:
    start = desk.start()
    for button in start.page.home.side.choices:
        assert button.accessibleName()
        assert isinstance(button.menu(), QMenu)
    languages = start.page.home.side.choices[0].menu()
    english = next(action for action in languages.actions() if action.text() == "English")
    english.trigger()
    assert start.hand.window.settings.language == "en"


def test_f1_tells_what_the_page_is_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(help_dialog.HelpDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    start = desk.start()
    QTest.keyClick(start.page, Qt.Key.Key_F1)
    assert opened == ["Hjælp og genveje"]


def test_a_fault_of_ours_while_reading_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    start = desk.start(Settings(recent=(desk.recent(tmp_path / "a.kvikdb", "A"),)))

    def broken(*_: object) -> Facts:
        raise ZeroDivisionError

    monkeypatch.setattr(later, "facts", broken)
    with pytest.raises(ZeroDivisionError):
        start.page.refresh()


def test_files_taken_off_while_they_are_asked_stay_off(desk: Desk, tmp_path: Path) -> None:
    tasks = HeldTasks()
    start = desk.start(Settings(recent=tuple(desk.recent(tmp_path / f"{n}.kvikdb", n) for n in "AB")), tasks)
    start.remove("A")
    tasks.release()
    assert [title for title, *_ in start.rows()] == ["B"]
    assert [recent.title for recent in start.hand.window.settings.recent] == ["B"]


def test_words_for_the_example_and_the_empty_list(desk: Desk) -> None:
    start = desk.start()
    assert start.page.home.new_button.hasFocus()
    assert start.page.home.empty.text() == say("Når du har lavet en evaluering, ligger den her.").message
