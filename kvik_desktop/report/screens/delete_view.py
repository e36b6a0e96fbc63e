"""Before something is deleted for good: what goes, what stays, and who does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note


class DeleteView(ScrollColumn):
    """Nothing here is a dialog: the page's foot does it, and it sleeps until the field is right."""

    edited = Signal()

    def __init__(self, ui: Ui, title: str, lines: Sequence[str], asks: str, hint: str = "") -> None:
        """``asks`` is the field's label: who deletes, or what is to be written to be sure."""
        super().__init__(ui, centred=False)
        self.column.set_padding(32, 24)
        self.answer = Field(ui, asks, QLineEdit(), hint)
        self.answer.control.textChanged.connect(lambda _: self.edited.emit())
        self.body.addWidget(Heading(ui, title, "large"))
        first, *rest = lines
        self.note = Note(ui, "caution", first, lines=rest)
        self.body.addWidget(self.note)
        self.body.addWidget(self.answer)
        self.body.addStretch(1)
        self.setFocusProxy(self.answer)

    @property
    def written(self) -> str:
        """What stands in the field."""
        return self.answer.control.text().strip()

    def first_focus(self) -> QWidget:
        """The field."""
        return self.answer
