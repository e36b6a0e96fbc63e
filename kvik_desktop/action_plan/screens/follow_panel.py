"""One action at the status meeting: how far it is, the next days, what happened, and what was measured."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.screens.action_words import measure
from kvik_desktop.action_plan.screens.follow_words import log
from kvik_desktop.action_plan.screens.measure_part import MeasurePart
from kvik_desktop.action_plan.screens.status_chips import StatusChips
from kvik_desktop.action_plan.screens.why_line import WhyLine
from kvik_desktop.action_plan.status_meetings.model import Moved
from kvik_desktop.action_plan.status_meetings.words import NOTHING_NEW, moved_words
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.new_line import NewLine
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll


class FollowPanel(Scroll):
    """Everything is saved when it is given; only dropping an action asks why first."""

    status_given = Signal(object, str)
    """A :class:`Status`, and why."""
    amended = Signal(dict)
    """Fields of the action with their new values."""
    noted = Signal(str)
    measured = Signal(object, object)
    """A day and a value."""
    unmeasured = Signal(object)
    """The measurement of a day is to go."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._planned: PlannedAction | None = None
        self._read_only = False
        tr = ui.tr
        self._title = Heading(ui, "")
        self._facts = ReadingText(ui, "", ink="text-2")
        self.status = StatusChips(ui)
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr(say("Skriv kort hvorfor")))
        self._why = Field(ui, tr(say("Hvorfor dropper I det?")), self.why)
        self.drop = SecondaryButton(ui, tr(say("Drop tiltaget")), small=True)
        self.note = NewLine()
        self.note.setPlaceholderText(tr(say("Skriv, og tryk Enter")))
        self.deadline, self.follow_up = DayEdit(ui), DayEdit(ui)
        self.measures = MeasurePart(ui)
        self.moved = ReadingText(ui, "", ink="text-2")
        self.moved.hide()
        self.reason = WhyLine(ui)
        self._log = ReadingList(ui, ())
        self._nothing = ReadingText(ui, tr(say("Der er ikke skrevet noget endnu.")), ink="text-2")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        tr, px = self.ui.tr, self.ui.theme.px
        inside = QFrame()
        inside.setProperty("look", "window")
        self.setProperty("look", "window")
        self.setWidgetResizable(True)
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(16))
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._title)
        head.addWidget(self._facts)
        head.addWidget(self.moved)
        column.addLayout(head)
        how_far = QVBoxLayout()
        how_far.setSpacing(px(4))
        question = QLabel(tr(say("Hvor langt er I?")))
        question.setProperty("look", "small-label")
        how_far.addWidget(question)
        how_far.addWidget(self.status)
        column.addLayout(how_far)
        column.addWidget(self._why)
        column.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Field(self.ui, tr(say("Hvad er der sket?")), self.note))
        days = QHBoxLayout()
        days.setSpacing(px(16))
        days.addWidget(Field(self.ui, tr(say("Frist")), self.deadline), 1)
        days.addWidget(Field(self.ui, tr(say("Følges op næste gang")), self.follow_up), 1)
        column.addLayout(days)
        column.addWidget(self.reason)
        column.addWidget(self.measures)
        column.addWidget(Heading(self.ui, tr(say("Log"))))
        for part in (self._log, self._nothing):
            column.addWidget(part)
        column.addStretch(1)
        self.setAccessibleName(tr(say("Tiltaget")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _listen(self) -> None:
        self.status.chosen.connect(self.choose)
        self.drop.clicked.connect(self._drop)
        self.why.returnPressed.connect(self._drop)
        self.note.returnPressed.connect(self.flush)
        self.deadline.day_changed.connect(lambda day: self.amended.emit({"deadline": day}))
        self.follow_up.day_changed.connect(lambda day: self.amended.emit({"follow_up": day}))
        self.measures.given.connect(self.measured)
        self.measures.removed.connect(self.unmeasured)

    # What it shows

    @property
    def action(self) -> str:
        """The id of the action that is shown: what is written belongs to it."""
        assert self._planned is not None, "nothing can be done before an action is shown"
        return self._planned.action.id

    def show_action(
        self, planned: PlannedAction, today: date, moved: Moved | None = None, *, read_only: bool
    ) -> None:
        """Show an action, at a meeting what has ``moved``; what is being written of the same one stays."""
        same = self._planned is not None and self._planned.action.id == planned.action.id
        before, self._planned, self._read_only = self._planned, planned, read_only
        tr, action = self.ui.tr, planned.action
        if not same:
            self.note.clear()
            self.why.clear()
        if not same or before is None or before.action.status is not action.status:
            self._ask_why(asked=False)
            self.status.set_status(action.status)
        self._title.setText(f"{action.number}. {action.title}")
        lacking = "" if measure(action, tr) else tr(say("Der er ikke sat et mål."))
        self._facts.setText(action.success or lacking)
        self._facts.setVisible(bool(action.success or lacking))
        for field, day in ((self.deadline, action.deadline), (self.follow_up, action.follow_up)):
            if not (same and field.hasFocus()):
                field.set_day(day)
            field.setReadOnly(read_only)
        for line in (self.note, self.why):
            line.setReadOnly(read_only)
        self._show_moved(planned, moved)
        self.reason.show_action(planned, today, read_only=read_only)
        self.measures.show_action(planned, today, read_only=read_only)
        self._log.set_sentences(log(planned, tr))
        self._log.setVisible(bool(planned.notes))
        self._nothing.setVisible(not planned.notes)

    def _show_moved(self, planned: PlannedAction, moved: Moved | None) -> None:
        """What the group has to talk about: what has happened since the last meeting."""
        tr = self.ui.tr
        self.moved.setVisible(moved is not None)
        if moved is not None:
            lines = [*moved_words(moved, planned.action.unit, tr), *moved.notes]
            told = "\n".join(lines) or tr(NOTHING_NEW)
            self.moved.setText(tr(say("Siden sidst: {told}", told=told)))

    def _ask_why(self, *, asked: bool) -> None:
        self._why.setVisible(asked)
        self.drop.setVisible(asked)

    # What the user does

    def choose(self, status: Status) -> None:
        """Say how far it is; what is dropped needs a reason first."""
        planned = self._planned
        if planned is None:
            return
        if self._read_only:
            self.status.set_status(planned.action.status)
            return
        self.status.set_status(status)
        dropping = status is Status.DROPPED and planned.action.status is not Status.DROPPED
        self._ask_why(asked=dropping)
        if dropping:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.drop)
        elif status is not planned.action.status:
            self.status_given.emit(status, "")

    def _drop(self) -> None:
        if not self.why.text().strip():
            self._why.set_error(self.ui.tr(say("Skriv hvorfor, så I kan huske det til næste gang.")))
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._why.set_error("")
        self.status_given.emit(Status.DROPPED, self.why.text())

    def flush(self) -> None:
        """Keep the line that is written for the log."""
        words = self.note.text().strip()
        if words and self._planned is not None and not self._read_only:
            self.note.clear()
            self.noted.emit(words)
        self.reason.flush()
