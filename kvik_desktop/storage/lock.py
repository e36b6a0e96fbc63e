"""The lock on an evaluation file: a file beside it, held by the system, that says who and since when."""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.files import is_there

SUFFIX = ".laas"
_LIMIT = 4096

if sys.platform == "win32":
    import msvcrt

    _BEYOND = 2**20  # Windows hides a locked byte from other readers: lock one after the text

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            raise
        return True


class Holder(msgspec.Struct, frozen=True):
    """Who has the file open for writing, and since when (UTC)."""

    who: str
    since: datetime


class Lock:
    """A lock that is held until it is released or the process ends, however it ends."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def tell(self, holder: Holder) -> None:
        """Say who holds it. Raises OSError where the disk is full; then it is held no more."""
        try:
            _write_down(self._handle, holder)
        except OSError:
            self.release()
            raise

    def release(self, left: Holder | None = None) -> None:
        """Let go, and remove the file beside; with ``left`` it stays and says again what a crash left."""
        if left is not None:
            _write_down(self._handle, left)
            os.close(self._handle)
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._handle)
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(self._handle)

    def give_back(self) -> None:
        """Let go of a lock that was only borrowed: what a crash has left in it stays."""
        if os.fstat(self._handle).st_size:
            os.close(self._handle)
        else:
            self.release()


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody else holds the lock; who is unknown in the moment before they have written it down."""

    holder: Holder | None


def take(path: Path, clock: Clock) -> Lock | Taken:
    """Take the lock of the file at ``path``. Raises OSError where nothing can be written beside it."""
    held = borrow(path)
    if isinstance(held, Lock):
        held.tell(Holder(user_name(), clock.now()))
    return held


def borrow(path: Path) -> Lock | Taken:
    """Take the lock for a moment without saying who has it: that needs no room, and nothing is overwritten.

    Raises OSError where nothing can be put beside the file.
    """
    beside = lock_path(path)
    while True:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        if not _try_lock(handle):
            os.close(handle)
            return Taken(holder(path))
        if _is_still(beside, handle):
            break
        os.close(handle)  # the one before us removed it between our opening and our locking
    return Lock(beside, handle)


def holder(path: Path) -> Holder | None:
    """Who says that they hold the lock of the file at ``path``; it may be left from a crash."""
    try:
        with lock_path(path).open("rb") as file:
            return msgspec.json.decode(file.read(_LIMIT), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None


def is_taken(path: Path, clock: Clock) -> Taken | None:
    """Whether somebody holds the lock just now; a lock that a crash has left is cleared away."""
    if not is_there(lock_path(path)):
        return None
    try:
        found = take(path, clock)
    except OSError:  # nothing can be written here: believe what stands there
        return Taken(holder(path))
    if isinstance(found, Lock):
        found.release()
        return None
    return found


def trace(path: Path, clock: Clock) -> Holder | Taken | None:
    """Who had the file open when their program ended without closing it, or that somebody holds it now.

    What a crash has left stays, so that the user can still be told. None where the file was closed, and
    where nothing can be written beside it.
    """
    left = holder(path)
    if left is None:
        return None
    try:
        found = take(path, clock)
    except OSError:
        return None
    if isinstance(found, Taken):
        return found
    found.release(left)
    return left


def lock_path(path: Path) -> Path:
    """The file beside that carries the lock."""
    return path.with_name(path.name + SUFFIX)


def user_name() -> str:
    """The name under which the user is logged in, as the others in the house know it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "ukendt"


def _write_down(handle: int, held: Holder) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.truncate(handle, 0)
    os.write(handle, msgspec.json.encode(held))


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
