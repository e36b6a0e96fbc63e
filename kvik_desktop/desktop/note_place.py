"""Where a page behind or at the start tells problems and what is under way: one note at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.note import Action, Note, problem_note
from kvik_desktop.shell.widgets.progress_line import ProgressLine


class NotePlace(QWidget):
    """Takes no room while there is nothing to tell."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self._told: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def buttons(self) -> Sequence[LinkButton]:
        """What can be done about what is told."""
        return self._told.buttons if isinstance(self._told, Note) else ()

    def show_problem(self, problem: Problem, actions: Sequence[Action] = ()) -> None:
        """Tell a problem; another takes its place."""
        note = problem_note(self._ui, problem, actions, closable=True)
        note.closed.connect(self.clear)
        self._show(note)

    def show_work(self, text: str) -> None:
        """Say what is under way."""
        self._show(ProgressLine(self._ui, text, stoppable=False))

    def clear(self) -> bool:
        """Nothing to tell any more; False where nothing was told."""
        told, self._told = self._told, None
        self.hide()
        if told is None:
            return False
        self._column.removeWidget(told)
        told.hide()
        told.deleteLater()
        return True

    def _show(self, told: QWidget) -> None:
        self.clear()
        self._told = told
        self._column.addWidget(told)
        self.show()
