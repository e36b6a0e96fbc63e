"""Something to tick off or choose, with words of any length and a second line under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText


class CheckLine(QWidget):
    """A click on the words ticks as one on the box does; a fixed one is read and cannot be changed."""

    ticked = Signal(bool)
    """The user has ticked it, or taken the tick away."""

    def __init__(self, ui: Ui, text: str, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        px = ui.theme.px
        self.box = _Box()
        self.box.setAccessibleName(text)
        self.words = ReadingText(ui, text)
        self.second = ReadingText(ui, "", "small", ink="text-2")
        words = QVBoxLayout()
        words.setContentsMargins(0, px(5), 0, px(5))
        words.setSpacing(px(2))
        words.addWidget(self.words)
        words.addWidget(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.box.clicked.connect(self._tell)
        self.set_second(second)

    def set_second(self, second: str) -> None:
        """What stands under the words."""
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.box.setAccessibleDescription(second)

    def set_checked(self, checked: bool) -> None:
        """Without a signal."""
        self.box.setChecked(checked)

    def set_fixed(self, fixed: bool) -> None:
        """Whether the program has ticked it itself; it is still come to and read."""
        self.box.is_fixed = fixed

    def _tell(self, checked: bool) -> None:
        if not self.box.is_fixed:
            self.ticked.emit(checked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.click()


class _Box(QCheckBox):
    """A box that may be fixed, and is then neither asleep nor skipped."""

    def __init__(self) -> None:
        super().__init__()
        self.is_fixed = False

    def nextCheckState(self) -> None:
        """Stays where it is while it is fixed."""
        if not self.is_fixed:
            super().nextCheckState()
