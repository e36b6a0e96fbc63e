"""`kvik bench startup`: from starting the program to its first picture, beside an empty window of Qt's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.console import Console
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

ROUNDS = 11

FLOOR = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("first", flush=True))

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Label("KVIK"))
window.resize(1366, 768)
window.show()
app.exec()
"""
"""An empty main window that draws one label, told in the same way as ours."""

OURS = ("-m", "kvik_desktop")


def measure(console: Console, rounds: int = ROUNDS) -> Case:
    """Start both programs in turn, each in a process of its own; ``start_page_ms`` is until ours is whole.

    Raises Problem E_BENCH in a frozen program, which has no Python to start the empty window with.
    """
    must_have_python()
    with tempfile.TemporaryDirectory(prefix="kvik-bench-") as name:
        environment = _environment(Path(name))
        times = []
        for _ in range(rounds + 1):
            first, start = _pictures(OURS, environment, ("first", "start"))
            [floor] = _pictures(("-c", FLOOR), environment, ("first",))
            times.append((first, start, floor))
    first, start, floor = (median(column) for column in zip(*times[1:], strict=True))
    return Case(first, floor, {"start_page_ms": round(start, 1)})


def must_have_python() -> None:
    """Raises Problem E_BENCH where there is no interpreter for a process of its own."""
    if getattr(sys, "frozen", False):
        raise Problem(
            "E_BENCH",
            say("Vinduet kan ikke måles i det pakkede program."),
            say("Hent kildekoden, og skriv »sh pakning/start.sh bench«. Intet er ændret."),
        )


def _environment(folder: Path) -> Mapping[str, str]:
    """Nothing of the user's, no screen, and five files on the start page.

    Compiled code is kept from the first round on, as it is where the program is installed.
    """
    recent = [{"path": str(folder / f"{number}.kvikdb"), "title": f"Skole {number}"} for number in range(5)]
    (folder / "indstillinger.json").write_text(json.dumps({"recent": recent}), "utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": str(folder / "pycache"),
        "KVIK_DATA": str(folder),
        "KVIK_MEASURED": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def _pictures(
    arguments: Sequence[str], environment: Mapping[str, str], pictures: Sequence[str]
) -> Sequence[float]:
    """Milliseconds from the start of a program to each of its pictures."""
    begun = perf_counter()
    with subprocess.Popen(  # noqa: S603  (our own interpreter and programs)
        [sys.executable, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        assert program.stdout is not None, "it is a pipe"
        times = []
        for picture in pictures:
            told = program.stdout.readline().strip()
            times.append((perf_counter() - begun) * 1000)
            if told != picture:
                program.kill()
                raise RuntimeError(f"{arguments[0]} ended before its picture {picture!r}")
        program.kill()
    return times
