"""Work on many files, one after the other in the tasks' thread, with how far it is and a way to stop it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.shell.desk import Desk

T = TypeVar("T")


class OneByOne(Generic[T]):
    """Ends when all is done, when it was stopped, when a job meets a problem, or when the page is gone."""

    def __init__(
        self,
        desk: Desk[Any],
        jobs: Iterable[Callable[[Any], T]],
        told: Callable[[T], None],
        ended: Callable[[Problem | None], None],
    ) -> None:
        """``told`` hears of each result, ``ended`` at last, with the problem that made an end of it."""
        self._desk = desk.telling(self._failed)
        self._jobs = deque(jobs)
        self._told, self._ended = told, ended
        self.total, self.done = len(self._jobs), 0
        self._is_away = self._is_over = False

    def start(self) -> None:
        """Begin, or go on after what came by itself."""
        # A loop and no recursion: where the results come at once, thousands would lie upon each other.
        while self._jobs:
            self._is_away = False
            before = self.done
            self._desk.run(self._jobs.popleft()).then(self._take)
            if self.done == before:
                self._is_away = True
                return
        self._end(None)

    def stop(self) -> None:
        """Stop after the one at hand; what is done stays done."""
        self._jobs.clear()

    def _take(self, result: T) -> None:
        self.done += 1
        self._told(result)
        if self._is_away:
            self.start()

    def _failed(self, problem: Problem) -> None:
        self._jobs.clear()
        self._end(problem)

    def _end(self, problem: Problem | None) -> None:
        if not self._is_over:
            self._is_over = True
            self._ended(problem)
