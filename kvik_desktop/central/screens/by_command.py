"""What the coordinator does with the command until it has a page of its own: says which command, and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState


class ByCommand(Page):
    """A sentence with the command; nothing on it is pressed."""

    def __init__(self, ui: Ui, desk: Desk[Any], icon: str, title: Text, text: Text) -> None:
        super().__init__(ui, desk)
        layout = QVBoxLayout(self)
        layout.addWidget(EmptyState(ui, icon, ui.tr(title), ui.tr(text)))
