"""What the inbox counts in the coordinator's database."""

from __future__ import annotations

from sqlalchemy import func, select

from kvik_desktop.central.store import SCORE
from kvik_desktop.storage.work import Transaction


def scored(work: Transaction) -> dict[int, int]:
    """By package the number of subcriteria that have a score."""
    wanted = select(SCORE.c.package, func.count()).group_by(SCORE.c.package)
    return dict(iter(work.execute(wanted)))
