"""What is published of one campaign: a frozen document of tables, one for each model, method and year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.central.model import sector_place
from kvik_desktop.central.published.comparison import SMALLEST_GROUP, Choice, Row, choose, row
from kvik_desktop.model_package.model import Method


class Breakdown(StrEnum):
    """The one thing that groups are made by, beyond model, method and year."""

    SECTOR = "sector"
    LEVEL = "level"
    PARENT = "parent"
    NONE = "none"


class RowKind(StrEnum):
    """What a row is about."""

    CRITERION = "criterion"
    SUBCRITERION = "subcriterion"


@dataclass(frozen=True, slots=True, order=True)
class Stratum:
    """Whom a table is about: scores compare only within the same model, method and year."""

    model: str
    method: Method
    year: int

    @property
    def key(self) -> str:
        """The stratum as one word."""
        return f"{self.model}/{self.method}/{self.year}"


@dataclass(frozen=True, slots=True)
class Counting:
    """One package that counts: which stratum and group it is in."""

    id: int
    sha256: str
    stratum: Stratum
    group: str
    version: str
    validation: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many packages of a group have one value in one row."""

    stratum: Stratum
    group: str
    kind: RowKind
    name: str
    parts: int
    number: int


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row with what it is about."""

    kind: RowKind
    name: str
    row: Row


@dataclass(frozen=True, slots=True)
class Table:
    """The published figures of one stratum."""

    stratum: Stratum
    basis: str
    """The model whose criteria the rows are: the full one also for a short edition."""
    n: int
    versions: Mapping[str, int]
    validations: Mapping[str, int]
    """How many have scored themselves (``self``), how many have been seen after on a ``visit``."""
    groups: tuple[str, ...]
    rows: tuple[NamedRow, ...]
    """Empty where there are fewer than five."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A frozen snapshot of one campaign; ``campaign`` is empty for what is delivered outside campaigns."""

    campaign: str
    title: str
    taken: str
    breakdown: Breakdown
    tables: tuple[Table, ...]


def tables(
    counting: Iterable[Counting], tallies: Iterable[Tally], bases: Mapping[str, str]
) -> tuple[Table, ...]:
    """The tables of these packages; ``bases`` says by model whose criteria its means are of."""
    members: dict[Stratum, list[Counting]] = defaultdict(list)
    for each in counting:
        members[each.stratum].append(each)
    counts: dict[Stratum, dict[tuple[RowKind, str], dict[str, Counter[int]]]] = defaultdict(dict)
    for tally in tallies:
        of_row = counts[tally.stratum].setdefault((tally.kind, tally.name), defaultdict(Counter))
        of_row[tally.group][tally.parts] += tally.number
    return tuple(
        _table(stratum, members[stratum], counts[stratum], bases.get(stratum.model, stratum.model))
        for stratum in sorted(members)
    )


def published_sets(
    members: Iterable[tuple[str, str, str]], scored: Mapping[str, Iterable[tuple[RowKind, str]]]
) -> dict[tuple[str, RowKind, str], dict[str, frozenset[str]]]:
    """Whose figures each published cell is made of: by stratum and row, by group (*all* has an empty name).

    ``members`` are packages with stratum and group; ``scored`` says in which rows each has a value.
    """
    found: dict[tuple[str, RowKind, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for package, stratum, group in members:
        for kind, name in scored.get(package, ()):
            found[stratum, kind, name][group].add(package)
    return {place: _published(groups) for place, groups in found.items()}


def _published(groups: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    choice: Choice = choose({group: len(packages) for group, packages in groups.items()})
    sets = {group: frozenset(groups[group]) for group in choice.shown}
    if choice.in_all:
        sets[""] = frozenset().union(*(groups[group] for group in choice.in_all))
    return sets


def _table(
    stratum: Stratum,
    members: Sequence[Counting],
    counts: Mapping[tuple[RowKind, str], Mapping[str, Counter[int]]],
    basis: str,
) -> Table:
    groups = tuple(sorted({each.group for each in members}, key=sector_place))
    enough = len(members) >= SMALLEST_GROUP
    rows = (
        NamedRow(kind, name, row({group: of_row.get(group, Counter()) for group in groups}, stratum.method))
        for (kind, name), of_row in counts.items()
    )
    return Table(
        stratum,
        basis,
        len(members),
        dict(sorted(Counter(each.version for each in members).items())),
        dict(sorted(Counter(each.validation for each in members).items())),
        groups,
        tuple(rows) if enough else (),
    )
