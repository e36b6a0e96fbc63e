"""A whole window for tests: real file and pages, an instant task pool, a chooser that is told its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.desktop.opening import open_kept
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.foundation.clock import Clock, SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.settings import Settings, SettingsFile
from kvik_desktop.shell.tasks import InstantTasks, Tasks
from kvik_desktop.shell.window import Opener, Window

PATIENCE = 60_000
"""Milliseconds to wait at most for another thread or for Qt; how fast they are says little of the program."""


@dataclass
class ToldChooser:
    """Answers with what the test has laid out; refuses to be asked what nobody foresaw."""

    answers: list[Sequence[Path]] = field(default_factory=list)

    def file(self, title: str, kinds: str) -> Path | None:
        """The next answer's only path."""
        return self._one()

    def files(self, title: str, kinds: str) -> Sequence[Path]:
        """The next answer."""
        return self.answers.pop(0)

    def folder(self, title: str) -> Path | None:
        """The next answer's only path."""
        return self._one()

    def save(self, title: str, proposed: str, kinds: str) -> Path | None:
        """The next answer's only path."""
        return self._one()

    def _one(self) -> Path | None:
        answer = self.answers.pop(0)
        return answer[0] if answer else None


class StrictWindow(Window):
    """A window in which a fault of ours fails the test instead of being told to the user."""

    def crashed(self, error: BaseException) -> None:
        """Let the test see it."""
        raise error


def window(
    qtbot: QtBot,
    settings: Settings | None = None,
    *,
    tasks: Tasks | None = None,
    clock: Clock | None = None,
    chooser: ToldChooser | None = None,
    family: str = "",
    opener: Opener = open_kept,
) -> Window:
    """A window at its start page, shown and 1366 by 768."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    remembered = SettingsFile(Places.of_user().settings)
    if settings is not None:
        remembered.write(settings)
    answers = chooser or ToldChooser()
    made = StrictWindow(
        app,
        tasks or InstantTasks(),
        clock or SystemClock(),
        remembered,
        Resources(),
        StartPage,
        opener,
        lambda _window: answers,
        family,
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def opened(
    qtbot: QtBot, path: Path, settings: Settings | None = None, *, chooser: ToldChooser | None = None
) -> Window:
    """A window with an evaluation file open."""
    shown = window(qtbot, settings, chooser=chooser)
    shown.open(path)
    assert shown.room is not None, "the file could not be opened"
    return shown
