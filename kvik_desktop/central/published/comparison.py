"""Figures that compare institutions and give none of them away.

Groups of at least five, and what is left of *all* beside them none or at least five; quartiles and shares
from ten; whole numbers; no lowest and no highest. Which groups are shown is decided for each row by itself,
because not everybody has a score in every row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from kvik_desktop.central.figures import PARTS
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_of

SMALLEST_GROUP = 5
"""Institutions in a group that is shown."""

QUARTILES_FROM = 10
"""Institutions in a group whose quartiles and shares are shown."""

Counts = Mapping[int, int]
"""How many institutions have each value, in parts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which groups of a row are shown, and which make up *all*; the latter empty where it is not shown."""

    shown: frozenset[str]
    in_all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """The figures of one group: whole points, or whole steps on the scale 0-5."""

    n: int
    median: int
    band: int
    q1: int | None = None
    q3: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How many per cent lie in the bands from ``low`` to ``high``: at least five institutions."""

    low: int
    high: int
    per_cent: int


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion or subcriterion: *all* and each group, None where fewer than five."""

    all: Cell | None
    groups: Mapping[str, Cell | None]
    shares: tuple[Share, ...] = ()
    """Of *all*, from ten; what short and full, points and steps can be compared by."""


def choose(sizes: Mapping[str, int]) -> Choice:
    """What can be shown of groups of these sizes, so that no difference is a group below five."""
    shown = frozenset(group for group, size in sizes.items() if size >= SMALLEST_GROUP)
    hidden = sum(size for group, size in sizes.items() if group not in shown)
    in_all = frozenset(sizes) if hidden == 0 or hidden >= SMALLEST_GROUP else shown
    total = sum(sizes[group] for group in in_all)
    return Choice(shown, in_all if total >= SMALLEST_GROUP else frozenset())


def row(groups: Mapping[str, Counts], method: Method) -> Row:
    """The published figures of one row."""
    choice = choose({group: sum(counts.values()) for group, counts in groups.items()})
    together: Counter[int] = Counter()
    for group in choice.in_all:
        together.update(groups[group])
    return Row(
        cell(together, method) if choice.in_all else None,
        {group: cell(counts, method) if group in choice.shown else None for group, counts in groups.items()},
        shares(together, method) if together.total() >= QUARTILES_FROM else (),
    )


def cell(counts: Counts, method: Method) -> Cell:
    """The figures of at least one institution; the caller has seen to it that they may be shown."""
    n = sum(counts.values())
    median = whole(quantile(counts, Fraction(1, 2)))
    if n < QUARTILES_FROM:
        return Cell(n, median, band_of(median, method))
    return Cell(
        n,
        median,
        band_of(median, method),
        whole(quantile(counts, Fraction(1, 4))),
        whole(quantile(counts, Fraction(3, 4))),
    )


def quantile(counts: Counts, share: Fraction) -> Fraction:
    """The quantile by linear interpolation, inclusive (type 7), exact; ``share`` from 0 to 1."""
    values = sorted(counts)
    until = list(accumulate(counts[value] for value in values))
    place = share * (until[-1] - 1)
    low = int(place)
    below = values[bisect_right(until, low)]
    above = values[bisect_right(until, min(low + 1, until[-1] - 1))]
    return (below + (place - low) * (above - below)) / PARTS


def differences(published: Iterable[frozenset[str]]) -> Iterable[int]:
    """How many institutions lie between each two published sets of which one holds the other."""
    sets = sorted(set(published), key=len)
    for place, smaller in enumerate(sets):
        for larger in sets[place + 1 :]:
            if smaller < larger:
                yield len(larger - smaller)


def shares(counts: Counts, method: Method) -> tuple[Share, ...]:
    """The share of the bands, neighbours taken together until each holds at least five institutions."""
    bands: Counter[int] = Counter()
    for parts, number in counts.items():
        bands[band_of(whole(Fraction(parts, PARTS)), method)] += number
    spans = [(0, -1, 0)]
    for band in range(6):
        low, _, held = spans[-1]
        if held >= SMALLEST_GROUP and sum(bands[rest] for rest in range(band, 6)) >= SMALLEST_GROUP:
            spans.append((band, band, bands[band]))
        else:
            spans[-1] = (low, band, held + bands[band])
    n = sum(counts.values())
    return tuple(Share(low, high, whole(Fraction(100 * held, n))) for low, high, held in spans)
