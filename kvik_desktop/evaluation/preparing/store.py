"""How a team's intention is kept: one row beside its evaluation."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from kvik_desktop.evaluation.preparing.model import Intention
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records

INTENTION = Table(
    "intention",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("people", Integer),
    Column("time", String),
    Column("experienced", Integer),
    Column("programme", String, nullable=False),
    Column("shift", Integer, nullable=False),
)

intentions = Records(INTENTION, Intention)
