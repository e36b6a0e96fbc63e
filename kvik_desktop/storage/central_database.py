"""The coordinator's database: many can read while one writes, and there is no undo."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError

from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.files import cannot_write, is_there, put_in_place
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage import connections, faults
from kvik_desktop.storage.connections import transaction
from kvik_desktop.storage.header import read_header
from kvik_desktop.storage.inspection import (
    OK,
    clear_left_over,
    inspect,
    make_durable,
    temporary_copy,
    temporary_file,
)
from kvik_desktop.storage.migration import upgrade
from kvik_desktop.storage.schema import Schema
from kvik_desktop.storage.work import Transaction, random_id

P = ParamSpec("P")
T = TypeVar("T")


class CentralDatabase:
    """An open database of the coordinator; it belongs to the thread that opened it."""

    def __init__(
        self, path: Path, connection: Connection, clock: Clock, new_id: Callable[[], str] = random_id
    ) -> None:
        self.path = path
        self._connection = connection
        self._clock = clock
        self._new_id = new_id

    @classmethod
    def open(cls, url: str, clock: Clock, schema: Schema, new_id: Callable[[], str] = random_id) -> Self:
        """Open the database at ``sqlite:///PATH``, or make it; an older one is copied and brought up to date.

        Raises Problem E_DATABASE_URL, E_NOT_OURS, E_FILE_NEWER, E_DAMAGED and E_FILE_WRITE; in all these
        cases nothing is written to what was there.
        """
        path = path_of(url)
        if not is_there(path):
            _build(path, clock, schema)
        version = _check(path, schema)
        with faults.named(path, lambda: faults.damaged(path, None, None), opening=True):
            database = cls(path, connections.open_central(path), clock, new_id)
        if version < schema.version:
            with contextlib.ExitStack() as undo:
                undo.callback(database.close)
                database._bring_up_to_date(schema)
                undo.pop_all()
        return database

    def _bring_up_to_date(self, schema: Schema) -> None:
        with self._named():
            _keep_old(self.path, self._clock)
            upgrade(self._connection, schema)

    def close(self) -> None:
        """Close the database; what readers need beside it is gathered into the one file."""
        if not self._connection.closed:
            connections.close(self._connection, tidy=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def do(
        self, usecase: Callable[Concatenate[Transaction, P], Change[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Change[T]:
        """Run a use case in one transaction; when this returns, what it did is on the medium.

        Raises what the use case raises, and Problem E_FILE_GONE, E_FILE_WRITE, E_LOCKED or E_READ_ONLY.
        """
        if not is_there(self.path):  # SQLite would write on into a file that nobody finds again
            raise faults.gone(self.path)
        with self._named(), transaction(self._connection):
            return usecase(self._transaction(), *args, **kwargs)

    def ask(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query, which sees one state of the database from beginning to end."""
        with self._named(), transaction(self._connection, "BEGIN"):
            return query(self._transaction(), *args, **kwargs)

    def _transaction(self) -> Transaction:
        return Transaction(self._connection, self._clock, self._new_id)

    def _named(self) -> contextlib.AbstractContextManager[None]:
        return faults.named(self.path, lambda: faults.damaged(self.path, None, None))


def path_of(url: str) -> Path:
    """The file that a URL names. Raises Problem E_DATABASE_URL for anything but ``sqlite:///PATH``."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise _bad_url(say("{url} er ikke en adresse på en database.", url=url)) from None
    if parsed.drivername.startswith("postgresql"):
        raise _bad_url(say("PostgreSQL kan endnu ikke bruges i denne udgave."))
    if parsed.drivername != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise _bad_url(say("{url} kan ikke bruges som database.", url=parsed.render_as_string()))
    return Path(parsed.database)


def _bad_url(message: Text) -> Problem:
    return Problem("E_DATABASE_URL", message, say("Skriv adressen som sqlite:///STI. Intet er ændret."))


def _check(path: Path, schema: Schema) -> int:
    header = read_header(path)
    if header.is_cut:
        raise faults.damaged(path, None, None)
    if not header.is_sqlite or header.mark != schema.mark:
        raise faults.not_ours(path)
    if header.version > schema.version:
        raise faults.newer(path)
    return header.version


def _build(path: Path, clock: Clock, schema: Schema) -> None:
    """Make an empty database that gets its name when it is whole; somebody else may be quicker."""
    prefix = f".{path.name}."
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_left_over(path.parent, prefix, clock)
        with (
            temporary_file(path.parent, prefix) as temporary,
            faults.named(path, lambda: faults.damaged(path, None, None)),
        ):
            connection = connections.open_evaluation(temporary, read_only=False)
            try:
                with transaction(connection):
                    schema.create(connection)
            finally:
                connections.close(connection, tidy=True)
            make_durable(temporary)
            put_in_place(temporary, path, replace=False)
    except OSError as error:
        raise cannot_write(path, error) from error
    except Problem as problem:
        if problem.code != "E_FILE_EXISTS":
            raise


def _keep_old(path: Path, clock: Clock) -> None:
    """A verified copy beside the database, before its tables are changed."""
    moment = f"{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    aside = path.with_name(f"{path.stem}.foer-opdatering-{moment}{path.suffix}")
    try:
        with temporary_copy(path, path.parent, f".{path.name}.") as copy:
            if inspect(copy).integrity != OK:
                raise faults.damaged(path, None, None)
            put_in_place(copy, aside, replace=False)
    except OSError as error:
        raise cannot_write(aside, error) from error
