"""A package dropped on the start page is told for what it is, and nothing is taken in by looking."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from kvik_desktop.bundle.screens.facts import FactList
from kvik_desktop.envelope.packages import seal_invitation
from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.room import Room
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from tests import forge
from tests.central.material import Office
from tests.desktop.conftest import Desk
from tests.drivers.start import Starting


@pytest.fixture
def office(tmp_path: Path) -> Office:
    folder = tmp_path / "kontoret"
    folder.mkdir()
    return Office(folder)


@pytest.fixture
def package(office: Office) -> Path:
    [path] = office.files([office.package(0)[0]])
    return path


def note(start: Starting) -> Note:
    [found] = start.package().findChildren(Note)
    return found


def facts(start: Starting) -> list[str]:
    """The five facts with their answers, as they stand under each other."""
    [found] = start.package().findChildren(FactList)
    return [label.text() for label in found.findChildren(QLabel) if label.text()]


def test_a_whole_package_is_for_the_coordinator(desk: Desk, package: Path) -> None:
    start = desk.start()
    start.hand.window.take([package])
    headings = [heading.text() for heading in start.package().findChildren(Heading)]
    assert "Resultatpakke: Enhed 0" in headings
    assert note(start).accessibleName() == "Pakken er hel og underskrevet."
    assert facts(start) == [
        "Hel", "Ja", "Underskrevet", "Ja", "Godkendt nøgle", "Ikke prøvet her",
        "Nyeste udgave", "Ikke prøvet her", "Komplet", "Ikke prøvet her",
    ]  # fmt: skip
    assert not Places.of_user().central_database.exists()


def test_it_can_be_taken_to_the_inbox(desk: Desk, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought: list[Path] = []

    def drop(_: Room, paths: list[Path]) -> bool:
        brought.extend(paths)
        return True

    monkeypatch.setattr(Room, "drop", drop)
    start = desk.start()
    start.hand.window.take([package])
    start.primary()
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == Places.of_user().central_database
    assert brought == [package]


def test_a_changed_package_is_a_problem_and_stays_where_it_is(desk: Desk, package: Path) -> None:
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(data)
    start = desk.start()
    start.hand.window.take([package])
    assert note(start).kind == "problem"
    assert start.sub.foot.primary.text() == "Åbn en anden fil…"


def test_an_invitation_belongs_in_the_evaluation(desk: Desk, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "invitation.kvik"
    world = office.world
    path.write_bytes(
        seal_invitation(world.trust_list, world.trust_list.campaigns[0].id, world.signing, forge.NOW)
    )
    start = desk.start()
    start.hand.window.take([path])
    assert note(start).accessibleName() == "Filen hører til i jeres selvevaluering."
    assert start.sub.foot.primary.text() == "Åbn jeres egen fil…"
    own = desk.file("Engskolen")
    desk.chooser.answers.append([own])
    start.primary()
    room = start.hand.window.room
    assert room is not None
    assert room.desk.path == own


def test_something_that_is_no_package_at_all(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "billede.kvik"
    path.write_bytes(b"GIF89a")
    start = desk.start()
    start.hand.window.take([path])
    assert note(start).kind == "problem"
    start.back()
    assert start.page.sub is None


def test_several_packages_each_have_their_verdict(desk: Desk, office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "x.kvik"
    broken.write_bytes(b"")
    start = desk.start()
    start.hand.window.take([*office.files([office.package(number)[0] for number in range(2)]), broken])
    assert [found.kind for found in start.package().findChildren(Note)] == ["info", "info", "problem"]
    assert start.sub.foot.primary.text() == "Hent 2 ind som koordinator"


def test_another_file_is_told_to_be_of_no_use(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "brev.docx"
    path.write_bytes(b"")
    start = desk.start()
    start.hand.window.take([path])
    assert start.page.sub is None
    assert start.page.home.notes.isVisible()
