"""The journal of an evaluation file: every operation with what each row was before and after.

From it come named undo and redo, the record of who changed what, and the promise that what is forgotten
leaves no trace.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

import msgspec
from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)

from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.connections import driver
from kvik_desktop.storage.labels import label_from_json, label_to_json
from kvik_desktop.storage.statements import Row, StatementCache, compiled
from kvik_desktop.storage.work import Images, Work


class State(StrEnum):
    """Where an operation stands in the undo stack."""

    DONE = "done"
    UNDONE = "undone"
    FINAL = "final"


OPERATION = Table(
    "operation",
    FILE,
    Column("number", Integer, primary_key=True),
    Column("actor", String, nullable=False),
    Column("at", String, nullable=False),
    Column("label", Text),
    Column("kinds", Text, nullable=False),
    Column("merge_key", String),
    Column("state", String, nullable=False),
    CheckConstraint("state IN ('done', 'undone', 'final')", name="state"),
)

CHANGE_LOG = Table(
    "change_log",
    FILE,
    Column("operation", Integer, ForeignKey(OPERATION.c.number), primary_key=True),
    Column("table_name", String, primary_key=True),
    Column("row_key", String, primary_key=True),
    Column("before", Text),
    Column("after", Text),
    sqlite_with_rowid=False,
)

MERGE_WITHIN = timedelta(seconds=60)
"""Typing is one undo step for at most this long, counted from its first commit."""

_LATEST = compiled(
    select(OPERATION).where(OPERATION.c.number == select(func.max(OPERATION.c.number)).scalar_subquery())
)
_NEW_OPERATION = compiled(OPERATION.insert())
_NEW_CHANGE = compiled(CHANGE_LOG.insert())


@dataclass(frozen=True, slots=True)
class Operation:
    """One step of the undo stack."""

    number: int
    actor: str
    at: str
    label: str | None
    kinds: str
    merge_key: str | None
    state: str

    def change(self) -> Change[None]:
        """What going over this step, back or forth, changes."""
        kinds = frozenset(Kind(kind) for kind in msgspec.json.decode(self.kinds))
        return Change(kinds, None, label_from_json(self.label) if self.label else None)


class Journal:
    """The journal of one open file; every method is called inside a transaction."""

    def __init__(self, connection: Connection, metadata: MetaData, statements: StatementCache) -> None:
        self._connection = connection
        self._driver = driver(connection)
        self._metadata = metadata
        self._statements = statements

    def record(self, work: Work, change: Change[Any]) -> None:
        """Write down what the operation did; nothing where it did nothing."""
        for table, where in work.forgotten:
            self._forget(table, where)
        for table in work.swept:
            self._forget_removed(table)
        changes = list(_changes(work))
        if not changes and not work.is_border:
            return
        latest = self._latest()
        if latest is not None and latest.state == State.UNDONE:
            self._drop_undone()
        final = work.is_border or change.undo is None
        if latest is not None and not final and _merges(latest, work):
            self._merge(latest.number, changes)
        else:
            self._add(work, change, State.FINAL if final else State.DONE, changes)

    def to_undo(self, actor: str) -> Operation | None:
        """The step that ``actor`` can undo now, if any."""
        newest = self._operation(OPERATION.c.state != State.UNDONE, newest=True)
        return newest if newest and newest.state == State.DONE and newest.actor == actor else None

    def to_redo(self, actor: str) -> Operation | None:
        """The step that ``actor`` can redo now, if any."""
        oldest = self._operation(OPERATION.c.state == State.UNDONE, newest=False)
        return oldest if oldest and oldest.actor == actor else None

    def undo(self, actor: str) -> Change[None] | None:
        """Put every row of the step back as it was before it."""
        return self._go(self.to_undo(actor), "before", State.UNDONE)

    def redo(self, actor: str) -> Change[None] | None:
        """Put every row of the step as it was after it."""
        return self._go(self.to_redo(actor), "after", State.DONE)

    def begin_turn(self, actor: str, at: datetime, *, afresh: bool = False) -> None:
        """End for good what anybody else could still undo or do again; ``afresh`` also its own."""
        latest = self._latest()
        if latest is not None and latest.state != State.FINAL and (afresh or latest.actor != actor):
            self.end_undo(at)

    def end_undo(self, at: datetime) -> None:
        """Set a border by itself: what came before was written for other tables, or in another's turn."""
        values = (None, "", stamp(at), None, "[]", None, State.FINAL.value)
        self._drop_undone()
        self._driver.execute(_NEW_OPERATION, values)

    def _go(
        self, operation: Operation | None, image: Literal["before", "after"], state: State
    ) -> Change[None] | None:
        if operation is None:
            return None
        self._restore(operation.number, image)
        self._connection.execute(
            update(OPERATION).where(OPERATION.c.number == operation.number).values(state=state)
        )
        return operation.change()

    def _restore(self, number: int, image: Literal["before", "after"]) -> None:
        """Take all rows of the step away, then set in those that were there: no order can collide."""
        self._driver.execute("PRAGMA defer_foreign_keys=ON")
        columns = CHANGE_LOG.c
        rows = self._connection.execute(
            select(columns.table_name, columns.row_key, columns[image]).where(columns.operation == number)
        ).all()
        for name, key, _ in rows:
            table = self._metadata.tables[name]
            values = _key_from_json(table, key)
            self._driver.execute(self._statements.of(table).delete, values)
        for name, _, kept in rows:
            if kept is not None:
                table = self._metadata.tables[name]
                row = self._statements.of(table).whole(_row_from_json(table, kept))
                self._driver.execute(self._statements.of(table).write, tuple(row.values()))

    def _latest(self) -> Operation | None:
        found = self._driver.execute(_LATEST).fetchone()
        return None if found is None else Operation(*found)

    def _operation(self, condition: Any, *, newest: bool) -> Operation | None:
        order = OPERATION.c.number.desc() if newest else OPERATION.c.number.asc()
        found = self._connection.execute(select(OPERATION).where(condition).order_by(order).limit(1)).first()
        return None if found is None else Operation(*found)

    def _add(self, work: Work, change: Change[Any], state: State, changes: list[tuple[Any, ...]]) -> None:
        label = None if change.undo is None else label_to_json(change.undo)
        kinds = msgspec.json.encode(sorted(change.kinds)).decode()
        values = (None, work.actor, stamp(work.now()), label, kinds, work.merge_key, state.value)
        number = self._driver.execute(_NEW_OPERATION, values).lastrowid
        if changes:
            self._driver.executemany(_NEW_CHANGE, [(number, *change) for change in changes])

    def _merge(self, number: int, changes: list[tuple[Any, ...]]) -> None:
        """Add to a step: of a row that it already holds only what is after changes."""
        for name, key, before, after in changes:
            of_row = and_(
                CHANGE_LOG.c.operation == number, CHANGE_LOG.c.table_name == name, CHANGE_LOG.c.row_key == key
            )
            if not self._connection.execute(update(CHANGE_LOG).where(of_row).values(after=after)).rowcount:
                self._driver.execute(_NEW_CHANGE, (number, name, key, before, after))

    def _drop_undone(self) -> None:
        undone = select(OPERATION.c.number).where(OPERATION.c.state == State.UNDONE)
        self._connection.execute(delete(CHANGE_LOG).where(CHANGE_LOG.c.operation.in_(undone)))
        self._connection.execute(delete(OPERATION).where(OPERATION.c.state == State.UNDONE))

    def _forget(self, table: Table, where: Mapping[str, Any]) -> None:
        images = (_image_meets(CHANGE_LOG.c[image], where) for image in ("before", "after"))
        self._delete_traces(and_(CHANGE_LOG.c.table_name == table.name, or_(*images)))

    def _forget_removed(self, table: Table) -> None:
        """Of a row whose key is one column, the journal's key is a list of that alone."""
        [key] = table.primary_key.columns
        there = select(func.json_array(key))
        self._delete_traces(and_(CHANGE_LOG.c.table_name == table.name, CHANGE_LOG.c.row_key.not_in(there)))

    def _delete_traces(self, traces: ColumnElement[bool]) -> None:
        """Delete the traces, and who and what the operations were that left them."""
        numbers = select(CHANGE_LOG.c.operation).where(traces)
        self._connection.execute(
            update(OPERATION)
            .where(OPERATION.c.number.in_(numbers))
            .values(actor="", label=None, merge_key=None)
        )
        self._connection.execute(delete(CHANGE_LOG).where(traces))


def _merges(latest: Operation, work: Work) -> bool:
    recent = work.now() - datetime.fromisoformat(latest.at) <= MERGE_WITHIN
    same = work.merge_key is not None and (latest.merge_key, latest.actor) == (work.merge_key, work.actor)
    return same and recent and latest.state == State.DONE


def _changes(work: Work) -> Iterator[tuple[str, str, str | None, str | None]]:
    for (table, key), images in work.images.items():
        if images.before != images.after:
            yield table.name, _json(key), *_images_to_json(images)


def _images_to_json(images: Images) -> tuple[str | None, str | None]:
    return (
        None if images.before is None else _json(images.before),
        None if images.after is None else _json(images.after),
    )


def _image_meets(image: Column[Any], where: Mapping[str, Any]) -> Any:
    return and_(image.is_not(None), *(func.json_extract(image, f"$.{name}") == where[name] for name in where))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _row_from_json(table: Table, kept: str) -> Row:
    row: Row = msgspec.json.decode(kept)
    return {name: _value(table.columns[name], value) for name, value in row.items()}


def _key_from_json(table: Table, kept: str) -> tuple[Any, ...]:
    columns = table.primary_key.columns
    return tuple(
        _value(column, value) for column, value in zip(columns, msgspec.json.decode(kept), strict=True)
    )


def _value(column: Column[Any], value: Any) -> Any:
    """Bytes stand as base64 in the journal."""
    return base64.b64decode(value) if isinstance(column.type, LargeBinary) and value is not None else value
