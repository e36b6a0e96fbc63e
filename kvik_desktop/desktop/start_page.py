"""The start page: where one begins, and where one goes on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import PrimaryButton, SecondaryButton
from kvik_desktop.shell.widgets.note import Note, problem_note
from kvik_desktop.shell.window import Window

FILES = say("Selvevalueringer (*.kvikdb)")


class StartPage(QWidget):
    """Two big choices: a new self-assessment, or one that is there."""

    def __init__(self, ui: Ui, window: Window) -> None:
        super().__init__()
        self._ui, self._window = ui, window
        self._note: Note | None = None
        tr, px = ui.tr, ui.theme.px
        question = QLabel(tr(say("Hvor vil du begynde?")))
        question.setProperty("look", "large")
        self.new = PrimaryButton(ui, tr(say("Ny selvevaluering")), "plus")
        self.open = SecondaryButton(ui, tr(say("Åbn fil…")), "folder")
        self.open.clicked.connect(self._open)
        choices = QHBoxLayout()
        choices.setSpacing(px(8))
        choices.addWidget(self.new)
        choices.addWidget(self.open)
        choices.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(72), px(48), px(72), px(48))
        self._layout.setSpacing(px(24))
        self._layout.addWidget(question)
        self._layout.addLayout(choices)
        self._layout.addStretch(1)

    def refresh(self) -> None:
        """Show the recent files as they are now."""

    def show_problem(self, problem: Problem) -> None:
        """Tell that a file could not be opened."""
        self._close_note()
        self._note = problem_note(self._ui, problem)
        self._note.closed.connect(self._close_note)
        self._layout.insertWidget(0, self._note)

    def drop(self, paths: Sequence[Path]) -> bool:
        """Take files that are no evaluation files."""
        return False

    def _open(self) -> None:
        path = self._window.choose.file(self._ui.tr(say("Åbn en selvevaluering")), self._ui.tr(FILES))
        if path is not None:
            self._window.open(path)

    def _close_note(self) -> None:
        note, self._note = self._note, None
        if note is not None:
            note.hide()
            note.deleteLater()
