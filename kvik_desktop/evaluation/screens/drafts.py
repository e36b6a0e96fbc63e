"""What a participant has given and the file does not have yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.usecases import NewAnswer

Done = Callable[[], None]
Send = Callable[[NewAnswer, Done, Done], None]
"""Saves an answer, then calls the first function, or the second where it could not be saved."""


@dataclass
class _Draft:
    answer: NewAnswer
    is_sent: bool = False


class Drafts:
    """Kept until the file has them: what could not be saved is not lost from the screen, and is tried again.

    An answer that has been changed once more while it was being saved stays until that is saved, too.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._drafts: dict[str, _Draft] = {}

    def keep(self, answer: NewAnswer) -> None:
        """This is what is on the screen now."""
        self._drafts[answer.subcriterion] = _Draft(answer)

    def send(self) -> None:
        """Save everything that is not on its way."""
        for draft in [each for each in self._drafts.values() if not each.is_sent]:
            draft.is_sent = True
            self._send(draft.answer, partial(self._saved, draft), partial(_failed, draft))

    def over(self, sheet: Sheet) -> Sheet:
        """The sheet as it will be when all is saved."""
        for draft in self._drafts.values():
            sheet = sheet.with_given(draft.answer)
        return sheet

    def _saved(self, draft: _Draft) -> None:
        if self._drafts.get(draft.answer.subcriterion) is draft:
            del self._drafts[draft.answer.subcriterion]


def _failed(draft: _Draft) -> None:
    draft.is_sent = False
