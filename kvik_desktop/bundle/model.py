"""A delivery: one edition of a package that has left this evaluation file, and what is decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kvik_desktop.bundle.finds import FindKind
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
    file: str | None = None
    """The name it was saved under, without its folder; None where that is not known."""


@dataclass(frozen=True, slots=True)
class TrustSeen:
    """The newest trust list this file has met from one coordinator, known by the recovery key."""

    recovery: str
    pin: bytes


@dataclass(frozen=True, slots=True)
class TextChoice:
    """What the sender has decided about one text of the package.

    ``about`` is the text it was decided about: once somebody has changed that, the choice is void.
    """

    evaluation: str
    place: str
    about: str
    text: str = ""
    """What goes in its place; empty where it goes as it is."""
    left_out: bool = False
    kept: tuple[FindKind, ...] = ()
    """What was found in it, looked at, and may go."""


@dataclass(frozen=True, slots=True)
class PartChoice:
    """A part of the package about which the sender wants the opposite of what is usual."""

    evaluation: str
    part: str
