"""Nothing the user does holds up the window: no turn of its loop is long beside a plain page of Qt's own.

What counts is the processor time of the window's thread, and the floor is measured in the same run, so that a
slow or busy machine is slow at both. How many milliseconds it is says `kvik bench page`.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.desktop.operations import Operations
from kvik_desktop.desktop.watch import Watch
from kvik_desktop.shell.tasks import WorkerTasks
from tests.window import window

ROWS = 20
"""Of the plain page: a label, a field and a button each."""

MOST = 12
"""Times as long as the plain page, which is about twice what the longest turn takes."""


def plain_page(qtbot: QtBot) -> float:
    """Seconds of the turn in which a page without anything of ours is made and shown."""
    made: list[QWidget] = []

    def make() -> None:
        page = QWidget()
        rows = QFormLayout(page)
        for number in range(ROWS):
            rows.addRow(QLabel(f"Spørgsmål {number}"), QLineEdit("Svar"))
            rows.addRow(QPushButton("Videre"))
        made.append(page)
        page.show()

    watch = Watch(time.thread_time)
    watch.begin()
    loop = QEventLoop()
    QTimer.singleShot(0, loop, make)
    QTimer.singleShot(50, loop.quit)
    loop.exec()
    qtbot.addWidget(made[0])
    return watch.end()


def test_nothing_holds_up_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    shown = window(qtbot, tasks=WorkerTasks())
    floor = median(plain_page(qtbot) for _ in range(5))
    operations = Operations(shown, tmp_path, time.thread_time)
    operations.all()
    long = {name: seconds / floor for name, seconds in operations.longest.items() if seconds > MOST * floor}
    assert not long, f"times a plain page of {floor * 1000:.1f} ms: {long}"


def test_the_watch_sees_a_long_turn(qtbot: QtBot) -> None:
    watch = Watch(time.thread_time)
    watch.begin()
    loop = QEventLoop()
    QTimer.singleShot(0, loop, lambda: sum(range(2_000_000)))
    QTimer.singleShot(20, loop.quit)
    loop.exec()
    begun = time.thread_time()
    sum(range(1_000_000))
    assert watch.end() > time.thread_time() - begun
