"""A part that is shown before it has its place is a window of its own for a moment: it flashes, takes the
focus, and costs as much as a window.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.model_package.screens.guidance_section import FoldSection
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.progress_line import ProgressLine

MADE: tuple[Callable[[Ui], QWidget], ...] = (
    lambda ui: Field(ui, "Navn", QLineEdit(), "Kort og klart."),
    lambda ui: EmptyState(ui, "inbox", "Her er tomt", "Hent noget.", "Hent"),
    lambda ui: ProgressLine(ui, "Henter og prøver pakker"),
    lambda ui: FoldSection(ui, "Eksempler", unfolded=True),
)


class Watch(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("make", MADE)
def test_nothing_is_a_window_while_it_is_made(qtbot: QtBot, ui: Ui, make: Callable[[Ui], QWidget]) -> None:
    app, watch = QApplication.instance(), Watch()
    assert app is not None
    app.installEventFilter(watch)
    qtbot.addWidget(make(ui))
    app.removeEventFilter(watch)
    assert watch.shown == []
