"""Headings: the page's question, and the headings under it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText


class Heading(ReadingText):
    """``large`` is the page's question or the figure that matters, ``body`` a heading under it."""

    def __init__(
        self, ui: Ui, text: str, size: Literal["large", "body"] = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(ui, text, size, 600, "text", parent=parent)
