"""With the real thread: the window never waits for the file, whatever the user does meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.work import Work
from tests.journey import Journey
from tests.window import window

GROSS = 0.5
"""Seconds of work in one turn of the window's loop: ten times what `kvik bench page` is judged by."""
STEPS = "1234567"


@dataclass
class Watch:
    """Seconds of processor the window's own thread used in each turn of its loop; others do not count."""

    turns: list[float] = field(default_factory=list)
    _begun: float = 0

    def begin(self) -> None:
        """Look on from now."""
        self._begun = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._turn)
        dispatcher.aboutToBlock.connect(self._turn)

    def end(self) -> None:
        """Stop looking."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.disconnect(self._turn)
        dispatcher.aboutToBlock.disconnect(self._turn)

    def _turn(self) -> None:
        now = time.thread_time()
        self.turns.append(now - self._begun)
        self._begun = now


Open = Callable[[Path], Window]


@pytest.fixture
def opened(qtbot: QtBot, clock: FixedClock) -> Open:
    """Opens a file in a window whose file is in a thread of its own; the window is closed after."""

    def begin(path: Path) -> Window:
        shown = window(qtbot, tasks=WorkerTasks(), clock=clock)
        shown.open(path)
        qtbot.waitUntil(lambda: shown.room is not None and shown.room.page is not None)
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
    qtbot.waitUntil(lambda: bool(came))


def test_no_turn_of_the_loop_is_long(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "eksempel.kvikdb"
    Example(NAMES[0], Resources()).play(path, "Ikke vurderet", until=Stage.PLANNED)
    shown = opened(path)
    watch = Watch()
    watch.begin()
    for step in STEPS * 2:
        go(qtbot, shown, step)
    shown.change_look(replace(shown.settings, language="en"))
    go(qtbot, shown, "2")
    watch.end()
    shown.close()
    assert max(watch.turns) < GROSS


def test_another_language_while_answers_are_on_their_way(qtbot: QtBot, opened: Open, file: Path) -> None:
    shown = opened(file)
    assert shown.room is not None
    for language in ("en", "da", "en"):
        shown.room.go("2")
        shown.change_look(replace(shown.settings, language=language))
    go(qtbot, shown, "2")
    page = shown.room.page
    assert isinstance(page, AnsweringPage)
    qtbot.waitUntil(lambda: bool(page.who.rows))
    assert page.ui.tr.language == "en"
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
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)
    QTest.keyClick(shown, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    go(qtbot, shown, "2")
    shown.close()
