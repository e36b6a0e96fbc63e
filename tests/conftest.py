"""What every test may ask for: a folder of its own for the user's data, and a clock that stands still."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kvik_desktop.foundation.clock import FixedClock

# How long something takes says more about the machine than about the program.
settings.register_profile("kvik", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kvik")

# Before Qt is imported anywhere: no test opens a window on a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def user_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the real user's backups and keys."""
    folder = tmp_path / "brugerdata"
    monkeypatch.setenv("KVIK_DATA", str(folder))
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """Half past nine on a Monday in November 2026."""
    return FixedClock(datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
