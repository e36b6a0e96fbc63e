"""What a page lets the room see: a kind of slide, and the plain data that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.ui import Ui

TWICE = 200
"""The size of type of a slide on a screen 1366 wide, in percent."""


class Slide(QWidget):
    """One thing the room looks at. It has no buttons, takes no focus, and knows only what it is given.

    Made for one size of screen: its Ui is twice as large at 1366 across, so every shared widget stands there
    in the projector's type (small is 24, a dot is 28 across). Another size, language or look is another
    slide.
    """

    turned = Signal()
    """The page is another, or there are more or fewer of them."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui

    def px(self, pixels: float) -> int:
        """A length of the projector's design, given for a screen 1366 across."""
        return round(pixels * self.ui.theme.percent / TWICE)

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """Show this; ``fresh`` is False where the room saw it already and only the slide is another."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """Which of its pages is seen, from 0."""
        return 0

    @property
    def pages(self) -> int:
        """How many pages what is shown takes."""
        return 1

    def turn(self, step: int) -> None:
        """Go on (1) or back (-1) a page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing of what is behind is seen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ui.theme.colour("surface"))
        painter.end()


@dataclass(frozen=True)
class Projection:
    """What the room sees now. ``given`` is plain frozen data: what is not in it cannot be shown."""

    key: str
    """The kind of slide: the same kind is filled anew, another is made."""
    make: Callable[[Ui], Slide]
    given: Any
