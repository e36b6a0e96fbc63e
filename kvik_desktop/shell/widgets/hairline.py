"""A thin line that keeps groups apart; decoration that carries no meaning."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from kvik_desktop.shell.ui import Ui


class Hairline(QFrame):
    """One pixel across the layout it stands in."""

    def __init__(self, ui: Ui, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.setProperty("look", "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
