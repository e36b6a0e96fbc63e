"""Step 1: who the team is, how it evaluates itself, who answers, when, and what is on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.evaluation import checklist, settings
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing import usecases as preparing
from kvik_desktop.evaluation.preparing.model import Circumstances
from kvik_desktop.evaluation.preparing.papers import Offer, Paper
from kvik_desktop.evaluation.preparing.path import Part, first_unfinished
from kvik_desktop.evaluation.preparing.preparation import Preparation, preparation
from kvik_desktop.evaluation.preparing.programme import chosen_programme
from kvik_desktop.evaluation.preparing.saving_papers import save_papers
from kvik_desktop.evaluation.preparing.ten_steps import ten_steps_of
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.screens import preparation_words
from kvik_desktop.evaluation.screens.days_view import DaysView
from kvik_desktop.evaluation.screens.model_view import ModelView
from kvik_desktop.evaluation.screens.papers_view import PapersView
from kvik_desktop.evaluation.screens.people_acts import PeopleActs
from kvik_desktop.evaluation.screens.people_view import PeopleView
from kvik_desktop.evaluation.screens.preparation_acts import Doing, foot_of, preview_foot
from kvik_desktop.evaluation.screens.programme_view import ProgrammeView
from kvik_desktop.evaluation.screens.steps_view import StepsView
from kvik_desktop.evaluation.screens.unit_view import UnitView
from kvik_desktop.evaluation.settings import UnitFacts
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.process import Guide, day_programmes, ten_steps
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice_list import ChoiceList

View = UnitView | ModelView | PeopleView | DaysView | ProgrammeView | PapersView | StepsView


PaperPdf = Callable[[Any, Preparation, Paper, Translator], bytes]
"""Sets a paper in type, from the open file; later rooms know how."""


class PreparationPage(Page):
    """One question at a time, in any order; nothing but the people is asked for before one can go on."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.ANSWERS})
    help = preparation_words.HELP
    keys = (Shortcut("Alt+↑ ↓", say("Flyt en deltager op eller ned")),)

    def __init__(self, ui: Ui, desk: Desk[Any], paper_pdf: PaperPdf) -> None:
        super().__init__(ui, desk)
        self._paper_pdf = paper_pdf
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

    # The questions, each made when it is first wanted

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
        view.said.connect(self._change_circumstances)
        view.know(self._packages)
        self._add_view(view)
        return view

    @cached_property
    def people(self) -> PeopleView:
        """Who answers."""
        view = PeopleView(self.ui, read_only=self.desk.read_only)
        self._people_acts = PeopleActs(self.ui, self.desk, view, lambda: self._known, self._show)
        self._add_view(view)
        return view

    @cached_property
    def days(self) -> DaysView:
        """When."""
        view = DaysView(self.ui, read_only=self.desk.read_only)
        view.chosen.connect(self._set_day)
        view.retained.connect(self._set_retention)
        view.proposed.connect(self._propose_days)
        self._add_view(view)
        return view

    @cached_property
    def programme(self) -> ProgrammeView:
        """What happens on the day."""
        view = ProgrammeView(self.ui, read_only=self.desk.read_only)
        view.chosen.connect(self._choose_programme)
        self._add_view(view)
        return view

    @cached_property
    def papers(self) -> PapersView:
        """What to print."""
        view = PapersView(self.ui, read_only=self.desk.read_only)
        view.changed.connect(self._show)
        view.contacted.connect(self._set_contact)
        self._add_view(view)
        return view

    @cached_property
    def steps(self) -> StepsView:
        """How far one is with the ten steps."""
        view = StepsView(self.ui, read_only=self.desk.read_only)
        view.ticked.connect(self._tick)
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
            case Part.PROGRAMME:
                return self.programme
            case Part.PAPERS:
                return self.papers
            case Part.STEPS:
                return self.steps

    def _add_view(self, view: View) -> None:
        self._views.append(view)
        self._stack.addWidget(view)
        if self._found is not None and not isinstance(view, StepsView):
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
            self._part = first_unfinished(found)
        self._show()
        focus = self.first_focus()
        if is_first and self.isVisible() and focus is not None:
            focus.setFocus()

    def _show(self) -> None:
        found, part = self._found, self._part
        if found is None or part is None:
            return
        for view in self._views:
            if not isinstance(view, StepsView):
                view.show_preparation(found)
        self.index.set_items(tuple(preparation_words.items(found, self.ui.tr)))
        if self.index.chosen_key != part.value:
            self.index.set_chosen(part.value)
        if self._stack.currentWidget() is not self._view_of(part) or self._guided is not part:
            self._stack.setCurrentWidget(self._view_of(part))
            self._guided = part
            self.guidance.show_sections(preparation_words.sections(part, self.ui.tr))
        if part is Part.STEPS:
            self.desk.ask(ten_steps_of, self._id, self._guide).then(self.steps.show_steps)
        self._show_foot(found, part)

    def _show_foot(self, found: Preparation, part: Part) -> None:
        tr = self.ui.tr
        if part is Part.PEOPLE and not self.people.preview.isHidden():
            self.set_foot(preview_foot(len(self.people.preview.people), self._doing, tr))
        else:
            self.set_foot(foot_of(found, part, self._doing, tr, self._own_acts(found, part)))

    @cached_property
    def _doing(self) -> Doing:
        return Doing(
            self._go_on,
            self.desk.go,
            self._take_preview,
            self._drop_preview,
        )

    def _own_acts(self, found: Preparation, part: Part) -> tuple[Act, ...]:
        """What the part itself offers in the foot."""
        tr = self.ui.tr
        if part is Part.PEOPLE and found.may(Event.PREPARE):
            asleep = tr(say("Filen kan kun læses.")) if self.desk.read_only else ""
            return (Act(tr(say("Hent fra fil…")), self._people_acts.choose_file, "download", asleep=asleep),)
        if part is Part.PAPERS:
            count = len(self.papers.wanted)
            words = say_n("Gem {n} ark…", "Gem {n} ark…", count)
            asleep = "" if count else tr(say("Sæt kryds ved mindst ét ark."))
            return (self._privacy, Act(tr(words), self._save_papers, "printer", asleep=asleep))
        return (self._privacy,) if part is Part.DAYS else ()

    @property
    def _privacy(self) -> Act:
        """To the page about who can see what, which comes later in the journey and has a name of its own."""
        return Act(self.ui.tr(say("Privatliv…")), lambda: self.desk.go("privatliv"), "lock")

    def _go_on(self, part: Part) -> None:
        """Who goes on from the programme has seen it, and it is the one."""
        found = self._found
        programme = self.programme.programme if self._part is Part.PROGRAMME else None
        is_open = found is not None and not found.intention.programme and not self.desk.read_only
        if programme is not None and is_open:
            self._choose_programme(programme.id, self.programme.shift)
        self.show_part(part)

    def flush(self) -> None:
        """Save now what is being typed."""
        for view in self._views:
            if isinstance(view, UnitView | PeopleView | PapersView):
                view.flush()

    # What the team decides

    @property
    def _known(self) -> Preparation:
        assert self._found is not None, "nothing is decided before it is shown"
        return self._found

    @property
    def _id(self) -> str:
        return self._known.evaluation.id

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

    def _propose_days(self) -> None:
        found = self._known
        programmes = day_programmes(self.ui.tr.resources).programmes
        programme = chosen_programme(found.intention, found.package.id, programmes)
        together = not programme.alone
        self.desk.do(preparing.propose_days, self._id, answers_at_meeting=together).then(self._proposed)

    def _proposed(self, count: int) -> None:
        if count:
            said = say_n("{n} dato er foreslået", "{n} datoer er foreslået", count)
            self.desk.say(self.ui.tr(said), undoable=True)

    def _change_circumstances(self, said: Circumstances) -> None:
        self.desk.do(preparing.change_circumstances, self._id, said)

    def _choose_programme(self, programme: str, shift: int) -> None:
        self.desk.do(preparing.choose_programme, self._id, programme, shift)

    @cached_property
    def _guide(self) -> Guide:
        return ten_steps(self.ui.tr.resources)

    def _tick(self, item: str, done: bool) -> None:
        self.desk.do(checklist.tick, self._id, self._guide, item, done=done)

    # Paper

    def _save_papers(self) -> None:
        found, tr, make = self._known, self.ui.tr, self._paper_pdf
        folder = self.desk.choose.folder(tr(say("Hvor skal arkene ligge?")))
        if folder is None:
            return
        wanted = self.papers.wanted

        def save(file: Any) -> tuple[Path, ...]:
            made = lambda offer: make(file, found, offer.paper, tr)  # noqa: E731  (the file is known here)
            return save_papers(wanted, found.unit.name, folder, tr, made)

        self.desk.run(save).then(lambda _: self._papers_saved(folder, wanted))

    def _set_contact(self, contact: str) -> None:
        desk = self.desk.telling(lambda problem: self.papers.refuse_contact(self._told(problem)))
        desk.do(privacy.set_contact, self._id, contact)

    def _papers_saved(self, folder: Path, papers: Sequence[Offer]) -> None:
        said = say_n("{n} ark er gemt i {folder}", "{n} ark er gemt i {folder}", len(papers), folder=folder)
        noted = self.desk.do(preparing.note_printed, self._id, [each.paper.value for each in papers])
        noted.then(lambda _: self.desk.say(self.ui.tr(said)))

    # People

    def _take_preview(self) -> None:
        self._people_acts.take_preview()

    def _drop_preview(self) -> None:
        self._people_acts.drop_preview()

    def drop(self, paths: Sequence[Path]) -> bool:
        """A list of participants."""
        tables = [path for path in paths if path.suffix.lower() == ".csv"]
        if self._part is not Part.PEOPLE or not tables:
            return False
        self._people_acts.take_in(tables[0])
        return True
