"""The task pools: one thread, in order, with outcomes told in the thread of the window."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kvik_desktop.shell.tasks import InstantTasks, Tasks, WorkerTasks
from tests.window import PATIENCE


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[WorkerTasks]:
    tasks = WorkerTasks()
    yield tasks
    tasks.finish()


def test_jobs_are_done_in_the_order_given_and_outcomes_told_in_it(qtbot: QtBot, worker: WorkerTasks) -> None:
    done: list[int] = []
    told: list[int] = []
    for number in range(50):
        worker.run(partial(_noted, done, number), told.append, _fail)
    qtbot.waitUntil(lambda: len(told) == 50, timeout=PATIENCE)
    assert done == told == list(range(50))


def test_a_job_runs_in_the_other_thread_and_its_outcome_in_the_windows(
    qtbot: QtBot, worker: WorkerTasks
) -> None:
    threads: list[int] = []
    worker.run(
        lambda: threads.append(threading.get_ident()),
        lambda _: threads.append(threading.get_ident()),
        _fail,
    )
    qtbot.waitUntil(lambda: len(threads) == 2, timeout=PATIENCE)
    assert threads[0] != threading.get_ident() == threads[1]


def test_what_a_job_raises_is_told_and_the_next_is_done(qtbot: QtBot, worker: WorkerTasks) -> None:
    told: list[object] = []
    worker.run(lambda: 1 // 0, _fail_if_told, told.append)
    worker.run(lambda: "next", told.append, _fail)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert isinstance(told[0], ZeroDivisionError)
    assert told[1] == "next"


def test_finish_waits_for_what_is_in_line(qtbot: QtBot) -> None:
    tasks = WorkerTasks()
    done: list[int] = []
    for number in range(20):
        tasks.run(partial(_noted, done, number), lambda _: None, _fail)
    tasks.finish()
    assert done == list(range(20))


def test_the_instant_pool_answers_before_run_returns() -> None:
    tasks: Tasks = InstantTasks()
    told: list[object] = []
    tasks.run(lambda: "result", told.append, _fail)
    tasks.run(lambda: 1 // 0, _fail_if_told, told.append)
    assert told[0] == "result"
    assert isinstance(told[1], ZeroDivisionError)


class Page(QWidget):
    """A page that is told, and that nobody holds but who has something to tell it."""

    def __init__(self, told: list[object], ended: list[int]) -> None:
        super().__init__()
        self._told = told
        self.destroyed.connect(
            lambda: ended.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )

    def hear(self, result: object) -> None:
        self._told.append(result)


@pytest.mark.parametrize("job", [lambda: "result", lambda: 1 // 0], ids=["done", "fault"])
def test_a_page_ends_in_the_thread_of_the_window(
    qtbot: QtBot, worker: WorkerTasks, job: Callable[[], object]
) -> None:
    told: list[object] = []
    ended: list[int] = []
    page = Page(told, ended)
    worker.run(job, page.hear, page.hear)
    del page
    qtbot.waitUntil(lambda: len(told) == 1, timeout=PATIENCE)
    worker.run(lambda: "next", told.append, _fail)  # takes the thread's mind off the first
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    told.clear()  # a fault holds what it came through
    gc.collect()
    assert ended == [threading.get_ident()]


def _noted(done: list[int], number: int) -> int:
    done.append(number)
    return number


def _fail(error: Exception) -> None:
    raise AssertionError(error)


def _fail_if_told(result: object) -> None:
    raise AssertionError(result)


def test_what_goes_on_soon_waits_for_another_turn_of_the_loop(qtbot: QtBot, worker: WorkerTasks) -> None:
    owner, done = QObject(), list[str]()
    worker.soon(owner, lambda: done.append("soon"))
    done.append("now")
    qtbot.waitUntil(lambda: len(done) == 2, timeout=PATIENCE)
    assert done == ["now", "soon"]


def test_what_goes_on_soon_is_left_where_its_owner_is_gone(qtbot: QtBot, worker: WorkerTasks) -> None:
    owner, done = QObject(), list[str]()
    worker.soon(owner, lambda: done.append("gone"))
    delete(owner)
    worker.soon(worker, lambda: done.append("here"))
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert done == ["here"]
