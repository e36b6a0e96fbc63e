"""Where work is done that must not hold up the window: one thread, one job after the other."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kvik_desktop.shell.tidying import Tidying

T = TypeVar("T")

Job = Callable[[], Any]
Taker = Callable[[Any], None]
Refuser = Callable[[Exception], None]

NEXT_TURN = 5
"""Milliseconds: the picture of this turn is on the screen first. With 0 Qt puts it among the events of this
turn, and nothing is heard or painted between."""


class Tasks(Protocol):
    """Runs jobs in the order given; the outcome is told in the thread of the window."""

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Refuser) -> None:
        """Do ``job``, then call ``then`` with its result or ``failed`` with what it raised."""

    def soon(self, owner: QObject, act: Callable[[], None]) -> None:
        """Go on with something long in another turn of the window's loop, unless ``owner`` is gone by then.

        Between the turns what the user does is heard, and what waits to be painted is painted.
        """

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

    def soon(self, owner: QObject, act: Callable[[], None]) -> None:
        """Go on at once."""
        act()

    def finish(self) -> None:
        """Nothing is ever waiting."""


class WorkerTasks(QObject):
    """One thread that owns the open file: what is given first is done first.

    Outcomes reach the window through its event loop, so the window's own code never runs in the thread.
    Nor does a page end there, which Qt would not survive: who is to be told may be a page that nobody else
    holds any more, so the window keeps every errand until the thread has let go of it; and from now on
    garbage is searched for in the window's thread only.
    """

    _done = Signal()

    def __init__(self) -> None:
        super().__init__()
        Tidying(self)
        self._errands: deque[_Errand] = deque()
        self._line: queue.SimpleQueue[_Errand | None] = queue.SimpleQueue()
        self._done.connect(self._tell_next, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="kvik-arbejde")
        self._thread.start()

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Refuser) -> None:
        """Put the job in line."""
        errand = _Errand(job, then, failed)
        self._errands.append(errand)
        self._line.put(errand)

    def soon(self, owner: QObject, act: Callable[[], None]) -> None:
        """Go on in the next turn."""
        QTimer.singleShot(NEXT_TURN, owner, act)

    def finish(self) -> None:
        """Do what is in line, then end the thread."""
        self._line.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (errand := self._line.get()) is not None:
            errand.do()
            del errand  # before the window hears of it: the last to hold it must be the window
            self._done.emit()

    def _tell_next(self) -> None:
        self._errands.popleft().tell()


class _Errand:
    """A job, what came of it, and who is to be told."""

    def __init__(self, job: Job, then: Taker, failed: Refuser) -> None:
        self._job, self._told, self._failed = job, then, failed
        self._value: Any = None

    def do(self) -> None:
        """Do the job, in the thread."""
        try:
            self._value = self._job()
        except Exception as error:  # noqa: BLE001  (any fault of a job is told to the window)
            self._value, self._told = error, self._failed

    def tell(self) -> None:
        """Tell what came of it, in the window."""
        self._told(self._value)
