"""The time, handed in: nothing in the program asks the machine's clock by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time in UTC, with whole seconds."""

    def now(self) -> datetime:
        """The time now, UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The machine's time, UTC, cut to whole seconds."""
        return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still: for tests, the demo and reports that must be the same twice."""

    at: datetime

    def now(self) -> datetime:
        """The fixed time."""
        return self.at


def stamp(moment: datetime) -> str:
    """A moment as ``2026-11-22T09:30:00Z``: the one form in files and packages."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_day(moment: datetime) -> date:
    """The calendar day of a moment where the reader is."""
    return moment.astimezone().date()
