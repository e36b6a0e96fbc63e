"""What is being put in place beside a file: noted, so that the next start removes what a crash left of it.

A file that is half made has everything in it that the whole one has, and a name that nobody looks for.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from kvik_desktop.foundation.files import is_there, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import lock
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.inspection import left_over

FOLDER = "undervejs"
"""Lies among the backups, where each other folder is named after a file's id."""

_LONGEST = 40_000


@contextlib.contextmanager
def noted(path: Path, cabinet: Cabinet) -> Iterator[None]:
    """Note on this computer that something is made beside ``path``, for as long as it is.

    Raises Problem E_FILE_WRITE where no note can be left; then nothing has been made.
    """
    note = _folder(cabinet) / cabinet.new_id()
    _write(note, path.parent.resolve() / path.name)  # a link is not followed: it is made beside the link
    try:
        yield
    finally:
        _strike_out(note)


def clear(cabinet: Cabinet) -> None:
    """Remove what was being made when a program here was cut off.

    Where somebody is at it now, or a stick is not in, it is done at another start.
    """
    with contextlib.suppress(OSError):
        for note in list(_folder(cabinet).iterdir()):
            with contextlib.suppress(OSError, ValueError):
                _clear_beside(Path(os.fsdecode(note.read_bytes()[:_LONGEST])))
                _strike_out(note)


def _write(note: Path, path: Path) -> None:
    """Another program may just take the folder away with a note of its own, the last one there."""
    while True:
        note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            write_atomically(note, os.fsencode(path), mode=0o600)
        except Problem:
            if is_there(note.parent):
                raise
        else:
            return


def _clear_beside(path: Path) -> None:
    """Whoever makes something beside it holds the lock, which is had here also where there is no room left.

    Raises OSError where it cannot be done now.
    """
    held = lock.borrow(path)
    if isinstance(held, lock.Taken):
        raise BlockingIOError(path)
    try:
        for each in left_over(path.parent, f".{path.name}."):
            each.unlink(missing_ok=True)
    finally:
        held.give_back()


def _strike_out(note: Path) -> None:
    """Take a note away, and the folder with the last one."""
    with contextlib.suppress(OSError):
        note.unlink()
        note.parent.rmdir()


def _folder(cabinet: Cabinet) -> Path:
    return cabinet.backups_folder / FOLDER
