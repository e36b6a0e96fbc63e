"""A window at its start page, worked on by a hand: once with the mouse and once with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.settings import Recent, Settings
from kvik_desktop.shell.tasks import Tasks
from tests.drivers.hand import HANDS, Hand
from tests.drivers.start import Starting
from tests.journey import Journey
from tests.window import PATIENCE, ToldChooser, window


@dataclass
class Desk:
    """Makes files and the window that knows them."""

    qtbot: QtBot
    clock: FixedClock
    folder: Path
    make_hand: Callable[..., Hand]
    chooser: ToldChooser = field(default_factory=ToldChooser)

    def file(self, name: str) -> Path:
        """An evaluation file with five people on its list."""
        folder = self.folder / name
        folder.mkdir(parents=True)
        journey = Journey(folder, self.clock).gather_people()
        journey.file.close()
        return journey.path.rename(self.folder / f"{name}.kvikdb")

    def recent(self, path: Path, title: str) -> Recent:
        """A file that was open before."""
        return Recent(str(path), title=title, opened=self.clock.now().isoformat())

    def start(self, settings: Settings | None = None, tasks: Tasks | None = None) -> Starting:
        """The start page when every file has been asked."""
        shown = window(self.qtbot, settings, clock=self.clock, chooser=self.chooser, tasks=tasks)
        self.qtbot.waitUntil(lambda: shown.start.home.is_pictured, timeout=PATIENCE)
        QApplication.processEvents()  # what waits for the first picture comes right after it
        return Starting(self.make_hand(shown))


@pytest.fixture(params=HANDS, ids=["mouse", "keys"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, clock: FixedClock, tmp_path: Path) -> Desk:
    return Desk(qtbot, clock, tmp_path / "filer", request.param)
