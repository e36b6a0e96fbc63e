"""What a use case is handed: the clock, new ids, and reading and writing inside one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, TypeVarTuple, overload

from sqlalchemy import Connection, CursorResult, Executable, Table
from sqlalchemy.sql.selectable import TypedReturnsRows

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.storage.connections import driver
from kvik_desktop.storage.statements import Key, Row, StatementCache, TableStatements, Value

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]

CHUNK = 400
"""Rows that are looked up in one statement."""


def random_id() -> str:
    """16 hexadecimal digits nobody else has: an id that can travel."""
    return secrets.token_hex(8)


class Transaction:
    """One transaction without a journal: what queries and the coordinator's use cases are handed."""

    def __init__(self, connection: Connection, clock: Clock, new_id: Callable[[], str] = random_id) -> None:
        self._connection = connection
        self._driver = driver(connection)
        self.clock = clock
        self.new_id = new_id

    def now(self) -> datetime:
        """The time now, UTC, whole seconds."""
        return self.clock.now()

    @overload
    def execute(
        self, statement: TypedReturnsRows[*Ts], params: Parameters | None = None
    ) -> CursorResult[*Ts]: ...

    @overload
    def execute(
        self, statement: Executable, params: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]: ...

    def execute(self, statement: Executable, params: Parameters | None = None) -> CursorResult[Any]:
        """Run a Core statement; a sequence of parameters runs it once for each, in bulk."""
        self._check(statement)
        return self._connection.execute(statement, params)

    def remembered(self, name: str, read: Callable[[], T]) -> T:
        """What ``read`` gives, asked once while the database is open.

        Only for what never changes under its name, as content under its checksum.
        """
        known = self._connection.info
        if name not in known:
            known[name] = read()
        found: T = known[name]
        return found

    def _check(self, statement: Executable) -> None:
        """Raise TypeError for a statement that must not be run this way; here there is none."""


@dataclass(slots=True)
class Images:
    """What a row was before the operation and is after it; None where there is no row."""

    before: Row | None
    after: Row | None


class Work(Transaction):
    """One operation on an evaluation file: every row it writes is remembered for undo."""

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        actor: str,
        *,
        new_id: Callable[[], str] = random_id,
        statements: StatementCache | None = None,
    ) -> None:
        super().__init__(connection, clock, new_id)
        self.actor = actor
        self.is_border = False
        self.has_kept = False
        self.leaves_no_trace = False
        self.merge_key: str | None = None
        self.forgotten: list[tuple[Table, Mapping[str, Any]]] = []
        self.swept: list[Table] = []
        self.images: dict[tuple[Table, Key], Images] = {}
        self._statements = statements or StatementCache()

    def put(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert the row, or replace the one with its primary key; columns not given become empty."""
        statements = self._statements.of(table)
        after = statements.whole(row)
        images = self._images(statements, statements.key(after))
        if images.after != after:
            self._driver.execute(statements.write, tuple(after.values()))
            images.after = after

    def put_many(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """As :meth:`put` for many rows at once."""
        statements = self._statements.of(table)
        writes: dict[Key, tuple[Value, ...]] = {}
        for row in rows:
            after = statements.whole(row)
            key = statements.key(after)
            images = self._images(statements, key)
            if images.after != after:
                images.after = after
                writes[key] = tuple(after.values())
        if writes:
            self._driver.executemany(statements.write, writes.values())

    def remove(self, table: Table, *key: Any) -> None:
        """Delete the row with this primary key, if it is there."""
        statements = self._statements.of(table)
        images = self._images(statements, key)
        if images.after is not None:
            self._driver.execute(statements.delete, key)
            images.after = None

    def keep(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row that never changes (bytes under their hash, a mark of the clock), unless it is there.

        The journal does not hold it, however large: undo lets it lie, so that redo can point to it again.
        """
        statements = self._statements.of(table)
        self._driver.execute(statements.insert, tuple(statements.whole(row).values()))
        self.has_kept = True

    def jot(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert or replace a row of a table that the journal never holds: what is at hand, and is no act.

        Undo does not touch it; :meth:`rub_out` takes it away again.
        """
        statements = self._statements.of(table)
        self._driver.execute(statements.write, tuple(statements.whole(row).values()))
        self.has_kept = True

    def rub_out(self, table: Table, *key: Any) -> None:
        """Delete a row that :meth:`jot` wrote, if it is there."""
        self._driver.execute(self._statements.of(table).delete, key)
        self.has_kept = True

    def discard(self, table: Table, *key: Any) -> None:
        """Delete for ever a row that :meth:`keep` inserted. Raises RuntimeError where undo could miss it."""
        if not self.is_border:
            raise RuntimeError("what is kept outside the journal is only discarded behind a border")
        self._driver.execute(self._statements.of(table).delete, key)

    def forget(self, table: Table, **where: Any) -> None:
        """Delete for ever the rows whose columns have these values, and every trace of them in the journal.

        Without conditions the whole table is forgotten. It is a border: nothing up to and including this
        operation can be undone. Where backups may hold it, :meth:`leave_no_trace` as well.
        """
        conditions = [table.columns[name] == value for name, value in where.items()]
        self._connection.execute(table.delete().where(*conditions))
        self.forget_traces(table, **where)

    def forget_traces(self, table: Table, **where: Any) -> None:
        """Forget what rows with these values have been, this operation included; they stay as they are now.

        As :meth:`forget` it is a border.
        """
        self.border()
        self.forgotten.append((table, dict(where)))
        for place in [place for place in self.images if place[0] is table]:
            if _meets(self.images[place], where):
                del self.images[place]

    def forget_removed(self, table: Table) -> None:
        """Forget what rows have been that are no longer there; it is a border. The key is one column."""
        self.border()
        self.swept.append(table)

    @property
    def has_written(self) -> bool:
        """Whether anything has been put, kept, removed or forgotten."""
        return bool(self.images or self.forgotten or self.swept or self.has_kept)

    def border(self) -> None:
        """Nothing up to and including this operation can be undone."""
        self.is_border = True

    def leave_no_trace(self) -> None:
        """What this operation deletes is also to go from backups and free pages: it is a border, too.

        ``EvaluationFile.clear`` does it afterwards; where it does not come to that, the next opening does.
        """
        self.border()
        self.leaves_no_trace = True

    def merge_typing(self, key: str | None) -> None:
        """Let this operation be one step with the previous one, when that has the same key and is recent.

        With None it is a step of its own, whatever was said before.
        """
        self.merge_key = key

    def _check(self, statement: Executable) -> None:
        if not statement.is_select:
            raise TypeError("an evaluation file is written through put, remove and forget")

    def _images(self, statements: TableStatements, key: Key) -> Images:
        images = self.images.get((statements.table, key))
        if images is None:
            found = self._driver.execute(statements.read, key).fetchone()
            before = None if found is None else statements.named(found)
            images = self.images[statements.table, key] = Images(before, before)
        return images


def _meets(images: Images, where: Mapping[str, Any]) -> bool:
    return any(
        row is not None and all(row[name] == value for name, value in where.items())
        for row in (images.before, images.after)
    )
