"""The coordinator's inbox as it is shown: every file that was handed in, and what it brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kvik_desktop.central.model import Outcome, Package, Receipt, Status


@dataclass(frozen=True, slots=True)
class Received:
    """One file: its registration, and the package it brought, if its key is known."""

    receipt: Receipt
    sector: str = ""
    package: Package | None = None
    scored: int = 0
    """Subcriteria with a score."""
    replaces: int | None = None
    """The edition it names as the one before it, where that is known here."""
    replaced_by: int | None = None
    """The edition that stands in its place."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """Everything received, the newest import first, and in each first what waits for the coordinator."""

    imports: Sequence[Sequence[Received]]
    status: Status
    has_list: bool
    """Whether a trust list has been seen: without one nothing can be accepted."""
    now: datetime

    @property
    def received(self) -> Iterator[Received]:
        """All of it."""
        return (each for one in self.imports for each in one)

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many ended how."""
        return self.status.files
