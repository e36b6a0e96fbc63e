"""What the database keeps for the register: where the coordinator's own list and key lie."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, String, Table, delete, insert, select

from kvik_desktop.central.model import Package
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.central.store import PACKAGE, packages
from kvik_desktop.storage.base import CENTRAL
from kvik_desktop.storage.work import Transaction

OWN_FILES = Table(
    "own_files",
    CENTRAL,
    Column("trust_list", String, primary_key=True),
    Column("signing_key", String, nullable=False),
)


def own_files(work: Transaction) -> OwnFiles | None:
    """What was remembered last."""
    found = work.execute(select(OWN_FILES.c.trust_list, OWN_FILES.c.signing_key)).first()
    return None if found is None else OwnFiles(Path(found[0]), Path(found[1]))


def keep_own_files(work: Transaction, files: OwnFiles) -> None:
    """Remember these instead of what was there."""
    work.execute(delete(OWN_FILES))
    row = {"trust_list": str(files.trust_list), "signing_key": str(files.key)}
    work.execute(insert(OWN_FILES), [row])


def newest_counting(work: Transaction) -> dict[str, Package]:
    """By institution the newest of its packages that counts, in whatever campaign."""
    found = packages.all(work, PACKAGE.c.counts == 1, order_by=(PACKAGE.c.received, PACKAGE.c.id))
    return {package.institution: package for package in found}
