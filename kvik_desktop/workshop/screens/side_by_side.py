"""Two columns beside each other, under each other where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui

BESIDE_FROM = 520
"""Width from which they stand beside each other, at 100 %."""


class SideBySide(QWidget):
    """Both are equally wide."""

    def __init__(self, ui: Ui, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self.ui = ui
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(ui.theme.px(32))
        self._both = (first, second)
        self._row.addWidget(first, 1)
        self._row.addWidget(second, 1)

    @property
    def _widest(self) -> int:
        return max(widget.minimumSizeHint().width() for widget in self._both)

    def minimumSizeHint(self) -> QSize:
        """Under each other."""
        return QSize(self._widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for both."""
        super().resizeEvent(event)
        self.fit(event.size().width())

    def fit(self, width: int) -> None:
        """Stand as there is room for in this width, before one is laid out in it."""
        needed = 2 * self._widest + self.ui.theme.px(32)
        beside = width >= max(self.ui.theme.px(BESIDE_FROM), needed)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._row.setSpacing(self.ui.theme.px(32 if beside else 16))
