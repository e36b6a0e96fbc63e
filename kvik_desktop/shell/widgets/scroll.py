"""What scrolls up and down, and costs nothing before it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Scroll(QScrollArea):
    """Qt's own, but while it is hidden another parent is no reason to look at what is in it.

    A page is put together from the inside out, so everything in it gets another parent several times. Qt's
    area then asks all of it for its size, which dresses it, and what is dressed is undressed and dressed anew
    at the next parent: half of the time that a page took. Give it its widget before the widget is filled.
    """

    def event(self, event: QEvent) -> bool:
        """Where the style may be another, sizes are asked for when it is seen."""
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return QWidget.event(self, event)
        return super().event(event)
