"""Circles of garbage end in the thread of the window, whoever makes the next object."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.tidying import tidy
from tests.window import PATIENCE


@pytest.fixture
def automatic() -> Iterator[None]:
    """Python searches by itself, as it does when a program starts."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def by_hand() -> Iterator[None]:
    """Python leaves it to us, as when the window is there."""
    gc.disable()
    gc.collect()
    yield
    gc.enable()


class Page(QWidget):
    """A page that holds itself, as one with a button does."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(
            lambda: ended.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )


def _fail(error: Exception) -> None:
    raise AssertionError(error)


def _grow(held: list[list[int]]) -> None:
    """So much new that Python would search all of it."""
    held.extend([] for _ in range(200_000))


@pytest.mark.usefixtures("automatic")
def test_a_circle_of_widgets_ends_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    tasks = WorkerTasks()
    ended: list[int] = []
    held: list[list[int]] = []
    told: list[object] = []
    Page(ended)
    tasks.run(partial(_grow, held), told.append, _fail)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    tasks.finish()
    assert ended == []
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    assert ended == [threading.get_ident()]


@pytest.mark.usefixtures("by_hand")
def test_little_is_not_searched() -> None:
    before = gc.get_stats()
    tidy()
    assert gc.get_stats() == before


@pytest.mark.usefixtures("by_hand")
def test_much_is_searched() -> None:
    before = gc.get_stats()[0]["collections"]
    held: list[list[int]] = []
    _grow(held)
    tidy()
    assert gc.get_stats()[0]["collections"] == before + 1
