"""`kvik bench save`: one score saved for good, beside a bare commit of the same rows."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.console import Console
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant
from kvik_desktop.example import NAMES, Example
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating

ROUNDS = 200

FLOOR_TABLES = """
CREATE TABLE answer (answer_set TEXT, subcriterion TEXT, round INTEGER, changed TEXT, score INTEGER,
    PRIMARY KEY (answer_set, subcriterion, round));
CREATE TABLE operation (number INTEGER PRIMARY KEY, actor TEXT, at TEXT, label TEXT, kinds TEXT, state TEXT);
CREATE TABLE change_log (operation INTEGER, table_name TEXT, row_key TEXT, before TEXT, after TEXT,
    PRIMARY KEY (operation, table_name, row_key)) WITHOUT ROWID;
"""


def measure(console: Console, rounds: int = ROUNDS) -> Case:
    """Save ``rounds`` scores through the use case and by hand, in turn, on the same medium."""
    with tempfile.TemporaryDirectory(prefix="kvik-bench-") as folder:
        path = Path(folder) / "evaluering.kvikdb"
        example = Example(NAMES[0], console.tr.resources)
        with example.begin(path, SystemClock()) as file, closing(_bare(Path(folder) / "gulv.db")) as bare:
            evaluation = file.ask(evaluations.current).id
            [person] = file.do(evaluations.add_participants, evaluation, [NewParticipant("Måler")]).value
            names = [sub.id for sub in example.package.subcriteria()]

            def ours(turn: int) -> None:
                given = [NewAnswer(names[turn % len(names)], Rating(turn % Method.CLASSICAL.top), {})]
                file.do(evaluations.answer, evaluation, person.id, given, Way.LAPTOP)

            def floor(turn: int) -> None:
                _save_bare(bare, names[turn % len(names)], turn)

            times = [(_timed(ours, turn), _timed(floor, turn)) for turn in range(rounds + len(names))]
    counted = times[len(names) :]
    return Case(median(pair[0] for pair in counted), median(pair[1] for pair in counted))


def _timed(act: Callable[[int], None], turn: int) -> float:
    begun = perf_counter()
    act(turn)
    return (perf_counter() - begun) * 1000


def _bare(path: Path) -> sqlite3.Connection:
    """A database with the same journal mode and durability, and nothing else in the way."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA secure_delete=ON")
    connection.executescript(FLOOR_TABLES)
    return connection


def _save_bare(connection: sqlite3.Connection, name: str, turn: int) -> None:
    row = f'{{"answer_set":"0123456789abcdef","subcriterion":"{name}","round":1,"score":{turn}}}'
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO answer VALUES ('0123456789abcdef', ?, 1, '2026-11-22T09:00:00Z', ?) "
        "ON CONFLICT DO UPDATE SET changed = excluded.changed, score = excluded.score",
        (name, turn),
    )
    operation = connection.execute(
        "INSERT INTO operation (actor, at, label, kinds, state) VALUES (?, ?, ?, ?, ?)",
        ("facilitator", "2026-11-22T09:00:00Z", "svar på 1.1", '["answers"]', "done"),
    ).lastrowid
    connection.execute(
        "INSERT INTO change_log VALUES (?, 'answer', ?, ?, ?)",
        (operation, f'["0123456789abcdef","{name}",1]', row, row),
    )
    connection.execute("COMMIT")
