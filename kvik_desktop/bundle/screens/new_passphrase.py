"""A passphrase that is chosen: written twice, and long enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle.own_keys import LEAST_LENGTH
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.password_field import password_field

FIELD_WIDE = 360


class NewPassphrase(QWidget):
    """What is typed is read once, when a key is made, and then cleared."""

    edited = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self.first = Field(
            ui,
            tr(say("Vælg en adgangssætning")),
            password_field(),
            tr(say("Mindst {n} tegn, fx fire almindelige ord.", n=LEAST_LENGTH)),
        )
        self.second = Field(ui, tr(say("Skriv den igen")), password_field())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for field in (self.first, self.second):
            field.setMaximumWidth(px(FIELD_WIDE))
            field.control.textEdited.connect(self._edited)
            column.addWidget(field)

    def _edited(self) -> None:
        self._forget_errors()
        self.edited.emit()

    @property
    def is_written(self) -> bool:
        """Whether there is something in both fields."""
        return bool(self.first.control.text() and self.second.control.text())

    def chosen(self) -> str | None:
        """What was chosen, once; None where it cannot be used, and then the fields say why."""
        tr = self.ui.tr
        found = self.first.control.text()
        if len(found) < LEAST_LENGTH:
            self.first.set_error(tr(say("Den skal være på mindst {n} tegn.", n=LEAST_LENGTH)))
            self.first.control.setFocus()
            return None
        if found != self.second.control.text():
            self.second.set_error(tr(say("De to er ikke ens. Skriv den igen.")))
            self.second.control.clear()
            self.second.control.setFocus()
            return None
        return found

    def clear(self) -> None:
        """Nothing of what was typed is left."""
        for field in (self.first, self.second):
            field.control.clear()
        self._forget_errors()

    def _forget_errors(self) -> None:
        for field in (self.first, self.second):
            field.set_error("")
