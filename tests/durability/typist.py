"""A participant who writes one sentence after the other in a real window, until somebody kills the program.

Run as `python -m tests.durability.typist FIL`. Says the number of a sentence when half of it is typed.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kvik_desktop.compose import open_file
from kvik_desktop.desktop.opening import open_kept
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens.answer_form import AnswerForm
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.settings import SettingsFile
from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.window import Window
from tests.window import ToldChooser

SUBCRITERION = "1.2"
EACH_KEY = 30
"""Milliseconds; faster than anybody writes."""


def sentence(number: int) -> str:
    """What is written: no two are alike."""
    return f"Nummer {number}"


class Typist:
    """Begins when the page is there, and never rests."""

    def __init__(self, window: Window, person: str) -> None:
        self._window, self._person = window, person
        self._numbers = count(1)
        self._left = ""
        self._number = 0
        self._has_gone = False
        self._timer = QTimer()
        self._timer.setInterval(EACH_KEY)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        room = self._window.room
        if room is None:
            return
        page = room.page
        if not self._has_gone:
            self._has_gone = True
            room.go("2", f"{self._person}/{SUBCRITERION}")
        elif isinstance(page, AnsweringPage) and page.form is not None:
            self._type(page.form)

    def _type(self, form: AnswerForm) -> None:
        line = form.lists.lists[StatementKind.STRENGTH]
        if not line.isVisible():
            return
        if not self._left:
            self._number = next(self._numbers)
            self._left = sentence(self._number) + "\n"
        if self._number == 1:
            line.setFocus()
        letter, self._left = self._left[0], self._left[1:]
        focused = self._window.focusWidget()
        assert focused is not None, "a line has focus"
        if letter == "\n":
            QTest.keyClick(focused, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(focused, letter)
        if len(self._left) == len(sentence(self._number)) // 2:
            sys.stdout.write(f"{self._number}\n")
            sys.stdout.flush()


def main(path: Path) -> None:
    """Open the file and write."""
    app = QApplication(sys.argv[:1])
    with open_file(path) as file:
        person = file.ask(evaluations.roster, file.ask(evaluations.current).id)[0].id
    window = Window(
        app,
        WorkerTasks(),
        SystemClock(),
        SettingsFile(Places.of_user().settings),
        Resources(),
        StartPage,
        open_kept,
        lambda _window: ToldChooser(),
    )
    window.show()
    window.open(path)
    typist = Typist(window, person)
    app.exec()
    del typist


if __name__ == "__main__":
    main(Path(sys.argv[1]))
