"""`kvik bench aggregate`: published figures of many packages, beside one SQL statement that counts them."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from kvik_desktop.central.figures import PARTS
from kvik_desktop.central.published.model import Breakdown
from kvik_desktop.central.published.usecases import figures
from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.cli.console import Console
from kvik_desktop.compose import open_central
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.model_package.model import ModelPackage, Sector
from kvik_desktop.model_package.reading import shipped

PACKAGES = 10_000
ROUNDS = 5

_FLOOR = """
SELECT p.sector, 's', s.subcriterion, s.parts, count(*) FROM package p JOIN score s ON s.package = p.id
WHERE p.campaign = ?1 AND p.counts = 1 GROUP BY 1, 3, 4
UNION ALL
SELECT p.sector, 'c', c.criterion, c.parts, count(*) FROM package p JOIN criterion_mean c ON c.package = p.id
WHERE p.campaign = ?1 AND p.counts = 1 GROUP BY 1, 3, 4
"""


def measure(console: Console, packages: int = PACKAGES, rounds: int = ROUNDS) -> Case:
    """Milliseconds for the whole view, and for the statement alone."""
    with tempfile.TemporaryDirectory(prefix="kvik-bench-") as name:
        path = Path(name) / "central.db"
        url = f"sqlite:///{path}"
        open_central(url, SystemClock()).close()
        _fill(path, shipped(console.tr.resources)[0], packages)
        with open_central(url, SystemClock()) as database, closing(sqlite3.connect(path)) as bare:
            times = []
            for _ in range(rounds):
                begun = perf_counter()
                database.ask(figures, CAMPAIGN, Breakdown.SECTOR)
                between = perf_counter()
                bare.execute(_FLOOR, (CAMPAIGN,)).fetchall()
                times.append((between - begun, perf_counter() - between))
    return Case(
        1000 * median(ours for ours, _ in times),
        1000 * median(floor for _, floor in times),
        {"packages": packages},
    )


def _fill(path: Path, model: ModelPackage, packages: int) -> None:
    """Packages as an import leaves them, with made-up scores."""
    chance = random.Random(1)  # noqa: S311  (made-up scores, no secret)
    subcriteria = [sub.id for sub in model.subcriteria()]
    criteria = [criterion.id for criterion in model.criteria]
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany(
            "INSERT INTO receipt (sha256, name, size, received, outcome, facts, institution_name, title) "
            "VALUES (?, '', 0, '2026-11-22T09:30:00Z', 'accepted', '{}', '', '')",
            ((f"{number:064}",) for number in range(packages)),
        )
        places = ", ".join("?" * 20)
        connection.executemany(f"INSERT INTO package VALUES ({places})", _packages(model, packages))  # noqa: S608  (only question marks)
        connection.executemany(
            "INSERT INTO score VALUES (?, ?, ?)",
            ((n, sub, chance.randint(0, 100) * PARTS) for n in range(packages) for sub in subcriteria),
        )
        connection.executemany(
            "INSERT INTO criterion_mean VALUES (?, ?, ?, ?, 3, 3)",
            (
                (n, criterion, model.id, chance.randint(0, 300) * PARTS // 3)
                for n in range(packages)
                for criterion in criteria
            ),
        )
        connection.commit()


def _packages(model: ModelPackage, packages: int) -> Iterator[tuple[object, ...]]:
    sectors = list(Sector)
    for number in range(packages):
        identity = f"{number:064}"
        sector = sectors[number % len(sectors)].value
        yield (
            number, identity, identity, "resultat", f"enhed-{number:06}", CAMPAIGN, 1, None,
            "2026-11-22T09:30:00Z", "", "current", 1, model.id, model.version, "classical", 2026, "self",
            sector, "institution", "",
        )  # fmt: skip
