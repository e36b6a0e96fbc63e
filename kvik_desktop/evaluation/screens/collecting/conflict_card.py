"""Somebody has answered twice, as anybody may see it: how many answers differ, from when, which way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.waiting import Conflict
from kvik_desktop.evaluation.screens.collecting.conflict_words import both, differing
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton, SecondaryButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText


class ConflictCard(QFrame):
    """The person looks and chooses; for all at once another may, unread, unless the answers are locked."""

    sits = Signal(str)
    """The participant is here, and looks at both."""
    settled = Signal(object, bool)
    """The :class:`Conflict`, and whether the file's answers are taken."""

    def __init__(self, ui: Ui, conflict: Conflict, name: str, *, is_locked: bool, asleep: str) -> None:
        super().__init__()
        self.ui = ui
        self.conflict = conflict
        px, tr = ui.theme.px, ui.tr
        self.setProperty("kind", "caution")
        self.setAccessibleName(tr(differing(conflict, name)))
        self.look = SecondaryButton(ui, tr(say("Se begge og vælg…")), "person", small=True)
        self.look.setAccessibleDescription(name)
        self.look.clicked.connect(lambda *_: self.sits.emit(conflict.participant))
        self.buttons = [self.look, *(() if is_locked else self._unread())]
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(Heading(ui, tr(differing(conflict, name))))
        column.addWidget(ReadingList(ui, [tr(text) for text in both(conflict)]))
        hidden = say(
            "Kun {name} kan se, hvad der står. Andre kan vælge alle svar under ét uden at se dem.", name=name
        )
        locked = say("{name} har låst sine svar med en kode, så kun {name} kan vælge.", name=name)
        column.addWidget(ReadingText(ui, tr(locked if is_locked else hidden), ink="text-2"))
        for button in self.buttons:
            button.set_asleep(asleep)
        column.addLayout(self._beside(self.buttons[:1]))
        if not is_locked:
            column.addLayout(self._beside(self.buttons[1:]))

    def _beside(self, buttons: Sequence[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.ui.theme.px(24))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _unread(self) -> tuple[LinkButton, LinkButton]:
        """For the whole of it, by whoever takes the files in."""
        tr = self.ui.tr
        take = LinkButton(self.ui, tr(say("Brug filens svar")))
        take.clicked.connect(lambda *_: self.settled.emit(self.conflict, True))
        keep = LinkButton(self.ui, tr(say("Behold det, der ligger her")))
        keep.clicked.connect(lambda *_: self.settled.emit(self.conflict, False))
        return take, keep
