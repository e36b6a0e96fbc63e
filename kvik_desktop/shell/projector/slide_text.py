"""Words on a slide, in the three sizes that are read from the back row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.look.theme import Weight
from kvik_desktop.shell.projector.projection import TWICE
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText

SlideSize = Literal["text", "title", "figure"]

PIXELS: Mapping[SlideSize, int] = {"text": 24, "title": 40, "figure": 96}
LINE: Mapping[SlideSize, int] = {"text": 36, "title": 52, "figure": 104}
"""Height of type and of its line on a screen 1366 across, from the design."""

READABLE = 96
"""Characters a line may have: one looks up at it, and does not read for long."""


def slide_font(ui: Ui, size: SlideSize = "text", weight: Weight = 400) -> QFont:
    """The type of a slide; ``ui`` is the slide's own."""
    font = ui.theme.font("body", weight, tabular=size == "figure")
    font.setPixelSize(round(PIXELS[size] * ui.theme.percent / TWICE))
    return font


def slide_line(ui: Ui, size: SlideSize = "text") -> int:
    """The height of a line, in pixels."""
    return round(LINE[size] * ui.theme.percent / TWICE)


class SlideText(ReadingText):
    """Wraps; never cut."""

    def __init__(
        self,
        ui: Ui,
        text: str = "",
        size: SlideSize = "text",
        weight: Weight = 400,
        ink: str = "text",
        *,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.size_on_slide: SlideSize = size
        self._weight: Weight = weight
        super().__init__(ui, "", "large", weight, ink, centred=centred, characters=READABLE, parent=parent)
        self.setFont(slide_font(ui, size, weight))
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setText(text)

    @property
    def leading(self) -> int:
        """The height of a line, in pixels."""
        return slide_line(self.ui, self.size_on_slide)

    def tell(self, text: str) -> None:
        """Other words; where there are none it takes no room."""
        self.setText(text)
        self.setHidden(not text)

    def set_size(self, size: SlideSize) -> None:
        """Larger or smaller type."""
        if size != self.size_on_slide:
            self.size_on_slide = size
            self.setFont(slide_font(self.ui, size, self._weight))
            self._broken.clear()
            self.updateGeometry()

    def set_ink(self, ink: str) -> None:
        """Another colour of the words."""
        if ink != self.ink:
            self.ink = ink
            self.update()

    def give_way(self, over: int) -> None:
        """Much is read aloud: what ``over`` pixels have no room for ends in dots, after one line at least."""
        words = self.text().split()
        if over <= 0 or not words:
            return
        width = self.width()
        room = max(self.heightForWidth(width) - over, self.leading)
        while words and self.heightForWidth(width) > room:
            words.pop()
            self.setText(" ".join(words) + " …")
