"""What a file knows about itself: its id, and when and with what it was made."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, insert, select, update

from kvik_desktop import __version__
from kvik_desktop.foundation.clock import Clock, stamp
from kvik_desktop.storage.base import FILE

META = Table(
    "meta",
    FILE,
    Column("file_id", String, primary_key=True),
    Column("created", String, nullable=False),
    Column("program_version", String, nullable=False),
    Column("to_clear", String, nullable=True),  # since when something deleted may be left outside the tables
)

FILE_ID = re.compile(r"[0-9a-f]{32}")
"""What an id looks like; the backups of a file lie in a folder of that name, so nothing else will do."""


def write_meta(connection: Connection, clock: Clock, new_id: Callable[[], str]) -> None:
    """Give a new file its id: 32 hexadecimal digits that follow it through copies and backups."""
    file_id = new_id() + new_id()
    connection.execute(
        insert(META).values(file_id=file_id, created=stamp(clock.now()), program_version=__version__)
    )


def read_file_id(connection: Connection) -> str:
    """The id of an open file."""
    return str(connection.execute(select(META.c.file_id)).scalar_one())


def note_to_clear(connection: Connection, at: datetime | None) -> None:
    """Note that what was deleted at this time may be left in backups and free pages; None when it is not."""
    connection.execute(update(META).values(to_clear=None if at is None else stamp(at)))


def is_to_clear(connection: Connection) -> bool:
    """Whether what was deleted may still be left in backups and free pages."""
    return connection.execute(select(META.c.to_clear)).scalar_one() is not None
