"""A small word in a coloured field: what something is, with its mark where it has one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui

Tone = Literal["plain", "chosen", "problem", "caution", "done"]


class Tag(QFrame):
    """``picture`` is a mark or an icon of 14 pixels; a coloured tag has one, for colour is not enough."""

    def __init__(
        self,
        ui: Ui,
        text: str,
        tone: Tone = "plain",
        picture: QPixmap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self.setProperty("tag", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ui.theme.px(24))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ui.theme.px(8), 0, ui.theme.px(8), 0)
        layout.setSpacing(ui.theme.px(4))
        if picture is not None:
            shown = QLabel()
            shown.setPixmap(picture)
            layout.addWidget(shown)
        words = QLabel(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(words)
