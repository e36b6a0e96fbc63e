"""Drives step 2 with a participant's words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens.answer_form import AnswerForm
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.attached_files import AttachedRow
from kvik_desktop.evaluation.screens.code_view import Asked, CodeView
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
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

    # The own code

    def lock(self, code: str, before: str = "") -> Answering:
        """Choose an own code, or another."""
        self.hand.press(self.page.turn.lock)
        return self._choose(code, before)

    def choose_new(self, code: str) -> Answering:
        """Choose another code after a reset."""
        return self._choose(code)

    def _choose(self, code: str, before: str = "") -> Answering:
        sheet = self._sheet
        for field, text in ((sheet.before, before), (sheet.first, code), (sheet.second, code)):
            if field is not None:
                self.hand.enter(field.control)
                write(text)
        return self.next()

    def give(self, code: str) -> Answering:
        """Write the code that is asked for."""
        assert self._sheet.before is not None, "no code is asked for"
        self.hand.enter(self._sheet.before.control)
        write(code)
        return self.next()

    def forget(self, by: str) -> Answering:
        """The code is forgotten, and somebody resets it."""
        forgotten = self._sheet.forgotten
        assert forgotten is not None, "no code is asked for"
        self.hand.press(forgotten.ask)
        self.hand.enter(forgotten.by.control)
        forgotten.by.control.selectAll()
        write(by)
        self.hand.press(forgotten.button)
        return self

    @property
    def _sheet(self) -> CodeView:
        assert self.page.door.view is not None, "the door is open"
        return self.page.door.view

    def asked(self) -> Asked | None:
        """Why a code is asked for; None where none is."""
        return self.page.door.view.asked if self.page.door.view is not None else None

    @property
    def refused(self) -> str:
        """What is wrong with what was written at the door."""
        fields = (self._sheet.before, self._sheet.first, self._sheet.second)
        return " ".join(field.error for field in fields if field is not None and field.error)

    # Searching and marking

    def search(self, words: str) -> list[str]:
        """Search, and say in which questions something was found."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        elif self.page.index.search is None:
            self.hand.press(self.page.index.seek)
        search = self.page.index.search
        assert search is not None, "the search did not open"
        self.hand.enter(search.field)
        search.field.selectAll()
        write(words)
        return [item.key for item in self._items(search.found)]

    @staticmethod
    def _items(view: ChoiceList) -> list[ChoiceItem]:
        model = view.model()
        return [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]

    def go_to_found(self, place: str) -> Answering:
        """Choose what was found."""
        search = self.page.index.search
        assert search is not None, "nothing was searched for"
        row = [item.key for item in self._items(search.found)].index(place)
        self.hand.choose(search.found, search.found.model().index(row, 0))
        return self

    def mark(self) -> Answering:
        """Mark the answer to be looked at again, or take the mark away."""
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        else:
            self.hand.press(self._form.again)
        return self

    # Files

    @property
    def files(self) -> list[str]:
        """The names of what lies beside the answer."""
        return [file.name for file in self._form.lists.attached.files]

    def attach(self) -> Answering:
        """Choose files; the test has laid out which."""
        self.hand.press(self._form.lists.attached.add)
        return self

    def copy(self, name: str) -> Answering:
        """Save a copy of a file; the test has laid out where."""
        self.hand.press(self._row(name).copy)
        return self

    def remove(self, name: str) -> Answering:
        """Take a file away."""
        self.hand.press(self._row(name).remove)
        return self

    def _row(self, name: str) -> AttachedRow:
        return self._form.lists.attached.rows[self.files.index(name)]

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
