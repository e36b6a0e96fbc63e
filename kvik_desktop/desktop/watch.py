"""Watches the window's event loop: how long each of its turns takes, which is how long nobody is answered."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer

BEAT = 1
"""Milliseconds between two beats where the loop is free."""


class Watch:
    """A timer that beats all the time; between two beats lies one turn of the loop, or less."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        """``clock`` gives seconds: on the wall, or of processor time as ``time.thread_time``."""
        self._clock = clock
        self._last = 0.0
        self.longest = 0.0
        """Seconds of the longest turn since ``begin``."""
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Look on from now."""
        self.longest, self._last = 0.0, self._clock()
        self._timer.start(BEAT)

    def end(self) -> float:
        """Stop looking; seconds of the longest turn."""
        self._timer.stop()
        self._beat()
        return self.longest

    def _beat(self) -> None:
        now = self._clock()
        self.longest = max(self.longest, now - self._last)
        self._last = now
