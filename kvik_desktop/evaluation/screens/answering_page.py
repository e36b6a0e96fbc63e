"""Step 2: each participant answers alone; a name is chosen, questions answered, and the answers handed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.evaluation.answering import Sheet, Team
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.screens import answering_foot, answering_keys, answering_order, answering_words
from kvik_desktop.evaluation.screens.answer_form import AnswerForm
from kvik_desktop.evaluation.screens.answer_forms import AnswerForms
from kvik_desktop.evaluation.screens.answer_guidance import AnswerGuidance
from kvik_desktop.evaluation.screens.answer_index import AnswerIndex
from kvik_desktop.evaluation.screens.answer_saving import AnswerSaving
from kvik_desktop.evaluation.screens.answering_door import AnsweringDoor
from kvik_desktop.evaluation.screens.attaching import Attaching, Place
from kvik_desktop.evaluation.screens.collecting.collecting import CHOICE, Collecting
from kvik_desktop.evaluation.screens.hand_in_view import HandInView
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.evaluation.screens.lock_note import lock_of
from kvik_desktop.evaluation.screens.own_extract import take_own_extract
from kvik_desktop.evaluation.screens.reminding import Reminding
from kvik_desktop.evaluation.screens.turn_clipboard import TurnClipboard
from kvik_desktop.evaluation.screens.who_answers import WhoAnswers
from kvik_desktop.evaluation.screens.whose_turn import ONLY_PAPER, ONLY_YOU, OPENED, WhoseTurn
from kvik_desktop.foundation.change import Kind
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.ui import Ui


class AnsweringPage(Page):
    """Nobody's answers are on the page until a name is chosen, and none when it is left again."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.ANSWERS})
    help = answering_words.HELP
    keys = answering_keys.KEYS

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._person, self._at = "", ""
        self._has_asked = False
        self._team: Team | None = None
        self._barred = own_code.Door.OPEN
        """What stands before the answers of who is chosen."""
        self._saving = AnswerSaving(self, self.desk)
        self._wants_focus = False
        self._stack = QStackedWidget()
        self.who = WhoAnswers(ui)
        self.finish = HandInView(ui)
        self._forms = AnswerForms(ui, self._stack, self._serve)
        self.index = AnswerIndex(ui)
        self._beside = AnswerGuidance(ui)
        self.guidance = self._beside.panel
        self._stack.addWidget(self.who)
        self._stack.addWidget(self.finish)
        self.turn = self.top = WhoseTurn(ui)
        self.door = AnsweringDoor(ui, self.desk, self._stack)
        self.collecting = Collecting(ui, self.desk, self._stack)
        self.reminding = Reminding(ui, self.desk, self._stack)
        self._attaching = Attaching(ui, self.desk, self._answer_place, self.flush)
        self._clipboard = TurnClipboard(self)
        self._acts = answering_foot.Acts(
            self.show_place,
            self._submit,
            self._saving.withdraw,
            self.leave,
            self.collecting.open_hand_out,
            self.collecting.open_take_in,
            partial(desk.go, "3"),
            self.reminding.begin,
        )
        self.set_panes(self._stack, index=self.index, guidance=self.guidance)
        self._listen()

    def _listen(self) -> None:
        self.who.chosen.connect(self.take)
        self.who.prepare.connect(partial(self.desk.go, "1"))
        self.turn.left.connect(self.leave)
        self.door.opened.connect(self.refresh)
        self.door.closed.connect(self._go_on)
        self.door.left.connect(self.leave)
        self.collecting.changed.connect(self._show_collecting)
        self.collecting.left.connect(self.refresh)
        self.collecting.sits.connect(self.take)
        self.reminding.begun.connect(lambda: self.set_foot(self.reminding.foot()))
        self.reminding.stopped.connect(self.refresh)
        self.index.search_wanted.connect(self._search)
        self.index.chosen.connect(self._show_chosen)
        self.finish.chosen.connect(self.show_place)
        self.finish.lock_wanted.connect(self._choose_code)
        self.finish.extract_wanted.connect(lambda: take_own_extract(self.ui, self.desk, self._person))
        self.turn.lock_wanted.connect(self._choose_code)
        answering_keys.bind(self, self._step, self._forms.mark, self.leave, self._search)

    @property
    def form(self) -> AnswerForm | None:
        """Where one answers a question, once it has been made."""
        return self._forms.form

    # Where one is

    @property
    def place(self) -> str:
        """The participant and the question, as ``anna/3.3``."""
        return f"{self._person}/{self._at}" if self._person else self.collecting.place

    @property
    def lasting_place(self) -> str:
        """Another day nobody's answers are on the page before a name is chosen."""
        return ""

    def go_to(self, place: str) -> None:
        """Come back to a participant's question, or to the list of names."""
        person, _, at = ("", "", "") if self.collecting.go_to(place) else place.partition("/")
        self._open(person, at)
        if self._has_asked:  # an answer that is on its way is about somebody else
            self.refresh()

    def take(self, person: str) -> None:
        """Begin a participant's turn, at the first question that is open."""
        self._open(person, "")
        self.refresh()

    def _open(self, person: str, at: str) -> None:
        self._saving.forget()
        if not self.door.is_opened(person):
            self.door.lock()
            self._clipboard.end()
        self._person, self._at = person, at
        self.reminding.close()
        self.collecting.clear()
        self.finish.clear()
        self.index.clear()
        if self.form is not None:
            self.form.clear()

    def leave(self) -> None:
        """End the participant's turn: nothing they have answered is left on the page."""
        if not self._person:
            return
        self._open("", "")
        self.desk.turn(FACILITATOR)
        self.refresh()
        if self.isVisible():
            (self.first_focus() or self.who).setFocus()
        self.moved.emit()

    def show_place(self, at: str) -> None:
        """Go to a question, or to where one hands in."""
        self.flush()
        self._at = at
        self.door.close()
        self._show_sheet()
        self._keep_focus()
        self.moved.emit()

    def _show_chosen(self, at: str) -> None:
        """A list that lies over the content has done its work."""
        self.show_place(at)
        if self.panes is not None and self.panes.index_is_folded:
            self.panes.close_drawer()

    def _step(self, way: int) -> None:
        if self._saving.sheet is not None and self._at != CHOICE:
            self.show_place(answering_order.step(self._saving.sheet, self._at, way))

    def _keep_focus(self) -> None:
        """What had focus may be out of sight now."""
        focused = self.window().focusWidget()
        if focused is None or not focused.isVisible():
            self.index.setFocus()

    def first_focus(self) -> QWidget | None:
        """The names, or where one writes; as soon as the file has answered."""
        self._wants_focus = self._team is None or (bool(self._person) and self._saving.sheet is None)
        if self._stack.currentWidget() is self.who:
            return self.who.first_focus()
        if self._stack.currentWidget() in (self.door.view, self.reminding.view):
            return self._stack.currentWidget()
        if not self._person or self._at == CHOICE:
            return self.collecting.first_focus()
        return self.form.lists.first() if self.form and self._at != FINISH else None

    def hideEvent(self, event: QHideEvent) -> None:
        """Who goes to another page has left: to come back, one chooses a name again."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._clipboard.end()
        if not self.retired:
            self.collecting.paper.lay_aside()
            self.leave()

    # What the file says

    def refresh(self) -> None:
        """Ask how far everybody is, and for the answers of whose turn it is."""
        self._has_asked = True
        self.collecting.refresh()
        person, is_opened = self._person, self.door.is_opened(self._person)
        seat = self.desk.ask(own_code.seat, person, is_opened=is_opened)
        seat.then(partial(self._show, person, is_opened))

    def _show(self, person: str, is_opened: bool, seat: own_code.Seat) -> None:
        if (person, is_opened) != (self._person, self.door.is_opened(self._person)):
            return  # somebody else has the turn by now, and has been asked for
        self._team = seat.team
        self._saving.show_sheet(seat.sheet)
        self._barred = seat.doors.get(person, own_code.Door.OPEN)
        if seat.sheet is None:
            self._show_nobody(seat)
            return
        self._begin_turn(person)
        if self.door.view is not None:
            return  # an own code is being chosen
        waits = self.collecting.waits_for(person)
        if not ((waits and self._at == CHOICE) or answering_order.has(seat.sheet, self._at)):
            self._at = CHOICE if waits else answering_order.beginning(seat.sheet)
            self._go_on()
            return
        self._show_sheet()
        self._focus_late()

    def _begin_turn(self, person: str) -> None:
        """Only now: what was done before by who has a code is not named to whoever chooses their name."""
        if not self.door.is_opened(person):
            self.door.let_in(person)
        self.desk.turn(person)
        self._clipboard.begin()

    def _focus_late(self) -> None:
        """The page came forward before there was anything to give focus to."""
        if self._wants_focus and self.isVisible():
            (self.first_focus() or self.index).setFocus()

    def _show_nobody(self, seat: own_code.Seat) -> None:
        """The names, or what stands before the answers of the one that is chosen."""
        if self._person in seat.doors:
            self.door.ask(seat.team, self._person, self._barred)
            self._show_door(seat.team)
            return
        self._person, self._at = "", ""
        if self.reminding.view is None and not self.collecting.paper.is_open:
            self._show_team(seat)
            self._focus_late()

    def _show_team(self, seat: own_code.Seat) -> None:
        team = seat.team
        self.who.show_seat(seat)
        self._stack.setCurrentWidget(self.who)
        self._show_panes(index=False)
        self.turn.show_person(None)
        self.turn.show_secret(OPENED[1:] if team.evaluation.revealed else ONLY_YOU)
        self._beside.show_team(team, self.collecting.place)
        foot = answering_foot.of_team(team, self._acts, self.ui.tr, read_only=self.desk.read_only)
        self.set_foot(self.collecting.with_waiting(foot))
        self._show_collecting()
        if team.people:  # whoever finds their name need not wait for it
            self.desk.soon(self, partial(self._forms.right_for, team.package, team.evaluation))

    def _show_sheet(self) -> None:
        if self._saving.sheet is None or self._team is None:
            return
        sheet = self._saving.live
        can_lock = not self.desk.read_only and sheet.evaluation.revealed is None
        if self._at == CHOICE:
            self.collecting.show_choice(sheet)
            self._show_collecting()
            self._beside.show_team(self._team)
        elif self._at == FINISH:
            self.finish.show_sheet(sheet, can_lock=can_lock)
            self._stack.setCurrentWidget(self.finish)
            self._beside.show_team(self._team)
        else:
            form = self._forms.right_for(sheet.package, sheet.evaluation)
            self._forms.set_lock(form, "read_only" if self.desk.read_only else lock_of(sheet), self._acts)
            form.show_question(sheet, self._at)
            self._stack.setCurrentWidget(form)
            self._beside.show_question(sheet, self._team.unit.sector, self._at, form.scores())
        self.turn.show_person(sheet.participant, can_lock=can_lock)
        self.turn.show_secret(OPENED if sheet.evaluation.revealed else ONLY_YOU)
        self._show_panes(index=True)
        self._show_progress(sheet)

    def _show_progress(self, sheet: Sheet) -> None:
        self.index.show_sheet(sheet, self._at)
        locked = self.desk.read_only or bool(lock_of(sheet))
        if self._at == CHOICE:
            return
        foot = answering_foot.of_sheet(sheet, self._at, self._acts, self.ui.tr, locked=locked)
        self.set_foot(self.collecting.with_choice(foot, sheet, partial(self.show_place, CHOICE)))

    def _show_collecting(self) -> None:
        """What stands before the names, or the choice of who has the turn."""
        if self._person and self._at == CHOICE and self.collecting.choice is not None:
            self.set_foot(self.collecting.choice_foot(partial(self.show_place, FINISH)))
        elif not self._person and self.collecting.place and self._team is not None:
            self._beside.show_team(self._team, self.collecting.place)
            self._stack.setCurrentWidget(self.collecting.view)
            self.set_foot(self.collecting.foot())
            self.turn.show_secret(ONLY_PAPER if self.collecting.paper.is_open else ONLY_YOU)

    def _show_panes(self, *, index: bool) -> None:
        if self.panes is not None and (self.panes.index is not None) != index:
            self.panes.show_index(shown=index)

    def _serve(self, form: AnswerForm) -> None:
        form.written.connect(self._changed)
        form.left.connect(self.flush)
        form.scored.connect(self._scored)
        self._attaching.serve(form.lists.attached)

    # The own code

    def _choose_code(self) -> None:
        if self._team is not None and self._saving.sheet is not None:
            self.flush()
            self.door.choose(self._team, self._person, self._barred)
            self._show_door(self._team)

    def _show_door(self, team: Team) -> None:
        self._show_panes(index=False)
        self._beside.show_team(team)
        self.set_foot(self.door.foot())
        if self.door.view is not None and self.isVisible():
            self.door.view.setFocus()

    def _go_on(self) -> None:
        """The turn has begun, or the sheet for the own code is away again."""
        self._show_sheet()
        focus = self.first_focus()
        if self.isVisible():
            (focus or self.index).setFocus()
        self.moved.emit()

    # Searching and marking

    def _search(self) -> None:
        if self._team is not None and self.panes is not None and self.panes.index is not None:
            self.panes.open_index()
            self.index.open_search(self._team.unit.sector)

    # What the participant does

    def _changed(self) -> None:
        """What is on the screen is the answer now; marks and foot follow where it makes a difference."""
        if self._saving.sheet is None or self.form is None:
            return
        before = self._saving.live
        self._saving.type(self.form.value())
        sheet = self._saving.live
        self.guidance.mark(self.form.scores())
        if (sheet.progress(self._at), sheet.missing) != (before.progress(self._at), before.missing):
            self._show_progress(sheet)

    def _scored(self) -> None:
        """A score is saved at once: it is not in the middle of anything."""
        self._changed()
        self._saving.flush()

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before."""
        self.collecting.paper.flush()
        self._saving.flush()

    def _submit(self) -> None:
        """Hand in, and show that it is done."""
        if self._saving.sheet is not None:
            self._saving.submit().then(lambda _: self.show_place(FINISH))

    # Files

    def _answer_place(self) -> Place | None:
        """The answer that files can be put beside now."""
        sheet = self._saving.sheet
        if sheet is None or self._at in ("", FINISH, CHOICE) or self.door.view is not None:
            return None
        return Place(sheet.evaluation.id, sheet.participant.id, self._at)

    def drop(self, paths: Sequence[Path]) -> bool:
        """Evidence for the question at hand; where it is nobody's turn, what was sent back."""
        if self._person:
            return self._forms.lock == "" and self._attaching.add(paths)
        self.collecting.take(paths)
        return True
