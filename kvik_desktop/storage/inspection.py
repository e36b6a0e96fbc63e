"""A look at a database file from outside: whether it is sound and which file it is; nothing is written."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.storage.connections import raw_connection
from kvik_desktop.storage.header import read_header
from kvik_desktop.storage.meta import FILE_ID

OK = "ok"

DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file can end in; the second is a complaint in words found in the file."""

TEMPORARY = ".ny"
"""The ending of files that are being made."""

LEFT_OVER_SECONDS = 3600
"""A temporary file older than this belongs to nobody."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """``integrity`` is "ok" or the first fault as SQLite tells it; ``file_id`` None where unreadable."""

    mark: int
    version: int
    integrity: str
    file_id: str | None


def inspect(path: Path) -> Inspection:
    """Look at a file. Raises Problem E_FILE where it cannot be read at all."""
    header = read_header(path)
    if not header.is_sqlite:
        return Inspection(header.mark, header.version, "not a database", None)
    with contextlib.closing(raw_connection(path, read_only=True)) as connection:
        return Inspection(header.mark, header.version, integrity_of(connection), file_id_in(connection))


def file_id_of(path: Path) -> str | None:
    """The id of the file, also of a damaged one where its first pages hold; None otherwise."""
    try:
        with contextlib.closing(raw_connection(path, read_only=True)) as connection:
            return file_id_in(connection)
    except DAMAGE:
        return None


@contextlib.contextmanager
def temporary_file(folder: Path, prefix: str) -> Iterator[Path]:
    """An empty file under a temporary name; removed at the end unless it has been put in place by then."""
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=TEMPORARY, dir=folder)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
        journal_of(temporary).unlink(missing_ok=True)


@contextlib.contextmanager
def temporary_copy(source: Path, folder: Path, prefix: str) -> Iterator[Path]:
    """A whole and durable copy of a database under a temporary name.

    It is made with SQLite's backup interface, so the source may be in use.
    """
    with temporary_file(folder, prefix) as temporary:
        _copy(source, temporary)
        yield temporary


def clear_left_over(folder: Path, prefix: str, clock: Clock) -> None:
    """Remove what a crash left half made in ``folder``, once nobody can still be making it."""
    for path in left_over(folder, prefix):
        with contextlib.suppress(OSError):
            if clock.now().timestamp() - path.stat().st_mtime > LEFT_OVER_SECONDS:
                path.unlink()


def left_over(folder: Path, prefix: str) -> list[Path]:
    """What is being made in ``folder``, or was when a crash came."""
    return [
        path
        for path in folder.iterdir()
        if path.name.startswith(prefix) and path.name.endswith((TEMPORARY, f"{TEMPORARY}-journal"))
    ]


def journal_of(path: Path) -> Path:
    """SQLite's own journal beside a database: not empty only while something is half written."""
    return path.with_name(f"{path.name}-journal")


def make_durable(path: Path) -> None:
    """Return only when the content of the file is on the medium."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(raw_connection(source, read_only=True)) as reader,
        contextlib.closing(raw_connection(target, read_only=False)) as writer,
    ):
        writer.execute("PRAGMA journal_mode=OFF")
        writer.execute("PRAGMA synchronous=OFF")
        reader.backup(writer)
    make_durable(target)


def integrity_of(connection: sqlite3.Connection) -> str:
    """``ok``, or the first fault as SQLite tells it."""
    try:
        faults = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if faults == OK and connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return "foreign key mismatch"
    except DAMAGE as error:
        return str(error)
    return str(faults)


def file_id_in(connection: sqlite3.Connection) -> str | None:
    """The id that the database has of itself; None where it cannot be read."""
    try:
        found = connection.execute("SELECT file_id FROM meta").fetchone()
    except DAMAGE:
        return None
    return found[0] if found and FILE_ID.fullmatch(str(found[0])) else None
