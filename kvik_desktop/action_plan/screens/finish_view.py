"""The end of a status meeting: who was there, what was said to all, and when to meet again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

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

DAY_WIDE = 240
"""Of a field for a day, at 100 %."""


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
        self.present = TextArea(ui, least=1)
        self.note = TextArea(ui, placeholder=tr(say("Kan udelades")), least=3)
        self.day, self.next_day = DayEdit(ui), DayEdit(ui)
        for day in (self.day, self.next_day):
            day.setFixedWidth(px(DAY_WIDE))
        self._due = ReadingText(ui, "", ink="text-2")
        area = ScrollColumn(ui, centred=False)
        area.column.set_padding(24, 24)
        body = area.body
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvornår mødes I igen?")), "large"))
        body.addWidget(self._moved)
        body.addWidget(Field(ui, tr(say("Næste møde")), self.next_day))
        body.addWidget(self._due)
        hint = tr(say("Skriv roller, ikke navne."))
        body.addWidget(Field(ui, tr(say("Hvem var med?")), self.present, hint))
        body.addWidget(Field(ui, tr(say("Besked til alle")), self.note))
        body.addWidget(Field(ui, tr(say("Mødet blev holdt")), self.day))
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self._pause = TypingPause(self, self._keep)
        for written in (self.present, self.note):
            written.textChanged.connect(self._typed)
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
        for area, kept in ((self.present, meeting.present), (self.note, meeting.note)):
            if area.toPlainText() != kept:
                with QSignalBlocker(area):
                    area.setPlainText(kept)

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
        return self.next_day.day, self._present, self.note.toPlainText()

    @property
    def _present(self) -> str:
        """On one line, as it stands in the minutes."""
        return " ".join(self.present.toPlainText().split())

    def _set_day(self, day: date | None) -> None:
        if day is not None:
            self.amended.emit({"day": day})

    def _typed(self) -> None:
        meeting, written = self._meeting, (self.present.toPlainText(), self.note.toPlainText())
        if meeting is not None and written != (meeting.present, meeting.note):
            self._pause.edited()

    def _keep(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        fields = {"present": self._present, "note": self.note.toPlainText().strip()}
        if fields != {"present": meeting.present, "note": meeting.note}:
            self.amended.emit(fields)

    def flush(self) -> None:
        """Keep what is being written."""
        self._pause.flush()
