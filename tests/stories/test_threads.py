"""With the real thread: the window never waits for the file, whatever the user does meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.work import Work
from tests.journey import Journey
from tests.window import PATIENCE, window

Open = Callable[[Path], Window]


@pytest.fixture
def opened(qtbot: QtBot, clock: FixedClock) -> Open:
    """Opens a file in a window whose file is in a thread of its own; the window is closed after."""

    def begin(path: Path) -> Window:
        shown = window(qtbot, tasks=WorkerTasks(), clock=clock)
        shown.open(path)
        qtbot.waitUntil(lambda: shown.room is not None and shown.room.page is not None, timeout=PATIENCE)
        return shown

    return begin


@pytest.fixture
def file(tmp_path: Path, clock: FixedClock) -> Path:
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.close()
    return journey.path


def go(qtbot: QtBot, shown: Window, step: str) -> None:
    """Show a step, and let what is asked come."""
    assert shown.room is not None
    shown.room.go(step)
    came: list[Any] = []
    shown.room.desk.ask(evaluations.current).then(came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE)


def test_another_language_while_answers_are_on_their_way(qtbot: QtBot, opened: Open, file: Path) -> None:
    shown = opened(file)
    room = shown.room
    assert room is not None
    for language in ("en", "da", "en"):
        room.go("2")
        shown.change_look(replace(shown.settings, language=language))
    qtbot.waitUntil(lambda: room.page is not None and room.page.ui.tr.language == "en", timeout=PATIENCE)
    page = room.page
    assert isinstance(page, AnsweringPage)
    qtbot.waitUntil(lambda: bool(page.who.rows), timeout=PATIENCE)
    assert room.page is page
    shown.close()


def test_closing_waits_for_what_is_being_done(qtbot: QtBot, opened: Open, file: Path) -> None:
    shown = opened(file)
    assert shown.room is not None
    assert shown.room.page is not None
    held, done = threading.Event(), []

    def slow(keeper: Any) -> None:
        held.wait(10)
        done.append(keeper.ask(evaluations.current).id)

    shown.room.page.desk.run(slow).then(lambda _: pytest.fail("nobody is there to be told"))
    threading.Timer(0.05, held.set).start()
    shown.close()
    assert len(done) == 1
    with open_file(file) as again:
        assert not again.read_only


def test_the_second_to_open_a_file_only_reads(qtbot: QtBot, opened: Open, file: Path) -> None:
    first = opened(file)
    second = opened(file)
    assert first.room is not None
    assert second.room is not None
    assert not first.room.desk.read_only
    assert second.room.desk.read_only
    seen = [note.accessibleName() for note in second.findChildren(Note) if note.isVisible()]
    assert any("læse" in name or "åben" in name for name in seen), seen
    second.close()
    first.close()


def test_a_fault_in_a_job_is_told_and_one_can_go_on(
    qtbot: QtBot, opened: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened(file)
    assert shown.room is not None
    told: list[BaseException] = []
    monkeypatch.setattr(shown, "crashed", told.append)

    def broken(work: Work) -> None:
        raise ZeroDivisionError

    shown.room.desk.ask(broken)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert isinstance(told[0], ZeroDivisionError)
    QTest.keyClick(shown, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    go(qtbot, shown, "2")
    shown.close()
