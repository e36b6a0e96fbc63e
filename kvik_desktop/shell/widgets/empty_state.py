"""An empty page or table: what will be here, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.reading_text import ReadingText

CHARACTERS = 48
"""The width of its text."""


class EmptyState(QWidget):
    """Stands in the middle of the room it is given."""

    acted = Signal()
    """The button was pressed."""

    def __init__(
        self,
        ui: Ui,
        icon: str,
        title: str,
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        px = ui.theme.px
        picture = QLabel()
        picture.setPixmap(pixmap(ui.theme, icon, "text-2", 32))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(12))
        column.addWidget(ReadingText(ui, title, weight=600, centred=True, characters=CHARACTERS))
        if text:
            column.addWidget(ReadingText(ui, text, ink="text-2", centred=True, characters=CHARACTERS))
        self.button = SecondaryButton(ui, action)
        if not action:
            self.button.hide()  # never show what has no parent yet: it would be a window
        self.button.clicked.connect(self.acted)
        if action:
            column.addSpacing(px(12))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
