"""Putting a subcriterion aside: no score, but a note that says why."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.workshop.screens.view_top import question_over


class ParkPart(QWidget):
    """Stands where the score stood."""

    changed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr = ui.tr
        self._heading = Heading(ui, tr(say("Hvorfor parkerer I det?")))
        self._said = ReadingText(
            ui, tr(say("Det får intet tal, og noten kommer med i rapporten.")), ink="text-2"
        )
        hint = tr(say("Fx: Vi venter på tal fra økonomiafdelingen."))
        self.note = TextArea(ui, placeholder=hint, name=self._heading.text())
        self.note.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ui.theme.px(8), 0, 0)
        column.setSpacing(ui.theme.px(8))
        column.addLayout(question_over(self._heading, self._said))
        column.addWidget(self.note)
        self.setFocusProxy(self.note)

    def show_note(self, note: str, *, read_only: bool) -> None:
        """Show what is written."""
        if self.words != note:
            with QSignalBlocker(self.note):
                self.note.setPlainText(note)
        self.note.setReadOnly(read_only)

    @property
    def words(self) -> str:
        """The note."""
        return self.note.toPlainText().strip()
