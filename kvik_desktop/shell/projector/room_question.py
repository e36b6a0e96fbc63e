"""What the room is asked where the projector covers the page that warns of an act."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.page import Asked
from kvik_desktop.shell.projector.projection import TWICE
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui

EDGE, HEIGHT, GAP = 80, 32, 8
"""Margins beside and over the words, and between them, on a screen 1366 across."""


class RoomQuestion(QWidget):
    """A band over the foot of the slide, in the colours of the line of undo; also on a black screen."""

    def __init__(self, ui: Ui, asked: Asked, parent: QWidget) -> None:
        """``ui`` is the slide's own."""
        super().__init__(parent)
        self.ui, self.asked = ui, asked
        how = ui.tr(say("Ctrl+Enter en gang til: ja. Esc: nej"))
        lines = (
            SlideText(ui, f"{asked.what}?", "title", 600, "surface"),
            SlideText(ui, asked.warning, ink="surface"),
            SlideText(ui, how, weight=600, ink="surface"),
        )
        px = ui.theme.percent / TWICE
        column = QVBoxLayout(self)
        column.setContentsMargins(*[round(edge * px) for edge in (EDGE, HEIGHT, EDGE, HEIGHT)])
        column.setSpacing(round(GAP * px))
        for line in lines:
            column.addWidget(line)
        height = column.totalHeightForWidth(parent.width())
        self.setGeometry(0, parent.height() - height, parent.width(), height)
        self.setAccessibleName(" ".join(line.text() for line in lines))
        self.show()
        self.raise_()
        speak(self, self.accessibleName())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dark on a light slide, and light on a dark one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ui.theme.colour("text"))
        painter.end()
