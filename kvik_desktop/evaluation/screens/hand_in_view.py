"""The end of the questions: what is answered, what is missing, and that it can be handed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Progress, Sheet
from kvik_desktop.evaluation.screens.question_rows import QuestionRows
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class HandInView(QWidget):
    """Says in words what is missing; every question that is, is a row that leads there."""

    chosen = Signal(str)
    """The user wants to go to this question."""
    lock_wanted = Signal()
    """The answers are to be locked with an own code."""
    extract_wanted = Signal()
    """Who answers wants all that the file holds about them."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self._shown: Sheet | None = None
        self._title = Heading(ui, "", "large")
        self._text = ReadingText(ui, "")
        self._counts = ReadingText(ui, "", ink="text-2")
        self._missing = QuestionRows(ui, tr(say("Det mangler du")))
        self._marked = QuestionRows(ui, tr(say("Det ville du se på igen")))
        self.lock = LinkButton(ui, tr(say("Lås mine svar med min egen kode…")), "lock")
        self.lock.clicked.connect(self.lock_wanted)
        self.extract = LinkButton(ui, tr(say("Uddrag af mine oplysninger…")), "download")
        self.extract.clicked.connect(self.extract_wanted)
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(8))
        for widget in (self._title, self._text, self._counts):
            body.addWidget(widget)
        for rows in (self._missing, self._marked):
            rows.chosen.connect(self.chosen)
            body.addWidget(rows)
        body.addSpacing(px(16))
        for link in (self.lock, self.extract):
            body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_sheet(self, sheet: Sheet, *, can_lock: bool) -> None:
        """Show how far a participant is."""
        self.lock.setVisible(can_lock)
        if sheet == self._shown:
            return
        self._shown = sheet
        tr = self.ui.tr
        title, text = _words(sheet)
        self._title.setText(tr(title))
        self._text.setText(tr(text))
        self._counts.setText(tr(counted(sheet)))
        self._missing.show_questions(sheet, sheet.missing if sheet.is_changeable else ())
        self._marked.show_questions(sheet, sheet.marked if sheet.is_changeable else ())

    @property
    def rows(self) -> list[LinkButton]:
        """The ways to what is missing, then to what is marked."""
        return [*self._missing.rows, *self._marked.rows]

    def clear(self) -> None:
        """Nothing of how far somebody is, is left."""
        self._shown = None
        for words in (self._title, self._text, self._counts):
            words.setText("")
        self._missing.clear()
        self._marked.clear()


def counted(sheet: Sheet) -> Text:
    """How many are answered, and how many of them one cannot judge."""
    of = len(sheet.order)
    cannot = sum(sheet.progress(name) is Progress.CANNOT_JUDGE for name in sheet.order)
    answered = of - len(sheet.missing) - cannot
    return say(
        "{n} besvaret, {cannot} »kan ikke vurdere«, {missing} mangler.",
        n=answered,
        cannot=cannot,
        missing=len(sheet.missing),
    )


def _words(sheet: Sheet) -> tuple[Text, Text]:
    name = sheet.participant.name
    if sheet.evaluation.revealed is not None:
        late = say("Du nåede ikke at svare, {name}. Sig det, du har på hjerte, på mødet.", name=name)
        over = say("De kan ikke ændres længere. Tak for dit bidrag, {name}.", name=name)
        return say("Svarene er åbnet"), late if sheet.own is None else over
    if sheet.own is not None and sheet.own.submitted is not None:
        return (
            say("Tak, {name}. Dine svar er afleveret.", name=name),
            say("Ingen kan se dem, før I åbner dem sammen. Indtil da kan du tage dem tilbage og ændre dem."),
        )
    if not sheet.missing:
        return (
            say("Er du klar til at aflevere?"),
            say("Du har svaret på det hele. Du kan tage svarene tilbage, indtil I åbner dem sammen."),
        )
    missing = say_n(
        "Du mangler {n} delkriterium. Det tæller som »kan ikke vurdere«, hvis du afleverer nu.",
        "Du mangler {n} delkriterier. De tæller som »kan ikke vurdere«, hvis du afleverer nu.",
        len(sheet.missing),
    )
    return say("Er du klar til at aflevere?"), missing
