"""Before the reveal: who has handed in, never what, and the act that opens all answers at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Asked, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.table import Table
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Progress, Waiting
from kvik_desktop.workshop.screens.consensus_words import joined, progress_sentence

WIDEST = 608
"""Of the list, at 100 %."""

LEAST, LOW = 172, 440
"""Heights at 100 %: of the list where it scrolls by itself, and of a page that scrolls as a whole instead."""

READ_ONLY = say("Filen kan kun læses, så der kan ikke ændres i den.")


class BeforeView(QWidget):
    """Knows how far everybody is and nothing they answered, so it can show nothing of it."""

    foot_changed = Signal()

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._waiting: Waiting | None = None
        self._asked = False
        self._stack = QStackedWidget(self)
        self._empty: QWidget | None = None
        self._filled = self._build()
        self._stack.addWidget(self._filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _build(self) -> Scroll:
        tr, px = self.ui.tr, self.ui.theme.px
        filled, content = Scroll(), QWidget()
        filled.setWidgetResizable(True)
        filled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        filled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        filled.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(px(48), px(40), px(48), px(24))
        column.setSpacing(0)
        column.addWidget(Heading(self.ui, tr(say("Er I klar til at åbne svarene?")), "large"))
        what = say(
            "Når I åbner, bliver alle svar låst. I ser, hvor meget I er uenige, men aldrig hvem der har "
            "svaret hvad."
        )
        column.addWidget(ReadingText(self.ui, tr(what), ink="text-2"))
        column.addSpacing(px(24))
        self._count = Heading(self.ui, "")
        column.addWidget(self._count)
        column.addSpacing(px(4))
        self._people = CellModel(self.ui, (tr(say("Deltager")), tr(say("Hvor langt"))))
        self.table = Table(self.ui, tr(say("Hvem har afleveret")))
        self.table.setModel(self._people)
        self.table.set_columns(0, 264)
        self.table.horizontalHeader().hide()
        self.table.setMaximumWidth(px(WIDEST))
        column.addWidget(self.table, 1)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(0, px(16), 0, 0)
        column.addLayout(self._notes)
        column.addStretch(0)
        return filled

    # What is shown

    def show_waiting(self, waiting: Waiting) -> None:
        """Show how far everybody is now."""
        if self._waiting is None or waiting.missing != self._waiting.missing:
            self._asked = False
        self._waiting = waiting
        self._show_empty(_nothing_yet(waiting))
        self._people.set_rows([self._row(person) for person in waiting.people])
        self._fit_list()
        of = len(waiting.people)
        said = say("{n} af {of} har afleveret", n=waiting.handed_in, of=of)
        self._count.setText(self.ui.tr(said if waiting.handed_in else say("Ingen har afleveret endnu")))
        self._show_note()
        self.foot_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list has another height to scroll in."""
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """No higher than its rows: what is said under the list stands under the last of them."""
        px, rows = self.ui.theme.px, max(self.table.verticalHeader().length(), 1) + 2
        self.table.setMaximumHeight(rows)
        self.table.setMinimumHeight(rows if self.height() < px(LOW) else min(rows, px(LEAST)))

    def _row(self, person: Progress) -> TableRow:
        assert self._waiting is not None
        of, ready = person.participant, person.submitted is not None
        mark = "answered" if ready else "in-progress" if person.answered else "not-begun"
        said = progress_sentence(person, self._waiting.now, self.ui.tr)
        name = Cell(of.name, second=of.role, mark=mark, strong=True)
        return TableRow(of.id, (name, Cell(said, right=True, ink="text-2" if ready else "amber")))

    def _show_empty(self, said: tuple[Text, Text, Text, str] | None) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if said is None:
            self._stack.setCurrentWidget(self._filled)
            return
        title, text, action, stop = said
        tr = self.ui.tr
        empty = EmptyState(self.ui, "persons", tr(title), tr(text), tr(action))
        empty.acted.connect(lambda: self._desk.go(stop))
        self._stack.addWidget(empty)
        self._stack.setCurrentWidget(empty)
        self._empty = empty

    def _show_note(self) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        assert self._waiting is not None
        missing = self._waiting.missing
        if not missing or self._empty is not None:
            return
        names = joined([person.participant.name for person in missing], self.ui.tr)
        note = self._last_question(names) if self._asked else self._choice(names)
        note.setMaximumWidth(self.ui.theme.px(WIDEST))
        self._notes.addWidget(note)

    def _choice(self, names: str) -> Note:
        tr = self.ui.tr
        text = say("{names} har ikke afleveret. Kun det, de har svaret på, tæller med.", names=names)
        return Note(self.ui, "info", tr(say("I kan vente eller åbne nu")), tr(text))

    def _last_question(self, names: str) -> Note:
        tr = self.ui.tr
        text = say("Åbner I nu, kan {names} ikke svare mere. Tryk en gang til, hvis I er sikre.", names=names)
        return Note(self.ui, "caution", tr(say("Skal de sidste ikke være med?")), tr(text))

    # What the user does

    @property
    def foot(self) -> Foot:
        """The act that opens, and the words that it cannot be undone."""
        tr, waiting = self.ui.tr, self._waiting
        if waiting is None or self._empty is not None:
            return Foot()
        asleep = ""
        if self._desk.read_only:
            asleep = tr(READ_ONLY)
        elif not waiting.answered:
            asleep = tr(say("Der er ingen svar at åbne endnu."))
        hint, now = tr(say("Kan ikke fortrydes")), tr(say("Åbn svarene nu"))
        missing = len(waiting.missing)
        without = tr(say_n("Åbn uden den sidste", "Åbn uden de {n} sidste", missing))
        asked = Asked(without if missing else now, hint, self._reveal)
        if not self._asked:
            return Foot(Act(now, self._open, asleep=asleep, asked=asked), hint=hint)
        wait = Act(tr(say("Vent med at åbne")), self._wait)
        return Foot(Act(without, self._reveal, asked=asked), (wait,), hint)

    def _open(self) -> None:
        assert self._waiting is not None
        if self._waiting.missing:
            self._ask(asked=True)
        else:
            self._reveal()

    def _reveal(self) -> None:
        assert self._waiting is not None
        self._desk.do(meeting.reveal, self._waiting.evaluation.id, self._waiting.leader)

    def _wait(self) -> None:
        self._ask(asked=False)

    def _ask(self, *, asked: bool) -> None:
        self._asked = asked
        self._show_note()
        self.foot_changed.emit()

    def first_focus(self) -> QWidget:
        """The list, or what can be done where there is none."""
        if isinstance(self._empty, EmptyState):
            return self._empty.button
        return self.table


def _nothing_yet(waiting: Waiting) -> tuple[Text, Text, Text, str] | None:
    """Title, text, action and where it leads, while there is nothing to open."""
    if not waiting.people:
        return (
            say("Der er ingen deltagere endnu"),
            say("Skriv, hvem der er med. De svarer hver for sig, og her åbner I svarene sammen."),
            say("Gå til Forberedelse"),
            "1",
        )
    if not waiting.answered:
        return (
            say("Ingen har afleveret endnu"),
            say("Svar efter tur på denne computer, eller hent svarene fra filer. Her åbner I dem sammen."),
            say("Gå til Individuel vurdering"),
            "2",
        )
    return None
