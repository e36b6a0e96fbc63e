"""The end of a status meeting: who was there, what was said to all, and when to meet again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.status_meetings.model import StatusMeeting
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.shell.widgets.typing import TypingPause

WIDE, MARGIN = 720, 32


class FinishView(QWidget):
    """What is written is kept at once; only finishing the meeting is an act."""

    amended = Signal(dict)
    """Fields of the meeting with their new values."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._meeting: StatusMeeting | None = None
        tr, px = ui.tr, ui.theme.px
        self._moved = ReadingText(ui, "", ink="text-2")
        self.present = QLineEdit()
        self.note = TextArea(ui, placeholder=tr(say("Kan udelades")), least=3)
        self.day, self.next_day = DayEdit(ui), DayEdit(ui)
        self._due = ReadingText(ui, "", ink="text-2")
        area = ScrollColumn(ui, wide=WIDE, margin=MARGIN)
        body = area.body
        body.setContentsMargins(0, px(24), 0, px(24))
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvornår mødes I igen?")), "large"))
        body.addWidget(self._moved)
        body.addWidget(Field(ui, tr(say("Næste møde")), self.next_day))
        body.addWidget(self._due)
        hint = tr(say("Skriv roller, ikke navne."))
        body.addWidget(Field(ui, tr(say("Hvem var med?")), self.present, hint))
        body.addWidget(Field(ui, tr(say("Til alle")), self.note))
        body.addWidget(Field(ui, tr(say("Mødet blev holdt")), self.day))
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self._pause = TypingPause(self, self._keep)
        self.present.textEdited.connect(self._pause.edited)
        self.note.textChanged.connect(self._typed)
        self._pause.watch(self.present, self.note)
        self.day.day_changed.connect(self._set_day)
        self.next_day.day_changed.connect(lambda day: self.amended.emit({"next_day": day}))

    def show_following(self, found: Following, *, read_only: bool) -> None:
        """Show the open meeting; what is being written stays."""
        meeting = found.meetings.open
        if meeting is None:
            return
        fresh = self._meeting is None or self._meeting.id != meeting.id
        self._meeting = meeting
        if fresh or not self._pause.pending:
            self._fill(meeting)
        if fresh or not self.next_day.hasFocus():
            self.next_day.set_day(meeting.next_day or found.meetings.proposed)
        if fresh or not self.day.hasFocus():
            self.day.set_day(meeting.day)
        moved = sum(not each.is_nothing for each in (found.meetings.moved or {}).values())
        talked = len(found.meetings.talked)
        self._moved.setText(
            self.ui.tr(
                say_n("I har talt om {talked}. {n} har flyttet sig.",
                      "I har talt om {talked}. {n} har flyttet sig.", moved,
                      talked=say_n("{n} tiltag", "{n} tiltag", talked))
            )
        )  # fmt: skip
        self._say_due(len(found.meetings.due))
        for field in (self.present, self.note, self.day, self.next_day):
            field.setReadOnly(read_only)

    def _fill(self, meeting: StatusMeeting) -> None:
        if self.present.text() != meeting.present:
            self.present.setText(meeting.present)
            self.present.setCursorPosition(0)
        if self.note.toPlainText() != meeting.note:
            self.note.blockSignals(True)
            self.note.setPlainText(meeting.note)
            self.note.blockSignals(False)

    def _say_due(self, due: int) -> None:
        said = say_n(
            "Det tiltag, I skulle følge op på nu, tager I op på det møde.",
            "De {n} tiltag, I skulle følge op på nu, tager I op på det møde.",
            due,
        )
        self._due.setText(self.ui.tr(said))
        self._due.setVisible(due > 0)

    @property
    def given(self) -> tuple[date | None, str, str]:
        """The next day, who was there, and what was said to all."""
        return self.next_day.day, self.present.text(), self.note.toPlainText()

    def _set_day(self, day: date | None) -> None:
        if day is not None:
            self.amended.emit({"day": day})

    def _typed(self) -> None:
        if self._meeting is not None and self.note.toPlainText() != self._meeting.note:
            self._pause.edited()

    def _keep(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        fields = {"present": self.present.text().strip(), "note": self.note.toPlainText().strip()}
        if fields != {"present": meeting.present, "note": meeting.note}:
            self.amended.emit(fields)

    def flush(self) -> None:
        """Keep what is being written."""
        self._pause.flush()
