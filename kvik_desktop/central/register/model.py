"""The register as it is shown: institutions with their keys, and those who ask to be known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kvik_desktop.central.model import Package
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.trust_list import Entry, InstitutionKey, TrustList

SOON = timedelta(days=60)
"""A key that ends within this time is told, so that the institution can enrol again before it does."""


class KeyState(StrEnum):
    """Whether an institution's newest key holds."""

    HOLDS = "holds"
    ENDS_SOON = "ends_soon"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    REVOKED = "revoked"


def key_state(key: InstitutionKey, now: datetime) -> KeyState:
    """What is said of a key at a time."""
    expires = moment(key.expires)
    if key.revoked is not None:
        return KeyState.REVOKED
    if now >= expires:
        return KeyState.EXPIRED
    if now < moment(key.valid_from):
        return KeyState.NOT_YET
    return KeyState.ENDS_SOON if expires - now <= SOON else KeyState.HOLDS


@dataclass(frozen=True, slots=True)
class Stranger:
    """A key that nobody has vouched for, and what it has signed that waits."""

    signer: str
    """The fingerprint."""
    institution: str
    """The id it says it is."""
    name: str
    files: tuple[str, ...]
    """Checksums of the files, the earliest first."""
    received: datetime
    """The first time."""


@dataclass(frozen=True, slots=True)
class Registered:
    """An institution on the list."""

    entry: Entry
    state: KeyState
    delivered: Package | None
    """The newest of its packages that counts."""
    other: Stranger | None
    """Another key that asks to be taken for it."""


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody the coordinator knows, and everybody who asks."""

    trust_list: TrustList | None
    """The newest that the database has seen; None before the first."""
    institutions: Sequence[Registered]
    strangers: Sequence[Stranger]
    """Those that are on no list, the earliest first."""
    now: datetime
