"""Typing in sheets of paper, in the page's stack for as long as it is wanted: whose sheet, and the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, Team
from kvik_desktop.evaluation.collecting.conflicts import Comparison, keep_chosen
from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.evaluation.collecting.paper.keeping import InHand, keep_typed, sheet_in_hand
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens import entering_foot
from kvik_desktop.evaluation.screens.answer_lists import Texts
from kvik_desktop.evaluation.screens.drafts import Done, Drafts
from kvik_desktop.evaluation.screens.entering_fields import Key
from kvik_desktop.evaluation.screens.entering_people import EnteringPeople
from kvik_desktop.evaluation.screens.entering_view import EnteringView
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Foot
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.typing import TypingPause

Before = Mapping[str, NewAnswer]
"""What there was of a sheet when it was taken in hand; it is never shown."""

MOVES = {Key.BACK: Entering.backspace, Key.UP: Entering.up, Key.DOWN: Entering.down}
TURNS = {Key.NEXT_PERSON: 1, Key.LAST_PERSON: -1}


class PaperTyping(QObject):
    """Each number is saved as it is typed, as a draft; the sheet is handed in when one has looked it over."""

    foot_changed = Signal()
    stopped = Signal()
    """Back to the names of those who answer themselves."""

    def __init__(self, ui: Ui, desk: Desk[Any], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.ui = ui
        self._desk = desk
        self._stack = stack
        self._team: Team | None = None
        self.people: EnteringPeople | None = None
        self.view: EnteringView | None = None
        self._forget()
        self._pause = TypingPause(self, self._save_texts)

    def _forget(self) -> None:
        """Nothing of a sheet is left."""
        self._person = ""
        self._sheet: Sheet | None = None
        self._before: Before = {}
        self._texts: dict[str, Texts] = {}
        """By subcriterion what has been typed since the sheet was taken in hand."""
        self.entering: Entering | None = None
        """The sheet in hand, as it is typed so far."""
        self._waiting: dict[str, Comparison] = {}
        """By subcriterion what was answered otherwise another way: nothing of it is kept, and none shown."""
        self._is_locked = False
        """The person has an own code: no answer of theirs gives way to the paper."""
        self._is_finishing = False
        """It is being handed in, and the next sheet is taken when it is."""
        self._drafts = Drafts(self._send)

    # Coming and going

    @property
    def is_open(self) -> bool:
        """Whether paper is being typed in."""
        return self.people is not None

    def begin(self) -> None:
        """Ask whose sheet it is."""
        self.close()
        self._desk.turn(FACILITATOR)  # a page that is made anew knows of no sheet that was in hand
        people = self.people = EnteringPeople(self.ui)
        people.chosen.connect(self.take)
        people.withdrawn.connect(self._withdraw)
        self._stack.addWidget(people)
        self._show_people()
        self.refresh()

    def close(self) -> None:
        """Take everything away; all that was typed is saved."""
        self.flush()
        if self._person:
            self._desk.turn(FACILITATOR)
        self._forget()
        self._remove(self.view)
        self._remove(self.people)
        self.view = self.people = None

    def _remove(self, view: QWidget | None) -> None:
        if view is not None:
            self._stack.removeWidget(view)
            view.hide()
            view.deleteLater()

    def stop(self) -> None:
        """The user has had enough paper."""
        self.close()
        self.stopped.emit()

    def lay_aside(self) -> None:
        """The page is left: whoever comes back takes a sheet in hand again."""
        if self.view is not None:
            self.leave()

    def leave(self) -> None:
        """Lay the sheet aside: nothing of it is left on the screen."""
        self.flush()
        self._forget()
        self._remove(self.view)
        self.view = None
        self._desk.turn(FACILITATOR)
        self.refresh()

    def _show_people(self) -> None:
        assert self.people is not None, "it is open"
        self._stack.setCurrentWidget(self.people)
        self.foot_changed.emit()
        focus = self.people.first_focus()
        if focus is not None and self.people.isVisible() and not self.people.has_focus:
            focus.setFocus()

    def take(self, person: str) -> None:
        """Take somebody's sheet in hand, at the first number that is missing."""
        self.flush()
        self._forget()
        self._remove(self.view)
        self.view = None
        self._person = person
        self._desk.turn(person, afresh=True)
        self.refresh()

    @property
    def shown(self) -> QWidget | None:
        """The sheet in hand, or whose it is; None where no paper is being typed in."""
        return self.view or self.people

    def refresh(self) -> bool:
        """Ask how far everybody is, and for the sheet in hand; False where no paper is being typed in."""
        if self.is_open:
            self._desk.ask(sheet_in_hand, self._person).then(partial(self._show, self._person))
        return self.is_open

    def _show(self, person: str, found: InHand) -> None:
        if person != self._person or self.people is None:
            return
        self._team, sheet, self._is_locked = found.team, found.sheet, found.is_locked
        self.people.show_team(self._team)
        if self._team.evaluation.revealed is not None:
            self.stop()
        elif person and (sheet is None or not sheet.is_changeable):
            if not self._is_finishing:
                self.leave()
        elif sheet is not None:
            self._show_sheet(sheet)
        else:
            self._show_people()

    def _show_sheet(self, found: Sheet) -> None:
        is_new = self._sheet is None
        self._sheet = sheet = self._drafts.over(found)
        waiting = {name: each.comes[0].rating for name, each in self._waiting.items()}
        given = {**_ratings(sheet.given), **waiting}
        if is_new or self.entering is None:
            self._before = dict(sheet.given)
            self.entering = Entering(sheet.package, sheet.evaluation.method, given).begin()
            self._make_view()
        else:
            self.entering = self.entering.told(given)
            if not self._pause.pending:
                known = {name for name in self._texts if name not in self._waiting}
                self._texts |= {name: self._typed_texts(sheet, name) for name in known}
        self._show_entering()

    def _make_view(self) -> None:
        view = self.view = EnteringView(self.ui)
        view.signed.connect(self._sign)
        view.acted.connect(self._act)
        view.gone_to.connect(self._go_to)
        view.written.connect(self._write)
        view.left.connect(self._pause.flush)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _show_entering(self) -> None:
        if self.view is None or self.entering is None or self._sheet is None:
            return
        at = self.entering.at
        texts = self._texts.get(at.subcriterion, {}) if at is not None else {}
        self.view.show_entering(self._sheet.participant.name, self.entering, texts)
        self.foot_changed.emit()

    # Numbers

    def _sign(self, sign: str) -> None:
        if self.entering is not None:
            self._go(*self.entering.key(sign))

    def _act(self, key: Key) -> None:
        entering = self.entering
        if entering is None:
            return
        if key is Key.ENTER and entering.at is None:
            self.finish()
        elif key in (Key.ENTER, Key.CLEAR):
            self._go(*(entering.enter() if key is Key.ENTER else entering.clear()))
        elif key in MOVES:
            self._go(MOVES[key](entering))
        elif key in TURNS:
            self.turn(TURNS[key])
        elif self.view is not None:
            self.view.open_texts()

    def _go_to(self, subcriterion: str, key: str) -> None:
        if self.entering is not None:
            self._go(self.entering.go_to(subcriterion, key))

    def _go(self, entering: Entering, answer: NewAnswer | None = None) -> None:
        self._pause.flush()
        self.entering = entering
        self._show_entering()
        if answer is not None:
            self._keep(answer)

    def _keep(self, answer: NewAnswer) -> None:
        """With the words there are: an answer on its way holds all of the question."""
        assert self._sheet is not None, "only a sheet in hand is typed in"
        name = answer.subcriterion
        words = self._words(name)
        later = answer.later or (answer.rating.is_empty and name not in self._given())
        self._drafts.keep(replace(answer, texts=words, later=later))
        self._drafts.send()

    def _given(self) -> Mapping[str, Rating]:
        assert self.entering is not None, "only a sheet in hand is typed in"
        return self.entering.given

    def _send(self, answer: NewAnswer, done: Done, failed: Done) -> None:
        assert self._sheet is not None, "only a sheet in hand is typed in"

        def tell(problem: Problem) -> None:
            failed()
            self._desk.tell(problem)

        def kept(compared: Comparison | None) -> None:
            self._wait_for(answer.subcriterion, compared)
            done()

        given = (self._sheet.evaluation.id, self._person, answer)
        self._desk.telling(tell).do(keep_typed, *given).then(kept)

    def _wait_for(self, name: str, compared: Comparison | None) -> None:
        """What was answered otherwise another way stays as it lies until paper is chosen."""
        if compared is not None:
            self._waiting[name] = compared
        elif self._waiting.pop(name, None) is None:
            return
        self.foot_changed.emit()

    # Words

    def _write(self) -> None:
        if self.view is not None and self.entering is not None and self.entering.at is not None:
            self._texts[self.entering.at.subcriterion] = self.view.lists.texts()
            self._pause.edited()

    def _save_texts(self) -> None:
        if self.entering is None or self.entering.at is None:
            return
        name = self.entering.at.subcriterion
        self._keep(NewAnswer(name, self._given().get(name, Rating()), {}))

    def _words(self, name: str) -> Texts:
        """What was written before, and after it what is typed now."""
        typed = self._texts.get(name)
        if typed is None:
            return {}
        before = self._before[name].texts if name in self._before else {}
        return {kind: (*before.get(kind, ()), *typed.get(kind, ())) for kind in StatementKind}

    def _typed_texts(self, sheet: Sheet, name: str) -> Texts:
        """Of the words the file has now, those that have been typed since."""
        before = self._before[name].texts if name in self._before else {}
        return {kind: lines[len(before.get(kind, ())) :] for kind, lines in sheet.of(name).texts.items()}

    # From sheet to sheet

    def choose_paper(self) -> None:
        """What stands on paper takes the place of what was answered another way."""
        assert self._sheet is not None, "only a sheet in hand waits for a choice"
        for name, compared in list(self._waiting.items()):
            chosen = self._desk.do(keep_chosen, self._sheet.evaluation.id, compared, compared.everything)
            chosen.then(partial(self._chose_paper, name))

    def _chose_paper(self, name: str, _kept: int) -> None:
        self._wait_for(name, None)

    def finish(self, *, as_it_is: bool = False) -> None:
        """Hand in what lacks nothing, and take the next sheet; what lacks something stays a draft."""
        if self._sheet is None or self.entering is None:
            return
        self.flush()
        if self.entering.given and (as_it_is or not self.entering.missing):
            handed_in, following = (self._sheet.evaluation.id, self._person), self.following()
            self._is_finishing = True
            submitted = self._desk.do(evaluations.submit, *handed_in)
            submitted.then(lambda _: self.take(following) if following else self.leave())
        else:
            self.turn(1)

    def turn(self, way: int) -> None:
        """To the sheet of the next who has not handed in, or the one before; to the names where none is."""
        following = self.following(way)
        if following:
            self.take(following)
        else:
            self.leave()

    def following(self, way: int = 1) -> str:
        """The id of who comes next on the list and has not handed in; empty where nobody is left."""
        if self._team is None:
            return ""
        order = [each.participant.id for each in self._team.people]
        here = order.index(self._person) if self._person in order else -1
        still = {each.participant.id for each in self._team.people if each.submitted is None}
        steps = [order[(here + way * step) % len(order)] for step in range(1, len(order))]
        return next((person for person in steps if person in still), "")

    def _withdraw(self, person: str) -> None:
        assert self._team is not None, "it is open"
        withdrawn = self._desk.do(evaluations.withdraw, self._team.evaluation.id, person)
        withdrawn.then(lambda _: self.take(person))

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before."""
        self._pause.flush()
        self._drafts.send()

    def foot(self) -> Foot:
        """What comes next, said by name."""
        tr = self.ui.tr
        if self._team is None or self.entering is None:
            return entering_foot.of_people(self.stop, tr)
        names = {each.participant.id: each.participant.name for each in self._team.people}
        acts = entering_foot.Acts(
            self.finish, partial(self.finish, as_it_is=True), self.leave, self.choose_paper
        )
        following = names.get(self.following(), "")
        locked = names.get(self._person, "") if self._is_locked else ""
        return entering_foot.of_sheet(self.entering, following, len(self._waiting), acts, tr, locked=locked)


def _ratings(given: Before) -> Mapping[str, Rating]:
    """What counts as given: a figure, or that one cannot judge."""
    return {
        name: answer.rating for name, answer in given.items() if not (answer.later and answer.rating.is_empty)
    }
