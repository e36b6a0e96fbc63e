"""Connections to SQLite as this program wants them: durable, private and with explicit transactions."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection, NullPool, create_engine

WAIT = 5.0
"""Seconds to wait for another process that is in the middle of reading or writing."""

_ALWAYS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten with zeros
    "PRAGMA temp_store=MEMORY",
)
_COMPLETE_FILE = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=EXTRA")
_FAST_READERS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")


def raw_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A plain connection to a file that exists; nothing has been read from it yet."""
    address = f"{address_of(path.absolute())}?mode={'ro' if read_only else 'rw'}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT)


def address_of(path: PurePath) -> str:
    """The path as SQLite's URI. A server of Windows is part of the path there, not of the address."""
    written = path.as_posix()
    return f"file://{'' if written.startswith('/') else '/'}{quote(os.fsencode(written))}"


def open_evaluation(path: Path, *, read_only: bool) -> Connection:
    """A connection to an evaluation file, which is complete after each commit."""
    return _connect(path, () if read_only else _COMPLETE_FILE, read_only=read_only)


def open_central(path: Path) -> Connection:
    """A connection to a coordinator's database, which others can read while one writes."""
    return _connect(path, _FAST_READERS, read_only=False)


def close(connection: Connection, *, tidy: bool) -> None:
    """Close; ``tidy`` also removes the emptied journal file that TRUNCATE leaves beside the file."""
    if tidy and not connection.invalidated:
        # On a stick that has been pulled out this fails; an emptied journal does no harm.
        with contextlib.suppress(sqlite3.Error):
            driver(connection).execute("PRAGMA journal_mode=DELETE")
    connection.close()
    connection.engine.dispose()


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for compiled statements where each microsecond is waited for."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


@contextlib.contextmanager
def transaction(connection: Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any exception."""
    raw = driver(connection)
    raw.execute(begin)
    try:
        yield
        raw.execute("COMMIT")
    except BaseException:
        # Ctrl+C in the middle of a statement makes SQLAlchemy close the connection: that rolls back too.
        if not connection.invalidated and raw.in_transaction:  # a full disk makes SQLite do it by itself
            raw.execute("ROLLBACK")
        raise


def _connect(path: Path, pragmas: tuple[str, ...], *, read_only: bool) -> Connection:
    raw = raw_connection(path, read_only=read_only)
    try:
        for pragma in (*_ALWAYS, *pragmas):
            raw.execute(pragma).close()
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        engine = create_engine(
            "sqlite://",
            creator=lambda: raw,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,  # a fault must not tell what somebody wrote
        )
        return engine.connect()
    except BaseException:
        raw.close()
        raise
