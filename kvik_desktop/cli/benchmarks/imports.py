"""`kvik bench import`: packages to a committed central database, beside the bare work of the same rows."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

import msgspec

from kvik_desktop.bundle.payload import PlanPayload, ResultPayload, TextsPayload
from kvik_desktop.central.usecases import BATCH_FILES, import_paths
from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.benchmarks.packages import World
from kvik_desktop.cli.console import Console
from kvik_desktop.compose import open_central
from kvik_desktop.envelope import container
from kvik_desktop.envelope.kinds import PLAN_PATH, RESULT_PATH, RULES, TEXTS_PATH, Kind
from kvik_desktop.envelope.manifest import ResultManifest
from kvik_desktop.envelope.packages import seal_list
from kvik_desktop.envelope.signature import Signature
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import shipped

PACKAGES = 500
ROUNDS = 3

TABLES = ("receipt", "original", "package", "score", "criterion_mean")
"""What an import writes, in an order that references allow."""

Rows = dict[str, list[list[tuple[object, ...]]]]
"""By table, for each batch, the rows of it."""


def measure(console: Console, packages: int = PACKAGES, rounds: int = ROUNDS) -> Case:
    """Import ``packages`` files and do the bare work on them, in turn; milliseconds a package."""
    model = shipped(console.tr.resources)[0]
    world = World(model, Method.CLASSICAL, packages, console.clock.now())
    with tempfile.TemporaryDirectory(prefix="kvik-bench-") as name:
        folder = Path(name)
        inbox = folder / "ind"
        inbox.mkdir()
        for number, data in enumerate(world.packages(console.tr.resources)):
            (inbox / f"{number:06}.kvik").write_bytes(data)
        listed = seal_list(world.trust_list, world.signing, world.now)
        paths = sorted(inbox.iterdir())
        rows: Rows = {}
        times = []
        for turn in range(rounds):
            ours = _ours(folder / f"vores-{turn}.db", paths, listed, console)
            rows = rows or _rows(folder / f"vores-{turn}.db")
            times.append((ours, _floor(folder / f"gulv-{turn}.db", paths, rows, listed)))
    each = median(ours for ours, _ in times) / packages
    bare = median(floor for _, floor in times) / packages
    size = len(world.package(0, console.tr.resources)[0])
    return Case(each, bare, {"per_second": round(1000 / each, 1), "packages": packages, "bytes_each": size})


def _ours(path: Path, paths: Sequence[Path], listed: bytes, console: Console) -> float:
    with open_central(f"sqlite:///{path}", SystemClock()) as database:
        begun = perf_counter()
        report = import_paths(database, paths, shipped(console.tr.resources), listed)
        taken = (perf_counter() - begun) * 1000
    accepted = sum(verdict.code is None for verdict in report.files)
    if accepted != len(paths):
        raise RuntimeError(f"{len(paths) - accepted} made-up packages were not accepted")
    return taken


def _rows(path: Path) -> Rows:
    """The very rows that our import wrote, in the batches it wrote them in."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: list(_batches(connection, table)) for table in TABLES}


def _batches(connection: sqlite3.Connection, table: str) -> Iterator[list[tuple[object, ...]]]:
    rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  (names of our own)
    packages: int = connection.execute("SELECT count(*) FROM package").fetchone()[0]
    each = len(rows) // packages * BATCH_FILES
    for start in range(0, len(rows), each):
        yield rows[start : start + each]


def _floor(path: Path, paths: Sequence[Path], rows: Rows, listed: bytes) -> float:
    """Read, SHA-256, Ed25519, decode, and the same rows with the same durability; nothing is judged."""
    open_central(f"sqlite:///{path}", SystemClock()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        begun = perf_counter()
        msgspec.json.decode(container.unpack(listed).content["data/tillidsliste.json"])
        for number, start in enumerate(range(0, len(paths), BATCH_FILES)):
            connection.execute("BEGIN IMMEDIATE")
            for each in paths[start : start + BATCH_FILES]:
                _read(each)
            for table in TABLES:
                batch = rows[table][number]
                places = ",".join("?" * len(batch[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({places})", batch)  # noqa: S608  (as above)
            connection.execute("COMMIT")
        return (perf_counter() - begun) * 1000


def _read(path: Path) -> None:
    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    opened = container.unpack(data)
    Signature.read(opened.signature, RULES[Kind.RESULT].namespace).holds(opened.manifest)
    msgspec.json.decode(opened.manifest, type=ResultManifest)
    msgspec.json.decode(opened.content[RESULT_PATH], type=ResultPayload)
    msgspec.json.decode(opened.content[TEXTS_PATH], type=TextsPayload)
    msgspec.json.decode(opened.content[PLAN_PATH], type=PlanPayload)
