"""The slide of a page that has none of its own: the program's mark, and the name of the step at hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from kvik_desktop.shell.look.marks import program_mark
from kvik_desktop.shell.projector.projection import Projection, Slide
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui

MARK = 96
"""Side of the mark on a screen 1366 across."""


class NeutralSlide(Slide):
    """Says nothing that is in the file."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        mark = QLabel()
        mark.setPixmap(program_mark(ui.theme, MARK // 2))
        mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        mark.setAccessibleName("KVIK")
        self._name = SlideText(ui, "", "title", 600, centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[self.px(80)] * 4)
        column.setSpacing(self.px(24))
        column.addStretch(1)
        column.addWidget(mark)
        column.addWidget(self._name)
        column.addStretch(1)

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """The name of a step; empty where the page is none."""
        self._name.tell(str(given))


def neutral(name: str) -> Projection:
    """What the room sees of a page that shows it nothing."""
    return Projection("neutral", NeutralSlide, name)
