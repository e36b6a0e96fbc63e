"""Turns from subcriterion to subcriterion and says how long each took; run by `kvik bench page`.

Each turn is done in the thread of the window, database and painting included, so a turn is never shorter
than what a user waits. The floor is Qt painting the same page again with nothing changed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kvik_desktop.desktop.opening import open_kept
from kvik_desktop.desktop.operations import Operations
from kvik_desktop.desktop.reveal_turns import reveal_turns
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.choosing import SystemChooser
from kvik_desktop.shell.settings import SettingsFile
from kvik_desktop.shell.tasks import InstantTasks, Tasks, WorkerTasks
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.work import Work


def main(rounds: int) -> None:
    """Print ``{"page_ms", "board_ms", "reveal_ms", "floor_ms"}``, medians, and ``"longest_block_ms"``.

    All subcriteria are gone through ``rounds`` times (at least 2); the first time only warms up. Everything
    else a user does is done one time less.
    """
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="kvik-bench-") as name:
        folder = Path(name)
        page, floor = _measured(_opened(app, folder, Stage.ANSWERED), "2", _sheet_places, rounds)
        board, _ = _measured(_opened(app, folder, Stage.REVEALED), "3", _board_places, rounds)
        reveal = reveal_turns(lambda: _window(app, folder, WorkerTasks()), folder, rounds)
        blocks = _blocks(app, folder, rounds - 1)
    figures: dict[str, object] = {"page_ms": page, "board_ms": board, "reveal_ms": reveal, "floor_ms": floor}
    figures |= {"longest_block_ms": blocks}
    sys.stdout.write(json.dumps(figures) + "\n")


def _opened(app: QApplication, folder: Path, stage: Stage) -> Window:
    """A shown window with an example at a stage."""
    path = folder / f"{stage.name}.kvikdb"
    Example(NAMES[0], Resources()).play(path, "Ikke vurderet", until=stage)
    window = _window(app, folder, InstantTasks())
    window.open(path)
    _let_it_appear()
    return window


def _window(app: QApplication, folder: Path, tasks: Tasks) -> Window:
    window = Window(
        app,
        tasks,
        SystemClock(),
        SettingsFile(folder / "indstillinger.json"),
        Resources(),
        StartPage,
        open_kept,
        SystemChooser,
    )
    window.show()
    return window


def _blocks(app: QApplication, folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of the longest turn of the loop in each operation, median of the rounds."""
    found: list[dict[str, float]] = []
    for number in range(rounds):
        own = folder / str(number)
        own.mkdir()
        operations = Operations(_window(app, own, WorkerTasks()), own)
        operations.all()
        _put_away(operations.window)
        found.append(operations.longest)
    return {name: median(each[name] for each in found) * 1000 for name in found[0]}


def _put_away(window: Window) -> None:
    """A user has one window; those that are closed would be dressed along with it."""
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _let_it_appear() -> None:
    """What is not on a screen yet is not painted."""
    loop = QEventLoop()
    QTimer.singleShot(100, loop.quit)
    loop.exec()


def _sheet_places(work: Work) -> Sequence[str]:
    """Every subcriterion of one participant's sheet."""
    evaluation = evaluations.current(work)
    person = evaluations.roster(work, evaluation.id)[0].id
    return [f"{person}/{place}" for place in _board_places(work)]


def _board_places(work: Work) -> Sequence[str]:
    """Every subcriterion."""
    return [sub.id for sub in evaluations.package_of(work, evaluations.current(work)).subcriteria()]


def _measured(
    window: Window, stop: str, places_of: Callable[[Work], Sequence[str]], rounds: int
) -> tuple[float, float]:
    """Median milliseconds of a turn to painted, and of painting the same again."""
    room = window.room
    assert room is not None, "the example can be opened"
    places: list[str] = []
    room.desk.ask(places_of).then(places.extend)
    turns, floors = [], []
    for turn in range(rounds * len(places)):
        begun = perf_counter()
        room.go(stop, places[turn % len(places)])
        _paint(window)
        turned = perf_counter()
        window.repaint()
        turns.append((turned - begun) * 1000)
        floors.append((perf_counter() - turned) * 1000)
    window.close()
    _put_away(window)
    return median(turns[len(places) :]), median(floors[len(places) :])


def _paint(window: Window) -> None:
    """Lay out and paint at once what waits for it."""
    QApplication.sendPostedEvents()
    window.repaint()


if __name__ == "__main__":
    main(int(sys.argv[1]))
