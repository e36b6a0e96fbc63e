"""Step 2: each participant answers alone; a name is chosen, questions answered, and the answers handed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.evaluation import answering
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, Team
from kvik_desktop.evaluation.collecting.taking_in import Verdict, take_in
from kvik_desktop.evaluation.model import Evaluation, Way
from kvik_desktop.evaluation.screens import answering_foot, answering_words
from kvik_desktop.evaluation.screens.answer_form import AnswerForm
from kvik_desktop.evaluation.screens.answer_index import AnswerIndex
from kvik_desktop.evaluation.screens.drafts import Done, Drafts
from kvik_desktop.evaluation.screens.hand_in_view import HandInView
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.evaluation.screens.paper_typing import PaperTyping
from kvik_desktop.evaluation.screens.who_answers import WhoAnswers
from kvik_desktop.evaluation.screens.whose_turn import ONLY_PAPER, ONLY_YOU, OPENED, WhoseTurn
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.screens import guidance_words, score_words
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.keys import bind_all
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.typing import TypingPause

NEXT = Shortcut("Ctrl+Down", say("Næste delkriterium"))
LAST = Shortcut("Ctrl+Up", say("Forrige delkriterium"))
LEAVE = Shortcut("Ctrl+W", say("Luk mine svar, så andre ikke kan se dem"))
ON_THE_STAIR = (
    Shortcut("← →", say("På trappen: et trin ned eller op")),
    Shortcut("↑ ↓", say("På trappen: ét point op eller ned")),
    Shortcut("0-9", say("På trappen: skriv tallet")),
    Shortcut("K", say("På trappen: kan ikke vurdere")),
)
TABLES = say("Tabeller med svar (*.csv)")


class AnsweringPage(Page):
    """Nobody's answers are on the page until a name is chosen, and none when it is left again."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.ANSWERS})
    help = answering_words.HELP
    keys = (NEXT, LAST, *ON_THE_STAIR, LEAVE)

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._person, self._at = "", ""
        self._has_asked = False
        self._team: Team | None = None
        self._sheet: Sheet | None = None
        """As the file has it; ``_live`` is as the screen has it."""
        self._drafts = Drafts(self._send)
        self._wants_focus = False
        self._guided: object = None
        self._lock: str | None = None
        self.who = WhoAnswers(ui)
        self.finish = HandInView(ui)
        self.form: AnswerForm | None = None
        self._formed: object = None
        self.index = AnswerIndex(ui)
        self.guidance = GuidancePanel(ui)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.who)
        self._stack.addWidget(self.finish)
        self.turn = self.top = WhoseTurn(ui)
        self.paper = PaperTyping(ui, self.desk, self._stack)
        self._pause = TypingPause(self, self._save)
        self._acts = answering_foot.Acts(
            self.show_place,
            self._submit,
            self._withdraw,
            self.leave,
            self._choose_files,
            partial(desk.go, "3"),
            self.paper.begin,
        )
        self.set_panes(self._stack, index=self.index, guidance=self.guidance)
        self.who.chosen.connect(self.take)
        self.who.prepare.connect(partial(desk.go, "1"))
        self.turn.left.connect(self.leave)
        self.paper.foot_changed.connect(self._show_paper)
        self.paper.stopped.connect(self.refresh)
        self.index.chosen.connect(self.show_place)
        self.finish.chosen.connect(self.show_place)
        steps = {NEXT.keys: partial(self._step, 1), LAST.keys: partial(self._step, -1)}
        bind_all(self, {**steps, LEAVE.keys: self.leave})

    # Where one is

    @property
    def place(self) -> str:
        """The participant and the question, as ``anna/3.3``."""
        return f"{self._person}/{self._at}" if self._person else ""

    def go_to(self, place: str) -> None:
        """Come back to a participant's question, or to the list of names."""
        self.paper.close()
        person, _, at = place.partition("/")
        self._open(person, at)
        if self._has_asked:  # an answer that is on its way is about somebody else
            self.refresh()

    def take(self, person: str) -> None:
        """Begin a participant's turn, at the first question that is open."""
        self._open(person, "")
        self.desk.turn(person)
        self.refresh()

    def _open(self, person: str, at: str) -> None:
        self.flush()
        self._person, self._at = person, at
        self._sheet = None
        self._drafts = Drafts(self._send)
        self._clear()

    def leave(self) -> None:
        """End the participant's turn: nothing they have answered is left on the page."""
        if not self._person:
            return
        self._open("", "")
        self.desk.turn(FACILITATOR)
        self.refresh()
        focus = self.who.first_focus()
        if focus is not None:
            focus.setFocus()
        self.moved.emit()

    def _clear(self) -> None:
        self.finish.clear()
        self.index.clear()
        if self.form is not None:
            self.form.clear()

    def show_place(self, at: str) -> None:
        """Go to a question, or to where one hands in."""
        self.flush()
        self._at = at
        self._show_sheet()
        self._keep_focus()
        self.moved.emit()

    def _step(self, way: int) -> None:
        if self._sheet is not None:
            self.show_place(answering_foot.step(self._sheet, self._at, way))

    def _keep_focus(self) -> None:
        """What had focus may be out of sight now."""
        focused = self.window().focusWidget()
        if focused is None or not focused.isVisible():
            self.index.view.setFocus()

    def first_focus(self) -> QWidget | None:
        """The names, or where one writes; as soon as the file has answered."""
        self._wants_focus = self._team is None or (bool(self._person) and self._sheet is None)
        if self.paper.is_open:
            return self.paper.focus
        if self._stack.currentWidget() is self.who:
            return self.who.first_focus()
        return self.form.lists.first() if self.form and self._at != FINISH else None

    def showEvent(self, event: QShowEvent) -> None:
        """Whose answers are seen, is whose turn it is."""
        super().showEvent(event)
        if self._person:
            self.desk.turn(self._person)

    # What the file says

    def refresh(self) -> None:
        """Ask how far everybody is, and for the answers of whose turn it is."""
        self._has_asked = True
        self.desk.ask(answering.view, self._person).then(partial(self._show, self._person))

    def _show(self, person: str, found: tuple[Team, Sheet | None]) -> None:
        if person != self._person:
            return  # somebody else has the turn by now, and has been asked for
        self._team, self._sheet = found
        if self._sheet is None:
            self._person, self._at = "", ""
            if not self.paper.refresh():
                self._show_team(self._team)
                self._focus_late()
            return
        if _locked(self._sheet):
            self._drafts = Drafts(self._send)
        if not self._at or (self._at != FINISH and not self._sheet.package.has(self._at)):
            self._at = self._sheet.next_open() or FINISH
            self._show_sheet()
            self._begin()
            return
        self._show_sheet()
        self._focus_late()

    def _begin(self) -> None:
        focus = self.first_focus()
        if self.isVisible():
            (focus or self.index.view).setFocus()
        self.moved.emit()

    def _focus_late(self) -> None:
        """The page came forward before there was anything to give focus to."""
        if self._wants_focus and self.isVisible():
            (self.first_focus() or self.index.view).setFocus()

    def _show_team(self, team: Team) -> None:
        self.who.show_team(team)
        self._stack.setCurrentWidget(self.who)
        self._show_panes(index=False)
        self.turn.show_person(None)
        self.turn.show_secret(OPENED[1:] if team.evaluation.revealed else ONLY_YOU)
        self._guide_generally(team)
        self.set_foot(answering_foot.of_team(team, self._acts, self.ui.tr, read_only=self.desk.read_only))
        if team.people:  # whoever finds their name need not wait for it
            self.desk.soon(self, partial(self._form_for, team.package, team.evaluation))

    @property
    def _live(self) -> Sheet:
        assert self._sheet is not None, "there is a sheet while it is somebody's turn"
        return self._drafts.over(self._sheet)

    def _show_sheet(self) -> None:
        if self._sheet is None or self._team is None:
            return
        sheet = self._live
        if self._at == FINISH:
            self.finish.show_sheet(sheet)
            self._stack.setCurrentWidget(self.finish)
            self._guide_generally(self._team)
        else:
            form = self._form_for(sheet.package, sheet.evaluation)
            self._lock_form(form, "read_only" if self.desk.read_only else _locked(sheet))
            form.show_question(sheet.of(self._at))
            self._stack.setCurrentWidget(form)
            self._guide(sheet, form)
        self.turn.show_person(sheet.participant)
        self.turn.show_secret(OPENED if sheet.evaluation.revealed else ONLY_YOU)
        self._show_panes(index=True)
        self._show_progress(sheet)

    def _show_progress(self, sheet: Sheet) -> None:
        self.index.show_sheet(sheet, self._at)
        locked = self.desk.read_only or bool(_locked(sheet))
        self.set_foot(answering_foot.of_sheet(sheet, self._at, self._acts, self.ui.tr, locked=locked))

    def _show_panes(self, *, index: bool) -> None:
        assert self.panes is not None
        if (self.panes.index is not None) != index:
            self.panes.show_index(shown=index)

    def _form_for(self, package: ModelPackage, evaluation: Evaluation) -> AnswerForm:
        """The form for the evaluation's model and method, which may change until somebody has answered."""
        wanted = (evaluation.model, evaluation.method)
        form = self.form
        if form is None or wanted != self._formed:
            if form is not None:
                self._stack.removeWidget(form)
                form.deleteLater()
            form = self.form = AnswerForm(self.ui, package, evaluation.method)
            form.written.connect(self._written)
            form.left.connect(self._pause.flush)
            form.scored.connect(self._scored)
            self._stack.addWidget(form)
            self._formed, self._lock = wanted, None
        return form

    def _lock_form(self, form: AnswerForm, lock: str) -> None:
        if lock == self._lock:
            return
        self._lock = lock
        tr, note = self.ui.tr, None
        if lock == "revealed":
            note = Note(self.ui, "info", tr(say("Svarene er åbnet, så de kan ikke ændres længere")))
        elif lock == "submitted":
            back = say("Tag svarene tilbage for at ændre i dem.")
            note = Note(self.ui, "info", tr(say("Du har afleveret")), tr(back))
        form.set_read_only(bool(lock), note)

    # Guidance

    def _guide_generally(self, team: Team) -> None:
        guided = (team.package, team.evaluation.method, team.evaluation.revealed)
        if self._guided != guided:
            self._guided = guided
            self.guidance.show_sections(answering_words.sections(team, self.ui.tr))

    def _guide(self, sheet: Sheet, form: AnswerForm) -> None:
        """The guidance of the question that is shown, and the steps of its stair."""
        assert self._team is not None
        if self._guided != self._at:
            self._guided = self._at
            sub = sheet.package.subcriterion(self._at)
            words = guidance_words.sections(sub, self._team.unit.sector, self.ui.tr)
            block, method = sheet.package.block_of(self._at), sheet.evaluation.method
            panels = score_words.panels(sheet.package, block, method, self.ui.tr.language)
            self.guidance.show_sections(words, panels)
        self.guidance.mark(form.scores())

    def _show_paper(self) -> None:
        self.set_foot(self.paper.foot())
        self.turn.show_secret(ONLY_PAPER)

    # What the participant does

    def _written(self) -> None:
        self._keep()
        self._pause.edited()

    def _scored(self) -> None:
        """A score is saved at once: it is not in the middle of anything."""
        self._keep()
        self._pause.edited()
        self._pause.flush()

    def _keep(self) -> None:
        """What is on the screen is the answer now; marks and foot follow where it makes a difference."""
        if self._sheet is None or self.form is None:
            return
        before = self._live.progress(self._at)
        self._drafts.keep(self.form.value())
        sheet = self._live
        self.guidance.mark(self.form.scores())
        if sheet.progress(self._at) is not before:
            self._show_progress(sheet)

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before."""
        self.paper.flush()
        self._pause.flush()
        self._save()

    def _save(self) -> None:
        self._drafts.send()

    def _send(self, answer: NewAnswer, done: Done, failed: Done) -> None:
        assert self._sheet is not None, "only who has the turn gives answers"

        def tell(problem: Problem) -> None:
            failed()
            self.desk.tell(problem)

        given = (self._sheet.evaluation.id, self._sheet.participant.id, [answer], Way.LAPTOP)
        self.desk.telling(tell).do(evaluations.answer, *given).then(lambda _: done())

    def _submit(self) -> None:
        """Hand in, and show that it is done."""
        self.flush()
        if self._sheet is not None:
            given = (self._sheet.evaluation.id, self._person)
            self.desk.do(evaluations.submit, *given).then(lambda _: self.show_place(FINISH))

    def _withdraw(self) -> None:
        if self._sheet is not None:
            self.desk.do(evaluations.withdraw, self._sheet.evaluation.id, self._person)

    # Files

    def _choose_files(self) -> None:
        tr = self.ui.tr
        self._take_in(self.desk.choose.files(tr(say("Hent svar fra filer")), tr(TABLES)))

    def drop(self, paths: Sequence[Path]) -> bool:
        """Tables with answers."""
        tables = [path for path in paths if path.suffix.lower() == ".csv"]
        if self._person or not tables:
            return False
        self._take_in(tables)
        return True

    def _take_in(self, paths: Sequence[Path]) -> None:
        if self._team is None or not paths:
            return
        job = partial(take_in, evaluation=self._team.evaluation.id, paths=paths)
        self.desk.run(job, Kind.ANSWERS).then(self._show_verdicts)

    def _show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        self.who.verdicts.show_verdicts(verdicts)


def _locked(sheet: Sheet) -> str:
    """Why the answers cannot be changed now; empty where they can."""
    if sheet.evaluation.revealed is not None:
        return "revealed"
    return "submitted" if sheet.own is not None and sheet.own.submitted is not None else ""
