"""Shows reminders in the page's stack for as long as they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from kvik_desktop.evaluation import reminders
from kvik_desktop.evaluation.reminders import Reminder
from kvik_desktop.evaluation.screens.reminder_view import ReminderView
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui


class Reminding(QObject):
    """The view is made when it is asked for."""

    begun = Signal()
    """The view is there."""
    stopped = Signal()
    """Back to the names."""

    def __init__(self, ui: Ui, desk: Desk[Any], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.ui = ui
        self._desk = desk
        self._stack = stack
        self.view: ReminderView | None = None

    def begin(self, evaluation: str) -> None:
        """Ask who is to be reminded, and show it."""
        self._desk.ask(reminders.mails, evaluation).then(self._show)

    def _show(self, mails: Sequence[Reminder]) -> None:
        self.close()
        if mails:
            view = self.view = ReminderView(self.ui, mails)
            self._stack.addWidget(view)
            self._stack.setCurrentWidget(view)
            view.setFocus()
            self.begun.emit()

    def close(self) -> None:
        """Take the view away."""
        view, self.view = self.view, None
        if view is not None:
            self._stack.removeWidget(view)
            view.hide()
            view.deleteLater()

    def foot(self) -> Foot:
        """What can be done with the text."""
        tr = self.ui.tr
        back = Act(tr(say("Tilbage til navnene")), self._stop, "chevron-left")
        subject = Act(tr(say("Kopiér emnet")), self._copy_subject, "copy")
        return Foot(Act(tr(say("Kopiér teksten")), self._copy_text), (back, subject))

    def _stop(self) -> None:
        self.close()
        self.stopped.emit()

    def _copy_text(self) -> None:
        if self.view is not None:
            self.view.copy_text()
            self._desk.say(self.ui.tr(say("Teksten er kopieret. Sæt den ind i en mail")))

    def _copy_subject(self) -> None:
        if self.view is not None:
            self.view.copy_subject()
            self._desk.say(self.ui.tr(say("Emnet er kopieret")))
