"""An evaluation file as bytes in memory: to be locked and carried, and put back after a look.

No part of it is written anywhere until it is put back: a copy is made from database to memory.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage import faults
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.connections import raw_connection
from kvik_desktop.storage.inspection import (
    DAMAGE,
    OK,
    file_id_in,
    integrity_of,
    make_durable,
    temporary_file,
)
from kvik_desktop.storage.restoring import put_in
from kvik_desktop.storage.schema import Schema

Step = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a file: which file, and everything that has been done in it, the oldest first."""

    file_id: str
    steps: tuple[Step, ...]
    """Number, who and when."""
    end: tuple[object, ...]
    """How the newest step and the undo stack stand."""

    @property
    def saved(self) -> datetime | None:
        """When something was done last."""
        return datetime.fromisoformat(self.steps[-1][2]) if self.steps else None


class Relation(StrEnum):
    """What a copy is to the file that is here."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    APART = "apart"
    """Something has been done in both since they were one."""
    OTHER = "other"
    """They are not the same file at all."""


def relation(copy: Edition, here: Edition) -> Relation:
    """What a copy is to the file here: by what has been done in each, never by a clock."""
    if copy.file_id != here.file_id:
        return Relation.OTHER
    shared = min(len(copy.steps), len(here.steps))
    if copy.steps[:shared] != here.steps[:shared]:
        return Relation.APART
    if len(copy.steps) != len(here.steps):
        return Relation.NEWER if len(copy.steps) > shared else Relation.OLDER
    return Relation.SAME if copy.end == here.end else Relation.APART


def image_of(path: Path) -> bytes:
    """A whole copy of a database, which may be in use, made with SQLite's backup interface into memory.

    Raises Problem E_FILE or E_DAMAGED.
    """
    with (
        faults.named(path, lambda: faults.damaged(path, None, None), opening=True),
        contextlib.closing(raw_connection(path, read_only=True)) as reader,
        contextlib.closing(sqlite3.connect(":memory:")) as copy,
    ):
        reader.backup(copy)
        return copy.serialize()


def edition_at(path: Path, schema: Schema) -> Edition:
    """The edition that lies at ``path``. Raises as :func:`image_of` and :func:`edition_of`."""
    return edition_of(image_of(path), schema)


def edition_of(image: bytes, schema: Schema) -> Edition:
    """The edition in an image, after looking whether it is sound.

    Raises Problem E_NOT_OURS, E_FILE_NEWER for one from a later version of the program, E_BACKUP.
    """
    if not image.startswith(b"SQLite format 3\0") or int.from_bytes(image[68:72], "big") != schema.mark:
        raise Problem(
            "E_NOT_OURS",
            say("Kopien er ikke en selvevaluering fra KVIK Desktop."),
            say("Vælg en anden fil. Intet er ændret."),
        )
    if int.from_bytes(image[60:64], "big") > schema.version:
        raise Problem(
            "E_FILE_NEWER",
            say("Kopien er lavet med en nyere udgave af KVIK Desktop."),
            say("Opdatér programmet, og hent kopien igen. Intet er ændret."),
        )
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(image)
            file_id = file_id_in(connection) if integrity_of(connection) == OK else None
            if file_id is not None:
                return Edition(file_id, *_done(connection))
        except DAMAGE as error:
            raise _damaged() from error
    raise _damaged()


def _done(connection: sqlite3.Connection) -> tuple[tuple[Step, ...], tuple[object, ...]]:
    steps = connection.execute("SELECT number, actor, at FROM operation ORDER BY number").fetchall()
    states = connection.execute("SELECT state FROM operation ORDER BY number").fetchall()
    newest = connection.execute(
        "SELECT table_name, row_key, after FROM change_log "
        "WHERE operation = (SELECT max(number) FROM operation) ORDER BY table_name, row_key"
    ).fetchall()
    return tuple(steps), (*states, *newest)


def _damaged() -> Problem:
    return Problem(
        "E_BACKUP",
        say("Kopien er beskadiget og kan ikke bruges."),
        say("Brug en anden kopi. Intet er ændret."),
    )


def put_back(image: bytes, path: Path, cabinet: Cabinet) -> Path | None:
    """Put an image at ``path``; where what lay there is kept, None where nothing lay there.

    It is written once, beside its place. Whoever is cut off while it is has left a note of it.

    Raises Problem E_LOCKED while that is open, E_FILE_WRITE, and as :func:`edition_of`; then nothing is
    changed, and nothing is left of the image.
    """
    edition_of(image, cabinet.schema)

    @contextlib.contextmanager
    def written() -> Iterator[Path]:
        with temporary_file(path.parent, f".{path.name}.") as temporary:
            temporary.write_bytes(image)
            make_durable(temporary)
            yield temporary

    return put_in(path, cabinet, written)
