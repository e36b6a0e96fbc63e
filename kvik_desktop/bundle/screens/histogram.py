"""How many answers lie in each of the six bands: bars over the same axis as everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step

BARS, NUMBER, LABEL = 48, 20, 20
"""Heights at 100 %: the tallest bar, the number over it, the band under it."""


class Histogram(QLabel):
    """A picture with its figures written on it; its name says them too."""

    def __init__(
        self, ui: Ui, steps: Sequence[Step], counts: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._steps, self._counts = tuple(steps), tuple(counts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = ", ".join(f"{step.range}: {count}" for step, count in zip(steps, counts, strict=True))
        self.setAccessibleName(ui.tr(say("Sådan fordelte svarene sig: {counts}", counts=told)))

    def sizeHint(self) -> QSize:
        """As high as its three parts."""
        return QSize(self.ui.theme.px(360), self.ui.theme.px(BARS + NUMBER + LABEL))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the bands' names need their room."""
        return QSize(self.ui.theme.px(240), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars, their numbers, the axis and its bands."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = Axis(self._steps[-1].high, self.width())
        foot, most = px(NUMBER + BARS), max(*self._counts, 1)
        for step, count in zip(self._steps, self._counts, strict=True):
            left, right = axis.span(step)
            inside = QRectF(left + 1, 0, right - left - 2, foot)
            high = px(BARS) * count / most
            bar = QRectF(inside.left(), foot - high, inside.width(), high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("heat-3"))
            painter.drawRoundedRect(bar, px(2), px(2))
            painter.fillRect(QRectF(inside.left(), foot - 1, inside.width(), 1), theme.colour("edge"))
            if count:
                painter.setFont(theme.font("small", 600))
                painter.setPen(theme.colour("text"))
                over = QRectF(left, foot - high - px(NUMBER), right - left, px(NUMBER))
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(count))
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-2"))
            under = QRectF(left, foot + px(2), right - left, px(LABEL) - px(2))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, step.range)
        painter.end()
