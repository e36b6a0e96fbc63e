"""About a visit as a whole: the day, who came, what was found, and whether the result is validated."""

from __future__ import annotations

from collections import Counter
from datetime import date

from PySide6.QtCore import Qt, Signal

from kvik_desktop.evaluation.screens.saved_line import SavedLine
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.report.visit_sheet import SEEN
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.visit.usecases import VisitStanding

DAY_WIDE = 240


class VisitAbout(ScrollColumn):
    """Three fields that are saved by themselves, and what the marks come to."""

    amended = Signal()
    removed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, centred=False)
        tr, px = ui.tr, ui.theme.px
        self.ui = ui
        self.day = Field(ui, tr(say("Dagen for besøget")), DayEdit(ui))
        self.day.control.setFixedWidth(px(DAY_WIDE))
        self.day.control.day_changed.connect(lambda _: self.amended.emit())
        self.role = Field(
            ui,
            tr(say("Den besøgendes rolle")),
            SavedLine(ui, placeholder=tr(say("Fx proceskonsulent"))),
            tr(say("Rollen og dagen står i rapporten.")),
        )
        self.name = Field(
            ui,
            tr(say("Navn (kan udelades)")),
            SavedLine(ui),
            tr(say("Navnet bliver i filen og slettes sammen med de enkelte svar.")),
        )
        nameless = say("De enkelte svar er slettet, så navnet på den besøgende bliver ikke gemt.")
        self.nameless = ReadingText(ui, tr(nameless), ink="text-2")
        for field in (self.role, self.name):
            field.control.typed.connect(lambda _: self.amended.emit())
        self.note: Note | None = None
        self.counts = ReadingText(ui, "")
        self.remove = LinkButton(ui, tr(say("Slet besøget")), "trash")
        self.remove.clicked.connect(self.removed)
        self.column.set_padding(24, 24)
        self._lay_out()

    def _lay_out(self) -> None:
        tr, px, body = self.ui.tr, self.ui.theme.px, self.body
        body.setSpacing(px(16))
        body.addWidget(Heading(self.ui, tr(say("Hvem kom, hvornår, og hvad blev set?")), "large"))
        told = say(
            "På besøget efterprøver du det godkendte resultat. Stil højst tre spørgsmål til hvert "
            "kriterium, se efter, og sæt mærke. Gruppens tal og tekster bliver, som de er."
        )
        body.addWidget(ReadingText(self.ui, tr(told)))
        for part in (self.day, self.role, self.name, self.nameless):
            body.addWidget(part)
        body.addWidget(Heading(self.ui, tr(say("Det viser mærkerne"))))
        body.addWidget(self.counts)
        body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)

    @property
    def given(self) -> tuple[date | None, str, str]:
        """Day, role and name as they stand."""
        return self.day.control.day, self.role.control.text(), self.name.control.text()

    def show_standing(self, here: VisitStanding, *, read_only: bool) -> None:
        """Show what is kept; what is being typed stays."""
        visit = here.visit
        if visit is None:
            return
        is_open = here.is_open and not read_only
        day = self.day.control
        if day.day != visit.day and not day.hasFocus():
            day.set_day(visit.day)
        day.setReadOnly(not is_open)
        for field, text in ((self.role, visit.role), (self.name, visit.name)):
            field.control.show_text(text)
            field.control.setReadOnly(not is_open)
        self.name.setVisible(here.keeps_name)
        self.nameless.setVisible(not here.keeps_name)
        tr = self.ui.tr
        self.counts.setText(" ".join(tr(line) for line in counted(here)))
        self.remove.setVisible(not read_only and here.is_accepted)
        self._tell(here)

    def _tell(self, here: VisitStanding) -> None:
        tr = self.ui.tr
        if self.note is not None:
            self.body.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        if here.validation is not None:
            title = say("Resultatet er valideret ved besøg")
            self.note = Note(self.ui, "done", tr(title), tr(_VALIDATED))
        elif here.is_outdated:
            self.note = Note(self.ui, "caution", tr(say("Besøget gælder ikke længere")), tr(_OUTDATED))
        if self.note is not None:
            self.body.insertWidget(1, self.note)

    def flush(self) -> None:
        """Save now what is being typed."""
        self.role.control.flush()
        self.name.control.flush()


def counted(here: VisitStanding) -> list[Text]:
    """How many questions there are, and what was found."""
    if not here.questions:
        return [say("Der er ikke stillet spørgsmål endnu. Vælg et kriterium til venstre.")]
    counts = Counter(each.seen for each in here.questions)
    lines = [say_n("{n} spørgsmål.", "{n} spørgsmål.", len(here.questions))]
    lines += [say("{mark}: {n}.", mark=word, n=counts[seen]) for seen, word in SEEN.items() if counts[seen]]
    return [*lines, say("Mangler mærke: {n}.", n=counts[None])] if counts[None] else lines


_VALIDATED = say(
    "Det står i rapporten og i den næste pakke til kommunen. Navn, spørgsmål og iagttagelser er ikke med i "
    "pakken."
)
_OUTDATED = say(
    "Resultatet er åbnet igen, siden besøget blev afsluttet. Åbn besøget igen, se det igennem, og afslut det "
    "på ny, når resultatet er godkendt."
)
