"""A gentle question: why was it changed? It can be left empty, and what is written stands in the log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.action_plan.log import unexplained
from kvik_desktop.action_plan.log_words import change_words
from kvik_desktop.action_plan.model import ActionNote, PlannedAction, Status
from kvik_desktop.action_plan.screens.action_words import status_word
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.new_line import NewLine
from kvik_desktop.shell.widgets.reading_text import ReadingText


class WhyLine(QWidget):
    """Hidden unless the newest thing in an action's log is a change of today that nobody has explained."""

    given = Signal(str, str)
    """The id of the change, and why."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._note = ""
        self._told = ReadingText(ui, "", "small", ink="text-2")
        self.line = NewLine()
        self.line.setPlaceholderText(ui.tr(say("Kan udelades. Skriv, og tryk Enter")))
        self.line.returnPressed.connect(self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(4))
        column.addWidget(Field(ui, ui.tr(say("Hvorfor blev det ændret?")), self.line))
        column.addWidget(self._told)
        self.hide()

    def show_action(self, planned: PlannedAction | None, today: object, *, read_only: bool) -> None:
        """Ask of an action's newest change, or of none."""
        note = unexplained(planned) if planned is not None else None
        asked = note is not None and not read_only and local_day(note.at) == today
        if note is None or not asked:
            self._note = ""
            self.line.clear()
            self.hide()
            return
        if note.id != self._note:
            self.line.clear()
        self._note = note.id
        self._told.setText(self.ui.tr(_what(note)))
        self.show()

    def flush(self) -> None:
        """Keep what is written."""
        words = self.line.text().strip()
        if words and self._note:
            self.line.clear()
            self.given.emit(self._note, words)


def _what(note: ActionNote) -> Text:
    change = change_words(note)
    if change is not None:
        return change
    assert note.status is not None, "a change is of a status or of a field"
    if note.was is None:
        return say("Status: {now}", now=status_word(note.status))
    return say("{was} → {now}", was=status_word(Status(note.was)), now=status_word(note.status))
