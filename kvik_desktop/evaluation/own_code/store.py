"""How participants' own codes are kept: one row each, and no trace of an earlier one."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table

from kvik_desktop.evaluation.own_code.model import OwnCode
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work

OWN_CODE = Table(
    "own_code",
    FILE,
    Column("participant", ForeignKey("participant.id"), primary_key=True),
    Column("changed", String, nullable=False),
    Column("salt", LargeBinary, nullable=True),
    Column("digest", LargeBinary, nullable=True),
)

own_codes = Records(OWN_CODE, OwnCode)


def codes_of(work: Transaction, participants: list[str]) -> tuple[OwnCode, ...]:
    """What is kept of the codes of those who have one."""
    return own_codes.all(work, OWN_CODE.c.participant.in_(participants))


def replace_code(work: Work, code: OwnCode) -> None:
    """Keep this code, and forget the one before for ever."""
    forget_code(work, code.participant)
    own_codes.put(work, code)


def forget_code(work: Work, participant: str) -> None:
    """Leave no trace of a participant's code."""
    work.forget(OWN_CODE, participant=participant)


def take_away(work: Work, participant: str) -> None:
    """Take the code away with the one who is taken off the list; undo brings both back."""
    own_codes.remove(work, participant)
