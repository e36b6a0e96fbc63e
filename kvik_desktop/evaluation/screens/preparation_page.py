"""Step 1: who the team is, how it evaluates itself, who answers, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.evaluation import settings, team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.roster_table import read_roster
from kvik_desktop.evaluation.model import Milestone, Participant
from kvik_desktop.evaluation.preparing import Preparation, preparation
from kvik_desktop.evaluation.screens import preparation_words
from kvik_desktop.evaluation.screens.days_view import DaysView
from kvik_desktop.evaluation.screens.model_view import ModelView
from kvik_desktop.evaluation.screens.people_view import PeopleView
from kvik_desktop.evaluation.screens.preparation_words import Part
from kvik_desktop.evaluation.screens.unit_view import UnitView
from kvik_desktop.evaluation.settings import UnitFacts
from kvik_desktop.evaluation.states import Event
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot, Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice_list import ChoiceList

TABLES = say("Lister med deltagere (*.csv)")
ON = "chevron-right"

View = UnitView | ModelView | PeopleView | DaysView


class PreparationPage(Page):
    """One question at a time, in any order; nothing but the people is asked for before one can go on."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.ANSWERS})
    help = preparation_words.HELP
    keys = (Shortcut("Alt+↑ ↓", say("Flyt en deltager op eller ned")),)

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._part: Part | None = None
        self._guided: Part | None = None
        self._found: Preparation | None = None
        self.index = ChoiceList(ui, say("Forberedelse"))
        self.index.chosen.connect(lambda key: self.show_part(Part(key)))
        self._packages: Sequence[ModelPackage] = ()
        self._views: list[View] = []
        """Those that have been wanted."""
        self._stack = QStackedWidget()
        self.guidance = GuidancePanel(ui)
        self.set_panes(self._stack, index=self._padded(self.index), guidance=self.guidance)

    def _padded(self, view: QWidget) -> QWidget:
        px, pane = self.ui.theme.px, QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(px(8), px(16), px(8), 0)
        column.addWidget(view)
        pane.setFocusProxy(view)
        return pane

    # The four questions, each made when it is first wanted

    @cached_property
    def unit(self) -> UnitView:
        """Who we are."""
        view = UnitView(self.ui, read_only=self.desk.read_only)
        view.changed.connect(self._change_unit)
        view.titled.connect(self._change_title)
        self._add_view(view)
        return view

    @cached_property
    def model(self) -> ModelView:
        """How we evaluate ourselves."""
        view = ModelView(self.ui, read_only=self.desk.read_only)
        view.chosen.connect(self._change_model)
        view.know(self._packages)
        self._add_view(view)
        return view

    @cached_property
    def people(self) -> PeopleView:
        """Who answers."""
        view = PeopleView(self.ui, read_only=self.desk.read_only)
        view.added.connect(self._add)
        view.corrected.connect(self._correct)
        view.removed.connect(self._remove)
        view.moved.connect(self._move)
        self._add_view(view)
        return view

    @cached_property
    def days(self) -> DaysView:
        """When."""
        view = DaysView(self.ui, read_only=self.desk.read_only)
        view.chosen.connect(self._set_day)
        view.retained.connect(self._set_retention)
        self._add_view(view)
        return view

    def _view_of(self, part: Part) -> View:
        match part:
            case Part.UNIT:
                return self.unit
            case Part.MODEL:
                return self.model
            case Part.PEOPLE:
                return self.people
            case Part.DAYS:
                return self.days

    def _add_view(self, view: View) -> None:
        self._views.append(view)
        self._stack.addWidget(view)
        if self._found is not None:
            view.show_preparation(self._found)

    # Where one is

    @property
    def place(self) -> str:
        """The question, as ``deltagere``."""
        return self._part.value if self._part else ""

    def go_to(self, place: str) -> None:
        """Show a question."""
        if place in list(Part):
            self._part = Part(place)
            if self._found is not None:
                self._show()

    def show_part(self, part: Part) -> None:
        """Show a question, and let one answer it at once."""
        self.flush()
        self._part = part
        self._show()
        self.moved.emit()
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def first_focus(self) -> QWidget | None:
        """Where one writes."""
        match self._part:
            case Part.PEOPLE:
                return self.people.first_focus()
            case Part.UNIT:
                return self.unit.name
            case _:
                return self.index

    # What the file says

    def refresh(self) -> None:
        """Ask what is decided."""
        if self._found is None:
            resources = self.ui.tr.resources
            self.desk.run(lambda _file: shipped(resources)).then(self._know)
        self.desk.ask(preparation).then(self._take)

    def _know(self, packages: Sequence[ModelPackage]) -> None:
        self._packages = packages
        for view in self._views:
            if isinstance(view, ModelView):
                view.know(packages)

    def _take(self, found: Preparation) -> None:
        is_first = self._found is None
        self._found = found
        if self._part is None:
            self._part = preparation_words.first_missing(found)
        self._show()
        focus = self.first_focus()
        if is_first and self.isVisible() and focus is not None:
            focus.setFocus()

    def _show(self) -> None:
        found, part = self._found, self._part
        if found is None or part is None:
            return
        for view in self._views:
            view.show_preparation(found)
        self.index.set_items(tuple(preparation_words.items(found, self.ui.tr)))
        if self.index.chosen_key != part.value:
            self.index.set_chosen(part.value)
        if self._stack.currentWidget() is not self._view_of(part) or self._guided is not part:
            self._stack.setCurrentWidget(self._view_of(part))
            self._guided = part
            self.guidance.show_sections(preparation_words.sections(part, self.ui.tr))
        self.set_foot(self._foot_of(found, part))

    def _foot_of(self, found: Preparation, part: Part) -> Foot:
        """On to what is missing, or to the answers."""
        tr = self.ui.tr
        secondary: tuple[Act, ...] = ()
        if part is Part.PEOPLE and found.may(Event.PREPARE):
            asleep = tr(say("Filen kan kun læses.")) if self.desk.read_only else ""
            secondary = (Act(tr(say("Hent fra fil…")), self._choose_file, "download", asleep=asleep),)
        if not found.people and part is not Part.PEOPLE:
            return Foot(
                Act(tr(say("Videre: deltagere")), partial(self.show_part, Part.PEOPLE), ON), secondary
            )
        if found.evaluation.revealed is not None:
            return Foot(Act(tr(say("Videre: konsensus")), partial(self.desk.go, "3"), ON), secondary)
        asleep = "" if found.people else tr(say("Skriv mindst én deltager først."))
        hint = (
            "" if found.has_leader or not found.people else tr(say("I mangler at sætte kryds ved lederen."))
        )
        on = Act(tr(say("Videre: de første svar")), partial(self.desk.go, "2"), ON, asleep=asleep)
        return Foot(on, secondary, hint)

    def flush(self) -> None:
        """Save now what is being typed."""
        for view in self._views:
            if isinstance(view, UnitView | PeopleView):
                view.flush()

    # What the team decides

    @property
    def _id(self) -> str:
        assert self._found is not None, "nothing is decided before it is shown"
        return self._found.evaluation.id

    def _told(self, problem: Problem) -> str:
        return f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}"

    def _change_unit(self, facts: UnitFacts) -> None:
        desk = self.desk.telling(lambda problem: self.unit.refuse_unit(self._told(problem)))
        desk.do(settings.change_unit, self._id, facts)

    def _change_title(self, title: str) -> None:
        desk = self.desk.telling(lambda problem: self.unit.refuse_title(self._told(problem)))
        desk.do(settings.change_title, self._id, title)

    def _change_model(self, package: ModelPackage, method: Method) -> None:
        self.desk.do(settings.change_model, self._id, package, method)

    def _set_day(self, milestone: Milestone, day: date | None) -> None:
        self.desk.do(settings.set_day, self._id, milestone, day)

    def _set_retention(self, day: date | None) -> None:
        self.desk.do(settings.set_retention, self._id, day)

    # People

    def _add(self, people: Sequence[NewParticipant]) -> None:
        """Those who are on the list already stay as they are; a name stays in its field until it is kept."""
        assert self._found is not None
        known = {person.name.casefold() for person in self._found.people}
        fresh = [person for person in people if person.name.casefold() not in known]
        if fresh:
            self.desk.do(evaluations.add_participants, self._id, fresh).then(self._added)
        else:
            said = say("{name} står allerede på listen.", name=people[0].name)
            self.desk.say(self.ui.tr(said))

    def _added(self, people: tuple[Participant, ...]) -> None:
        self.people.new.clear()
        if len(people) > 1:
            said = say_n("{n} deltager er tilføjet", "{n} deltagere er tilføjet", len(people))
            self.desk.say(self.ui.tr(said), undoable=True)

    def _correct(self, person: Participant) -> None:
        row = self.people.rows[person.id]
        desk = self.desk.telling(lambda problem: row.set_wrong(self._told(problem)))
        desk.do(team.correct, self._id, person)

    def _remove(self, person: Participant) -> None:
        said = self.ui.tr(say("{name} er fjernet fra listen", name=person.name))
        gone = self.desk.do(team.remove, self._id, person.id)
        gone.then(lambda _: self.desk.say(said, undoable=True))

    def _move(self, person: str, place: int) -> None:
        self.desk.do(team.move, self._id, person, place)

    def _choose_file(self) -> None:
        tr = self.ui.tr
        path = self.desk.choose.file(tr(say("Hent deltagere fra en fil")), tr(TABLES))
        if path is not None:
            self._take_in(path)

    def drop(self, paths: Sequence[Path]) -> bool:
        """A list of participants."""
        tables = [path for path in paths if path.suffix.lower() == ".csv"]
        if self._part is not Part.PEOPLE or not tables:
            return False
        for path in tables:
            self._take_in(path)
        return True

    def _take_in(self, path: Path) -> None:
        self.desk.run(lambda _file: read_roster(path)).then(self._correct_all)

    def _correct_all(self, people: tuple[NewParticipant, ...]) -> None:
        """A file is the whole truth of those who are in it: roles are corrected, too."""
        self.desk.do(evaluations.add_participants, self._id, people).then(self._added)
