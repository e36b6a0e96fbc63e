"""The Ui of a slide: the same language and colours, and type after the size of the screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize

from kvik_desktop.shell.projector.projection import TWICE
from kvik_desktop.shell.ui import Ui

WIDTH, HEIGHT = 1366, 660
"""The screen the design is drawn on. It is as wide; of its height this much must be there, so that a screen
that is very wide has no larger type than it has height for."""


def enlarged(ui: Ui, size: QSize) -> Ui:
    """The Ui for a screen of this size, whatever size of type the user reads at."""
    part = min(size.width() / WIDTH, size.height() / HEIGHT)
    return replace(ui, theme=replace(ui.theme, percent=max(round(part * TWICE), 1)))
