"""Keys that open fast, and both of the user's hands at an evaluation that is ready to be handed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.envelope import keys
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from tests.bundle.material import ready
from tests.drivers.delivery import Delivering
from tests.drivers.hand import HANDS, Hand
from tests.typeset_once import typeset_once
from tests.window import opened


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key takes a second to open by design, and a report as long to be typeset; here they need not."""
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)
    typeset_once(monkeypatch)


@pytest.fixture
def file(tmp_path: Path, clock: FixedClock) -> Path:
    """An accepted evaluation with people in its texts and a plan."""
    journey = ready(tmp_path, clock)
    journey.file.close()
    return journey.path


@pytest.fixture(params=HANDS)
def delivering(request: pytest.FixtureRequest, qtbot: QtBot, file: Path) -> Delivering:
    """Step 6, by one hand with only a mouse and by one with only a keyboard."""
    make: Callable[[Window], Hand] = request.param
    return Delivering(make(opened(qtbot, file)))
