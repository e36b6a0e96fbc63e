"""What a user does in the window, with the longest turn of the loop in each; run by `kvik bench page`.

The file has its own thread, as in the program: a turn of the loop is what nobody gets in between.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from kvik_desktop.desktop import wall_operations
from kvik_desktop.desktop.watch import Watch
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.room import Room
from kvik_desktop.shell.settings import Recent
from kvik_desktop.shell.window import Window

STEPS = "1234567"
LINKS = 4
"""Jobs that may follow from one another before what was asked for has come."""
CALM = 50
"""Milliseconds in which what is left is painted."""


@dataclass
class Operations:
    """Does them in a shown window, and keeps the longest turn of each in seconds, by its name."""

    window: Window
    folder: Path
    clock: Callable[[], float] = time.perf_counter
    longest: dict[str, float] = field(default_factory=dict)

    def all(self) -> None:
        """Every operation at least once: all of the window is seen with an evaluation that has its plan."""
        planned = self._example(Stage.PLANNED)
        self.open_at(planned, "2")
        self._visit(STEPS.replace("2", ""))
        for step in STEPS:
            self.do("switch", partial(self.room.go, step))
        for step in STEPS:
            self._dress(step)
        self.do("leave", self.window.leave)
        self.open_at(planned, "1")
        self._visit("2")
        self.open_at(self._example(Stage.GATHERED), "2")
        self._answer()
        self.open_at(self._example(Stage.ANSWERED), "3")
        self.do("reveal", self.room.frame.foot.act)
        wall_operations.all_on_wall(self)
        self.window.close()

    @property
    def room(self) -> Room:
        """The open file's."""
        assert self.window.room is not None, "a file is open"
        return self.window.room

    def _example(self, stage: Stage) -> Path:
        path = self.folder / f"{stage.name}.kvikdb"
        if not path.exists():
            Example(NAMES[0], Resources()).play(path, "Ikke vurderet", until=stage)
        return path

    def open_at(self, path: Path, step: str, name: str = "open") -> None:
        """Open a file at a step, as an operation of this name."""
        remembered = Recent(str(path), place=f"{step} ")
        self.window.change_settings(self.window.settings.opened(remembered))
        self._settle()
        self.do(name, partial(self.window.open, path))

    def _visit(self, steps: Iterable[str]) -> None:
        for step in steps:
            self.do(f"first_{step}", partial(self.room.go, step))

    def _dress(self, step: str) -> None:
        """Another language, theme and size of type, with a step's page in the window."""
        self.room.go(step)
        self._settle()
        worn = self.window.settings
        others: Mapping[str, Mapping[str, Any]] = {
            "language": {"language": "da" if worn.language == "en" else "en"},
            "theme": {"theme": "light" if worn.theme == "dark" else "dark"},
            "type_size": {"percent": 100 if worn.percent == 125 else 125},
        }
        for name, other in others.items():
            self.do(name, partial(self.window.change_look, replace(self.window.settings, **other)))

    def _answer(self) -> None:
        page = self.room.page
        assert isinstance(page, AnsweringPage), "the file was opened there"
        self.do("take_turn", page.who.rows[0].click)
        assert page.form is not None, "it is somebody's turn"
        stair = next(iter(page.form.score.stairs.values()))
        self.do("answer", partial(stair.choose, 45))

    def do(self, name: str, act: Callable[[], object]) -> None:
        """Do it in a turn of the loop, and look on until all is painted."""
        watch = Watch(self.clock)
        watch.begin()
        QTimer.singleShot(0, self.window, act)
        self._settle()
        self.longest[name] = max(self.longest.get(name, 0.0), watch.end())

    def _settle(self) -> None:
        """Until everything that was asked for has come and is painted."""
        loop = QEventLoop()
        for _ in range(LINKS):
            self.window.tasks.run(_nothing, lambda _: loop.quit(), self.window.crashed)
            loop.exec()
        QTimer.singleShot(CALM, loop.quit)
        loop.exec()


def _nothing() -> None:
    """A job that is done when those before it are."""
