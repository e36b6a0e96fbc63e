"""What stands beside the board: the guidance, or the facilitator's own notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.workshop.model import DAY
from kvik_desktop.workshop.screens.notes_panel import NotesPanel

GUIDANCE, NOTES = "guidance", "notes"


class MeetingSide(QFrame):
    """One of two at a time; the notes are made when they are first wanted."""

    wanted = Signal(str)
    """The subcriterion of a note that was found."""

    def __init__(self, ui: Ui, desk: Desk[Any], guidance: GuidancePanel) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._evaluation, self._subject = "", DAY
        self._names: Mapping[str, str] = {}
        self.notes: NotesPanel | None = None
        tr, px = ui.tr, ui.theme.px
        self.setProperty("look", "window")
        self.setAccessibleName(tr(say("Ved siden af tavlen")))
        chips = [Filter(GUIDANCE, tr(say("Vejledning"))), Filter(NOTES, tr(say("Noter")))]
        self.chips = FilterChips(ui, tr(say("Vis ved siden af tavlen")), chips)
        self.chips.chosen.connect(self.show_part)
        self._stack = QStackedWidget()
        self._stack.setProperty("look", "window")
        self._stack.addWidget(guidance)
        row = QVBoxLayout()
        row.setContentsMargins(px(12), 0, px(12), 0)
        row.addWidget(self.chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(8), 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.chips)

    def show_part(self, key: str) -> None:
        """Show the guidance, or the notes."""
        self.chips.set_key(key)
        if key == NOTES and self.notes is None:
            self.notes = NotesPanel(self.ui, self._desk)
            self.notes.wanted.connect(self.wanted)
            self._stack.addWidget(self.notes)
            self._show_notes()
        self._stack.setCurrentIndex(0 if key == GUIDANCE else 1)

    def write(self) -> None:
        """Write a note about what is at hand."""
        self.show_part(NOTES)
        assert self.notes is not None
        self.notes.begin()

    def show_subject(self, evaluation: str, subject: str, names: Mapping[str, str]) -> None:
        """What is at hand; ``names`` are those of every subcriterion by id, empty before the reveal."""
        self._evaluation, self._subject, self._names = evaluation, subject, names
        if self.notes is not None:
            self._show_notes()

    def _show_notes(self) -> None:
        assert self.notes is not None
        self.notes.show_subject(self._subject, self._names)
        if self._evaluation:
            self.notes.refresh(self._evaluation)

    def flush(self) -> None:
        """Save what is being typed."""
        if self.notes is not None:
            self.notes.flush()
