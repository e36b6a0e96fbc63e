"""The way between frozen dataclasses and rows: one column a field, in values the database understands.

Enums are kept as their value, dates and moments as ISO text (UTC), tuples, dicts and nested dataclasses as
JSON text, and yes/no as 1/0.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NewType,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec
from sqlalchemy import ColumnElement, Table, bindparam, select

from kvik_desktop.storage.faults import DamagedRowError
from kvik_desktop.storage.statements import Row
from kvik_desktop.storage.work import Transaction, Work

T = TypeVar("T")
Translate = Callable[[Any], Any]


class Records(Generic[T]):
    """The rows of ``table`` as objects of the frozen dataclass ``cls``; every field has its column.

    Columns that are no field (the evaluation a part belongs to, its place in a list) are given by name when
    an object is put.
    """

    def __init__(self, table: Table, cls: type[T]) -> None:
        if not is_dataclass(cls):
            raise TypeError(f"{cls.__name__} is no dataclass")
        hints = get_type_hints(cls, include_extras=True)
        names = [field.name for field in fields(cls)]
        self.table = table
        self._cls: Callable[..., T] = cls
        self._hints = {name: hints[name] for name in names}
        self._encoders = {name: _encoder(hint) for name, hint in self._hints.items()}
        self._select = select(*(table.columns[name] for name in names))
        key = table.primary_key.columns
        self._key_names = [column.name for column in key]
        # Made once: building the comparison anew costs as much as running it.
        self._by_key = self._select.where(*(column == bindparam(column.name) for column in key))

    def all(self, work: Transaction, *where: ColumnElement[bool], order_by: Any = None) -> tuple[T, ...]:
        """The objects that meet every condition; ``order_by`` is one column or a sequence of them."""
        statement = self._select.where(*where) if where else self._select
        if order_by is not None:
            columns = order_by if isinstance(order_by, tuple | list) else (order_by,)
            statement = statement.order_by(*columns)
        return tuple(self.of_rows(work.execute(statement).all()))

    def get(self, work: Transaction, *key: Any) -> T | None:
        """The object with this primary key, in the order of the table's key columns, or None."""
        named = zip(self._key_names, key, strict=True)
        found = work.execute(self._by_key, {name: self._key(name, value) for name, value in named}).first()
        return None if found is None else next(self.of_rows([found]))

    def put(self, work: Work, obj: T, **extra: Any) -> None:
        """Insert the object, or replace the one with its key; ``extra`` fills columns that are no field."""
        work.put(self.table, self.row(obj, **extra))

    def put_many(self, work: Work, objects: Iterable[T], **extra: Any) -> None:
        """As :meth:`put` for many objects that share their ``extra`` columns."""
        work.put_many(self.table, (self.row(obj, **extra) for obj in objects))

    def remove(self, work: Work, *key: Any) -> None:
        """Delete the object with this primary key, if it is there."""
        columns = self.table.primary_key.columns
        work.remove(
            self.table, *(self._key(column.name, value) for column, value in zip(columns, key, strict=True))
        )

    def row(self, obj: T, **extra: Any) -> Row:
        """The object as a row: for bulk statements and for :class:`Work`."""
        row = {name: encode(getattr(obj, name)) for name, encode in self._encoders.items()}
        return row | extra if extra else row

    def of_rows(self, rows: Iterable[Any]) -> Iterator[T]:
        """Rows that hold the fields' columns first, in declared order, as objects. Raises DamagedRowError."""
        return (self._cls(*values) for values in self._read(rows))

    def _read(self, rows: Iterable[Any]) -> Iterator[list[Any]]:
        try:
            for row in msgspec.convert([tuple(row) for row in rows], self._stored_rows):
                values = list(msgspec.structs.astuple(row))
                for place, decode in self._decoders:
                    values[place] = decode(values[place])
                yield values
        except (msgspec.MsgspecError, TypeError) as error:
            raise DamagedRowError(self.table.name) from error

    @cached_property
    def _stored_rows(self) -> Any:
        """Rows as they are kept: all their columns are converted at once, which is most of reading them."""
        columns = [(name, _stored(hint)) for name, hint in self._hints.items()]
        return list[msgspec.defstruct(self.table.name, columns, array_like=True)]  # type: ignore[misc]  # made here

    @cached_property
    def _decoders(self) -> list[tuple[int, Translate]]:
        """By the place of a column what is left to do to what is kept in it."""
        found = ((place, _decoder(hint)) for place, hint in enumerate(self._hints.values()))
        return [(place, decode) for place, decode in found if decode is not None]

    def _key(self, name: str, value: Any) -> Any:
        encode = self._encoders.get(name)
        return value if encode is None else encode(value)


def _encoder(hint: Any) -> Translate:
    if _is_nested(hint):
        return _json
    if _plain(hint) in (int, str, bytes):
        return _same
    return _simple


def _stored(hint: Any) -> Any:
    """What is kept of a field, as far as it is converted with the rest of its row."""
    if _is_nested(hint):
        return str | None
    plain = _plain(hint)
    if plain is bytes:
        return Any  # text would be taken for base64
    if plain is bool:
        return int | None
    return plain | None if plain in (int, str) else hint


def _decoder(hint: Any) -> Translate | None:
    """What makes a field of what is kept of it; None where that is the same."""
    if _is_nested(hint):
        decoder = msgspec.json.Decoder(hint)
        return lambda value: None if value is None else decoder.decode(value)
    plain = _plain(hint)
    if plain is bool:
        return lambda value: None if value is None else bool(value)
    return _only_bytes if plain is bytes else None


def _only_bytes(value: Any) -> Any:
    """The value as it is; raises TypeError for one of another kind, which SQLite keeps too."""
    if value is not None and type(value) is not bytes:
        raise TypeError(f"{type(value).__name__} is no bytes")
    return value


def _same(value: Any) -> Any:
    return value


def _json(value: Any) -> Any:
    return None if value is None else msgspec.json.encode(value).decode()


def _simple(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return msgspec.to_builtins(value)


def _plain(hint: Any) -> Any:
    """The type without Annotated, NewType and ``| None``; a union of several types stays as it is."""
    if get_origin(hint) is Annotated:
        return _plain(get_args(hint)[0])
    if isinstance(hint, NewType):
        return _plain(hint.__supertype__)
    if get_origin(hint) in (Union, types.UnionType):
        rest = [part for part in get_args(hint) if part is not types.NoneType]
        return _plain(rest[0]) if len(rest) == 1 else hint
    return hint


def _is_nested(hint: Any) -> bool:
    plain = _plain(hint)
    if get_origin(plain) in (Union, types.UnionType):
        return any(_is_nested(part) for part in get_args(plain))
    if get_origin(plain) is Literal or plain is types.NoneType:
        return False
    if get_origin(plain) in (set, frozenset):
        raise TypeError("a set has no order, so equal sets would become different rows")
    if get_origin(plain) is not None or is_dataclass(plain):
        return True
    return isinstance(plain, type) and issubclass(plain, tuple | list | dict | msgspec.Struct)
