"""Where work is done that must not hold up the window: one thread, one job after the other."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")

Job = Callable[[], Any]
Taker = Callable[[Any], None]
Refuser = Callable[[Exception], None]


class Tasks(Protocol):
    """Runs jobs in the order given; the outcome is told in the thread of the window."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Refuser) -> None:
        """Do ``job``, then call ``then`` with its result or ``failed`` with what it raised."""

    def finish(self) -> None:
        """Wait until everything given has been done; nothing is taken after that."""


class InstantTasks:
    """Does each job at once in the thread that asks: for tests that need no thread."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Refuser) -> None:
        """Do the job now."""
        try:
            result = job()
        except Exception as error:  # noqa: BLE001  (any fault of a job is told to the window)
            failed(error)
            return
        then(result)

    def finish(self) -> None:
        """Nothing is ever waiting."""


class WorkerTasks(QObject):
    """One thread that owns the open file: what is given first is done first.

    Outcomes reach the window through its event loop, so the window's own code never runs in the thread.
    """

    _done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: queue.SimpleQueue[tuple[Job, Taker, Refuser] | None] = queue.SimpleQueue()
        self._done.connect(_tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="kvik-arbejde")
        self._thread.start()

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Refuser) -> None:
        """Put the job in line."""
        self._jobs.put((job, then, failed))

    def finish(self) -> None:
        """Do what is in line, then end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (given := self._jobs.get()) is not None:
            job, then, failed = given
            try:
                result = job()
            except Exception as error:  # noqa: BLE001  (any fault of a job is told to the window)
                self._done.emit(_Outcome(failed, error))
            else:
                self._done.emit(_Outcome(then, result))


class _Outcome:
    """What came of a job, and who is to be told."""

    def __init__(self, told: Taker, value: object) -> None:
        self.told = told
        self.value = value


def _tell(outcome: _Outcome) -> None:
    outcome.told(outcome.value)
