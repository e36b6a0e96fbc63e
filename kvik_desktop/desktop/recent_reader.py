"""Asks files one after the other how far they are, so that opening a file waits for one other at most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kvik_desktop.desktop import later
from kvik_desktop.desktop.recent_rows import Facts
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.shell.settings import Recent
from kvik_desktop.shell.tasks import Tasks

Told = Callable[[Recent, Facts], None]


class RecentReader:
    """``told`` hears of each file, ``finished`` comes after the last; neither once ``stands`` is false."""

    def __init__(
        self,
        tasks: Tasks,
        clock: Clock,
        told: Told,
        finished: Callable[[], None],
        failed: Callable[[Exception], None],
        stands: Callable[[], bool],
    ) -> None:
        self._tasks, self._clock = tasks, clock
        self._told, self._finished, self._failed = told, finished, failed
        self._stands = stands
        self._waiting: list[Recent] = []
        self._is_reading = False

    def read(self, recents: Sequence[Recent]) -> None:
        """Ask these, and not what was still waiting."""
        self._waiting = list(recents)
        if not self._is_reading:
            self._next()

    def _next(self) -> None:
        self._is_reading = bool(self._waiting) and self._stands()
        if self._is_reading:
            self._ask(self._waiting.pop(0))
        elif self._stands():
            self._finished()

    def _ask(self, recent: Recent) -> None:
        def come(facts: Facts) -> None:
            if self._stands():
                self._told(recent, facts)
            self._next()

        self._tasks.run(lambda: later.facts(recent.kind, recent.path, self._clock), come, self._failed)
