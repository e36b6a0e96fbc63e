"""A change of the coordinator's key: a statement that readers of the old key can follow to the new one.

Planned: signed by the old key and the recovery key. Emergency (the old key is stolen or lost): signed by the
recovery key alone. Statements stay in every later list, so a reader who missed some versions finds the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from kvik_desktop.envelope.fields import Id, KeyLine, Label, Stamp, moment
from kvik_desktop.envelope.keys import PublicKey, SigningKey
from kvik_desktop.envelope.signature import MAX_ARMOURED, NotASignatureError, Signature, sign
from kvik_desktop.foundation import strict_json

NAMESPACE = "kvik-noegleskifte@1"
FORMAT: Literal["kvik-noegleskifte/1"] = "kvik-noegleskifte/1"

Armoured = Annotated[str, msgspec.Meta(max_length=MAX_ARMOURED)]


class Coordinator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who keeps the list."""

    id: Id
    name: Label


class ChangeKind(StrEnum):
    """Whether the old key took part."""

    PLANNED = "planned"
    EMERGENCY = "emergency"


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is signed: the ``generation``-th change (from 1) puts ``next`` in the place of ``previous``."""

    format: Literal["kvik-noegleskifte/1"]
    coordinator: Id
    generation: int
    kind: ChangeKind
    previous: KeyLine
    next: KeyLine
    recovery: KeyLine
    at: Stamp


class KeyChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement's own fields and the signatures over it."""

    kind: ChangeKind
    previous: KeyLine
    next: KeyLine
    at: Stamp
    previous_signature: Armoured | None
    recovery_signature: Armoured

    def __post_init__(self) -> None:
        moment(self.at)
        PublicKey.from_line(self.next)
        if (self.previous_signature is None) is not (self.kind is ChangeKind.EMERGENCY):
            raise ValueError("a planned change is signed by both, an emergency by the recovery key alone")

    @property
    def previous_key(self) -> PublicKey:
        """The key that no longer holds."""
        return PublicKey.from_line(self.previous)

    def statement(self, coordinator: Coordinator, generation: int, recovery: str) -> bytes:
        """The bytes that are signed."""
        return _statement(coordinator, generation, self.kind, self.previous, self.next, recovery, self.at)


def make_change(
    coordinator: Coordinator,
    generation: int,
    next_key: PublicKey,
    previous: SigningKey | PublicKey,
    recovery: SigningKey,
    at: str,
) -> KeyChange:
    """The change to ``next_key``: planned where the old private key takes part, else an emergency."""
    if isinstance(previous, SigningKey):
        kind, old = ChangeKind.PLANNED, previous.public.line
    else:
        kind, old = ChangeKind.EMERGENCY, previous.line
    statement = _statement(coordinator, generation, kind, old, next_key.line, recovery.public.line, at)
    by_previous = sign(statement, previous, NAMESPACE).decode() if isinstance(previous, SigningKey) else None
    by_recovery = sign(statement, recovery, NAMESPACE).decode()
    return KeyChange(kind, old, next_key.line, at, by_previous, by_recovery)


def check_chain(changes: Sequence[KeyChange], coordinator: Coordinator, signing: str, recovery: str) -> None:
    """Raise ValueError unless the changes lead, each signed as it must be, to the key in use."""
    keys = [change.previous for change in changes] + [signing]
    for generation, change in enumerate(changes, start=1):
        statement = change.statement(coordinator, generation, recovery)
        if change.next != keys[generation]:
            raise ValueError("the changes do not follow each other")
        _require_signature(change.recovery_signature, recovery, statement)
        if change.previous_signature is not None:
            _require_signature(change.previous_signature, change.previous, statement)


def _statement(
    coordinator: Coordinator,
    generation: int,
    kind: ChangeKind,
    previous: str,
    following: str,
    recovery: str,
    at: str,
) -> bytes:
    return strict_json.encode(
        Statement(FORMAT, coordinator.id, generation, kind, previous, following, recovery, at)
    )


def _require_signature(armoured: str, line: str, statement: bytes) -> None:
    try:
        signature = Signature.read(armoured.encode(), NAMESPACE)
    except NotASignatureError as error:
        raise ValueError("not a signature") from error
    if signature.key != PublicKey.from_line(line) or not signature.holds(statement):
        raise ValueError("a change is not signed by the key it must be")
