"""Handing out and getting back on the page of answers: what is shown, what is done, and who has to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.collecting.conflicts import Comparison, keep_chosen
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.returned import files_in
from kvik_desktop.evaluation.collecting.taking_in import Verdict, take_in
from kvik_desktop.evaluation.collecting.waiting import Conflict, Standing, Waiting, standing
from kvik_desktop.evaluation.screens.collecting.choice_view import ChoiceView
from kvik_desktop.evaluation.screens.collecting.handing_out import HandingOut
from kvik_desktop.evaluation.screens.collecting.one_by_one import OneByOne
from kvik_desktop.evaluation.screens.collecting.take_in_view import TakeInView
from kvik_desktop.evaluation.screens.paper_typing import PaperTyping
from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile
    from kvik_desktop.storage.work import Transaction, Work

FILES = say("Svarfiler, PDF-skemaer og tabeller (*.kviksvar *.pdf *.csv *.txt)")


CHOICE = "valg"
"""The place, in a participant's turn, where they choose between two answers."""


class Place(StrEnum):
    """What is shown before anybody's turn, beside the names."""

    HAND_OUT = "uddel"
    TAKE_IN = "hent"
    TYPE_IN = "tast"


@dataclass
class Returned:
    """What came back since the file was opened; a page that is made anew shows it again."""

    verdicts: list[Verdict] = field(default_factory=list)
    waiting: Waiting = field(default_factory=Waiting)
    files: int = 0
    """How many the newest were; more than there are verdicts where it was stopped."""


class Collecting(QObject):
    """Its views stand in the page's stack; the page asks for their foot and gives them the floor."""

    changed = Signal()
    """What is shown, or its foot, is another."""
    left = Signal()
    """Back to the names."""
    sits = Signal(str)
    """A participant sits down to choose between two answers, or has chosen and goes on."""

    def __init__(self, ui: Ui, desk: Desk[Any], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.ui = ui
        self._desk = desk
        self._stack = stack
        self._place: Place | None = None
        self._standing: Standing | None = None
        self._returned = desk.kept(Returned)
        self._work: OneByOne[Any] | None = None
        self.choice: ChoiceView | None = None
        self.handing = HandingOut(ui, desk, self)
        self.hand_out = self.handing.view
        self.take_in = TakeInView(ui)
        self.paper = PaperTyping(ui, desk, stack)
        self.paper.foot_changed.connect(self.changed)
        self.paper.stopped.connect(partial(self._open, Place.TAKE_IN))
        for view in (self.hand_out, self.take_in):
            stack.addWidget(view)
        self.handing.changed.connect(self.changed)
        self.handing.left.connect(self._leave)
        self.take_in.stopped.connect(self._stop)
        self.take_in.wants_files.connect(self.choose_files)
        self.take_in.wants_meeting.connect(partial(desk.go, "3"))
        self.take_in.sits.connect(self.sits)
        self.take_in.settled.connect(self._settle_unread)

    # Where one is

    @property
    def place(self) -> str:
        """What is shown, as ``hent``; empty for the names."""
        return self._place.value if self._place else ""

    @property
    def view(self) -> QWidget:
        """What is shown."""
        if self._place is Place.TYPE_IN and self.paper.shown is not None:
            return self.paper.shown
        return self.hand_out if self._place is Place.HAND_OUT else self.take_in

    def go_to(self, place: str) -> bool:
        """Show a place of these; False where it is none of them, and then none is shown."""
        self._place = Place(place) if place in list(Place) else None
        if self._place is Place.TYPE_IN:
            self.paper.begin()
        else:
            self.paper.close()
        return self._place is not None

    def open_hand_out(self) -> None:
        """The user wants to hand out."""
        self._open(Place.HAND_OUT)

    def open_take_in(self) -> None:
        """The user wants to take in."""
        self._open(Place.TAKE_IN)

    def open_type_in(self) -> None:
        """The user wants to type in paper."""
        self._place = Place.TYPE_IN
        self.paper.begin()

    def _open(self, place: Place) -> None:
        self._place = place
        self.refresh()
        self.changed.emit()

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        if self.choice is not None:
            return self.choice.first_focus()
        if self._place is Place.TYPE_IN:
            return self.paper.shown
        return self.hand_out.first_focus() if self._place is Place.HAND_OUT else self.take_in.first_focus()

    # What the file says

    def refresh(self) -> None:
        """Ask who has been given what, and how those stand who must choose."""
        if self._place is Place.HAND_OUT:
            self.handing.refresh()
        elif self._place is Place.TYPE_IN:
            self.paper.refresh()
        elif self._returned.waiting.conflicts or self._place is Place.TAKE_IN:
            asked = tuple(self._returned.waiting.conflicts)
            now = self._desk.ask(_standing_now, [each.shown.incoming for each in asked])
            now.then(partial(self._show_standing, asked))

    def _show_standing(self, asked: Sequence[Conflict], found: Standing) -> None:
        self._standing = found
        self._returned.waiting.see(asked, found.comparisons)
        self._show_files()
        self.changed.emit()

    def _show_files(self) -> None:
        if self._standing is None:
            return
        self.take_in.show_files(
            self._returned.verdicts,
            self._returned.waiting.open,
            self._standing.names,
            self._standing.locked,
            unseen=self._returned.files - len(self._returned.verdicts),
            asleep=self._asleep,
        )

    @property
    def _asleep(self) -> str:
        if self._desk.read_only:
            return self.ui.tr(say("Filen kan kun læses."))
        return self.ui.tr(say("Vent, til filerne er gennemgået.")) if self._work is not None else ""

    # The foot

    def foot(self) -> Foot:
        """What can be done with what is shown."""
        tr = self.ui.tr
        back = Act(tr(say("Tilbage til navnene")), self._leave, "chevron-left")
        if self._place is Place.HAND_OUT:
            return Foot(self.handing.act(), (back,))
        if self._place is Place.TYPE_IN:
            return self.paper.foot()
        asleep = self._asleep
        files = Act(tr(say("Vælg filer…")), self.choose_files, "file", asleep=asleep)
        folder = Act(tr(say("Vælg mappe…")), self.choose_folder, "folder", asleep=asleep)
        paper = Act(tr(say("Tast papir ind")), self.open_type_in, "keyboard", asleep=asleep)
        back = Act(tr(say("Se, hvem der har afleveret")), self._leave, "chevron-right")
        return Foot(back, (files, folder, paper))

    def _leave(self) -> None:
        self._place = None
        self.paper.close()
        self.left.emit()

    # Taking in

    def choose_files(self) -> None:
        """Let the user point at files."""
        tr = self.ui.tr
        self.take(self._desk.choose.files(tr(say("Hent svar ind")), tr(FILES)))

    def choose_folder(self) -> None:
        """Let the user point at a folder of files."""
        folder = self._desk.choose.folder(self.ui.tr(say("Hent alle svar i en mappe")))
        self.take([folder] if folder is not None else [])

    def take(self, paths: Sequence[Path]) -> None:
        """Take these files and folders in, one at a time; while that goes on no others."""
        if paths and self._asleep:
            self._desk.say(self._asleep)
        if not paths or self._asleep:
            return
        self.paper.close()
        self._place = Place.TAKE_IN
        self._desk.run(partial(_found, paths=paths)).then(self._take)

    def _take(self, found: tuple[str, Sequence[Path]]) -> None:
        evaluation, files = found
        self._returned.verdicts, self._returned.files = [], len(files)
        jobs = [partial(take_in, evaluation=evaluation, paths=[file]) for file in files]
        self._work = OneByOne(self._desk, jobs, self._took, self._all_taken)
        self._show_running()
        self._show_files()
        self.changed.emit()
        self._work.start()

    def _took(self, verdicts: Sequence[Verdict]) -> None:
        self._returned.verdicts.extend(verdicts)
        for verdict in verdicts:
            self._returned.waiting.add(verdict.taken.waiting)
        self._show_running()

    def _all_taken(self, problem: Problem | None) -> None:
        self._work = None
        self._show_running()
        self._desk.run(lambda _file: None, Kind.ANSWERS, Kind.PARTICIPANTS)
        self.refresh()
        self.changed.emit()
        if problem is not None:
            self._desk.tell(problem)

    def _show_running(self) -> None:
        work = self._work
        self.take_in.show_running(*((work.done, work.total) if work is not None else (0, 0)))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    # Choosing between two

    def _settle_unread(self, conflict: Conflict, takes_file: bool) -> None:
        self._settle(conflict, conflict.shown.everything if takes_file else conflict.if_kept)

    def _settle(self, conflict: Conflict, taken: frozenset[str]) -> None:
        # The evaluation is the newest, as everywhere on this page.
        shown = conflict.shown
        kept = self._desk.do(_keep, shown, taken)
        kept.then(lambda count: self._settled(conflict, shown, count))

    def _settled(self, conflict: Conflict, shown: Comparison, count: int) -> None:
        conflict.settle(shown, has_taken=bool(count))
        told = say_n("{n} svar er taget fra filen", "{n} svar er taget fra filen", count)
        nothing = say("Det, der lå her, gælder stadig")
        self._desk.say(self.ui.tr(told if count else nothing), undoable=bool(count))
        self.refresh()
        if self.choice is not None and self.choice.conflict is conflict:
            self.sits.emit(conflict.participant)

    def waits_for(self, person: str) -> bool:
        """Whether two answers of this person wait for a choice."""
        return self._returned.waiting.of(person) is not None

    def show_choice(self, sheet: Sheet) -> None:
        """Show a person their own two answers, in their turn."""
        conflict = self._returned.waiting.of(sheet.participant.id)
        if conflict is None or (self.choice is not None and self.choice.conflict is conflict):
            return
        self.clear()
        self.choice = ChoiceView(self.ui, conflict, sheet)
        self.choice.changed.connect(self.changed)
        self._stack.addWidget(self.choice)
        self._stack.setCurrentWidget(self.choice)

    def choice_foot(self, later: Callable[[], None]) -> Foot:
        """Choosing is one act; before it one may go on with the questions."""
        tr, view = self.ui.tr, self.choice
        assert view is not None, "there is a choice while it is shown"
        asleep = self._asleep
        if not asleep and view.open:
            asleep = tr(say_n("Vælg ved {n} spørgsmål mere.", "Vælg ved {n} spørgsmål mere.", view.open))
        keep = Act(tr(say("Gem valget")), partial(self._choose, view), "check", asleep=asleep)
        return Foot(keep, (Act(tr(say("Vælg senere")), later),))

    def with_waiting(self, foot: Foot) -> Foot:
        """The foot of the names, with how many have two answers that somebody must choose between."""
        count = len({each.participant for each in self._returned.waiting.open})
        if not count:
            return foot
        told = say_n(
            "{n} person skal vælge mellem to svar.", "{n} personer skal vælge mellem to svar.", count
        )
        return replace(foot, hint=f"{self.ui.tr(told)} {foot.hint}".strip())

    def with_choice(self, foot: Foot, sheet: Sheet, go: Callable[[], None]) -> Foot:
        """The foot of a person's answers, with the way to the choice that waits for them."""
        if not self.waits_for(sheet.participant.id):
            return foot
        act = Act(self.ui.tr(say("Vælg mellem to svar…")), go, "merge")
        return replace(foot, secondary=(*foot.secondary, act))

    def _choose(self, view: ChoiceView) -> None:
        self._settle(view.conflict, view.taken)

    def clear(self) -> None:
        """The turn is over, or the choice is made: nothing of either answer is left."""
        view, self.choice = self.choice, None
        if view is not None:
            self._stack.removeWidget(view)
            view.setParent(None)  # now: what Qt deletes later could still be found in the page
            view.deleteLater()


def _found(file: EvaluationFile, paths: Sequence[Path]) -> tuple[str, Sequence[Path]]:
    """The evaluation that is answered, and every file in what was dropped."""
    return file.ask(evaluations.current).id, files_in(paths)


def _standing_now(work: Transaction, incoming: Sequence[Incoming]) -> Standing:
    return standing(work, evaluations.current(work).id, incoming)


def _keep(work: Work, shown: Comparison, taken: frozenset[str]) -> Change[int]:
    return keep_chosen(work, evaluations.current(work).id, shown, taken)
