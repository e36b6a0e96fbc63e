"""What the colours of a heat map mean: the six steps, each with its range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.painting import write

SWATCH, WORD, NEXT = 14, 8, 16
"""The field, the room to its word, and the room to the next, at 100 %."""


class HeatLegend(QLabel):
    """Fields of colour in a row, on two lines where there is no room."""

    def __init__(self, ui: Ui, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._ranges = [step.range for step in steps]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(self._ranges))

    def _places(self, width: float) -> list[QRectF]:
        """Where each field with its word is, at a width."""
        px, metrics = self.ui.theme.px, QFontMetricsF(self.ui.theme.font("small"))
        places, x, y = [], 0.0, 0.0
        for words in self._ranges:
            room = px(SWATCH + WORD) + metrics.horizontalAdvance(words)
            if x and x + room > width:
                x, y = 0.0, y + px(22)
            places.append(QRectF(x, y, room, px(22)))
            x += room + px(NEXT)
        return places

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its lines."""
        return round(self._places(width)[-1].bottom())

    def sizeHint(self) -> QSize:
        """One line."""
        last = self._places(float("inf"))[-1]
        return QSize(round(last.right()) + 1, round(last.bottom()))

    def minimumSizeHint(self) -> QSize:
        """One field, one line."""
        return QSize(self.ui.theme.px(80), self.ui.theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fields and ranges."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step, (words, place) in enumerate(zip(self._ranges, self._places(self.width()), strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"heat-{step}"))
            swatch = QRectF(place.left(), place.center().y() - px(SWATCH) / 2, px(SWATCH), px(SWATCH))
            painter.drawRoundedRect(swatch, px(3), px(3))
            words_at = place.adjusted(px(SWATCH + WORD), 0, 0, 0)
            write(painter, words_at, words, theme.font("small"), theme.colour("text-2"))
