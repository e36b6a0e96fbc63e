"""Dataclasses go into rows and come out as they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, create_engine

from kvik_desktop.foundation.change import Change, changed
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.storage.faults import DamagedRowError
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Work
from tests.storage.things import NOON, THING, Thing, new_file, things


class Colour(StrEnum):
    """Kept as its word."""

    RED = "red"
    GREEN = "green"


class Step(Enum):
    """Kept as its number."""

    ONE = 1
    TWO = 2


@dataclass(frozen=True)
class Point:
    """Nested, so it becomes JSON."""

    x: int
    on: date


@dataclass(frozen=True)
class Everything:
    """A field of each sort that the models use."""

    id: str
    colour: Colour
    step: Step | None
    day: date | None
    moment: datetime
    yes: bool
    maybe: bool | None
    share: Decimal | None
    kind: Literal["a", "b"]
    raw: bytes | None
    number: int | None
    words: tuple[str, ...] = ()
    points: tuple[Point, ...] | None = None
    by_step: dict[int, str] = field(default_factory=dict)
    point: Point | None = None


NUMBERS = ("step", "yes", "maybe", "number")
COLUMNS = [
    Column(
        name,
        Integer if name in NUMBERS else LargeBinary if name == "raw" else String,
        primary_key=name == "id",
    )
    for name in Everything.__dataclass_fields__
]
TABLE = Table("everything", MetaData(), *COLUMNS, Column("owner", String))

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
days = st.dates()
points = st.builds(Point, st.integers(-9, 9), days)
everything = st.builds(
    Everything,
    id=texts,
    colour=st.sampled_from(Colour),
    step=st.none() | st.sampled_from(Step),
    day=st.none() | days,
    moment=st.datetimes(timezones=st.just(UTC)),
    yes=st.booleans(),
    maybe=st.none() | st.booleans(),
    share=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2),
    kind=st.sampled_from(("a", "b")),
    raw=st.none() | st.binary(max_size=8),
    number=st.none() | st.integers(-(2**63), 2**63 - 1),
    words=st.lists(texts | st.just("null"), max_size=3).map(tuple),
    points=st.none() | st.lists(points, max_size=2).map(tuple),
    by_step=st.dictionaries(st.integers(0, 9), texts, max_size=2),
    point=st.none() | points,
)


EXAMPLE = Everything(
    "i", Colour.RED, Step.TWO, date(2026, 12, 31), NOON, True, None, Decimal("1.50"), "a", b"\0", 3,
    ("æ",), (Point(1, date(2026, 1, 2)),), {4: "fire"},
)  # fmt: skip


@pytest.fixture(scope="module")
def work() -> Work:
    connection = create_engine("sqlite://").connect()
    TABLE.create(connection)
    return Work(connection, FixedClock(NOON), "nogen")


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(thing=everything)
def test_an_object_comes_back_as_it_was(work: Work, thing: Everything) -> None:
    records = Records(TABLE, Everything)
    records.put(work, thing, owner="mig")
    assert records.get(work, thing.id) == thing
    assert thing in records.all(work, TABLE.c.owner == "mig", order_by=(TABLE.c.id, TABLE.c.day))
    records.remove(work, thing.id)
    assert records.get(work, thing.id) is None


def test_a_row_holds_only_numbers_text_and_bytes() -> None:
    assert Records(TABLE, Everything).row(EXAMPLE, owner="mig") == {
        "id": "i", "colour": "red", "step": 2, "day": "2026-12-31", "moment": "2026-11-22T12:00:00Z",
        "yes": 1, "maybe": None, "share": "1.50", "kind": "a", "raw": b"\0", "number": 3, "words": '["æ"]',
        "points": '[{"x":1,"on":"2026-01-02"}]', "by_step": '{"4":"fire"}', "point": None, "owner": "mig",
    }  # fmt: skip


def test_a_field_without_a_column_is_our_bug() -> None:
    with pytest.raises(KeyError):
        Records(Table("small", MetaData(), Column("id", String, primary_key=True)), Thing)


def test_a_set_is_our_bug() -> None:
    @dataclass(frozen=True)
    class Bag:
        id: frozenset[str]

    with pytest.raises(TypeError, match="order"):
        Records(Table("bag", MetaData(), Column("id", String, primary_key=True)), Bag)


def test_an_unknown_column_is_our_bug(tmp_path: Path) -> None:
    def put_wrong(work: Work) -> Change[None]:
        work.put(THING, {"id": 1, "colour": "red"})
        return changed(value=None)

    with new_file(tmp_path) as file:
        with pytest.raises(KeyError, match="colour"):
            file.do(put_wrong)
        assert things(file) == ()


@pytest.mark.parametrize(
    "damage",
    [
        "step = 9",
        "step = 'x'",
        "day = 'i går'",
        "kind = 'c'",
        "number = 'ti'",
        "words = '['",
        "raw = 'tekst'",
        "raw = 'dGVrc3Q='",
        "maybe = 'ja'",
    ],
)
def test_a_row_that_nobody_has_written_is_damage(damage: str) -> None:
    with create_engine("sqlite://").connect() as connection:
        TABLE.create(connection)
        work = Work(connection, FixedClock(NOON), "nogen")
        Records(TABLE, Everything).put(work, EXAMPLE)
        connection.exec_driver_sql(f"UPDATE everything SET {damage}")
        with pytest.raises(DamagedRowError, match="everything"):
            Records(TABLE, Everything).all(work)
