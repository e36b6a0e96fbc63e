"""When: the days a team sets for itself, each of which can wait."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing.day_plan import MILESTONES, remarks
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

WIDE = 240
"""A field for a day, at 100 %."""


class DaysView(QWidget):
    """Days are saved one by one; those that come in an odd order are remarked, never refused."""

    chosen = Signal(object, object)
    """A :class:`Milestone` and its day, or None."""
    proposed = Signal()
    """The days that are not set are to be proposed."""
    retained = Signal(object)
    """The day by which the individual answers are to be deleted, or None."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._read_only = read_only
        tr, px = ui.tr, ui.theme.px
        self.days = {milestone: Field(ui, tr(text), DayEdit(ui)) for milestone, text in MILESTONES.items()}
        self.retention = Field(
            ui,
            tr(say("De enkelte svar er slettet")),
            DayEdit(ui),
            tr(say("Sletningen sker ikke af sig selv: I bliver mindet om det, når dagen kommer.")),
        )
        for milestone, field in self.days.items():
            field.control.day_changed.connect(lambda day, of=milestone: self.chosen.emit(of, day))
        self.retention.control.day_changed.connect(self.retained)
        self.odd = ReadingText(ui, "", ink="amber")
        self.odd.hide()
        self.propose = SecondaryButton(ui, tr(say("Foreslå de datoer, der mangler")), "calendar")
        self.propose.clicked.connect(self.proposed)
        self._proposal = ReadingText(
            ui,
            tr(
                say(
                    "Vælg bare den dag, I mødes, så regner vi resten ud: kun arbejdsdage, tid til at "
                    "svare og sletning tre måneder efter afleveringen."
                )
            ),
            "small",
            ink="text-2",
        )
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvornår gør I hvad?")), "large"))
        body.addWidget(
            ReadingText(
                ui, tr(say("Datoerne er til jer selv. De kan vente, og de kan ændres.")), ink="text-2"
            )
        )
        for milestone in (Milestone.MEETING, *(each for each in MILESTONES if each is not Milestone.MEETING)):
            field = self.days[milestone]
            field.control.setFixedWidth(px(WIDE))
            field.control.setReadOnly(read_only)
            body.addWidget(field)
            if milestone is Milestone.MEETING:
                body.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
                body.addWidget(self._proposal)
        self.retention.control.setFixedWidth(px(WIDE))
        self.retention.control.setReadOnly(read_only)
        body.addWidget(self.retention)
        body.addWidget(self.odd)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_preparation(self, found: Preparation) -> None:
        """Show the days of the file; a day that is being typed stays."""
        for milestone, field in self.days.items():
            _show(field, found.days.get(milestone))
        _show(self.retention, found.evaluation.retention)
        tr = self.ui.tr
        said = "\n".join(tr(text) for text in remarks(found.days, found.evaluation.retention))
        self.odd.setText(said)
        self.odd.setVisible(bool(said))
        lacks = len(found.days) < len(MILESTONES) or found.evaluation.retention is None
        for part in (self.propose, self._proposal):
            part.setVisible(lacks and not self._read_only and found.may(Event.PREPARE))


def _show(field: Field[DayEdit], day: date | None) -> None:
    if field.control.day != day and not field.control.hasFocus():
        field.control.set_day(day)
