"""Two halves beside each other, or under each other where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.ui import Ui


class TwoHalves(QWidget):
    """The right half takes its share of the width, within its least and most; the left has the rest."""

    def __init__(
        self, ui: Ui, left: QWidget, right: QWidget, *, least: int, most: int, share: float, beside: int
    ) -> None:
        """Widths at 100 %; ``beside`` is the least width in which they stand beside each other."""
        super().__init__()
        self.ui = ui
        self.left, self.right = left, right
        self._least, self._most, self._share, self._beside = least, most, share, beside
        for half in (left, right):
            half.setParent(self)

    @property
    def is_beside(self) -> bool:
        """Whether they stand beside each other."""
        return self.width() >= self.ui.theme.px(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        px, width, height = self.ui.theme.px, self.width(), self.height()
        if self.is_beside:
            right = min(max(round(width * self._share), px(self._least)), px(self._most))
            self.left.setGeometry(0, 0, width - right - 1, height)
            self.right.setGeometry(width - right, 0, right, height)
        else:
            upper = height // 2
            self.left.setGeometry(0, 0, width, upper)
            self.right.setGeometry(0, upper + 1, width, height - upper - 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between them."""
        painter = QPainter(self)
        line, place = self.ui.theme.colour("line"), self.right.geometry()
        if self.is_beside:
            painter.fillRect(place.left() - 1, 0, 1, self.height(), line)
        else:
            painter.fillRect(0, place.top() - 1, self.width(), 1, line)
        painter.end()
