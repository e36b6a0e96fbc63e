"""One participant on the list: name with role under it, whether they are leader, and the way off the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.screens.saved_line import SavedLine
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.reading_text import ReadingText

HEIGHT = 56
BARE = 2
"""Pixels that Qt leaves before the words of a line."""

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PersonRow(QWidget):
    """Everything is changed where it stands."""

    changed = Signal(object)
    """The participant as they are to be."""
    removed = Signal()
    moved = Signal(int)
    """Alt and an arrow: one place up (-1) or down (1)."""

    def __init__(self, ui: Ui, person: Participant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.person = person
        tr = ui.tr
        self.name = SavedLine(ui, placeholder=tr(say("Navn")), empty=False)
        self.role = SavedLine(ui, placeholder=tr(say("Rolle")))
        self.leader = QCheckBox(tr(say("Leder")))
        self.remove = IconButton(ui, "trash", "")
        self._wrong = ReadingText(ui, "", "small", ink="red")
        self._wrong.hide()
        self.name.typed.connect(lambda _: self._tell())
        self.role.typed.connect(lambda _: self._tell())
        self.leader.clicked.connect(lambda _: self._tell())
        self.remove.clicked.connect(self.removed)
        self._lay_out()
        self.show_person(person)

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        for line in (self.name, self.role):
            line.setProperty("look", "bare")
            line.setTextMargins(-BARE, 0, 0, 0)
        self.name.setFont(self.ui.theme.font("body", 500))
        self.role.setProperty("tone", "second")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.role)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(words, 1)
        row.addWidget(self.leader)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(5), 0, px(6))
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self.setMinimumHeight(px(HEIGHT))

    def show_person(self, person: Participant) -> None:
        """Show the participant as the file has them; what is being typed stays."""
        self.person = person
        tr, name = self.ui.tr, person.name
        self.name.show_text(name)
        self.role.show_text(person.role)
        self.leader.setChecked(person.leader)
        self.name.setAccessibleName(tr(say("Navn på {name}", name=name)))
        self.role.setAccessibleName(tr(say("Rolle for {name}", name=name)))
        self.leader.setAccessibleName(tr(say("{name} er leder", name=name)))
        self.remove.set_words(tr(say("Fjern {name}", name=name)))
        if not self.name.is_dirty and not self.role.is_dirty:
            self.set_wrong("")

    def allow(self, *, correct: bool, remove: bool) -> None:
        """What may be done now."""
        for line in (self.name, self.role):
            line.setReadOnly(not correct)
        self.leader.setEnabled(correct)
        self.remove.setEnabled(remove)

    def set_wrong(self, sentence: str) -> None:
        """What is wrong with what was typed; empty when nothing is."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.name.setAccessibleDescription(sentence)
        if sentence:
            self.name.refuse()
            self.role.refuse()

    def flush(self) -> None:
        """Save now what is being typed."""
        self.name.flush()
        self.role.flush()

    def _tell(self) -> None:
        self.changed.emit(
            replace(self.person, name=self.name.text(), role=self.role.text(), leader=self.leader.isChecked())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the row."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line under the row, stronger while one writes in it."""
        painter = QPainter(self)
        focused = self.name.hasFocus() or self.role.hasFocus()
        thick = self.ui.theme.px(2) if focused else 1
        colour = self.ui.theme.colour("focus" if focused else "line")
        painter.fillRect(0, self.height() - thick, self.width(), thick, colour)
        painter.end()
