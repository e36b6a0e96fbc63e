"""What lies where a file is to be opened, when its user should choose: interrupted, older, damaged, gone."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from kvik_desktop.foundation.files import is_there
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import lock
from kvik_desktop.storage.backups import Backup
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.connections import raw_connection
from kvik_desktop.storage.inspection import DAMAGE, file_id_of, journal_of
from kvik_desktop.storage.lock import Holder, Taken
from kvik_desktop.storage.opening import check_header, finish_what_was_left
from kvik_desktop.storage.restoring import restore


class Condition(Enum):
    """How a file is found."""

    WHOLE = "whole"
    INTERRUPTED = "interrupted"
    """The program ended without closing it; everything that was saved is there."""
    OLDER = "older"
    """All of it is in the newest backup, and that has gone on: an old copy has been put in its place."""
    DAMAGED = "damaged"
    GONE = "gone"
    """Nothing lies there; there may be backups of what did."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A file and its backups, newest first.

    ``proposed`` is the backup that one would go back to, ``left`` who had the file open when it was
    interrupted, as far as is known.
    """

    path: Path
    condition: Condition
    backups: tuple[Backup, ...]
    proposed: Backup | None
    left: Holder | None = None


def look(path: Path, cabinet: Cabinet) -> Standing:
    """How the file is found, with its backups; see :func:`found`."""
    condition, left = found(path, cabinet)
    return standing(path, condition, cabinet, left)


def found(path: Path, cabinet: Cabinet) -> tuple[Condition, Holder | None]:
    """How the file is found, and who was interrupted. What is half written is rolled back, and no more.

    Only damage that shows at once is told; the rest comes out when the file is opened. Raises Problem E_FILE,
    E_NOT_OURS, E_FILE_NEWER and E_UNFINISHED, as opening it would.
    """
    if not is_there(path):
        return Condition.GONE, None
    is_half_written = _is_filled(journal_of(path))
    try:
        check_header(path, cabinet.schema, cabinet.backups)  # before anything touches what may not be ours
        left = lock.trace(path, cabinet.clock)
        if isinstance(left, Taken):  # then nothing can be chosen
            return Condition.WHOLE, None
        finish_what_was_left(path, cabinet.clock, cabinet.backups)
    except Problem as problem:
        if problem.code != "E_DAMAGED":
            raise
        return Condition.DAMAGED, None
    if _is_older(path, _own_backup(path, cabinet)):
        return Condition.OLDER, left
    is_interrupted = is_half_written or left is not None
    return Condition.INTERRUPTED if is_interrupted else Condition.WHOLE, left


def standing(path: Path, condition: Condition, cabinet: Cabinet, left: Holder | None = None) -> Standing:
    """The file in this condition, with the backups there are of it."""
    backups = cabinet.backups
    return Standing(path, condition, backups.of(path), backups.newest(path), left)


def keep(path: Path, cabinet: Cabinet) -> None:
    """Go on with the file as it is: what was asked about it is not asked again.

    That no backup of it can be made is told when it is opened. Raises Problem E_FILE_WRITE or E_BACKUP only
    where it is older than the one there is, so that it would be asked about again.
    """
    finish_what_was_left(path, cabinet.clock, cabinet.backups)
    lock.is_taken(path, cabinet.clock)  # clears away what a crash has left
    file_id = file_id_of(path)
    if file_id is None:
        return
    try:
        cabinet.backups.make_if_changed(path, file_id)
    except Problem:
        if _is_older(path, _own_backup(path, cabinet)):
            raise


def go_back(path: Path, cabinet: Cabinet, chosen: Path) -> Path | None:
    """Put the chosen backup at ``path``; see :func:`restore`. From now on this is what one works on."""
    aside = restore(path, cabinet, chosen)
    with contextlib.suppress(Problem):  # the file is in its place; opening it tells why there is no backup
        keep(path, cabinet)
    return aside


def last_saved(path: Path) -> datetime | None:
    """When something was saved in the file for the last time (UTC); None where that cannot be read."""
    try:
        with contextlib.closing(raw_connection(path, read_only=True)) as connection:
            found = connection.execute(_LAST_STEP).fetchone()
            return datetime.fromisoformat(found[1]) if found else None
    except (*DAMAGE, TypeError, ValueError):
        return None


def _own_backup(path: Path, cabinet: Cabinet) -> Backup | None:
    """The one made last from this place, else from one where nothing lies now: the file has been moved.

    A copy that lies beside its original has a life of its own.
    """
    latest = cabinet.backups.last_made(path)
    origin = cabinet.backups.origin(latest) if latest is not None else None
    return latest if origin is not None and (origin == path.resolve() or not is_there(origin)) else None


def _is_older(path: Path, backup: Backup | None) -> bool:
    """Whether the backup has everything that was done in the file, and more.

    Steps are compared, not times: the clocks of two computers differ. What was undone and then done otherwise
    makes two histories, and none of them is the older one.
    """
    if backup is None:
        return False
    try:
        with (
            contextlib.closing(raw_connection(path, read_only=True)) as here,
            contextlib.closing(raw_connection(backup.path, read_only=True)) as there,
        ):
            last = here.execute(_LAST_STEP).fetchone()
            newest = there.execute(_LAST_STEP).fetchone()
            if not last or not newest or newest[0] <= last[0]:
                return False
            return there.execute(_SAME_STEP, last).fetchone() is not None
    except DAMAGE:  # opening the file tells what is wrong with it
        return False


def _is_filled(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


_LAST_STEP = "SELECT number, at FROM operation ORDER BY number DESC LIMIT 1"
_SAME_STEP = "SELECT 1 FROM operation WHERE number = ? AND at = ?"
