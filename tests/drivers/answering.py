"""Drives step 2 with a participant's words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens.answer_form import AnswerForm
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.widgets.stair import Stair
from tests.drivers.hand import Hand, Keys, Mouse, frame, write


class Answering:
    """The page of individual answers, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, AnsweringPage):
            hand.go(2)
        assert isinstance(room.page, AnsweringPage)
        self.page: AnsweringPage = room.page

    # Names

    def people(self) -> dict[str, str]:
        """By name what is said of each."""
        return {row.title: row.state for row in self.page.who.rows}

    def take(self, name: str) -> Answering:
        """It is this participant's turn."""
        row = next(row for row in self.page.who.rows if row.title == name)
        if not isinstance(self.hand, Keys):
            self.hand.press(row)
            return self
        rows = self.page.who.rows
        if not any(each.hasFocus() for each in rows):
            self.hand.reach(rows[0])
        while not row.hasFocus():
            here = next(place for place, each in enumerate(rows) if each.hasFocus())
            self.hand.key(Qt.Key.Key_Down if here < rows.index(row) else Qt.Key.Key_Up)
        self.hand.key(Qt.Key.Key_Return)
        return self

    def leave(self) -> Answering:
        """Somebody else is to answer."""
        self.hand.press(self.page.turn.person)
        return self

    # Questions

    @property
    def question(self) -> str:
        """The question that is shown; empty where none is."""
        return self.page.place.partition("/")[2]

    def go_to(self, place: str) -> Answering:
        """A row of the list beside the questions."""
        view = self.page.index.view
        wanted = [place] if place == FINISH else [place.partition(".")[0], place]
        for key in wanted:
            if self.question == place:
                break
            model = view.model()
            rows = [model.index(row, 0) for row in range(model.rowCount())]
            self.hand.choose(view, next(index for index in rows if index.data(ITEM).key == key))
        return self

    def answer(self, place: str, score: int | None, **texts: str) -> Answering:
        """Answer one question; a text a kind, as ``strength="Vi lytter"``."""
        self.go_to(place)
        for kind, text in texts.items():
            self.write(StatementKind(kind), text)
        if score is None:
            self.cannot_judge()
        else:
            self.score(score)
        return self

    def write(self, kind: StatementKind, text: str) -> Answering:
        """One more item in a list."""
        self.hand.enter(self._form.lists.lists[kind].lines()[-1])
        write(text)
        return self

    def texts(self, kind: StatementKind) -> tuple[str, ...]:
        """What stands in a list."""
        return self._form.lists.lists[kind].texts()

    @property
    def _form(self) -> AnswerForm:
        assert self.page.form is not None, "no question is shown"
        return self.page.form

    def stair(self, key: str = "score") -> Stair:
        """The stair of a phase, or the only one."""
        return self._form.score.stairs[key]

    def score(self, score: int, key: str = "score") -> Answering:
        """Choose a score on the stair: by its digits, or by clicking its step and then its number."""
        stair = self.stair(key)
        if isinstance(self.hand, Mouse):
            at = stair.rect().center()
            at.setX(round(stair.axis.middle(score)))
            self.hand.click(stair, at)
            self._adjust(stair, score, key)
        else:
            self.hand.enter(stair)
            QTest.keyClicks(stair, str(score))
        assert stair.score == score
        return self

    def _adjust(self, stair: Stair, score: int, key: str) -> None:
        """A click chooses the middle of the step; the number field has the exact one."""
        number = self._form.score.numbers.get(key)
        if stair.score != score and number is not None:
            self.hand.enter(number)
            number.selectAll()
            write(str(score))

    def cannot_judge(self) -> Answering:
        """Say so."""
        self.hand.press(self._form.score.cannot_judge)
        return self

    # Foot

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    @property
    def hint(self) -> str:
        """What the foot says beside the buttons."""
        foot = self.page.foot
        return foot.primary.asleep if foot.primary and foot.primary.asleep else foot.hint

    def next(self) -> Answering:
        """Do what the filled button says."""
        self.hand.primary()
        return self

    def other(self, words: str) -> Answering:
        """Press another button of the foot."""
        buttons = frame(self.hand.window).foot.buttons
        self.hand.press(next(button for button in buttons if button.text() == words))
        return self
