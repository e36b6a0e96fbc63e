"""A new self-assessment: the few things one must know, on one page, and then one is under way."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QLineEdit, QWidget

from kvik_desktop.desktop.advice_card import AdviceCard
from kvik_desktop.desktop.new_draft import Draft
from kvik_desktop.desktop.new_file import create, models, with_ending
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.evaluation.municipalities import municipalities
from kvik_desktop.evaluation.preparing.model import Circumstances
from kvik_desktop.evaluation.screens.circumstances_fields import CircumstancesFields
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.screens.sector_words import SECTORS
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.place_field import PlaceField
from kvik_desktop.shell.widgets.radios import Radios
from kvik_desktop.shell.widgets.search_choice import SearchChoice
from kvik_desktop.shell.window import Window

EVALUATIONS = say("Selvevalueringer (*.kvikdb)")
LONGEST_NAME = 200


class NewPage(SubPage):
    """Every answer changes the draft, and the page shows what follows from it."""

    help = say(
        "Skriv, hvad I hedder, og vælg, hvad I er: så kan I begynde. Resten har et forslag, som du kan ændre "
        "nu eller i første trin. Filen bliver lavet, når du trykker på knappen, og den overskriver aldrig en "
        "anden."
    )

    def __init__(self, ui: Ui, window: Window, draft: Draft) -> None:
        tr = ui.tr
        text = say("Det tager et minut, og alt kan rettes bagefter.")
        super().__init__(ui, tr(say("Ny selvevaluering")), tr(text))
        self._window = window
        self._year = local_day(window.clock.now()).year
        self._is_making = False
        self.name = Field(ui, tr(say("Hvad hedder jeres institution?")), QLineEdit(draft.name))
        self.name.control.setMaxLength(LONGEST_NAME)
        sectors = [(key, tr(text)) for key, text in SECTORS.items()]
        self.sector = Radios(ui, tr(say("Hvad er I?")), sectors, draft.sector, columns=2)
        self.circumstances = CircumstancesFields(ui, draft.circumstances)
        self.advice = AdviceCard(ui, models(tr.resources))
        self.municipality = Field(ui, tr(say("Kommune (kan vente)")), self._municipality(draft))
        self.place = PlaceField(ui)
        self._lay_out()
        self._listen()
        self._change(draft)

    def _municipality(self, draft: Draft) -> SearchChoice:
        known = municipalities(self.ui.tr.resources).items()
        names = sorted(known, key=lambda pair: danish_order(pair[1]))
        placeholder = self.ui.tr(say("Skriv de første bogstaver"))
        return SearchChoice(self.ui, names, draft.municipality, placeholder=placeholder)

    def _lay_out(self) -> None:
        self.body.setSpacing(self.ui.theme.px(16))
        self.body.addWidget(self.name)
        self.body.addWidget(self.sector)
        self.body.addWidget(self.circumstances)
        for part in (self.advice, self.municipality, self.place):
            self.body.addWidget(part)

    def _listen(self) -> None:
        self.name.control.textEdited.connect(lambda text: self._change(replace(self.draft, name=text)))
        self.sector.chosen.connect(lambda key: self._change(replace(self.draft, sector=key)))
        self.circumstances.changed.connect(self._change_circumstances)
        self.advice.chosen.connect(lambda own: self._change(replace(self.draft, own=own)))
        self.municipality.control.chosen.connect(
            lambda key: self._change(replace(self.draft, municipality=key))
        )
        self.place.asked.connect(self._choose_place)

    @property
    def draft(self) -> Draft:
        """What has been filled in."""
        return cast("Draft", self.given)

    def first_focus(self) -> QWidget:
        """The name."""
        return self.name.control

    def _change(self, draft: Draft) -> None:
        self.given = draft
        self.name.set_error("")
        self.advice.show_draft(draft)
        self.place.show_path(draft.place(self._folder, self._year, self.ui.tr).path)
        self._show_foot()

    def _change_circumstances(self, said: Circumstances) -> None:
        self._change(replace(self.draft, people=said.people, time=said.time, first_time=not said.experienced))

    @property
    def _folder(self) -> Path:
        return Places.of_user().evaluations

    def _show_foot(self) -> None:
        tr, lacking = self.ui.tr, self.draft.lacking
        making = say("Filen bliver lavet …") if self._is_making else lacking
        asleep = tr(making) if making is not None else ""
        self.set_foot(Act(tr(say("Opret og gå i gang")), self._make, asleep=asleep))

    def _choose_place(self) -> None:
        tr = self.ui.tr
        proposed = self.draft.place(self._folder, self._year, tr).path
        found = self._window.choose.save(tr(say("Hvor skal filen ligge?")), str(proposed), tr(EVALUATIONS))
        if found is not None:
            self._change(replace(self.draft, path=with_ending(found)))

    def _make(self) -> None:
        self._is_making = True
        self._show_foot()
        order = self.draft.order(self._folder, self._year, self.ui.tr)
        job = partial(create, order, self._window.clock, self.ui.tr.resources)
        self._window.tasks.run(job, self._window.open, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            self._window.crashed(error)
        elif self._stands():
            self._is_making = False
            self._show_foot()
            self._tell(error)

    def _stands(self) -> bool:
        start = self._window.start
        return start is not None and start.sub is self

    def _tell(self, problem: Problem) -> None:
        """Beside the field it is about, where it is about one."""
        tr = self.ui.tr
        if problem.code in ("E_FILE_EXISTS", "E_FILE_WRITE"):
            self.place.set_error(f"{tr(problem.message)} {tr(problem.action)}")
            self.place.button.setFocus()
            self.area.ensureWidgetVisible(self.place)
        else:
            self.notes.show_problem(problem)


def make(ui: Ui, window: Window, given: object) -> NewPage:
    """The page; ``given`` is what has been filled in before."""
    return NewPage(ui, window, given if isinstance(given, Draft) else Draft())
