"""Going back to a backup: the file gets its name only when it is whole, and the old one stays beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC
from itertools import count
from pathlib import Path

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.files import cannot_write, put_in_place, sync_folder
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage import faults, lock, under_way
from kvik_desktop.storage.backups import Backups, verify
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.header import read_header
from kvik_desktop.storage.inspection import clear_left_over, journal_of, make_durable, temporary_copy


def restore(path: Path, cabinet: Cabinet, chosen: Path | None = None) -> Path | None:
    """Put the newest backup, or the ``chosen`` one, at ``path``; return where what lay there is kept.

    A backup with an older schema is brought up to date when the file is opened. Raises Problem E_NO_BACKUP,
    E_BACKUP for a backup that is not sound, E_FILE_NEWER, E_LOCKED while the file is open, E_FILE_WRITE; in
    each case nothing is changed.
    """
    source = chosen or _newest(path, cabinet.backups)
    header = read_header(source)
    if header.mark != cabinet.schema.mark:
        raise faults.not_ours(source)
    if header.version > cabinet.schema.version:
        raise faults.newer(source)
    verify(source, None)
    damaged = faults.damaged(source, None, None)
    with faults.named(path, lambda: damaged):
        return put_in(path, cabinet, lambda: temporary_copy(source, path.parent, f".{path.name}."))


def put_in(path: Path, cabinet: Cabinet, whole: Callable[[], AbstractContextManager[Path]]) -> Path | None:
    """Put what ``whole`` makes beside ``path`` in its place; return where what lay there is kept.

    It is made under the lock of the file, and noted until it has its name: what a crash leaves of it is
    removed at the next start. Raises Problem E_LOCKED while the file is open, E_BACKUP for what is not sound,
    E_FILE_WRITE; in each case nothing is changed.
    """
    try:
        held = lock.take(path, cabinet.clock)
        if isinstance(held, lock.Taken):
            raise faults.locked(path, held.holder)
        try:
            clear_left_over(path.parent, f".{path.name}.", cabinet.clock)
            with under_way.noted(path, cabinet), whole() as made:
                file_id = verify(made, None)
                return _put_back(made, path, cabinet, file_id)
        finally:
            held.release()
    except OSError as error:
        raise cannot_write(path, error) from error


def _newest(path: Path, backups: Backups) -> Path:
    newest = backups.newest(path)
    if newest is None:
        raise Problem(
            "E_NO_BACKUP",
            say("Der er ingen sikkerhedskopi af {name} på denne computer.", name=path.name),
            say("Peg selv på en kopi: kvik doctor FIL --restore KOPI. Filen er ikke rørt."),
        )
    return newest.path


def _put_back(made: Path, path: Path, cabinet: Cabinet, file_id: str) -> Path | None:
    if not path.exists():
        put_in_place(made, path, replace=False)
        return None
    shutil.copymode(path, made)
    aside = _set_aside(path, cabinet.clock)
    cabinet.backups.note_set_aside(file_id, aside)
    put_in_place(made, path, replace=True)
    return aside


def _set_aside(path: Path, clock: Clock) -> Path:
    """Give what lies at ``path`` a second name beside it, so that at no moment it has none."""
    aside = _free_name(path, clock)
    try:
        os.link(path, aside)
    except OSError:  # FAT and some network drives have no hard links
        shutil.copyfile(path, aside)
        make_durable(aside)
    journal = journal_of(path)
    if journal.exists():  # it belongs to the old file and would be played into the new one
        shutil.copyfile(journal, journal_of(aside))
        make_durable(journal_of(aside))
        journal.unlink()
    sync_folder(path.parent)
    return aside


def _free_name(path: Path, clock: Clock) -> Path:
    moment = f"{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for number in count(1):
        ending = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}.foer-gendannelse-{moment}{ending}{path.suffix}")
        if not name.exists():
            return name
    raise AssertionError("numbers do not end")
