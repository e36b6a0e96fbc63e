"""How snapshots are kept, and the counting they are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    func,
    insert,
    literal,
    select,
)
from sqlalchemy.schema import CreateTable

from kvik_desktop.central.store import CRITERION_MEAN, INSTITUTION, PACKAGE, SCORE
from kvik_desktop.storage.base import CENTRAL
from kvik_desktop.storage.work import CHUNK, Transaction

SNAPSHOT = Table(
    "snapshot",
    CENTRAL,
    Column("id", Integer, primary_key=True),
    Column("campaign", String, nullable=False),
    Column("taken", String, nullable=False),
    Column("breakdown", String, nullable=False),
    Column("document", String, nullable=False),
    Index("ix_snapshot_campaign", "campaign"),
)

SNAPSHOT_PACKAGE = Table(
    "snapshot_package",
    CENTRAL,
    Column("snapshot", ForeignKey("snapshot.id"), primary_key=True),
    Column("package", String, primary_key=True),
    Column("stratum", String, nullable=False),
    Column("group_name", String, nullable=False),
    sqlite_with_rowid=False,
)
"""``package`` is the manifest's SHA-256 and no reference: what was published stays."""

_MEMBER = Table(
    "member",
    MetaData(),
    Column("package", Integer, primary_key=True),
    Column("cell", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)
"""Lives as long as the connection and is seen by nobody else."""

_VALUES = (
    ("criterion", CRITERION_MEAN, CRITERION_MEAN.c.criterion),
    ("subcriterion", SCORE, SCORE.c.subcriterion),
)

_GROUPS = {
    "sector": func.coalesce(INSTITUTION.c.sector, PACKAGE.c.sector),
    "level": func.coalesce(INSTITUTION.c.level, PACKAGE.c.level),
    "parent": func.coalesce(INSTITUTION.c.parent, PACKAGE.c.parent),
}
"""What an institution says of itself holds only where the trust list says nothing."""


def _group(breakdown: str) -> Any:
    return _GROUPS[breakdown] if breakdown in _GROUPS else literal("")


def counting(work: Transaction, campaign: str, breakdown: str) -> list[Any]:
    """Of every package that counts: id, sha256, model, method, year, group, version, validation."""
    column = PACKAGE.c
    wanted = select(
        column.id,
        column.sha256,
        column.model,
        column.method,
        column.year,
        _group(breakdown),
        column.model_version,
        column.validation,
    ).outerjoin_from(PACKAGE, INSTITUTION, INSTITUTION.c.id == column.institution)
    return list(work.execute(wanted.where(column.campaign == campaign, column.counts == 1)))


def tallies(work: Transaction, cells: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int, str, int, int]]:
    """How many packages of a cell have a value: ``criterion`` or ``subcriterion``, cell, name, parts, number.

    ``cells`` says which cell each package is in: a number in a table of its own, which makes counting quick.
    """
    work.execute(CreateTable(_MEMBER, if_not_exists=True))
    work.execute(_MEMBER.delete())
    work.execute(insert(_MEMBER), [{"package": package, "cell": cell} for package, cell in cells])
    for kind, table, name in _VALUES:
        keys = (_MEMBER.c.cell, name, table.c.parts)
        joined = _MEMBER.join(table, table.c.package == _MEMBER.c.package)
        counted = select(*keys, func.count()).select_from(joined).group_by(*keys)
        for cell, found, parts, number in work.execute(counted):
            yield kind, cell, found, parts, number


def bases(work: Transaction, campaign: str) -> dict[str, str]:
    """By model the model whose criteria its means are of."""
    wanted = (
        select(PACKAGE.c.model, func.max(CRITERION_MEAN.c.basis))
        .join_from(PACKAGE, CRITERION_MEAN, CRITERION_MEAN.c.package == PACKAGE.c.id)
        .where(PACKAGE.c.campaign == campaign, PACKAGE.c.counts == 1)
        .group_by(PACKAGE.c.model)
    )
    return dict(iter(work.execute(wanted)))


def scored_rows(work: Transaction, packages_: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """In which rows these packages have a value: package, ``criterion`` or ``subcriterion``, name."""
    for kind, table, name in _VALUES:
        wanted = select(PACKAGE.c.sha256, name).join_from(PACKAGE, table, table.c.package == PACKAGE.c.id)
        for start in range(0, len(packages_), CHUNK):
            part = packages_[start : start + CHUNK]
            for sha256, found in work.execute(wanted.where(PACKAGE.c.sha256.in_(part))):
                yield sha256, kind, found


def newest_snapshot(work: Transaction, campaign: str) -> str | None:
    """The document of the newest snapshot of a campaign."""
    wanted = select(SNAPSHOT.c.document).where(SNAPSHOT.c.campaign == campaign)
    return work.execute(wanted.order_by(SNAPSHOT.c.id.desc()).limit(1)).scalar_one_or_none()


def snapshot_members(work: Transaction, campaign: str) -> dict[int, list[tuple[str, str, str]]]:
    """Of every snapshot of a campaign: package, stratum and group of each member."""
    of = SNAPSHOT_PACKAGE.c
    wanted = select(of.snapshot, of.package, of.stratum, of.group_name).join_from(SNAPSHOT, SNAPSHOT_PACKAGE)
    members: dict[int, list[tuple[str, str, str]]] = {}
    for snapshot, package, stratum, group in work.execute(wanted.where(SNAPSHOT.c.campaign == campaign)):
        members.setdefault(snapshot, []).append((package, stratum, group))
    return members


def keep_snapshot(
    work: Transaction,
    campaign: str,
    taken: str,
    breakdown: str,
    document: str,
    members: Iterable[tuple[str, str, str]],
) -> None:
    """Keep what is published, and whose figures it is made of."""
    number = int(work.execute(select(func.coalesce(func.max(SNAPSHOT.c.id), 0))).scalar_one()) + 1
    row = {"id": number, "campaign": campaign, "taken": taken, "breakdown": breakdown, "document": document}
    work.execute(insert(SNAPSHOT), [row])
    rows = [
        {"snapshot": number, "package": package, "stratum": stratum, "group_name": group}
        for package, stratum, group in members
    ]
    if rows:
        work.execute(insert(SNAPSHOT_PACKAGE), rows)
