"""A hairline over what scrolls, seen while some of it is scrolled away under there."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline


class ScrollEdge(Hairline):
    """Keeps its pixel when it is not seen, so that nothing moves."""

    def __init__(self, ui: Ui, area: QScrollArea) -> None:
        super().__init__(ui)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        area.verticalScrollBar().valueChanged.connect(lambda value: self.setVisible(value > 0))
