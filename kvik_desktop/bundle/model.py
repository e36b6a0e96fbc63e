"""A delivery: one edition of a package that has left this evaluation file, or was about to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kvik_desktop.envelope.kinds import Kind


@dataclass(frozen=True, slots=True)
class Delivery:
    """One package as it was signed. Its number is used for ever, also if the file never got its name."""

    sha256: str
    """SHA-256 of the manifest: the package's identity."""
    evaluation: str
    institution: str
    campaign: str | None
    edition: int
    kind: Kind
    package_id: str
    created: datetime
    package: bytes


@dataclass(frozen=True, slots=True)
class TrustSeen:
    """The newest trust list this file has met from one coordinator, known by the recovery key."""

    recovery: str
    pin: bytes
