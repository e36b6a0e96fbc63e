"""What stands between a name and its answers on the page: the own code is asked for, chosen and reset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from kvik_desktop.evaluation.answering import Team
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.own_code.usecases import Door
from kvik_desktop.evaluation.screens.code_view import Asked, CodeView
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui


@dataclass
class Key:
    """Who has been let in, for as long as that person's turn lasts; a page made anew gets it again."""

    person: str = ""


class AnsweringDoor(QObject):
    """Shows its sheet in the page's stack, and throws it away when it is done with."""

    opened = Signal()
    """The code was right, or another was chosen: the answers may be asked for."""
    closed = Signal()
    """The sheet was shown in somebody's turn, and the turn goes on."""
    left = Signal()
    """Back to the names."""

    def __init__(self, ui: Ui, desk: Desk[Any], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.ui = ui
        self._desk = desk
        self._stack = stack
        self._key = desk.kept(Key)
        self._about = ("", "")
        """Which evaluation's which participant."""
        self.view: CodeView | None = None

    def is_opened(self, person: str) -> bool:
        """Whether it is this person's turn: there is no code, or it has been given."""
        return bool(person) and self._key.person == person

    def let_in(self, person: str) -> None:
        """It is this person's turn, until it is locked."""
        self._key.person = person
        self.close()

    def lock(self) -> None:
        """The turn is over: whoever comes next gives their own code."""
        self._key.person = ""
        self._about = ("", "")
        self.close()

    def close(self) -> None:
        """Take the sheet away with all that was typed."""
        view, self.view = self.view, None
        if view is not None:
            view.forget()
            self._stack.removeWidget(view)
            view.hide()
            view.deleteLater()

    # What is asked

    def ask(self, team: Team, person: str, door: Door) -> None:
        """Ask who has chosen a name for their code, or for a new one after a reset."""
        asked = Asked.NEW if door is Door.RESET else Asked.CODE
        if self.view is not None and self.view.asked is asked and self._about == (team.evaluation.id, person):
            return
        self._show(team, person, asked)

    def choose(self, team: Team, person: str, door: Door) -> None:
        """Let who has the turn choose a code, or another."""
        self._show(team, person, Asked.OTHER if door is Door.LOCKED else Asked.FIRST)

    def _show(self, team: Team, person: str, asked: Asked) -> None:
        self.close()
        people = [each.participant for each in team.people]
        name = next(each.name for each in people if each.id == person)
        leader = next((each.name for each in people if each.leader), "")
        self._about = (team.evaluation.id, person)
        view = self.view = CodeView(self.ui, asked, name, leader)
        view.given.connect(self._open)
        view.chosen.connect(self._set)
        view.dropped.connect(self._drop)
        if view.forgotten is not None:
            view.forgotten.reset.connect(self._reset)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def foot(self) -> Foot:
        """What can be done at the sheet."""
        assert self.view is not None, "the sheet is shown"
        view, tr = self.view, self.ui.tr
        go_on = Act(view.act, view.go_on)
        if view.asked in (Asked.CODE, Asked.NEW):
            return Foot(go_on, (Act(tr(say("Tilbage til navnene")), self.left.emit, "chevron-left"),))
        back = Act(tr(say("Lad være")), self._stop)
        drop = (Act(tr(say("Fjern koden")), view.drop),) if view.asked is Asked.OTHER else ()
        return Foot(go_on, (back, *drop))

    # What is done

    def _telling(self) -> Desk[Any]:
        view = self.view
        assert view is not None, "only the sheet asks"
        return self._desk.telling(lambda problem: view.refuse(problem) if self.view is view else None)

    def _open(self, code: str) -> None:
        about = self._about
        asked = self._telling().ask(own_code.open_turn, *about, code)
        asked.then(lambda _: self._if_still(about, self._go_in))

    def _set(self, code: str, before: str) -> None:
        about, is_in_turn = self._about, self.is_opened(self._about[1])
        chosen = self._telling().do(own_code.set_code, *about, code, before or None)
        chosen.then(lambda _: self._if_still(about, self._say_locked if is_in_turn else self._go_in))

    def _drop(self, code: str) -> None:
        about = self._about
        dropped = self._telling().do(own_code.drop_code, *about, code)
        dropped.then(lambda _: self._if_still(about, self._say_open))

    def _reset(self, by: str) -> None:
        self._desk.do(own_code.reset_code, *self._about, by).then(lambda _: self._say_reset())

    def _if_still(self, about: tuple[str, str], act: Callable[[], None]) -> None:
        """Nobody else has sat down meanwhile."""
        if self._about == about:
            act()

    def _go_in(self) -> None:
        self.let_in(self._about[1])
        self.opened.emit()

    def _say_locked(self) -> None:
        self._stop()
        self._desk.say(self.ui.tr(say("Dine svar er låst med din kode, når du lukker dem")))

    def _say_open(self) -> None:
        self._stop()
        self._desk.say(self.ui.tr(say("Koden er fjernet")))

    def _say_reset(self) -> None:
        self.left.emit()
        self._desk.say(self.ui.tr(say("Koden er nulstillet. Vælg navnet igen for at vælge en ny.")))

    def _stop(self) -> None:
        self.close()
        self.closed.emit()
