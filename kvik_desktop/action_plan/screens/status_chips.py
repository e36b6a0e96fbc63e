"""How far an action is, as four chips: arrows go between them, Enter, Space and digits choose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.screens.action_words import STATUS_MARKS, status_word
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Chip

COLUMNS = 2
ORDER = tuple(Status)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}


class StatusChips(QWidget):
    """Going past a status does not set it: each one that is set stands in the log."""

    chosen = Signal(object)
    """The user has chosen a :class:`Status`."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        question = tr(say("Hvor langt er I?"))
        self.setAccessibleName(question)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(4))
        self.chips: dict[Status, Chip] = {}
        for place, status in enumerate(ORDER):
            chip = Chip(ui, tr(status_word(status)), mark=STATUS_MARKS[status])
            chip.setAccessibleDescription(question)
            chip.setToolTip(f"{chip.text()} ({place + 1})")
            chip.clicked.connect(lambda _=False, status=status: self._press(status))
            self.chips[status] = chip
            grid.addWidget(chip, place // COLUMNS, place % COLUMNS)
        grid.setColumnStretch(COLUMNS, 1)
        self.set_status(ORDER[0])

    def set_status(self, status: Status) -> None:
        """Show a status, without a signal."""
        for one, chip in self.chips.items():
            chip.setChecked(one is status)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is status else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.chips[status])

    def _press(self, status: Status) -> None:
        self.set_status(status)
        self.chosen.emit(status)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and digits."""
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(ORDER) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            focus_by_key(self.chips[ORDER[digit]])
            self._press(ORDER[digit])
            return
        here = next((place for place, one in enumerate(ORDER) if self.chips[one].hasFocus()), None)
        step = STEPS.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(ORDER):
            focus_by_key(self.chips[ORDER[here + step]])
