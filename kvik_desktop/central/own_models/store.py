"""How the municipality's own model packages are kept, and which deliveries are made with them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, LargeBinary, String, Table, UniqueConstraint, delete, insert, select

from kvik_desktop.central.store import CRITERION_MEAN, PACKAGE, SCORE, Kept, add_figures
from kvik_desktop.storage.base import CENTRAL
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction


@dataclass(frozen=True, slots=True)
class OwnModel:
    """A package as it was handed in; ``content`` is its canonical form."""

    sha256: str
    id: str
    version: str
    content: bytes
    received: datetime


OWN_MODEL = Table(
    "own_model",
    CENTRAL,
    Column("sha256", String, primary_key=True),
    Column("id", String, nullable=False),
    Column("version", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("received", String, nullable=False),
    UniqueConstraint("id", "version"),
)

_own_models = Records(OWN_MODEL, OwnModel)


def own_models(work: Transaction) -> tuple[OwnModel, ...]:
    """Every package that was handed in, the newest first."""
    return _own_models.all(work, order_by=(OWN_MODEL.c.received.desc(), OWN_MODEL.c.version.desc()))


def keep(work: Transaction, model: OwnModel) -> None:
    """Keep a package that is not here."""
    work.execute(insert(OWN_MODEL), [_own_models.row(model)])


def files_made_with(work: Transaction, models: Collection[str]) -> Sequence[str]:
    """The files of every delivery in the ledgers that is made with one of these models, in any version."""
    wanted = select(PACKAGE.c.file).where(PACKAGE.c.model.in_(models)).order_by(PACKAGE.c.id)
    return work.execute(wanted).scalars().all()


def change_figures(work: Transaction, kept: Kept) -> None:
    """Put these figures in the place of those that are kept of a package."""
    for table in (SCORE, CRITERION_MEAN):
        work.execute(delete(table).where(table.c.package == kept.package.id))
    add_figures(work, [kept])
