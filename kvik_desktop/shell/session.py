"""An open file as the window has it: its pages' desk, its status, and the names of undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.tasks import Tasks
from kvik_desktop.shell.workspace import Status, Workspace

FACILITATOR = "facilitator"
"""Whose turn it is when no page says otherwise, as the storage calls it."""


class UndecidedError(Exception):
    """A file can be opened in more than one way: the start page's ``page`` lets the user choose."""

    def __init__(self, page: str, given: object) -> None:
        super().__init__(page)
        self.page, self.given = page, given


@dataclass(frozen=True)
class Opened:
    """A file that has been opened in the tasks' thread."""

    keeper: Any
    workspace: Workspace
    read_only: bool = False
    notice: Text | None = None
    """What must be said: who has the file, say."""


@dataclass(frozen=True)
class Steps:
    """The names of what can be undone and done again."""

    undo: Text | None = None
    redo: Text | None = None


class Session(QObject):
    """Everything the window asks of an open file goes through here, into the one thread."""

    told = Signal(object)
    """A new :class:`Status`."""
    steps = Signal(object)
    """New :class:`Steps`."""
    went = Signal(object, str)
    """An undo or redo happened: its Change, and ``undo`` or ``redo``."""

    def __init__(self, opened: Opened, tasks: Tasks, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self.opened = opened
        self._tasks = tasks
        self._failed = failed
        self._is_closed = False

    @property
    def has_undo(self) -> bool:
        """Whether the file keeps steps: the coordinator's database does not."""
        return hasattr(self.opened.keeper, "undo") and not self.opened.read_only

    def look(self) -> None:
        """Read status and steps anew."""
        keeper, status = self.opened.keeper, self.opened.workspace.status

        def read() -> tuple[Status, Steps]:
            steps = Steps(keeper.undo_label, keeper.redo_label) if self.has_undo else Steps()
            return keeper.ask(status), steps

        self._tasks.run(read, self._show, self._failed)

    def _show(self, found: tuple[Status, Steps]) -> None:
        if not self._is_closed:
            status, steps = found
            self.told.emit(status)
            self.steps.emit(steps)

    def undo(self) -> None:
        """Undo the newest step of whose turn it is."""
        self._go(self.opened.keeper.undo, "undo")

    def redo(self) -> None:
        """Do again what was undone last."""
        self._go(self.opened.keeper.redo, "redo")

    def _go(self, step: Callable[[], Change[None] | None], way: str) -> None:
        def done(change: Change[None] | None) -> None:
            if change is not None and not self._is_closed:
                self.went.emit(change, way)

        if self.has_undo:
            self._tasks.run(step, done, self._failed)

    def turn(self, actor: str, *, afresh: bool = False) -> None:
        """Give the turn to somebody; ``afresh`` nothing they did before can be undone."""
        keeper = self.opened.keeper
        if not self.has_undo:
            return

        self._tasks.run(lambda: keeper.give_turn(actor, afresh=afresh), lambda _: None, self._failed)
        self.look()

    def close(self) -> None:
        """Close the file after everything that is in line."""
        self._is_closed = True
        self._tasks.run(self.opened.keeper.close, lambda _: None, self._failed)
