"""Nothing that was made for a page outlives it: not its widgets, nor models, timers and shortcuts."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language
from kvik_desktop.shell.window import Window
from tests import coordinator_stage
from tests.window import window

Visit = Callable[[Window], None]


def census() -> Counter[str]:
    """How many of each kind there are: everything the window has, and everything Python knows of."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    widgets = {id(each): each for each in QApplication.allWidgets()}
    known = {id(each): each for each in getAllValidWrappers() if isinstance(each, QObject)}
    return Counter(type(each).__name__ for each in (widgets | known).values())


@pytest.fixture
def institution(tmp_path: Path) -> Visit:
    """Opens an example and leaves it again."""
    path = tmp_path / "eksempel.kvikdb"
    Example(NAMES[0], Resources()).play(path, "Ikke vurderet", until=Stage.PLANNED)
    return lambda shown: shown.open(path)


@pytest.fixture
def coordinator(tmp_path: Path) -> Visit:
    """Opens a coordinator's database with three packages."""
    path = coordinator_stage.town("tre", tmp_path / "forlag", tmp_path)
    return lambda shown: shown.open(path, "coordinator")


@pytest.mark.parametrize("kind", ["institution", "coordinator"])
def test_a_file_that_is_left_leaves_nothing(qtbot: QtBot, request: pytest.FixtureRequest, kind: str) -> None:
    opens: Visit = request.getfixturevalue(kind)
    shown = window(qtbot, opener=coordinator_stage.open_then)
    left = []
    for _ in range(3):
        opens(shown)
        visit_all(shown)
        shown.leave()
        left.append(census())
    # The first visit makes what is made once: the file's row on the start page, what Qt keeps.
    assert grown(left[1], left[2]) == {}


@pytest.mark.parametrize("kind", ["institution", "coordinator"])
def test_another_language_leaves_nothing(qtbot: QtBot, request: pytest.FixtureRequest, kind: str) -> None:
    opens: Visit = request.getfixturevalue(kind)
    shown = window(qtbot, opener=coordinator_stage.open_then)
    opens(shown)
    left = []
    languages: tuple[Language, ...] = ("en", "da", "en", "da")
    for language in languages:
        shown.change_look(replace(shown.settings, language=language))
        visit_all(shown)
        left.append(census())
    assert grown(left[1], left[3]) == {}


def grown(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    """What there is more of."""
    return dict(after - before)


def visit_all(shown: Window) -> None:
    """Every stop of the rail."""
    room = shown.room
    assert room is not None
    for number in range(1, 8):
        room.go_number(number)
        QApplication.processEvents()
