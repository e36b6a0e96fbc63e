"""Where one more participant is written: a name, a role, Enter; or many lines are pasted at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kvik_desktop.evaluation.model import visible
from kvik_desktop.evaluation.preparing.pasted_people import LONGEST, is_leader, is_list, people_in
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.new_line import NewLine

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewPerson(QWidget):
    """Enter adds, also from the name; the caret is then ready for the next name."""

    added = Signal(object)
    """The :class:`NewParticipant`, as a tuple of one."""
    pasted = Signal(str)
    """More than a name was pasted."""
    shifted = Signal()
    """It stands elsewhere: the list over it has grown."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.name, self.role = NewLine(), NewLine()
        for field, words in (
            (self.name, say("Navn, eller en hel liste")),
            (self.role, say("Rolle, fx leder")),
        ):
            field.setPlaceholderText(tr(words))
            field.setAccessibleName(tr(words))
            field.setMaxLength(LONGEST * 200)  # a whole list may be pasted into it
            field.textEdited.connect(self._edited)
        self.add = SecondaryButton(ui, tr(say("Tilføj")), "plus")
        self.add.clicked.connect(self.commit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.name, 2)
        row.addWidget(self.role, 1)
        row.addWidget(self.add)
        self.setFocusProxy(self.name)

    def commit(self) -> None:
        """Add who is written; nobody where there is no name."""
        name, role = visible(self.name.text()), visible(self.role.text())
        named = people_in(name) if "@" in name else ()
        if named:
            name = named[0].name
        if name:
            self.added.emit((NewParticipant(name, role, is_leader(role)),))
        self.name.setFocus()

    def clear(self) -> None:
        """Ready for the next."""
        self.name.clear()
        self.role.clear()

    def _edited(self, text: str) -> None:
        """Lines, columns or several addresses that were pasted are people of their own."""
        if is_list(text):
            self.clear()
            self.pasted.emit(text)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell where it is."""
        super().moveEvent(event)
        self.shifted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which the fields leave."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        else:
            super().keyPressEvent(event)
