"""Saves what a participant gives while it is given: words after a pause, a score at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.model import AnswerSet, Way
from kvik_desktop.evaluation.screens.drafts import Done, Drafts
from kvik_desktop.evaluation.screens.lock_note import lock_of
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.shell.desk import Desk, Pending
from kvik_desktop.shell.widgets.typing import TypingPause


class AnswerSaving:
    """Knows whose turn it is by their sheet."""

    def __init__(self, owner: QObject, desk: Desk[Any]) -> None:
        self._desk = desk
        self._drafts = Drafts(self._send)
        self._pause = TypingPause(owner, self._save)
        self.sheet: Sheet | None = None
        """As the file has it; None where it is nobody's turn."""

    def show_sheet(self, sheet: Sheet | None) -> None:
        """The file has this; what it can no longer take is given up."""
        self.sheet = sheet
        if sheet is not None and lock_of(sheet):
            self._drafts = Drafts(self._send)

    def forget(self) -> None:
        """The turn is over, and everything is on its way."""
        self.flush()
        self.sheet = None
        self._drafts = Drafts(self._send)

    @property
    def live(self) -> Sheet:
        """The sheet as the screen has it."""
        assert self.sheet is not None, "there is a sheet while it is somebody's turn"
        return self._drafts.over(self.sheet)

    def type(self, answer: NewAnswer) -> None:
        """It may be in the middle of a sentence."""
        self._drafts.keep(answer)
        self._pause.edited()

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before."""
        self._pause.flush()
        self._save()

    def _save(self) -> None:
        self._drafts.send()

    def _send(self, answer: NewAnswer, done: Done, failed: Done) -> None:
        assert self.sheet is not None, "only who has the turn gives answers"

        def tell(problem: Problem) -> None:
            failed()
            self._desk.tell(problem)

        given = (self.sheet.evaluation.id, self.sheet.participant.id, [answer], Way.LAPTOP)
        self._desk.telling(tell).do(evaluations.answer, *given).then(lambda _: done())

    def submit(self) -> Pending[AnswerSet]:
        """Hand in."""
        self.flush()
        sheet = self.live
        return self._desk.do(evaluations.submit, sheet.evaluation.id, sheet.participant.id)

    def withdraw(self) -> None:
        """Take the answers back."""
        if self.sheet is not None:
            self._desk.do(evaluations.withdraw, self.sheet.evaluation.id, self.sheet.participant.id)
