"""Whose sheet is on top of the heap: the participants, with how far each is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Team
from kvik_desktop.evaluation.model import HandIn
from kvik_desktop.evaluation.screens.who_answers import state_of
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import WIDE, ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.row import EDGE, Row, RowList


class EnteringPeople(QWidget):
    """Arrows and first letters go between the names, Enter takes the sheet."""

    chosen = Signal(str)
    """The id of the participant."""
    withdrawn = Signal(str)
    """What this participant has handed in is to be taken back."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.note: Note | None = None
        self._shown: Sequence[HandIn] = ()
        self._list = RowList(ui, tr(say("Deltagere")))
        scroll = ScrollColumn(ui, wide=WIDE + 2 * EDGE, centred=False)
        scroll.column.set_padding(32, 24)
        words = QVBoxLayout()
        words.setContentsMargins(px(EDGE), 0, px(EDGE), px(8))
        words.setSpacing(px(8))
        words.addWidget(Heading(ui, tr(say("Hvis skema ligger øverst?")), "large"))
        said = say(
            "Vælg navnet med piletasterne eller forbogstavet, og tryk Enter. Du ser kun de tal, du selv "
            "taster nu: det, der er svaret på andre måder, bliver ikke vist."
        )
        words.addWidget(ReadingText(ui, tr(said), ink="text-2"))
        self._notes = QVBoxLayout()
        words.addLayout(self._notes)
        body = scroll.body
        body.setSpacing(px(8))
        body.addLayout(words)
        body.addWidget(self._list)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    @property
    def rows(self) -> Sequence[Row]:
        """One for each participant."""
        return self._list.rows

    @property
    def has_focus(self) -> bool:
        """Whether one is among the names already."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_team(self, team: Team) -> None:
        """Show how far everybody is."""
        if team.people == self._shown:
            return
        focused = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        self._shown = team.people
        self._list.set_rows([self._row(each) for each in team.people])
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()

    def _row(self, each: HandIn) -> Row:
        progress, state = state_of(each)
        mark = "answered" if each.submitted else progress.value
        row = Row(self.ui, each.participant.name, each.participant.role, mark=mark, state=self.ui.tr(state))
        row.clicked.connect(lambda *_: self._choose(each))
        return row

    def _choose(self, each: HandIn) -> None:
        self.clear_note()
        if each.submitted is None:
            self.chosen.emit(each.participant.id)
        else:
            self._ask(each)

    def _ask(self, each: HandIn) -> None:
        """What is handed in is closed: to correct it is a decision of its own."""
        tr, person = self.ui.tr, each.participant
        self.note = Note(
            self.ui,
            "info",
            tr(say("{name} har afleveret", name=person.name)),
            tr(say("Tag svarene tilbage for at taste mere. Så er de en kladde, til du afleverer dem igen.")),
            [(tr(say("Tag svarene tilbage")), lambda: self.withdrawn.emit(person.id))],
        )
        self._notes.addWidget(self.note)
        self.note.buttons[0].setFocus()

    def clear_note(self) -> None:
        """Nothing is asked any more."""
        note, self.note = self.note, None
        if note is not None:
            self._notes.removeWidget(note)
            note.hide()
            note.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the next name that begins with it."""
        letter = event.text().casefold()
        places = [place for place, row in enumerate(self.rows) if row.title.casefold().startswith(letter)]
        if not letter.isalpha() or not places:
            super().keyPressEvent(event)
            return
        here = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1)
        focus_by_key(self.rows[next((place for place in places if place > here), places[0])])

    def first_focus(self) -> QWidget | None:
        """The first who has not handed in."""
        open_rows = (row for row, each in zip(self.rows, self._shown, strict=True) if each.submitted is None)
        return next(open_rows, self.rows[0] if self.rows else None)

    def focusInEvent(self, event: object) -> None:
        """The names have it."""
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
