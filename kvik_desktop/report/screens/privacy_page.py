"""Privacy: who can see what, the notice, one person's data, and deleting; a page that is no step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.action_plan.deleting import delete_person_for_good, what_goes_with
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.privacy.handing_out import write_extract
from kvik_desktop.evaluation.privacy.model import Standing
from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.report.notice import notice_pages, write_notice
from kvik_desktop.report.screens import privacy_words
from kvik_desktop.report.screens.delete_view import DeleteView
from kvik_desktop.report.screens.notice_view import NoticeView
from kvik_desktop.report.screens.person_view import PersonView
from kvik_desktop.report.screens.printing import PPI, Printing, SystemPrinting, can_print, open_file
from kvik_desktop.report.screens.privacy_overview import PrivacyOverview
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot, Page
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.deleting import delete_for_good

NAME = say("Privatliv")
KEY = "privatliv"
NOTICE, PERSON, DELETE, ANSWERS, EVERYTHING = "oplysning", "person", "slet", "svar", "alt"
"""Places: ``person/<id>``, ``slet/<id>``, ``svar`` or ``svar/<evaluation>``."""
DAY = "slettedag"
"""The way in to the field for the day of deletion; once there, one is at the overview."""
SHARPNESS = 120
READ_ONLY = say("Filen kan kun læses, så der kan ikke ændres i den.")
PDF = say("PDF-filer (*.pdf)")


class PrivacyPage(Page):
    """An overview, and one sheet at a time in its place; what cannot be undone says so before it is done."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.ANSWERS})
    help = privacy_words.HELP

    def __init__(
        self, ui: Ui, desk: Desk[Any], make_printing: Callable[[], Printing] = SystemPrinting
    ) -> None:
        super().__init__(ui, desk)
        self.make_printing = make_printing
        self.found: Standing | None = None
        self._at = ""
        self._wants_day = False
        self.overview = PrivacyOverview(ui, read_only=desk.read_only)
        self.sheet: NoticeView | PersonView | DeleteView | None = None
        self._shown: tuple[str, Standing] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self.overview.wanted.connect(self.show_place)
        self.overview.retained.connect(self._set_retention)
        self.overview.contacted.connect(self._set_contact)
        self.set_panes(self._stack)

    # Where one is

    @property
    def place(self) -> str:
        """What is shown: empty, or a place as ``person/<id>``."""
        return self._at

    @property
    def lasting_place(self) -> str:
        """Another day one begins at the overview."""
        return ""

    def go_to(self, place: str) -> None:
        """Show a place."""
        self._wants_day = place == DAY
        self._at = "" if self._wants_day else place
        self._show()

    def show_place(self, place: str) -> None:
        """Show a place because the user wants to."""
        self.flush()
        before, self._at = self._at, place
        self._show()
        focus = self.sheet or self.overview.row_of(before) or self.overview.notice
        if self.isVisible():
            focus.setFocus()
        self.moved.emit()

    def first_focus(self) -> QWidget | None:
        """The sheet's, or the day one has come to set; the overview is to be read from its beginning."""
        if not self._wants_day or self.found is None:
            return self.sheet
        self._wants_day = False
        return self.overview.come_to_day()

    def flush(self) -> None:
        """Save now what is being typed."""
        self.overview.flush()

    # What the file says

    def refresh(self) -> None:
        """Ask what is so."""
        self.desk.ask(privacy.standing).then(self._take)

    def _take(self, found: Standing) -> None:
        self.found = found
        self.overview.show_standing(found)
        self._show()
        if self._wants_day and self.isVisible() and (day := self.first_focus()) is not None:
            day.setFocus()

    def _show(self) -> None:
        found = self.found
        if found is None or self._shown == (self._at, found):
            return
        focused = self.sheet is not None and self.sheet.isAncestorOf(self.window().focusWidget() or self)
        written = self.sheet.written if isinstance(self.sheet, DeleteView) else ""
        same = self._shown is not None and self._shown[0] == self._at
        self._shown = (self._at, found)
        self._drop_sheet()
        kind, _, about = self._at.partition("/")
        self.sheet = self._made(found, kind, about)
        if self.sheet is None:
            self._at, self._shown = "", ("", found)
            self._stack.setCurrentWidget(self.overview)
        else:
            self._stack.addWidget(self.sheet)
            self._stack.setCurrentWidget(self.sheet)
            if isinstance(self.sheet, NoticeView):
                self._fill(self.sheet)
            if same and isinstance(self.sheet, DeleteView):
                self.sheet.answer.control.setText(written)
            if focused:
                self.sheet.setFocus()
        self._show_foot()

    def _drop_sheet(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            self._stack.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()

    def _made(self, found: Standing, kind: str, about: str) -> NoticeView | PersonView | DeleteView | None:
        """The sheet of a place; None where it has no meaning now."""
        person = found.person(about)
        match kind:
            case "oplysning":
                return NoticeView(self.ui)
            case "person" if person is not None:
                view = PersonView(self.ui, found, person)
                view.taken.connect(partial(self._extract, person))
                view.deleted.connect(partial(self.show_place, f"{DELETE}/{person.id}"))
                return view
            case "slet" if person is not None and found.may_delete_people:
                title = say("Vil du slette {name}?", name=person.name)
                return self._deleting(title, what_goes_with(person, found.evaluation))
            case "svar" if self._title_of(found, about):
                title = say("Vil du slette de enkelte svar i »{title}«?", title=self._title_of(found, about))
                return self._deleting(title, privacy_words.GONE_WITH_ANSWERS)
            case "alt":
                title = say("Vil du slette hele filen for {unit}?", unit=found.unit.name)
                hint = say("Skriv {name}, så det ikke sker ved et uheld.", name=found.unit.name)
                return self._deleting(title, privacy_words.GONE_WITH_FILE, say("Institutionens navn"), hint)
        return None

    @staticmethod
    def _title_of(found: Standing, evaluation: str) -> str:
        """Of the evaluation whose answers may be deleted; empty where they may not."""
        if evaluation in ("", found.evaluation.id):
            return found.evaluation.title if found.is_accepted and found.has_answers else ""
        titles = {each.evaluation: each.title for each in found.overdue if each.may_delete}
        return titles.get(evaluation, "")

    def _deleting(
        self, title: Text, lines: Sequence[Text], asks: Text | None = None, hint: Text | None = None
    ) -> DeleteView:
        tr = self.ui.tr
        told = [tr(line) for line in lines]
        view = DeleteView(
            self.ui, tr(title), told, tr(asks or say("Hvem sletter?")), tr(hint) if hint else ""
        )
        view.edited.connect(self._show_foot)
        return view

    # The foot

    def _show_foot(self) -> None:
        tr = self.ui.tr
        back = Act(tr(say("Tilbage")), partial(self.show_place, ""), "chevron-left")
        match self.sheet:
            case DeleteView() as view:
                act = Act(tr(self._words), self._delete, "trash", asleep=self._why_not(view))
                stay = Act(tr(say("Behold")), partial(self.show_place, self._above), "chevron-left")
                self.set_foot(Foot(act, (stay,), tr(say("Kan ikke fortrydes"))))
            case NoticeView():
                save = Act(tr(say("Gem som PDF…")), self._save_notice, "document")
                self.set_foot(Foot(Act(tr(say("Udskriv…")), self._print, "printer"), (back, save)))
            case PersonView():
                self.set_foot(Foot(None, (back,)))
            case None:
                on = Act(tr(say("Til forberedelsen")), partial(self.desk.go, "1"), "chevron-right")
                self.set_foot(Foot(on))

    @property
    def _above(self) -> str:
        """Where one came from."""
        kind, _, about = self._at.partition("/")
        return f"{PERSON}/{about}" if kind == DELETE else ""

    @property
    def _words(self) -> Text:
        assert self.found is not None
        kind, _, about = self._at.partition("/")
        person = self.found.person(about)
        if kind == DELETE and person is not None:
            return say("Slet {name} for altid", name=person.name)
        return say("Slet alt for altid") if kind == EVERYTHING else say("Slet svarene for altid")

    def _why_not(self, view: DeleteView) -> str:
        tr, found = self.ui.tr, self.found
        assert found is not None
        if self.desk.read_only:
            return tr(READ_ONLY)
        if self._at == EVERYTHING:
            same = view.written.casefold() == found.unit.name.strip().casefold()
            return "" if same else tr(say("Skriv institutionens navn først."))
        return "" if view.written else tr(say("Skriv, hvem der sletter."))

    # What is decided

    @property
    def _id(self) -> str:
        assert self.found is not None, "nothing is decided before it is shown"
        return self.found.evaluation.id

    def _set_retention(self, day: date | None) -> None:
        self.desk.do(settings.set_retention, self._id, day)

    def _set_contact(self, contact: str) -> None:
        def refuse(problem: Problem) -> None:
            self.overview.refuse_contact(f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}")

        self.desk.telling(refuse).do(privacy.set_contact, self._id, contact)

    # The notice

    def _fill(self, view: NoticeView) -> None:
        ratio = max(1.0, QGuiApplication.primaryScreen().devicePixelRatio())

        def show(pages: list[bytes]) -> None:
            if self.sheet is view:
                view.show_pages(pages)

        self._pages(SHARPNESS * ratio, show)

    def _pages(self, ppi: float, then: Callable[[list[bytes]], None]) -> None:
        job = partial(notice_pages, evaluation=self._id, translate=self.ui.tr, ppi=ppi)
        self.desk.run(job).then(then)

    def _save_notice(self) -> None:
        self._save(say("Gem som PDF"), lambda out: self._say(say("{name} er gemt", name=out.name)))

    def _save(self, title: Text, then: Callable[[Path], None]) -> None:
        tr = self.ui.tr
        assert self.found is not None
        words = f"{self.found.unit.name} {tr(say('oplysning til deltagerne'))}"
        path = self.desk.choose.save(tr(title), f"{file_stem(words, 'oplysning')}.pdf", tr(PDF))
        if path is None:
            return
        out = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        job = partial(write_notice, evaluation=self._id, out=out, translate=tr)
        self.desk.run(job).then(lambda _size: then(out))

    def _print(self) -> None:
        if not can_print():
            self._save(say("Gem som PDF, og udskriv derfra"), self._open)
            return
        printing = self.make_printing()
        if printing.ask(self, self.ui.tr(say("Udskriv oplysningen"))):
            self._pages(PPI, printing.put)

    def _open(self, out: Path) -> None:
        if not open_file(out):
            self._say(say("{name} er gemt. Åbn den, og udskriv den.", name=out.name))

    def _say(self, text: Text) -> None:
        self.desk.say(self.ui.tr(text))

    # One person, and deleting

    def _extract(self, person: Participant) -> None:
        assert self.found is not None
        if self.found.is_hidden:
            self.desk.go("2")
            return
        folder = self.desk.choose.folder(self.ui.tr(say("Hvor skal uddraget ligge?")))
        if folder is not None:
            job = partial(
                write_extract,
                evaluation=self._id,
                participant=person.id,
                folder=folder,
                translate=self.ui.tr,
            )
            self.desk.run(job).then(lambda made: self._say(say("Uddraget ligger i {name}", name=made.name)))

    def _delete(self) -> None:
        view, found = self.sheet, self.found
        assert isinstance(view, DeleteView), "the foot is the sheet's"
        assert found is not None
        kind, _, about = self._at.partition("/")
        by = view.written
        if kind == EVERYTHING:
            self.desk.erase()
            return
        self.show_place("")
        if kind == DELETE:
            job = partial(delete_person_for_good, evaluation=self._id, participant=about, by=by)
            kinds = (Kind.PARTICIPANTS, Kind.ANSWERS, Kind.EVALUATION, Kind.PLAN)
            self.desk.run(job, *kinds).then(self._person_deleted)
        else:
            answers = partial(delete_for_good, evaluation=about or self._id, by=by)
            self.desk.run(answers, Kind.ANSWERS, Kind.EVALUATION).then(self._answers_deleted)

    def _person_deleted(self, change: Change[Participant]) -> None:
        self._say(say("{name} er slettet", name=change.value.name))

    def _answers_deleted(self, change: Change[int]) -> None:
        self._say(
            say_n("Svarene fra {n} deltager er slettet", "Svarene fra {n} deltagere er slettet", change.value)
        )
