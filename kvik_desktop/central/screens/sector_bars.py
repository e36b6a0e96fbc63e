"""How many have delivered in each sector: a name, a count and a bar, as many beside each other as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.painting import write

HIGH, BAR, GAP, AIR = 28, 6, 24, 16
"""Of one sector with its bar, and between them, at 100 %."""


@dataclass(frozen=True, slots=True)
class SectorCount:
    """One sector in words."""

    name: str
    delivered: int
    of: int


class SectorBars(QLabel):
    """Read as one sentence; the bars repeat what the counts say."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._counts: Sequence[SectorCount] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: Sequence[SectorCount]) -> None:
        """Other counts."""
        self._counts = counts
        self.setAccessibleName(", ".join(f"{each.name}: {self._count(each)}" for each in counts))
        self.setVisible(bool(counts))
        self.updateGeometry()
        self.update()

    def _count(self, each: SectorCount) -> str:
        return self.ui.tr(say("{delivered} af {of}", delivered=each.delivered, of=each.of))

    def _columns(self, width: int) -> int:
        """How many stand beside each other: name and count on one line, and no line much shorter."""
        px, metrics = self.ui.theme.px, QFontMetrics(self.ui.theme.font("small", 500))
        widest = max(metrics.horizontalAdvance(f"{e.name}  {self._count(e)}") for e in self._counts)
        fitting = max((width + px(GAP)) // (max(widest + px(8), px(120)) + px(GAP)), 1)
        lines = -(-len(self._counts) // fitting)
        return -(-len(self._counts) // lines)

    def hasHeightForWidth(self) -> bool:
        """They go on to the next line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        if not self._counts:
            return 0
        lines = -(-len(self._counts) // self._columns(width))
        return lines * self.ui.theme.px(HIGH) + (lines - 1) * self.ui.theme.px(AIR)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.ui.theme.px(480), self.heightForWidth(self.ui.theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        """One beside none."""
        return QSize(self.ui.theme.px(120), self.ui.theme.px(HIGH) if self._counts else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, counts and bars."""
        if not self._counts:
            return
        px, columns = self.ui.theme.px, self._columns(self.width())
        wide = (self.width() - (columns - 1) * px(GAP)) / columns
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, each in enumerate(self._counts):
            left = (place % columns) * (wide + px(GAP))
            top = (place // columns) * (px(HIGH) + px(AIR))
            self._paint_one(painter, QRectF(left, top, wide, px(HIGH)), each)
        painter.end()

    def _paint_one(self, painter: QPainter, rect: QRectF, each: SectorCount) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        line = QRectF(rect.left(), rect.top(), rect.width(), px(16))
        write(painter, line, each.name, theme.font("small"), theme.colour("text-2"))
        right = Qt.AlignmentFlag.AlignRight
        count = theme.font("small", 500, tabular=True)
        write(painter, line, self._count(each), count, theme.colour("text"), right)
        bar = QRectF(rect.left(), rect.bottom() - px(BAR), rect.width(), px(BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(bar, px(BAR) / 2, px(BAR) / 2)
        if each.delivered and each.of:
            bar.setWidth(max(bar.width() * each.delivered / each.of, px(BAR)))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(bar, px(BAR) / 2, px(BAR) / 2)
