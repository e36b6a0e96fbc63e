"""The coordinator's window on a real database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop import compose
from kvik_desktop.desktop import coordinator
from kvik_desktop.envelope import keys
from kvik_desktop.foundation.clock import Clock, FixedClock
from kvik_desktop.shell.session import Opened
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.tasks import Tasks
from kvik_desktop.shell.window import Window
from tests.central.material import NOW
from tests.central.town import TownHall
from tests.window import ToldChooser, window

Start = Callable[..., Window]


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase takes a second otherwise."""
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)


@pytest.fixture
def hall(tmp_path: Path) -> TownHall:
    """A small town with its list and key in place, and nothing received yet."""
    made = TownHall(tmp_path / "koordinator", size=9)
    made.folder.mkdir()
    made.settle_in()
    return made


@pytest.fixture
def start(qtbot: QtBot, hall: TownHall) -> Start:
    """Close the database that was prepared, and open it in a window."""

    def begin(
        settings: Settings | None = None,
        *,
        tasks: Tasks | None = None,
        clock: Clock | None = None,
        read_only: bool = False,
    ) -> Window:
        hall.database.close()
        now = clock or FixedClock(NOW)

        def opener(_kind: str, path: str) -> Opened:
            database = compose.open_central(f"sqlite:///{path}", now)
            return Opened(database, coordinator.workspace(), read_only=read_only)

        made = window(qtbot, settings, tasks=tasks, clock=now, chooser=ToldChooser(), opener=opener)
        made.open(hall.folder / "central.db", "coordinator")
        return made

    return begin
