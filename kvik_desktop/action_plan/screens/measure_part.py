"""What is measured of an action over time: what has been measured, and a line for the next."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.screens.action_words import measure
from kvik_desktop.action_plan.screens.follow_words import measured
from kvik_desktop.action_plan.screens.number_edit import NumberEdit
from kvik_desktop.action_plan.screens.series_figure import SeriesFigure
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton, SecondaryButton
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class MeasurePart(QWidget):
    """One measurement a day; a new one of the same day takes the place of the old."""

    given = Signal(object, object)
    """A day and a value have been measured."""
    removed = Signal(object)
    """The measurement of a day is to go."""

    def __init__(self, ui: Ui, *, is_told: bool = True) -> None:
        """``is_told`` has the part say what is measured; not where that stands right over it."""
        super().__init__()
        self.ui = ui
        self._is_told = is_told
        self._shown: object = None
        self.buttons: list[IconButton] = []
        tr, px = ui.tr, ui.theme.px
        self._what = ReadingText(ui, "", ink="text-2")
        self.value, self.day = NumberEdit(ui), DayEdit(ui)
        self.add = SecondaryButton(ui, tr(say("Tilføj måling")), small=True)
        self.add.clicked.connect(self._give)
        self.value.returnPressed.connect(self._give)
        self._value = Field(ui, tr(say("Værdi")), self.value)
        self.value.fault_changed.connect(self._value.set_error)
        self.figure = SeriesFigure(ui)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._value, 1)
        row.addWidget(Field(ui, tr(say("Dag")), self.day), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Heading(ui, tr(say("Målinger"))))
        column.addWidget(self._what)
        column.addWidget(self.figure)
        column.addLayout(self._lines)
        column.addLayout(row)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_action(self, planned: PlannedAction, today: date, *, read_only: bool) -> None:
        """Show what is measured."""
        what = measure(planned.action, self.ui.tr) if self._is_told else ""
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self.figure.show_action(planned)
        if not self.day.hasFocus() and self.day.day is None:
            self.day.set_day(today)
        self.add.set_asleep(self.ui.tr(say("Filen kan kun læses.")) if read_only else "")
        shown = (planned.action.id, planned.action.unit, planned.measurements)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for each in planned.measurements:
            self._lines.addWidget(
                self._line(each.day, measured(each, planned.action.unit, self.ui.tr), read_only)
            )

    def _line(self, day: date, words: str, read_only: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(words), 1)
        if not read_only:
            remove = IconButton(self.ui, "close", self.ui.tr(say("Fjern målingen {name}", name=words)))
            remove.clicked.connect(partial(self._remove, day))
            row.addWidget(remove)
            self.buttons.append(remove)
        return line

    def _remove(self, day: date) -> None:
        self.value.setFocus()
        self.removed.emit(day)

    def _give(self) -> None:
        self.value.read()
        if self.add.asleep or self.value.number is None or self.day.day is None:
            self.value.setFocus()
            return
        number = self.value.number
        self.value.set_number(None)
        self.given.emit(self.day.day, number)
