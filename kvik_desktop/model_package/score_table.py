"""The table that ``kvik score`` reads: one row for each subcriterion, every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kvik_desktop.foundation.csv_tables import LIMIT, Columns, Row, scan_table, table_problem
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.rating_cells import (
    RATING_ALIASES,
    RATING_COLUMNS,
    read_rating,
    unknown_subcriterion,
)
from kvik_desktop.model_package.scoring import Rating

COLUMNS = Columns(("subcriterion",), RATING_COLUMNS, RATING_ALIASES)
CODE = "E_SCORE_INPUT"


def read_ratings(path: Path, package: ModelPackage, method: Method) -> Mapping[str, Rating]:
    """The ratings in a file, by subcriterion. Raises Problem E_SCORE_INPUT naming every faulty line."""
    return parse_ratings(read_limited(path, LIMIT, CODE), package, method, path.name)


def parse_ratings(data: bytes, package: ModelPackage, method: Method, name: str) -> Mapping[str, Rating]:
    """The ratings of a table in memory; see :func:`read_ratings`."""
    table = scan_table(data, COLUMNS, CODE, name)
    faults = list(table.faults)
    ratings: dict[str, Rating] = {}
    first: dict[str, int] = {}
    for row in table.rows:
        subcriterion = row["subcriterion"]
        faults += _place_faults(row, package, first)
        if package.has(subcriterion):
            ratings[subcriterion], wrong = read_rating(row, package.block_of(subcriterion), method)
            faults += wrong
    if faults:
        raise table_problem(CODE, name, sorted(faults, key=lambda fault: fault.line or 0))
    return ratings


def _place_faults(row: Row, package: ModelPackage, first: dict[str, int]) -> Iterator[Detail]:
    """What is wrong with the row's subcriterion; ``first`` remembers on which line each was met."""
    name = row["subcriterion"]
    if not name:
        yield Detail(say("Linjen siger ikke, hvilket delkriterium den handler om."), row.line, "subcriterion")
    elif not package.has(name):
        yield Detail(unknown_subcriterion(name), row.line, "subcriterion")
    elif first.setdefault(name, row.line) != row.line:
        message = say("{name} står allerede på linje {line}.", name=name, line=first[name])
        yield Detail(message, row.line, "subcriterion")
