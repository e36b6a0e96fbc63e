"""Processes that are started quickly, so that many can be killed."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.storage.killed", "tests.storage.test_lock"])

UNKNOWN = 255
"""The exit code that stands for one that nobody has told."""


class Child:
    """Another process that runs one function, and the pipe to it."""

    def __init__(self, run: Callable[..., None], *args: Any) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_run, args=(run, theirs, args))
        self._process.start()
        theirs.close()

    def kill(self) -> None:
        """SIGKILL: nothing in it can react."""
        self._process.kill()
        self._process.join()
        assert self._process.exitcode != UNKNOWN, "who starts them has ended: nobody knows whether it is gone"

    def kill_after(self, seconds: float) -> None:
        """SIGKILL when so much time has passed, or when it has ended."""
        self._process.join(seconds)
        self.kill()

    def received(self) -> list[Any]:
        """All that it has said before it ended."""
        said = []
        try:
            while self.pipe.poll():
                said.append(self.pipe.recv())
        except (EOFError, OSError):
            pass
        return said


@contextmanager
def child(run: Callable[..., None], *args: Any) -> Iterator[Child]:
    """Run ``run(pipe, *args)`` in another process, which is gone at the end."""
    other = Child(run, *args)
    try:
        yield other
    finally:
        other.kill()
        other.pipe.close()


def become_nobody() -> None:
    """Give up the rights of root, which could write everywhere."""
    if os.getuid() == 0:
        os.setuid(65534)


def _run(run: Callable[..., None], pipe: Connection, args: tuple[Any, ...]) -> None:
    run(pipe, *args)
    pipe.close()
