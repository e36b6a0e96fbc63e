"""Several words as one thing to read: the keyboard comes to it, and a screen reader hears all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from kvik_desktop.shell.ui import Ui


class Spoken(QLabel):
    """A label for its role; what it says stands in ``column``. Call ``name_it`` when everything is there."""

    def __init__(self, ui: Ui, *, gap: int = 4) -> None:
        """``gap`` is between its parts, at 100 %."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(ui.theme.px(gap))

    def name_it(self) -> None:
        """The first two things that are said are its name, the rest its description."""
        said = [label.text() for label in self.findChildren(QLabel) if label.text()]
        self.setAccessibleName(". ".join(said[:2]))
        self.setAccessibleDescription(" ".join(said[2:]))

    def sizeHint(self) -> QSize:
        """That of what stands in it; a label would count its own words."""
        return self.column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As for ``sizeHint``."""
        return self.column.totalMinimumSize()

    def heightForWidth(self, width: int) -> int:
        """As for ``sizeHint``."""
        return self.column.totalHeightForWidth(width)
