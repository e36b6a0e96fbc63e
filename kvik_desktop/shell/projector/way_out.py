"""How one gets out again, said for a moment where the projector covers the only screen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.projector.slide_text import slide_font
from kvik_desktop.shell.ui import Ui

SEEN = 5000
"""Milliseconds: long enough to read it twice."""

FOOT = 36
"""Height of the bottom line of slides, in the middle of which it lies, at 100 %."""


class WayOut(QLabel):
    """Lies over the slide, in the lower right corner, in the colours of the line of undo."""

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        """``ui`` is the slide's own."""
        super().__init__(ui.tr(say("Esc fører tilbage til siden")), parent)
        self.ui = ui
        self.setFont(slide_font(ui, weight=600))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), ui.theme.colour("surface"))
        self.setPalette(palette)
        self.setMargin(ui.theme.px(6))
        self.adjustSize()
        below = (ui.theme.px(FOOT) - self.height()) // 2
        self.move(parent.width() - self.width() - ui.theme.px(40), parent.height() - self.height() - below)
        self.timer = QTimer(self, singleShot=True, interval=SEEN)
        self.timer.timeout.connect(self.hide)
        self.timer.start()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dark on a light slide, and light on a dark one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.ui.theme.colour("text"))
        painter.setBrush(self.ui.theme.colour("text"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), self.ui.theme.px(4), self.ui.theme.px(4))
        painter.end()
        super().paintEvent(event)
