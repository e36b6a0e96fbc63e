"""One of some things to do in order: its number in a ring, what, and how."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

RING = 24


class Numbered(QWidget):
    """Read as "1. Send filen …"."""

    def __init__(self, ui: Ui, number: int, what: str, how: str) -> None:
        super().__init__()
        px = ui.theme.px
        self.setAccessibleName(f"{number}. {what}. {how}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(ui, what))
        words.addWidget(ReadingText(ui, how, ink="text-2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(8))
        row.addWidget(_Ring(ui, number), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class _Ring(QLabel):
    def __init__(self, ui: Ui, number: int) -> None:
        super().__init__(str(number))
        self._ui = ui
        side = ui.theme.px(RING)
        self.setFixedSize(QSize(side, side))
        self.setFont(ui.theme.font("small", 600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._ui.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.px(1.5)
        painter.setPen(QPen(theme.colour("edge"), wide))
        inside = QRectF(self.rect()).adjusted(wide, wide, -wide, -wide)
        painter.drawEllipse(inside)
        painter.setPen(theme.colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
