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
        hints = self._hints()
        wide = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part."""
        hints = self._hints()
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every part in its place."""
        super().resizeEvent(event)
        self._arrange(event.size().width(), place=True)

    def _arrange(self, width: int, *, place: bool) -> int:
        y = 0
        for line in self._broken(width):
            high = max(hint.height() for _, _, hint in line)
            if place:
                for part, x, hint in line:
                    top = y + (high - hint.height()) // 2
                    part.setGeometry(x, top, min(hint.width(), max(width, 1)), hint.height())
            y += high + self._gap
        return max(y - self._gap, 0)

    def _broken(self, width: int) -> list[list[tuple[QWidget, int, QSize]]]:
        """By line each part with where it begins and how large it is."""
        lines: list[list[tuple[QWidget, int, QSize]]] = []
        x = 0
        for part, hint in zip(self._parts, self._hints(), strict=True):
            if not lines or x + hint.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((part, x, hint))
            x += hint.width() + self._gap
        return lines

    def _hints(self) -> list[QSize]:
        """How large each wants to be, within its own limits."""
        sizes = (part.sizeHint().expandedTo(part.minimumSize()) for part in self._parts)
        return [size.boundedTo(part.maximumSize()) for part, size in zip(self._parts, sizes, strict=True)]
