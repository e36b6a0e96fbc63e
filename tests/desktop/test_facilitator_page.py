"""Several institutions' files on one list, each with its state, one open at a time."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.shell.settings import Recent, Settings
from tests.desktop.conftest import Desk


def test_all_recent_institutions_are_on_the_list(desk: Desk, tmp_path: Path) -> None:
    recents = (
        *(desk.recent(desk.file(name), name) for name in ("a", "b", "c", "d", "e", "f")),
        Recent(str(tmp_path / "central.db"), kind="coordinator"),
    )
    start = desk.start(Settings(recent=recents)).enter("facilitator")
    assert len(start.rows()) == 6
    assert {state for _, state, _ in start.rows()} == {"Venter på 5 besvarelser"}
    start.go_on()
    room = start.hand.window.room
    assert room is not None
    assert str(room.desk.path) == recents[0].path


def test_a_folder_shows_the_files_in_it_and_is_remembered(desk: Desk) -> None:
    desk.file("Skolen")
    (desk.folder / "Andre").mkdir()
    desk.file("Børnehuset").rename(desk.folder / "Andre" / "Børnehuset.kvikdb")
    (desk.folder / "brev.txt").write_text("Kære alle")
    desk.chooser.answers = [[desk.folder]]
    start = desk.start().enter("facilitator")
    start.primary()
    assert len(start.rows()) == 2
    start.back()
    start.enter("facilitator")
    assert len(start.rows()) == 2
    start.other("Vis de seneste")
    assert start.rows() == []
    assert start.hand.window.settings.collection == ""


def test_a_folder_without_evaluations_says_so(desk: Desk, tmp_path: Path) -> None:
    start = desk.start(Settings(collection=str(tmp_path))).enter("facilitator")
    assert start.rows() == []
    assert start.sub.findChild(type(start.page.home.empty)) is not None


def test_a_folder_that_is_gone_is_told(desk: Desk, tmp_path: Path) -> None:
    start = desk.start(Settings(collection=str(tmp_path / "stikket"))).enter("facilitator")
    assert start.sub.notes.isVisible()


def test_a_dropped_folder_shows_its_files(desk: Desk) -> None:
    desk.file("Skolen")
    start = desk.start()
    start.hand.window.take([desk.folder])
    assert len(start.rows()) == 1
