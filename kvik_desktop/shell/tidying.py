"""Python's search for circles of garbage, in the thread of the window and nowhere else.

Python searches in whatever thread happens to make the next object. A page that was thrown away lies in such
circles (a button holds the function it calls, the function holds the page), and found by the worker thread it
would be taken down there: Qt allows that only in the thread that made it, and now and then the program dies.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500
"""Milliseconds between two looks: what one page leaves behind is searched in less than a millisecond."""


class Tidying(QObject):
    """Takes the search over from Python, for the rest of the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(tidy)
        self._timer.start()


def tidy() -> None:
    """Search as far back as Python itself would have done by now; nothing where little is new."""
    full = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if full[0]:
        gc.collect(max(age for age, is_full in enumerate(full) if is_full))
