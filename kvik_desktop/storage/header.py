"""The first hundred bytes of a database file, read raw: what it is before SQLite is let near it."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.foundation.files import cannot_read

MAGIC = b"SQLite format 3\0"
SIZE = 100


@dataclass(frozen=True, slots=True)
class Header:
    """Whether the file begins like a whole SQLite database, and its two numbers of ours.

    Opening one that is ``in_wal`` mode, as ours are not left, puts files beside it even when it is only read.
    """

    is_sqlite: bool
    is_cut: bool
    in_wal: bool
    mark: int
    version: int


def read_header(path: Path) -> Header:
    """The header of a file. Raises Problem E_FILE where it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading from a pipe would wait for somebody to write
            return Header(is_sqlite=False, is_cut=False, in_wal=False, mark=0, version=0)
        with path.open("rb") as file:
            data = file.read(SIZE)
    except OSError as error:
        raise cannot_read(path, error) from error
    return Header(
        is_sqlite=len(data) == SIZE and data.startswith(MAGIC),
        is_cut=len(data) < SIZE and MAGIC.startswith(data[: len(MAGIC)]),
        in_wal=data[18:20] == b"\2\2",
        mark=int.from_bytes(data[68:72], "big"),
        version=int.from_bytes(data[60:64], "big"),
    )
