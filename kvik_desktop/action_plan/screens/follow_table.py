"""The table of the follow-up: one row an action, its status set by a digit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.screens.action_words import LONG_DAY, day_width
from kvik_desktop.action_plan.screens.follow_words import HEADERS, followed_up, row
from kvik_desktop.action_plan.screens.status_chips import ORDER
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CellModel
from kvik_desktop.shell.widgets.table import Table

STATUS = 128
"""Width at 100 %."""
DAYS = 2
"""The column of the days."""


class FollowTable(Table):
    """Keeps its place when it is shown anew."""

    status_given = Signal(object)
    """The chosen action has this :class:`Status` now."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, ui.tr(say("Opfølgning")), edge=24)
        self.rows = CellModel(ui, [ui.tr(header) for header in HEADERS])
        self.setModel(self.rows)
        self.set_columns(0, STATUS, 1, 0)
        self.setColumnWidth(DAYS, day_width(ui, followed_up(LONG_DAY)))

    def show_actions(self, actions: Sequence[PlannedAction], today: date) -> None:
        """Show these."""
        key, keys = self.key, [each.action.id for each in actions]
        self.rows.set_rows([row(each, today, self.ui.tr) for each in actions])
        if (keys and self.key != key) or self.key is None:
            self.set_key(key if key in keys else keys[0] if keys else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a status."""
        digit = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= digit < len(ORDER) and self.key is not None:
            self.status_given.emit(ORDER[digit])
        else:
            super().keyPressEvent(event)
