"""What every test may ask for: a folder of its own for the user's data, and a clock that stands still."""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from kvik_desktop.foundation.clock import FixedClock

# How long something takes says more about the machine than about the program.
settings.register_profile("kvik", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kvik")

# Before Qt is imported anywhere: no test opens a window on a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is loaded by now stays: no search for garbage has to go through it."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No line of the log that nobody expected; a test that expects one clears it."""
    yield
    lines = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in lines] == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """No dialog, list or menu stands open over a window when a test is done with it."""
    yield
    app = _application()
    windows = app.topLevelWidgets() if app else []
    over = [each for each in windows if each.isVisible() and each.parentWidget() is not None]
    assert [type(each).__name__ for each in over] == []


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """No widget outlives its test: the next begins with an empty screen, and memory does not grow.

    Each begins in the same look. What needs Qt is loaded for the tests that need it only.
    Garbage is searched for before and after it only: a thread of the runner that found a window would die
    of taking it down. What is there when it begins stays, so the search after it goes through its own only.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    importlib.import_module("tests.dressing").dress(request.getfixturevalue("qapp"))
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    app = _application()
    _end_what_is_to_end(app)
    left = app.topLevelWidgets()
    for each in left:
        each.deleteLater()
    _end_what_is_to_end(app)
    gc.enable()
    assert [type(each).__name__ for each in left] == []


def _application() -> Any:
    """The application, where a test has made one; nothing is loaded for it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _end_what_is_to_end(app: Any) -> None:
    """What was told to end later, what is garbage then, and what that told to end later."""
    deferred = sys.modules["PySide6.QtCore"].QEvent.Type.DeferredDelete
    app.sendPostedEvents(None, deferred)
    gc.collect()
    app.sendPostedEvents(None, deferred)
