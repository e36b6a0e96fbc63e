"""Saves what is being typed: after a short pause, when one leaves the field, and when the page is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PAUSE = 600
"""Milliseconds without a key."""

LONGEST = 2000
"""Milliseconds that something typed waits at most, also where the keys never rest."""


class TypingPause(QObject):
    """Calls ``commit`` once for what was typed; never when nothing was."""

    def __init__(self, owner: QObject, commit: Callable[[], None]) -> None:
        """``owner`` is what it lives as long as, usually the page."""
        super().__init__(owner)
        self._commit = commit
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        self._latest = QTimer(self, singleShot=True, interval=LONGEST)
        self._latest.timeout.connect(self.flush)
        self._is_pending = False  # a timer that has just run out is not active any more

    @property
    def pending(self) -> bool:
        """Something is typed and not saved: a page that is refreshed now keeps what is typed."""
        return self._is_pending

    def edited(self, *_: object) -> None:
        """Something was typed; connect this to the signal of the field."""
        self._is_pending = True
        self._timer.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Save now what is not saved."""
        if self._is_pending:
            self._is_pending = False
            self._timer.stop()
            self._latest.stop()
            self._commit()

    def watch(self, *fields: QWidget) -> None:
        """Save also when focus leaves any of these."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus leaving; the event goes on."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
