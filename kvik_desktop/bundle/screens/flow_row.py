"""Buttons beside each other that go on to the next line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui


class FlowRow(QWidget):
    """Keeps the order and the size that each part wants."""

    def __init__(
        self, ui: Ui, parts: Sequence[QWidget], *, gap: int = 8, parent: QWidget | None = None
    ) -> None:
        """``gap`` is between them, at 100 %."""
        super().__init__(parent)
        self._gap = ui.theme.px(gap)
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        hints = [part.sizeHint() for part in self._parts]
        wide = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part."""
        hints = [part.sizeHint() for part in self._parts]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every part in its place."""
        super().resizeEvent(event)
        self._arrange(event.size().width(), place=True)

    def _arrange(self, width: int, *, place: bool) -> int:
        x = y = high = 0
        for part in self._parts:
            hint = part.sizeHint()
            if x and x + hint.width() > width:
                x, y, high = 0, y + high + self._gap, 0
            if place:
                part.setGeometry(x, y, min(hint.width(), max(width, 1)), hint.height())
            x += hint.width() + self._gap
            high = max(high, hint.height())
        return y + high
