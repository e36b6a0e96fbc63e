"""A line for a number with decimals, or nothing: 3,5 and 1200."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal

from kvik_desktop.action_plan.screens.action_words import read_number
from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.new_line import NewLine


class NumberEdit(NewLine):
    """Reads comma and point; what cannot be read stays and is told."""

    number_changed = Signal(object)
    """Another number (``Decimal``), or None for none."""
    fault_changed = Signal(str)
    """What is wrong with what is written; empty when it is right again."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.number: Decimal | None = None
        self.editingFinished.connect(self.read)

    def set_number(self, number: Decimal | None) -> None:
        """Show a number without a signal."""
        self.number = number
        self.setText("" if number is None else self.ui.tr.number(number))
        self.fault_changed.emit("")

    def read(self) -> None:
        """Take over what is written."""
        found = read_number(self.text())
        if isinstance(found, Text):
            self.fault_changed.emit(self.ui.tr(found))
            return
        changed = found != self.number
        self.set_number(found)
        if changed:
            self.number_changed.emit(found)
