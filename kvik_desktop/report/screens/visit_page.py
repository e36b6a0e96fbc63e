"""A visit from outside: questions to verify, marks and own observations; a page that is no step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.printing import PPI, Printing, SystemPrinting, can_print, open_file
from kvik_desktop.report.screens.visit_about import VisitAbout
from kvik_desktop.report.screens.visit_criterion import VisitCriterion
from kvik_desktop.report.visit_sheet import visit_sheet_pages, write_visit_sheet
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.keys import bind_seen
from kvik_desktop.shell.page import Act, Foot, Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.usecases import VisitStanding

NAME = say("Besøg udefra")
KEY = "besoeg"
ABOUT = ""
"""The place that is about the visit as a whole; the others are criteria."""
PDF = say("PDF-filer (*.pdf)")
FIND = Shortcut("Ctrl+F", say("Søg i spørgsmål og iagttagelser"))
READ_ONLY = say("Filen kan kun læses, så der kan ikke ændres i den.")


class VisitPage(Page):
    """Nothing is seen of it but one sentence until somebody begins a visit."""

    kinds = frozenset({Kind.VISIT, Kind.EVALUATION, Kind.CONSENSUS})
    keys = (FIND,)
    help = say(
        "Her efterprøver en proceskonsulent eller en anden udefra det godkendte resultat. Skriv højst tre "
        "spørgsmål til hvert kriterium: hvad vil du se, og hvor? Sæt mærke ved hvert, når du har set "
        "efter, og skriv dine egne iagttagelser. Når besøget er afsluttet, står der i rapporten og "
        "pakken, at resultatet er valideret ved besøg. Gruppens tal og tekster ændres aldrig herfra."
    )

    def __init__(
        self, ui: Ui, desk: Desk[Any], make_printing: Callable[[], Printing] = SystemPrinting
    ) -> None:
        super().__init__(ui, desk)
        tr = ui.tr
        self.make_printing = make_printing
        self.found: VisitStanding | None = None
        self._at = ABOUT
        self._has_begun = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr(say("Søg")))
        self.search.setAccessibleName(tr(FIND.text))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show_list())
        nothing = say("De ord står hverken i spørgsmål eller iagttagelser.")
        self.list = ChoiceList(ui, say("Besøget"), empty=nothing)
        self.list.chosen.connect(self.show_place)
        self.about = VisitAbout(ui)
        self.about.amended.connect(self._amend)
        self.about.removed.connect(self._remove)
        self.criterion: VisitCriterion | None = None
        self.empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.about)
        self.set_panes(self._stack, index=self._index())
        self._around = Scroll()
        self._around.setWidgetResizable(True)
        self._around.setFrameShape(QFrame.Shape.NoFrame)
        self._around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = self.layout()
        assert outside is not None
        outside.addWidget(self._around)
        bind_seen(self, {FIND.keys: self.search.setFocus})

    def _index(self) -> QWidget:
        px = self.ui.theme.px
        index = QWidget()
        column = QVBoxLayout(index)
        column.setContentsMargins(px(8), px(16), px(8), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return index

    # Where one is

    @property
    def place(self) -> str:
        """A criterion's id, or empty for the visit as a whole."""
        return self._at

    def go_to(self, place: str) -> None:
        """Show a place."""
        self._at = place
        self._show()

    def show_place(self, place: str) -> None:
        """Show a place because the user wants to."""
        self.flush()
        self._at = place
        self._show()
        self.moved.emit()

    def first_focus(self) -> QWidget | None:
        """The button where there is nothing else; else the list."""
        return self.empty.button if self.empty is not None else self.list

    def flush(self) -> None:
        """Save now what is being typed."""
        self.about.flush()
        if self.criterion is not None:
            self.criterion.flush()

    # What the file says

    def refresh(self) -> None:
        """Ask what is so."""
        self.desk.ask(_standing).then(self._take)

    def _take(self, found: VisitStanding) -> None:
        self.found = found
        self._show()

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        has_visit = found.visit is not None
        assert self.panes is not None
        self.panes.setVisible(has_visit)
        self._show_empty(found)
        if has_visit:
            self.about.show_standing(found, read_only=self.desk.read_only)
            self._show_list()
            self._show_criterion(found)
        self._show_foot()
        if has_visit and self._has_begun:  # the button that began it is gone
            self._has_begun = False
            self.about.day.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self, found: VisitStanding) -> None:
        if self.empty is not None:
            self._around.takeWidget()
            self.empty.deleteLater()
            self.empty = None
        self._around.setVisible(found.visit is None)
        if found.visit is not None:
            return
        tr = self.ui.tr
        text, action, act = _WHAT, say("Begynd et besøg"), self._begin
        if not found.is_accepted:
            text, action, act = _TOO_EARLY, say("Gå til Konsensus"), partial(self.desk.go, "3")
        may = not (found.is_accepted and self.desk.read_only)
        self.empty = EmptyState(
            self.ui, "eye", tr(say("Der er ikke begyndt et besøg")), tr(text), tr(action) if may else ""
        )
        self.empty.acted.connect(act)
        self._around.setWidget(self.empty)

    def _show_list(self) -> None:
        found, tr = self.found, self.ui.tr
        if found is None or found.visit is None:
            return
        matching = visits.found(found, self.search.text())
        about = ChoiceItem(ABOUT, tr(say("Om besøget")), mark=_mark_of(found))
        rows = [about] if not self.search.text().strip() else []
        for criterion in found.package.criteria:
            asked = found.questions_in(criterion.id)
            marked = sum(1 for each in asked if each.seen)
            told = f"{marked}/{len(asked)}" if asked else ""
            mark = "not-begun" if not asked else "done" if marked == len(asked) else "in-progress"
            if criterion.id in matching:
                name = criterion.name.in_language(tr.language)
                rows.append(ChoiceItem(criterion.id, name, criterion.id, mark=mark, trailing=told))
        self.list.set_items(rows)
        self.list.set_chosen(self._at)

    def _show_criterion(self, found: VisitStanding) -> None:
        asked = next((each for each in found.package.criteria if each.id == self._at), None)
        if self.criterion is not None and (asked is None or self.criterion.criterion.id != asked.id):
            self._stack.removeWidget(self.criterion)
            self.criterion.hide()
            self.criterion.deleteLater()
            self.criterion = None
        if asked is None:
            self._at = ABOUT
            self._stack.setCurrentWidget(self.about)
            return
        if self.criterion is None:
            self.criterion = VisitCriterion(self.ui, self.desk, found, asked)
            self._stack.addWidget(self.criterion)
        else:
            self.criterion.show_standing(found)
        self._stack.setCurrentWidget(self.criterion)

    # The foot

    def _show_foot(self) -> None:
        tr, found = self.ui.tr, self.found
        assert found is not None
        if found.visit is None:
            self.set_foot(Foot())
            return
        paper = Act(tr(say("Udskriv…")), self._print, "printer")
        if found.visit.finished is None:
            asleep = tr(self._why_not(found))
            self.set_foot(
                Foot(Act(tr(say("Afslut besøget")), self._finish, "check", asleep=asleep), (paper,))
            )
        else:
            again = Act(tr(say("Åbn igen")), self._take_up, "refresh", asleep=tr(self._why_not_again(found)))
            on = Act(tr(say("Til rapport og aflevering")), partial(self.desk.go, "6"), "chevron-right")
            self.set_foot(Foot(on, (again, paper)))

    def _why_not(self, found: VisitStanding) -> Text | str:
        if self.desk.read_only:
            return READ_ONLY
        if not found.is_accepted:
            return say("Resultatet er åbnet igen. Godkend det først.")
        if not found.questions:
            return say("Skriv mindst ét spørgsmål først.")
        return say("{n} spørgsmål mangler et mærke.", n=found.missing_marks) if found.missing_marks else ""

    def _why_not_again(self, found: VisitStanding) -> Text | str:
        if self.desk.read_only:
            return READ_ONLY
        return "" if found.is_accepted else say("Resultatet er åbnet igen. Godkend det først.")

    # What is done

    @property
    def _id(self) -> str:
        assert self.found is not None, "nothing is done before it is shown"
        return self.found.evaluation.id

    def _begin(self) -> None:
        self._at = ABOUT
        self._has_begun = True
        self.desk.do(visits.begin, self._id, self.ui.tr(say("proceskonsulent")))

    def _amend(self) -> None:
        day, role, name = self.about.given
        self.desk.do(visits.amend, self._id, day=day, role=role, name=name)

    def _remove(self) -> None:
        self.flush()
        said = self.ui.tr(say("Besøget er slettet"))
        self.desk.do(visits.remove, self._id).then(lambda _: self.desk.say(said, undoable=True))

    def _finish(self) -> None:
        self.flush()
        said = self.ui.tr(say("Resultatet er valideret ved besøg"))
        self._at = ABOUT
        self.desk.do(visits.finish, self._id).then(lambda _: self.desk.say(said, undoable=True))

    def _take_up(self) -> None:
        self.desk.do(visits.take_up, self._id)

    # Paper

    def _save(self) -> None:
        tr = self.ui.tr
        assert self.found is not None
        words = f"{self.found.unit.name} {tr(say('spørgsmål til besøget'))}"
        path = self.desk.choose.save(
            tr(say("Gem som PDF, og udskriv derfra")), f"{file_stem(words, 'besoeg')}.pdf", tr(PDF)
        )
        if path is None:
            return
        out = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        job = partial(write_visit_sheet, evaluation=self._id, out=out, translate=tr)
        self.desk.run(job).then(lambda _size: self._open(out))

    def _print(self) -> None:
        self.flush()
        if not can_print():
            self._save()
            return
        printing = self.make_printing()
        if printing.ask(self, self.ui.tr(say("Udskriv spørgsmålene"))):
            job = partial(visit_sheet_pages, evaluation=self._id, translate=self.ui.tr, ppi=PPI)
            self.desk.run(job).then(printing.put)

    def _open(self, out: Path) -> None:
        if not open_file(out):
            self._say(say("{name} er gemt. Åbn den, og udskriv den.", name=out.name))

    def _say(self, text: Text) -> None:
        self.desk.say(self.ui.tr(text))


def _standing(work: Transaction) -> VisitStanding:
    return visits.standing(work, evaluations.current(work).id)


def _mark_of(found: VisitStanding) -> str:
    if found.validation is not None:
        return "approved"
    return "problem" if found.is_outdated else "overview"


_WHAT = say(
    "En proceskonsulent eller en anden udefra kan efterprøve det godkendte resultat med højst tre "
    "spørgsmål til hvert kriterium. Bagefter kan alle se, at resultatet er valideret ved besøg."
)
_TOO_EARLY = say("Et besøg efterprøver et godkendt resultat. Det kan begynde, når lederen har godkendt det.")
