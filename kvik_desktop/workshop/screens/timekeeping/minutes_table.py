"""The points of the agenda with the minutes that are planned for each, and what it has taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.typing import TypingPause
from kvik_desktop.workshop.timekeeping.model import LEAST_MINUTES, MOST_MINUTES

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
FIELD, USED, SIGN = 80, 88, 16


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """One point."""

    key: str
    name: str
    mark: str
    planned: int
    used: str


class MinutesField(QSpinBox):
    """Minutes from 1; the wheel turns it only where one writes."""

    planned = Signal(int)
    """The user has planned so many."""

    def __init__(self, ui: Ui, name: str) -> None:
        super().__init__()
        self.setProperty("low", True)
        self.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(ui.theme.px(FIELD))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(ui.tr(say("Minutter til {name}", name=name)))
        self.pause = TypingPause(self, lambda: self.planned.emit(self.value()))
        self.valueChanged.connect(self.pause.edited)

    def show_minutes(self, minutes: int) -> None:
        """Show them; what is being typed stays."""
        if not self.pause.pending and minutes != self.value():
            with QSignalBlocker(self):
                self.setValue(minutes)

    def event(self, event: QEvent) -> bool:
        """The undo keys are the program's: what was typed is saved and has a name."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in UNDOING)
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is kept when one leaves."""
        super().focusOutEvent(event)
        self.pause.flush()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that is scrolled plans nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MinutesTable(QWidget):
    """Keeps its rows while the points are the same, so that a field one writes in stays."""

    planned = Signal(str, int)
    """The minutes of a point are others."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.fields: dict[str, MinutesField] = {}
        self._used: dict[str, QLabel] = {}
        self._keys: tuple[str, ...] = ()
        px, tr = ui.theme.px, ui.tr
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(3, px(USED))
        for column, head in ((2, say("Planlagt, min.")), (3, say("Brugt"))):
            label = QLabel(tr(head))
            label.setProperty("look", "small")
            right = Qt.AlignmentFlag.AlignRight if column == 3 else Qt.AlignmentFlag.AlignHCenter
            self._grid.addWidget(label, 0, column, right | Qt.AlignmentFlag.AlignBottom)

    def show_rows(self, rows: Sequence[MinutesRow]) -> None:
        """Show the points."""
        keys = tuple(row.key for row in rows)
        if keys != self._keys:
            self._make(rows)
            self._keys = keys
        for row in rows:
            self.fields[row.key].show_minutes(row.planned)
            if self._used[row.key].text() != row.used:
                self._used[row.key].setText(row.used)

    def set_read_only(self, *, read_only: bool) -> None:
        """Nothing can be planned."""
        for field in self.fields.values():
            field.setEnabled(not read_only)

    def flush(self) -> None:
        """Keep what is being typed."""
        for field in self.fields.values():
            field.pause.flush()

    def _make(self, rows: Sequence[MinutesRow]) -> None:
        self.flush()
        while self._grid.count() > 2:
            item = self._grid.takeAt(2)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.fields.clear()
        self._used.clear()
        for place, row in enumerate(rows, start=1):
            self._add(place, row)

    def _add(self, place: int, row: MinutesRow) -> None:
        sign, used, field = QLabel(), QLabel(), MinutesField(self.ui, row.name)
        sign.setPixmap(mark(self.ui.theme, row.mark, SIGN))
        used.setProperty("look", "second")
        field.planned.connect(lambda minutes, key=row.key: self.planned.emit(key, minutes))
        self.fields[row.key], self._used[row.key] = field, used
        middle = Qt.AlignmentFlag.AlignVCenter
        name = ReadingText(self.ui, row.name)
        self._grid.addWidget(sign, place, 0, middle)
        self._grid.addWidget(name, place, 1, middle)
        self._grid.addWidget(field, place, 2, middle | Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(used, place, 3, middle | Qt.AlignmentFlag.AlignRight)
        for part in (sign, name, field, used):
            part.show()  # at once, so that one can write in it
