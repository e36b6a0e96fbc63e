"""Step 6, Rapport og aflevering: the report, what leaves the machine, and the package saved and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.bundle.handing_in import HandingIn, handing_in
from kvik_desktop.bundle.own_keys import OwnKeys
from kvik_desktop.bundle.screens.crumbs import Crumbs
from kvik_desktop.bundle.screens.package_view import PackageView
from kvik_desktop.bundle.screens.review_view import ReviewView
from kvik_desktop.bundle.screens.saved_view import JustSaved, SavedView
from kvik_desktop.bundle.screens.saving import Saving
from kvik_desktop.bundle.screens.sender_view import SenderView
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.report_view import ReportView
from kvik_desktop.report.usecases import Readiness, readiness
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot, Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState

V = TypeVar("V", ReviewView, SenderView, PackageView, SavedView)

REPORT, REVIEW, SENDER, WHOLE, SAVED = "rapport", "gennemse", "afsender", "pakken", "gem"
"""The places of the page."""

CRUMBS: tuple[tuple[str, Text], ...] = (
    (REPORT, say("Rapport")),
    (REVIEW, say("Gennemse")),
    (SAVED, say("Gem")),
)


@dataclass(frozen=True, slots=True)
class Missing:
    """What must be there first; all of it is done at step 3."""

    icon: str
    title: Text
    text: Text


TO_MEETING = say("Gå til Konsensus")
OPEN_FIRST = Missing(
    "document",
    say("Rapporten kommer, når svarene er åbnet"),
    say("Indtil da er svarene skjult for alle."),
)
ACCEPT_FIRST = Missing(
    "shield-check",
    say("Resultatet er ikke godkendt endnu"),
    say("Først når lederen har godkendt det, kan I aflevere. Rapporten kan I se imens."),
)


class DeliveryPage(Page):
    """Three places, one after the other; one that must wait says for what and leads there."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.CONSENSUS, Kind.AREAS, Kind.PLAN,
                       Kind.DELIVERY, Kind.TRUST})  # fmt: skip
    help = say(
        "Her laver I rapporten og afleverer resultatet. Rapporten kan gemmes som PDF, Word, Excel eller "
        "webside og bliver hos jer, til I selv giver den videre. Under Gennemse ser I alt, hvad der forlader "
        "maskinen, og tager stilling til tekster, der ligner CPR-numre eller nævner navne. Til sidst bliver "
        "pakken underskrevet, gemt, læst tilbage og kontrolleret, som modtageren gør det."
    )
    keys = (
        Shortcut("↑ ↓", say("Forrige og næste tekst at se på")),
        Shortcut("1 2 3", say("Giv teksten det første, andet eller tredje svar")),
        Shortcut("PgUp PgDn", say("Forrige og næste side i rapporten")),
    )

    def __init__(self, ui: Ui, desk: Desk[Any], keys: OwnKeys | None = None) -> None:
        super().__init__(ui, desk)
        self._keys = keys or OwnKeys.of_user()
        self._found: HandingIn | None = None
        self._ready: Readiness | None = None
        self._just: JustSaved | None = None
        self._place = ""
        self._is_arriving = False
        """Whether the place that is on its way is to have focus when it comes."""
        tr = ui.tr
        self.crumbs = Crumbs(ui, [(key, tr(name)) for key, name in CRUMBS])
        self.crumbs.chosen.connect(self.go_on)
        self.set_top(self.crumbs)
        self.empty: EmptyState | None = None
        self._missing: Missing | None = None
        self.saving = Saving(self, ui, self.desk, self._keys)
        self.saving.saved.connect(self._show_saved)
        self.saving.failed.connect(self._show_failed)
        self._stack = QStackedWidget()
        self.set_panes(self._stack)

    # The views, each made when it is first wanted

    @cached_property
    def report(self) -> ReportView:
        """The report."""
        view = ReportView(self.ui, self.desk)
        view.wanted.connect(self.desk.go)
        self._stack.addWidget(view)
        return view

    @cached_property
    def review(self) -> ReviewView:
        """What leaves the machine."""
        view = ReviewView(self.ui, self.desk)
        view.wanted.connect(self._save_or_go)
        return self._added(view)

    @cached_property
    def parties(self) -> SenderView:
        """Who hands in, and to whom."""
        view = SenderView(self.ui, self.desk, self._keys)
        view.wanted.connect(self._save_or_go)
        view.enrolling.connect(self._enrol)
        return self._added(view)

    @cached_property
    def whole(self) -> PackageView:
        """The whole package."""
        view = PackageView(self.ui)
        view.wanted.connect(self.go_on)
        return self._added(view)

    @cached_property
    def saved(self) -> SavedView:
        """The newest edition."""
        view = SavedView(self.ui)
        view.wanted.connect(self._from_saved)
        return self._added(view)

    def _added(self, view: V) -> V:
        view.foot_changed.connect(self._show_foot)
        self._stack.addWidget(view)
        return view

    # What is shown

    @property
    def found(self) -> HandingIn | None:
        """How far the handing in is; None until it is asked for."""
        return self._found

    def refresh(self) -> None:
        """Ask how far the report and the handing in are."""
        self.desk.ask(readiness).then(self._take_readiness)

    def _take_readiness(self, ready: Readiness) -> None:
        self._ready = ready
        if not ready.is_revealed:
            self._show_empty(OPEN_FIRST)
            return
        self.desk.run(partial(handing_in, keys=self._keys)).then(self._take)

    def _take(self, found: HandingIn) -> None:
        self._found = found
        self._show(self._place or self._beginning(found))
        if self._is_arriving:
            self._is_arriving = False
            self._begin()

    def _beginning(self, found: HandingIn) -> str:
        """Where one comes to: the newest edition where nothing has happened since, else the report."""
        standing = found.standing
        return SAVED if standing.newest is not None and not standing.is_changed else REPORT

    def _show(self, place: str) -> None:
        self._place = place
        found = self._found
        if found is None or self._ready is None:
            return
        self.crumbs.show()
        self.crumbs.set_current(_crumb(place, has_edition=found.standing.newest is not None))
        if place == REPORT:
            self.report.show_readiness(self._ready)
            self._stack.setCurrentWidget(self.report)
        elif place == SAVED and found.standing.newest is not None:
            self.saved.show_handing_in(found, self._just)
            self._stack.setCurrentWidget(self.saved)
        elif found.review is None:
            self._show_empty(ACCEPT_FIRST)
        elif place == WHOLE:
            self.whole.show_review(found.review)
            self._stack.setCurrentWidget(self.whole)
        else:
            view = self.parties if place in (SAVED, SENDER) else self.review
            view.show_handing_in(found)
            self._stack.setCurrentWidget(view)
        self._show_foot()

    def _show_empty(self, missing: Missing) -> None:
        """Say what is missing, and lead there; asked again it is not built again."""
        if self._missing is not missing:
            tr, old = self.ui.tr, self.empty
            self._missing = missing
            self.empty = EmptyState(
                self.ui, missing.icon, tr(missing.title), tr(missing.text), tr(TO_MEETING)
            )
            self.empty.acted.connect(lambda: self.desk.go("3"))
            self._stack.addWidget(self.empty)
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        if self.empty is not None:
            self._stack.setCurrentWidget(self.empty)
        self.crumbs.setVisible(self._found is not None)
        self._show_foot()

    def _show_foot(self) -> None:
        view = self._stack.currentWidget()
        if isinstance(view, ReportView):
            self.set_foot(self._report_foot())
        elif isinstance(view, ReviewView | SenderView | PackageView | SavedView):
            self.set_foot(view.foot)
        else:
            self.set_foot(Foot())

    def _report_foot(self) -> Foot:
        tr = self.ui.tr
        asleep = ""
        if self._found is not None and self._found.review is None:
            asleep = tr(say("Resultatet skal godkendes først"))
        on = Act(
            tr(say("Næste: Hvad der afleveres")),
            partial(self.go_on, REVIEW),
            icon="chevron-right",
            asleep=asleep,
        )
        return Foot(primary=on)

    # Places

    @property
    def place(self) -> str:
        """The place, as a word of its own."""
        return self._place

    def go_to(self, place: str) -> None:
        """Come back to a place."""
        self._place = place if place in (REPORT, REVIEW, SENDER, WHOLE, SAVED) else ""
        if self._found is not None:
            self._show(self._place or self._beginning(self._found))

    def go_on(self, place: str) -> None:
        """Show a place, and begin at its beginning."""
        self.flush()
        self._show(place)
        self.moved.emit()
        self._begin()

    def _begin(self) -> None:
        """Give focus to what one works with first."""
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def first_focus(self) -> QWidget | None:
        """What one works with first in the place that is shown."""
        view = self._stack.currentWidget()
        if isinstance(view, ReportView | ReviewView | SenderView | PackageView | SavedView):
            return view.first_focus()
        return self.empty.button if self.empty is not None else None

    def drop(self, paths: Sequence[Path]) -> bool:
        """An invitation or a list that is dropped is looked at where one chooses the receiver."""
        if self._found is None or self._found.review is None:
            return False
        if not any(path.suffix.lower() == ".kvik" for path in paths):
            return False
        self._show(SENDER)
        return self.parties.drop(paths)

    def flush(self) -> None:
        """Use a text that is being written."""
        view = self._stack.currentWidget()
        if isinstance(view, ReviewView):
            view.flush()

    # What is done

    def _save_or_go(self, place: str) -> None:
        """Where a view leads: the saved package is not there before it is made."""
        if place == SAVED:
            self._save()
        else:
            self.go_on(place)

    def _from_saved(self, place: str) -> None:
        newest = self._found.standing.newest if self._found else None
        if place == "kopi" and newest is not None:
            self.saving.save_copy(newest)
        elif place == "opfoelgning":
            self.desk.go("7")
        else:
            self.go_on(place)

    def _save(self) -> None:
        """Make the package; a key that is not there yet is made by the passphrase chosen beside it."""
        found = self._found
        if found is None:
            return
        self._show_problem(None)
        passphrase = None
        if found.key is None:
            passphrase = self.parties.passphrase()
            if passphrase is None:
                return
        self.saving.save_package(found, passphrase)

    def _enrol(self) -> None:
        if self._found is not None:
            self._show_problem(None)
            self.saving.save_enrolment(self._found)

    def _show_saved(self, just: JustSaved) -> None:
        self._just = just
        self._place = SAVED
        self._is_arriving = True
        self.refresh()
        self.moved.emit()

    def _show_failed(self, problem: Problem) -> None:
        """The page before stays, and says what is safe; a key may have been made all the same."""
        self._show_problem(problem)
        self.refresh()

    def _show_problem(self, problem: Problem | None) -> None:
        view = self._stack.currentWidget()
        if isinstance(view, ReviewView | SenderView):
            view.show_problem(problem)
        elif problem is not None:
            self.desk.tell(problem)


def _crumb(place: str, *, has_edition: bool) -> str:
    """The link of the top line that a place stands under; from there one can go to the others."""
    if place == SENDER:
        return REVIEW if has_edition else SAVED
    return REVIEW if place == WHOLE else place
