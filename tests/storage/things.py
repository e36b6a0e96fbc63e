"""Small tables of their own for the tests of the floor: things, and parts that point to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.base import NAMING
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.journal import CHANGE_LOG, OPERATION
from kvik_desktop.storage.meta import META
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.schema import FILE_MARK, Schema
from kvik_desktop.storage.work import Work

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
METADATA = MetaData(naming_convention=NAMING)
for own in (META, OPERATION, CHANGE_LOG):
    own.to_metadata(METADATA)

THING = Table(
    "thing",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("text", String),
    Column("place", Integer, unique=True),
    Column("data", LargeBinary),
)
PART = Table(
    "part",
    METADATA,
    Column("thing", ForeignKey(THING.c.id), primary_key=True),
    Column("name", String, primary_key=True),
)
SCHEMA = Schema(METADATA, version=1, steps="tests.storage.steps", mark=FILE_MARK)


@dataclass(frozen=True)
class Thing:
    """Something with a text."""

    id: int
    text: str | None = None
    place: int | None = None
    data: bytes | None = None


@dataclass(frozen=True)
class Part:
    """Something that cannot be without its thing."""

    thing: int
    name: str


THINGS = Records(THING, Thing)
PARTS = Records(PART, Part)


class Hands:
    """A clock that is set by hand."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        """The time that it has been set to."""
        return self.at

    def wind(self, **amount: float) -> None:
        """Let time pass."""
        self.at += timedelta(**amount)


def counting_ids() -> Callable[[], str]:
    """Ids that are the same each time: 0000000000000001 and up."""
    numbers = count(1)
    return lambda: f"{next(numbers):016x}"


def cabinet(folder: Path, clock: Hands | FixedClock | None = None, schema: Schema = SCHEMA) -> Cabinet:
    """Keeps files of things; the backups lie in ``folder``/backups."""
    return Cabinet(schema, clock or FixedClock(NOON), folder / "backups")


def later(of: Cabinet) -> Cabinet:
    """The same cabinet in a later version of the program, with one migration more."""
    return replace(of, schema=replace(of.schema, version=of.schema.version + 1))


def new_file(folder: Path, clock: Hands | FixedClock | None = None) -> EvaluationFile:
    """An open file with no things in it."""
    return EvaluationFile.create(folder / "skole.kvikdb", cabinet(folder, clock))


def put_thing(work: Work, thing: Thing) -> Change[Thing]:
    """Keep one thing."""
    THINGS.put(work, thing)
    return changed(Kind.ANSWERS, value=thing, undo=say("gem {text}", text=thing.text))


def things(file: EvaluationFile) -> tuple[Thing, ...]:
    """All things in the file, by number."""
    return file.ask(THINGS.all, order_by=THING.c.id)
