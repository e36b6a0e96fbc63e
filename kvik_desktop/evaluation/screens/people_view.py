"""Who is to answer: the list of participants, written straight into, and one line for the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.preparing.people_preview import Preview
from kvik_desktop.evaluation.preparing.preparation import FEWEST, MOST, Preparation
from kvik_desktop.evaluation.screens.new_person import NewPerson
from kvik_desktop.evaluation.screens.person_row import PersonRow
from kvik_desktop.evaluation.screens.preview_card import PreviewCard
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

BELOW = 56
"""What follows the line for a new one, at 100 %: it is to be seen with it."""


class PeopleView(QWidget):
    """Rows stay as long as their participant does, so that focus and what is typed stay, too."""

    added = Signal(object)
    """A tuple of :class:`NewParticipant`."""
    pasted = Signal(str)
    """More than a name was pasted."""
    previewed = Signal()
    """What the preview shows is to be added."""
    dropped = Signal()
    """What the preview showed is not wanted."""
    corrected = Signal(object)
    """A :class:`Participant` as they are to be."""
    removed = Signal(object)
    """The :class:`Participant`."""
    moved = Signal(str, int)
    """A participant's id and the new place, from 0."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._read_only = read_only
        tr, px = ui.tr, ui.theme.px
        self.rows: dict[str, PersonRow] = {}
        self._order: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._count = Heading(ui, "")
        self._hint = ReadingText(ui, "", ink="text-2")
        self.new = NewPerson(ui)
        self.new.added.connect(self.added)
        self.new.pasted.connect(self.pasted)
        self.preview = PreviewCard(ui)
        self.preview.accepted.connect(self.previewed)
        self.preview.dropped.connect(self.drop_preview)
        self.preview.grown.connect(self._see_preview)
        self._paste = ReadingText(
            ui,
            tr(
                say(
                    "Du kan kopiere en liste i Excel eller en mail og sætte den ind i feltet med navnet. Du "
                    "får vist, hvad vi har fundet, før nogen bliver tilføjet."
                )
            ),
            "small",
            ink="text-2",
        )
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(8))
        body.addWidget(Heading(ui, tr(say("Hvem skal svare?")), "large"))
        body.addWidget(self._hint)
        body.addSpacing(px(8))
        body.addWidget(self._count)
        body.addLayout(self._list)
        body.addSpacing(px(8))
        body.addWidget(self.new)
        body.addWidget(self._paste)
        body.addWidget(self.preview)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._scroll = scroll
        self.new.shifted.connect(self._follow)

    def show_preparation(self, found: Preparation) -> None:
        """Show the list as the file has it; what is being typed stays."""
        self._show_rows(found.people)
        may_write = not self._read_only
        can_add = may_write and found.may(Event.PREPARE)
        can_remove = may_write and found.may(Event.REMOVE_PARTICIPANT)
        for row in self.rows.values():
            row.allow(correct=may_write and found.may(Event.CORRECT_TEAM), remove=can_remove)
        self.new.setVisible(can_add)
        self._paste.setVisible(can_add)
        tr = self.ui.tr
        self._hint.setText(tr(hint_of(found)))
        count = len(found.people)
        self._count.setText(tr(say_n("{n} deltager", "{n} deltagere", count)))
        self._count.setVisible(bool(count))

    def _show_rows(self, people: Sequence[Participant]) -> None:
        ids = [person.id for person in people]
        for gone in self.rows.keys() - set(ids):
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for person in people:
            if person.id in self.rows:
                self.rows[person.id].show_person(person)
            else:
                self.rows[person.id] = self._row(person)
        if ids != self._order:
            self._order = ids
            for place, name in enumerate(ids):
                self._list.insertWidget(place, self.rows[name])
                self.rows[name].show()

    def _row(self, person: Participant) -> PersonRow:
        row = PersonRow(self.ui, person)
        row.changed.connect(self.corrected)
        row.removed.connect(lambda: self._remove(row))
        row.moved.connect(lambda step: self._move(row, step))
        return row

    def _remove(self, row: PersonRow) -> None:
        """Focus goes to the next row, or the line for a new one: the button is gone in a moment."""
        place = self._order.index(row.person.id)
        following = self._order[place + 1 : place + 2] or self._order[max(place - 1, 0) : place]
        if row.isAncestorOf(self.window().focusWidget() or self):
            (self.rows[following[0]].remove if following else self.new).setFocus()
        self.removed.emit(row.person)

    def _move(self, row: PersonRow, step: int) -> None:
        place = self._order.index(row.person.id) + step
        if 0 <= place < len(self._order):
            self.moved.emit(row.person.id, place)

    def _follow(self) -> None:
        """Whoever writes one name after the other sees what they write, however long the list grows."""
        if self.new.isAncestorOf(self.window().focusWidget() or self):
            self._scroll.ensureWidgetVisible(self.new, 0, self.ui.theme.px(BELOW))

    def show_preview(self, preview: Preview) -> None:
        """Show what was understood, with the caret in it."""
        self.preview.show_preview(preview)
        focus = self.preview.first_focus()
        if focus is not None:
            focus.setFocus()

    def _see_preview(self) -> None:
        """What was understood is seen from its beginning, however long the list over it is."""
        inside, seen = self._scroll.widget(), self._scroll.viewport()
        if inside is not None and not self.preview.isHidden():
            half = seen.height() // 2
            self._scroll.ensureVisible(0, self.preview.mapTo(inside, QPoint(0, 0)).y() + half, 0, half)

    def drop_preview(self) -> None:
        """Nothing of it is wanted."""
        self.preview.clear()
        self.new.setFocus()
        self.dropped.emit()

    def flush(self) -> None:
        """Save now what is being typed."""
        for row in self.rows.values():
            row.flush()

    def first_focus(self) -> QWidget:
        """Where one writes the next, while they are few; else the first, who is in sight."""
        if not self._order or (len(self._order) < FEWEST and not self.new.isHidden()):
            return self.new
        return self.rows[self._order[0]].name


def hint_of(found: Preparation) -> Text:
    """What to say of the group as it is."""
    count = len(found.people)
    if not found.may(Event.PREPARE):
        return say("Svarene er åbnet, så listen ligger fast. Navne og roller kan stadig rettes.")
    if not count:
        return say(
            "Skriv navnene på dem, der skal svare, også lederen. {few}-{many} personer er passende, gerne "
            "med forskellige job.",
            few=FEWEST,
            many=MOST,
        )
    if not found.has_leader:
        return say("Sæt kryds ved lederen: det er lederen, der til sidst godkender resultatet.")
    if count < FEWEST:
        return say(
            "I er få. Så kan man ofte regne ud, hvem der har svaret hvad, når I åbner svarene. Tal om det, "
            "før I begynder."
        )
    if count > MOST:
        return say("I er mange. Mødet bliver lettest med {few}-{many} personer.", few=FEWEST, many=MOST)
    return say("{few}-{many} personer er passende, gerne med forskellige job.", few=FEWEST, many=MOST)
