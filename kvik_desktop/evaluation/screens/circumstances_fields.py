"""How many are you, how long have you got, and is it the first time: what the advice follows from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kvik_desktop.evaluation.preparing.model import MOST_PEOPLE, Circumstances, Time
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.number_field import NumberField
from kvik_desktop.shell.widgets.radios import Radios

TIMES: Mapping[Time, Text] = {
    Time.MORNING: say("En formiddag"),
    Time.DAY: say("En dag"),
    Time.DAYS: say("To til tre dage"),
}
"""In order of how long."""

FIRST_TIME: Mapping[bool, Text] = {
    True: say("Ja, det er første gang"),
    False: say("Nej, vi har prøvet det før"),
}

BESIDE = 125
"""Up to this size of type, in percent, the three have room beside each other."""


class CircumstancesFields(QWidget):
    """Three plain questions; each answer is told at once, and none of them must be given."""

    changed = Signal(object)
    """The :class:`Circumstances` as the user now says."""

    def __init__(self, ui: Ui, said: Circumstances | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr = ui.tr
        self._said = said or Circumstances()
        how_many = tr(say("Hvor mange skal svare?"))
        self.people = Field(ui, how_many, NumberField(ui, MOST_PEOPLE, how_many, small=True))
        self.people.control.setAccessibleDescription(tr(say("Fra 1 til {most}.", most=MOST_PEOPLE)))
        times = [(time, tr(text)) for time, text in TIMES.items()]
        self.time = Radios(ui, tr(say("Hvor lang tid har I?")), times)
        first = [(key, tr(text)) for key, text in FIRST_TIME.items()]
        self.first_time = Radios(ui, tr(say("Er det første gang?")), first)
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if ui.theme.percent > BESIDE else way.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(24))
        for part, stretch in ((self.people, 5), (self.time, 6), (self.first_time, 7)):
            row.addWidget(part, stretch)
        self.setFocusProxy(self.people)
        self.show_circumstances(self._said)
        self.people.control.chosen.connect(lambda number: self._tell(people=number or None))
        self.people.control.cleared.connect(lambda: self._tell(people=None))
        self.time.chosen.connect(lambda key: self._tell(time=key))
        self.first_time.chosen.connect(lambda key: self._tell(experienced=not key))

    def show_circumstances(self, said: Circumstances) -> None:
        """Show what has been said; without a signal."""
        self._said = said
        if not self.people.control.hasFocus() or self.people.control.score != said.people:
            self.people.control.set_score(said.people)
        if said.time is not None:
            self.time.set_key(said.time)
        if said.experienced is not None:
            self.first_time.set_key(not said.experienced)

    def know_people(self, count: int) -> None:
        """So many are on the list: then nobody is asked."""
        self.people.setVisible(not count)

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be said, but everything is read."""
        for part in (self.people, self.time, self.first_time):
            part.setEnabled(not read_only)

    def _tell(self, **said: object) -> None:
        self._said = replace(self._said, **said)  # type: ignore[arg-type]  # of the fields' own types
        self.changed.emit(self._said)
