"""Tasks that wait until the test lets them go: for what happens while something is on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from kvik_desktop.shell.tasks import InstantTasks, Refuser

T = TypeVar("T")


class HeldTasks:
    """Keeps jobs in the order given; once let go, later ones are done at once."""

    def __init__(self) -> None:
        self._instant = InstantTasks()
        self._held: list[tuple[Callable[[], Any], Callable[[Any], None], Refuser]] | None = []

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Refuser) -> None:
        """Keep the job, or do it."""
        if self._held is not None:
            self._held.append((job, then, failed))
        else:
            self._instant.run(job, then, failed)

    def soon(self, owner: QObject, act: Callable[[], None]) -> None:
        """Go on at once: it is the file that is waited for."""
        act()

    def step(self) -> None:
        """Do the oldest of what is held."""
        assert self._held, "nothing is waiting"
        self._instant.run(*self._held.pop(0))

    def step_until(self, has_come: Callable[[], bool]) -> None:
        """Do what is held, one after the other, until something has come."""
        while not has_come():
            self.step()

    def release(self) -> None:
        """Do what was held, and hold nothing more."""
        held, self._held = self._held or [], None
        for job, then, failed in held:
            self._instant.run(job, then, failed)

    def finish(self) -> None:
        """Nothing runs that could be waited for."""
