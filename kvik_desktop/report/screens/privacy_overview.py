"""Privacy at a glance: who can see what, for how long, and the ways to everything one can do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kvik_desktop.evaluation.privacy.model import LONGEST_CONTACT, Standing
from kvik_desktop.evaluation.screens.saved_line import SavedLine
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens import privacy_words
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.row import Row, RowList

DAY_WIDE = 240


class PrivacyOverview(ScrollColumn):
    """Each row leads to a place of the page; the two fields are saved by themselves."""

    wanted = Signal(str)
    """A place of the page."""
    retained = Signal(object)
    """The day by which the individual answers are to be deleted, or None."""
    contacted = Signal(str)
    """Whom participants can ask."""

    def __init__(self, ui: Ui, *, read_only: bool) -> None:
        super().__init__(ui, centred=False)
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self._always = ReadingList(ui, ())
        self.retention = Field(
            ui,
            tr(say("De enkelte svar er slettet")),
            DayEdit(ui),
            tr(say("Sletningen sker ikke af sig selv: I bliver mindet om det, når dagen kommer.")),
        )
        self.retention.control.setFixedWidth(px(DAY_WIDE))
        self.retention.control.setReadOnly(read_only)
        self.retention.control.day_changed.connect(self.retained)
        self.contact = Field(
            ui,
            tr(say("Databeskyttelsesrådgiver (kan vente)")),
            SavedLine(ui, placeholder=tr(say("Fx dpo@kommunen.dk")), longest=LONGEST_CONTACT),
            tr(say("Står på oplysningen til deltagerne, så de ved, hvem de kan spørge.")),
        )
        self.contact.control.setReadOnly(read_only)
        self.contact.control.typed.connect(self.contacted)
        self.notice = self._row("oplysning", say("Oplysning til deltagerne"), "document", _NOTICE)
        self._about_people = ReadingText(ui, "", ink="text-2")
        self.people = RowList(ui, tr(say("Deltagere")))
        self.answers = RowList(ui, tr(say("Slet de enkelte svar")))
        self.everything = self._row("alt", say("Slet hele filen…"), "trash", _EVERYTHING)
        self.column.set_padding(32, 24)
        self._lay_out()

    def _row(self, place: str, title: Text | str, icon: str, second: Text | str) -> Row:
        row = Row(self.ui, self.ui.tr(title), self.ui.tr(second), icon=icon, leads=True)
        row.setProperty("place", place)
        row.clicked.connect(lambda: self.wanted.emit(place))
        return row

    def row_of(self, place: str) -> Row | None:
        """The row that leads to a place."""
        rows = (row for row in self.findChildren(Row) if not row.isHidden())
        return next((row for row in rows if row.property("place") == place), None)

    def come_to_day(self) -> QWidget:
        """Bring the field for the day of deletion into view when the page has been laid out; the field."""
        QTimer.singleShot(0, self, self._show_day)
        return self.retention.control

    def _show_day(self) -> None:
        self.ensureWidgetVisible(self.retention, 0, self.ui.theme.px(24))

    def _lay_out(self) -> None:
        tr, body = self.ui.tr, self.body
        body.setSpacing(self.ui.theme.px(8))
        body.addWidget(Heading(self.ui, tr(say("Hvem kan se hvad, og hvor længe?")), "large"))
        for title, lines in privacy_words.TOLD:
            self._group(tr(title), [ReadingList(self.ui, [tr(line) for line in lines])])
        self._group(tr(say("Altid")), [self._always])
        self._group(tr(say("Oplysning og slettedag")), [self.retention, self.contact, self.notice], 16)
        self._group(tr(say("Én persons oplysninger")), [self._about_people, self.people])
        self._group(tr(say("Slet for altid")), [self.answers, self.everything])
        body.addStretch(1)

    def _group(self, title: str, parts: Iterable[QWidget], gap: int = 8) -> None:
        px = self.ui.theme.px
        self.body.addSpacing(px(24))
        self.body.addWidget(Heading(self.ui, title))
        for part in parts:
            self.body.addWidget(part)
            self.body.addSpacing(px(gap - 8))

    def show_standing(self, found: Standing) -> None:
        """Show what is so now; what is being typed stays."""
        tr = self.ui.tr
        self._always.set_sentences([tr(line) for line in privacy_words.always(found.evaluation)])
        day = self.retention.control
        if day.day != found.evaluation.retention and not (day.hasFocus() and day.isModified()):
            day.set_day(found.evaluation.retention)
        self.contact.control.show_text(found.evaluation.privacy_contact or "")
        if not self.contact.control.is_dirty:
            self.contact.set_error("")
        self._about_people.setText(tr(privacy_words.of_people(found)))
        _show_rows(
            self.people,
            [self._row(f"person/{each.id}", each.name, "person", each.role) for each in found.people],
        )
        _show_rows(self.answers, list(self._answer_rows(found)))

    def _answer_rows(self, found: Standing) -> Iterable[Row]:
        """The newest evaluation's, and those of older ones in the file that were to be gone."""
        row = self._row("svar", say("Slet de enkelte svar…"), "trash", privacy_words.of_answers(found))
        row.setEnabled(found.is_accepted and found.has_answers)
        yield row
        for each in found.overdue:
            if each.evaluation != found.evaluation.id:
                words = say("Slet de enkelte svar i »{title}«…", title=each.title)
                yield self._row(f"svar/{each.evaluation}", words, "trash", each.message)

    def refuse_contact(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self.contact.control.refuse()
        self.contact.set_error(sentence)

    def flush(self) -> None:
        """Save now what is being typed."""
        self.contact.control.flush()


def _show_rows(rows: RowList, wanted: Sequence[Row]) -> None:
    """Other rows only where they say something else, so that focus stays."""

    def said(row: Row) -> tuple[str, bool]:
        return row.accessibleName(), row.isEnabled()

    if [said(row) for row in rows.rows] != [said(row) for row in wanted]:
        rows.set_rows(wanted)
    else:
        for row in wanted:
            row.deleteLater()


_NOTICE = say("Én side om, hvad der gemmes, hvem der ser det, og hvor længe. Se, gem og udskriv den")
_EVERYTHING = say("Filen og dens sikkerhedskopier på denne computer")
