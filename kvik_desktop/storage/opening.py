"""From a path to a checked connection: what is not ours, too new or damaged is refused and left untouched."""

from __future__ import annotations

import contextlib
import errno
import os
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, select

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.files import cannot_write, is_there
from kvik_desktop.storage import connections, faults, lock
from kvik_desktop.storage.backups import Backups
from kvik_desktop.storage.connections import transaction
from kvik_desktop.storage.header import Header, read_header
from kvik_desktop.storage.inspection import OK, inspect, journal_of
from kvik_desktop.storage.lock import Holder, Lock
from kvik_desktop.storage.meta import FILE_ID, META
from kvik_desktop.storage.schema import Schema

_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


class Access(Enum):
    """What one wants with a file; only one at a time can write."""

    WRITE = "write"
    READ = "read"
    WRITE_IF_FREE = "write_if_free"


def check_header(path: Path, schema: Schema, backups: Backups) -> int:
    """The file's schema version. Raises Problem E_FILE, E_NOT_OURS, E_DAMAGED or E_FILE_NEWER."""
    header = read_header(path)
    if not header.is_sqlite or header.mark != schema.mark:
        raise backups.damaged(path) if _was_ours(path, header, backups) else faults.not_ours(path)
    if header.version > schema.version:
        raise faults.newer(path)
    return header.version


def _was_ours(path: Path, header: Header, backups: Backups) -> bool:
    """Whether a file without our mark is a damaged one of ours."""
    if header.is_cut or header.in_wal:
        return header.is_cut
    return backups.newest(path) is not None and inspect(path).integrity != OK


def take_lock(path: Path, clock: Clock, access: Access) -> tuple[Lock | None, Holder | None]:
    """The lock if it was wanted and free, and who has it if not.

    Raises Problem E_LOCKED, E_READ_ONLY, or E_FILE_WRITE where the disk is full or the name too long.
    """
    if access is Access.READ:
        return None, None
    try:
        taken = lock.take(path, clock) if os.access(path, os.W_OK) else None
    except OSError as error:
        if access is Access.WRITE and error.errno not in _READ_ONLY:
            raise cannot_write(path, error) from error
        taken = None
    if isinstance(taken, Lock):
        return taken, None
    if access is Access.WRITE:
        raise faults.read_only_place(path) if taken is None else faults.locked(path, taken.holder)
    return None, taken.holder if taken else None


def connect(path: Path, schema: Schema, backups: Backups, *, read_only: bool) -> Connection:
    """A connection to a file that is sound. Raises Problem E_DAMAGED, E_LOCKED while it is being written."""
    with faults.named(path, lambda: backups.damaged(path), opening=True):
        connection = connections.open_evaluation(path, read_only=read_only)
        try:
            with transaction(connection, "BEGIN"):
                if not _is_sound(path, connection, schema):
                    raise backups.damaged(path)
        except BaseException:
            connections.close(connection, tidy=False)
            raise
    return connection


def _is_sound(path: Path, connection: Connection, schema: Schema) -> bool:
    """Whether pages and tables are whole; an older file need not have all columns yet."""
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != OK:
        return False
    size = connection.exec_driver_sql(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    )
    if path.stat().st_size < (size.scalar() or 0):  # SQLite reads zeros where the last page is cut
        return False
    version = connection.exec_driver_sql("PRAGMA user_version").scalar()
    wanted = {(META.name, META.c.file_id.name)}
    if version == schema.version:
        tables = schema.metadata.tables.values()
        wanted = {(table.name, column.name) for table in tables for column in table.columns}
    there = connection.exec_driver_sql(
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
    )
    if not wanted <= {(table, column) for table, column in there}:
        return False
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        return False
    file_ids = connection.execute(select(META.c.file_id)).scalars().all()
    return len(file_ids) == 1 and FILE_ID.fullmatch(str(file_ids[0])) is not None


def finish_what_was_left(path: Path, clock: Clock, backups: Backups) -> None:
    """Let SQLite roll back what a crash left half written, before the file is opened for reading only.

    A journal that was not whole yet is not used, and SQLite lets it lie: it goes as well, else the file would
    seem interrupted for ever. One that another program is writing stays; SQLite sees to both.

    Raises Problem E_UNFINISHED where nothing can be written, E_DAMAGED where it cannot be rolled back.
    """
    journal = journal_of(path)
    if not is_there(journal) or not journal.stat().st_size:
        return
    left = lock.holder(path)
    try:
        taken = lock.take(path, clock)
    except OSError as error:
        raise faults.unfinished(path, journal) from error
    if isinstance(taken, Lock):
        try:
            with (
                faults.named(path, lambda: backups.damaged(path)),
                contextlib.closing(connections.raw_connection(path, read_only=False)) as connection,
            ):
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                for mode in ("TRUNCATE", "DELETE"):  # from one to the other it is removed, under its lock
                    connection.execute(f"PRAGMA journal_mode={mode}").fetchone()
        finally:
            taken.release(left)  # whose program was interrupted is still to be told
