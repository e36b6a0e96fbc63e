"""The few statements that every table is read and written with, compiled once for each open file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Integer, LargeBinary, String, Table, bindparam, delete, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

Value = int | str | bytes | None
Row = dict[str, Value]
Key = tuple[Value, ...]


class TableStatements:
    """Reads, writes and deletes one row of a table by its primary key, as SQL with ``?`` places.

    Each is compiled when it is first wanted: that takes as long as a hundred rows.
    """

    def __init__(self, table: Table) -> None:
        _check_columns(table)
        self.table = table
        self.columns = tuple(column.name for column in table.columns)
        self.key_columns = tuple(column.name for column in table.primary_key.columns)
        self._known = frozenset(self.columns)
        self._of_key = [column == bindparam(f"key_{column.name}") for column in table.primary_key.columns]

    @cached_property
    def read(self) -> str:
        """Reads the row with a key."""
        return compiled(select(self.table).where(*self._of_key))

    @cached_property
    def delete(self) -> str:
        """Deletes the row with a key, if it is there."""
        return compiled(delete(self.table).where(*self._of_key))

    @cached_property
    def write(self) -> str:
        """Inserts a row, or replaces the one with its key."""
        return compiled(_upsert(self.table))

    @cached_property
    def insert(self) -> str:
        """Inserts a row unless its key is taken; only tables outside the journal are written so."""
        return compiled(sqlite.insert(self.table).on_conflict_do_nothing())

    def key(self, row: Mapping[str, Any]) -> Key:
        """The primary key of a row."""
        return tuple(row[name] for name in self.key_columns)

    def whole(self, row: Mapping[str, Any]) -> Row:
        """The row with every column; those not given are empty. Raises KeyError for an unknown column."""
        if not self._known >= row.keys():
            unknown = row.keys() - self._known
            raise KeyError(f"{self.table.name} has no columns {sorted(unknown)}")
        return {name: row.get(name) for name in self.columns}

    def named(self, values: Sequence[Any]) -> Row:
        """A row that was read, by column name."""
        return dict(zip(self.columns, values, strict=True))


class StatementCache:
    """The statements of the tables that one open file has used."""

    def __init__(self) -> None:
        self._tables: dict[Table, TableStatements] = {}

    def of(self, table: Table) -> TableStatements:
        """The statements of a table; compiled the first time."""
        found = self._tables.get(table)
        if found is None:
            found = self._tables[table] = TableStatements(table)
        return found


def _check_columns(table: Table) -> None:
    for column in table.columns:
        if not isinstance(column.type, Integer | String | LargeBinary):
            raise TypeError(f"{table.name}.{column.name}: only whole numbers, text and bytes are kept")


def _upsert(table: Table) -> ClauseElement:
    insert = sqlite.insert(table)
    rest = [column.name for column in table.columns if not column.primary_key]
    if not rest:
        return insert.on_conflict_do_nothing()
    return insert.on_conflict_do_update(
        index_elements=list(table.primary_key.columns), set_={name: insert.excluded[name] for name in rest}
    )


def compiled(statement: ClauseElement) -> str:
    """A Core statement as SQLite's own SQL."""
    return str(statement.compile(dialect=sqlite.dialect()))
