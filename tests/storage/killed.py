"""What the processes do that are killed in the middle of it; each says what it has been told is done."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from kvik_desktop.foundation.change import Change, changed
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.text import say
from kvik_desktop.storage import restoring
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.carrying import image_of, put_back
from kvik_desktop.storage.central_database import CentralDatabase
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.restoring import restore
from kvik_desktop.storage.schema import CENTRAL_MARK, Schema
from kvik_desktop.storage.work import Transaction, Work
from tests.storage.things import METADATA, PARTS, SCHEMA, THING, THINGS, Part, Thing

CENTRAL = Schema(METADATA, version=1, steps=SCHEMA.steps, mark=CENTRAL_MARK)
PAGES = 12
"""Parts of each thing, and pages of text: a commit changes many pages of the file."""


def cabinet(folder: Path) -> Cabinet:
    """Keeps files of things by the real clock."""
    return Cabinet(SCHEMA, SystemClock(), folder / "backups")


def put_with_parts(work: Work, number: int) -> Change[None]:
    """A thing that is whole only with all its parts."""
    THINGS.put(work, Thing(number, f"{number} " + "x" * 4096 * PAGES))
    PARTS.put_many(work, (Part(number, str(n)) for n in range(PAGES)))
    return changed(value=None, undo=say("gem"))


def keep_saving(pipe: Connection, folder: Path) -> None:
    """Save one thing after another, and undo and redo now and then."""
    with EvaluationFile.open(folder / "skole.kvikdb", cabinet(folder)) as file:
        number = 1 + max((thing.id for thing in file.ask(THINGS.all)), default=-1)
        while True:
            file.do(put_with_parts, number)
            if number % 5 == 0:
                file.undo()
                file.redo()
            pipe.send(number)
            number += 1


def keep_creating(pipe: Connection, folder: Path) -> None:
    """Make one file after another."""
    for number in range(10_000):
        EvaluationFile.create(
            folder / f"{number}.kvikdb", cabinet(folder), lambda work: put_with_parts(work, 7)
        ).close()
        pipe.send(number)


def keep_backing_up(pipe: Connection, folder: Path) -> None:
    """Save and back up, then go back to the newest backup, again and again."""
    path = folder / "skole.kvikdb"
    for number in range(10_000):
        with EvaluationFile.open(path, cabinet(folder)) as file:
            file.do(put_with_parts, number)
            pipe.send(number)
            file.backup()
        restore(path, cabinet(folder))


def keep_importing(pipe: Connection, folder: Path) -> None:
    """Add one thing after another to a central database."""

    def add(work: Transaction, number: int) -> Change[None]:
        work.execute(THING.insert(), [{"id": number, "text": "x" * 4096 * PAGES}])
        return changed(value=None)

    def count(work: Transaction) -> int:
        return len(THINGS.all(work))

    with CentralDatabase.open(f"sqlite:///{folder / 'central.db'}", SystemClock(), CENTRAL) as database:
        number = database.ask(count)
        while True:
            database.do(add, number)
            pipe.send(number)
            number += 1


def keep_bringing_back(pipe: Connection, folder: Path) -> None:
    """Put a carried edition in the file's place, again and again."""
    path = folder / "skole.kvikdb"
    for number in range(10_000):
        with EvaluationFile.open(path, cabinet(folder)) as file:
            file.do(put_with_parts, number)
        image = image_of(path)
        pipe.send(number)
        put_back(image, path, cabinet(folder))


def die_before_the_name(pipe: Connection, folder: Path) -> None:
    """Bring a copy back, and end when it is all written and has no name yet."""
    path = folder / "skole.kvikdb"
    image = image_of(path)

    def die(*_: object, **__: object) -> NoReturn:
        pipe.send("written")
        os._exit(9)

    setattr(restoring, "put_in_place", die)  # noqa: B010  (it is imported there, not exported)
    put_back(image, path, cabinet(folder))
