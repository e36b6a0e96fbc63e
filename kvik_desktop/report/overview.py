"""The coordinator's overview as plain data: who has delivered, and published figures that name nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kvik_desktop.foundation.text import Language


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The median of one group; ``n`` stands beside it where it is another than the column's."""

    value: int
    band: int
    n: int | None = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One criterion or subcriterion; a cell is None where fewer than five have a score."""

    id: str
    name: str
    cells: tuple[HeatCell | None, ...]
    middle: str = ""
    """The middle half of all, as ``45-62``; empty below ten."""
    shares: tuple[tuple[str, int], ...] = ()
    """Scores from-to and how many per cent have them; empty below ten."""


@dataclass(frozen=True, slots=True)
class Column:
    """A group and how many are in it; ``n`` is None where fewer than five."""

    label: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of one model, method and year."""

    title: str
    n: int
    details: tuple[str, ...]
    """Editions of the model, and how many have been seen after on a visit."""
    columns: tuple[Column, ...]
    criteria: tuple[HeatRow, ...]
    subcriteria: tuple[HeatRow, ...]
    ranges: tuple[str, ...]
    """The scores of the six steps, for the legend."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a sector have delivered."""

    label: str
    delivered: int
    of: int


@dataclass(frozen=True, slots=True)
class Deliverer:
    """One institution, without its results."""

    name: str
    sector: str
    day: date | None
    edition: int | None
    method: str


@dataclass(frozen=True, slots=True)
class CampaignShown:
    """One campaign."""

    title: str
    closes: date | None
    taken: date
    """The day of the frozen snapshot."""
    newer: int
    """Packages that have come since."""
    delivered: int
    of: int
    progress: tuple[Progress, ...]
    comparisons: tuple[Comparison, ...]
    deliverers: tuple[Deliverer, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole report, in one language."""

    language: Language
    coordinator: str
    campaigns: tuple[CampaignShown, ...]
