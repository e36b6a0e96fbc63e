"""The register: everybody the coordinator knows by their keys, those who ask to be, and the own list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kvik_desktop.bundle.screens.review_words import READ_ONLY
from kvik_desktop.central.model import ImportReport
from kvik_desktop.central.register import usecases as registers
from kvik_desktop.central.register.inviting import Invitable
from kvik_desktop.central.screens import register_jobs, register_rows
from kvik_desktop.central.screens.filter_top import FilterTop
from kvik_desktop.central.screens.office import Office
from kvik_desktop.central.screens.office_page import PACKAGES, OfficePage
from kvik_desktop.central.screens.own_list_acts import OwnListActs
from kvik_desktop.central.screens.register_acts import RegisterActs
from kvik_desktop.central.screens.register_forms import FORMS, HOW_TO, RegisterForms, Where
from kvik_desktop.central.screens.register_list import RegisterList
from kvik_desktop.central.screens.register_panel import RegisterPanel
from kvik_desktop.central.screens.register_rows import Seen
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.spreadsheets import copied
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.keys import bind_seen
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui

INVITING = Shortcut("Ctrl+N", say("Inviter til en kampagne"))
FETCH = Shortcut("Ctrl+I", say("Hent tilmeldinger"))
FIND = Shortcut("Ctrl+F", say("Find en institution"))
TABLES = say("Tabel til regneark (*.csv)")

PANEL = 336
"""The panel at the right, at 100 %."""
LEAST = 600


ABOUT_ONE = say("Om institutionen")
"""What stands beside the list."""


class RegisterPage(OfficePage):
    """What waits for the coordinator comes first; the acts on one institution stand beside it."""

    kinds = frozenset({Kind.CENTRAL, Kind.TRUST})
    help = say(
        "Her står de institutioner, du kender, og deres nøgler. Den, der venter på dig, står øverst. Vælg "
        "den, ring til lederen, og sammenlign cifrene. Så er nøglen godkendt, og det, institutionen har "
        "sendt, tæller med. Herfra inviterer du også til en kampagne og spærrer en nøgle, der er mistet."
    )
    guidance_name = ABOUT_ONE
    keys = (INVITING, FETCH, FIND, Shortcut("Enter", say("Gå til det, der kan gøres ved institutionen")))

    def __init__(self, ui: Ui, desk: Desk[Any], office: Office) -> None:
        super().__init__(ui, desk, office)
        self._asleep = ui.tr(READ_ONLY) if desk.read_only else ""
        self._seen: Seen | None = None
        self._place: Where = Where.LIST
        self._is_taking = False
        self.filters = FilterTop(ui, register_rows.filters(ui.tr))
        self.set_top(self.filters)
        self.panel = RegisterPanel(ui, asleep=self._asleep)
        self.list = RegisterList(ui, self.filters, self.panel, asleep=self._asleep)
        self.acts = RegisterActs(self, self.panel, self.go_to, self._invited)
        self.forms = RegisterForms(ui, self.desk, office, self.list, self.panel)
        self.own = OwnListActs(self, self.forms, self._show_foot, self._got_list)
        self.set_panes(self.forms, guidance=self.forms.beside, guidance_width=PANEL, least=LEAST)
        self._connect()

    def _connect(self) -> None:
        self.list.notes.stopped.connect(self.office.stop)
        self.list.notes.wants_files.connect(partial(self.desk.go, "inbox", "hentning"))
        self.list.notes.closed.connect(partial(self.list.notes.show_report, None))
        self.list.moved.connect(self.moved)
        self.list.table.opened.connect(self._open)
        self.list.head.own_key.clicked.connect(partial(self.go_to, Where.KEY))
        self.list.head.cuts.clicked.connect(self.acts.write_cuts)
        self.list.head.save.clicked.connect(self.save_list)
        self.panel.wants_asking.connect(self._find_asking)
        self.forms.edited.connect(self._show_foot)
        self.forms.copying.connect(self._copy_digits)
        self.forms.choosing.connect(self._choose_another)
        bind_seen(self, {INVITING.keys: self._go_invite, FETCH.keys: self.fetch, FIND.keys: self._find})

    # What the database says

    def refresh(self) -> None:
        """Ask for the register as it is now, its rows made in the other thread."""
        self.desk.run(partial(register_rows.see, tr=self.ui.tr)).then(self._show)
        if self._place == Where.INVITE:
            self._ask_invitable()
        self.show_running()

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.list.show_seen(seen)
        self._show_view()

    @property
    def _listed(self) -> TrustList | None:
        return self._seen.register.trust_list if self._seen else None

    def _find_asking(self, signer: str) -> None:
        self.desk.ask(registers.asking, signer).then(partial(self.panel.show_asking, signer))

    def _ask_invitable(self) -> None:
        job = partial(register_jobs.invitable, resources=self.ui.tr.resources)
        self.desk.run(job).then(self._show_invitable)

    def _show_invitable(self, among: Invitable | None) -> None:
        if among is not None:
            self.forms.invite.show_invitable(among)

    # Enrolments are taken in as everything else

    def fetch(self) -> None:
        """Take in enrolments that the user points at."""
        tr = self.ui.tr
        self.take(self.desk.choose.files(tr(say("Hent tilmeldinger")), tr(PACKAGES)))

    def take(self, paths: Sequence[Path], models: Sequence[Path] = ()) -> None:
        """See :class:`OfficePage`; what comes of it is told here too."""
        self._is_taking = self._is_taking or (bool(paths) and self.office.running is None)
        super().take(paths, models)

    def drop(self, paths: Sequence[Path]) -> bool:
        """Enrolments, other packages and folders are taken in."""
        packages = [path for path in paths if path.suffix.lower() == ".kvik" or path.is_dir()]
        self.take(packages)
        return bool(packages)

    def show_running(self) -> None:
        """The import has begun, come further or ended."""
        self.list.notes.show_running(self.office.running)
        self._show_foot()

    def show_report(self, report: ImportReport) -> None:
        """What the import came to, if it was begun here; one that asks to be known is chosen."""
        if self._is_taking:
            self._is_taking = False
            self.list.notes.show_report(report)
            new = {each.institution_name for each in report.files if each.code is Code.E_UNKNOWN_KEY}
            self.list.want_new(new)

    # The list

    def _open(self, _key: object) -> None:
        assert self.panes is not None
        self.panes.want_guidance(wanted=True)
        self.panel.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def save_list(self) -> None:
        """Keep the list as a table for a spreadsheet."""
        tr = self.ui.tr
        out = self.desk.choose.save(tr(say("Gem listen")), tr(say("Institutioner")) + ".csv", tr(TABLES))
        if out is not None and self._seen is not None:
            job = partial(register_jobs.save_table, seen=self._seen, tr=tr, out=out)
            saved = tr(say("Listen er gemt: {name}", name=out.name))
            self.desk.run(job).then(lambda _: self.desk.say(saved))

    def _copy(self) -> None:
        if self._seen is not None:
            self._put(copied(*register_rows.table(self._seen, self.ui.tr)), say("Listen er kopieret"))

    def _copy_digits(self) -> None:
        if self._listed is not None:
            self._put(" ".join(self._listed.signing_key.digits), say("Cifrene er kopieret"))

    def _put(self, text: str, told: Text) -> None:
        QGuiApplication.clipboard().setText(text)
        self.desk.say(self.ui.tr(told))

    def _got_list(self, is_new: bool) -> None:
        self.go_to(Where.KEY if is_new else Where.LIST)
        if is_new:
            self.forms.own_key.show_done(
                say("Listen og nøglerne er lavet"),
                say(
                    "Læg genopretningsnøglen i et pengeskab. Skriv begge adgangssætninger ned, og gem dem "
                    "hver for sig: ingen kan finde dem igen for dig."
                ),
            )

    def _choose_another(self) -> None:
        self.own.choose(self.forms.own_key.show_problem)

    def _invited(self, name: str) -> None:
        self.go_to(Where.KEY)
        self.forms.own_key.show_done(
            say("Invitationen er gemt: {name}", name=name),
            say("Send den til institutionen, og send cifrene her i et brev for sig."),
        )

    # Places and keys

    @property
    def place(self) -> str:
        """A form, or the institution that is chosen."""
        return self._place or self.list.key

    def go_to(self, place: str) -> None:
        """Show a form, or the list with an institution."""
        self._place = Where(place) if place in FORMS else Where.LIST
        if place and not self._place:
            self.list.want(place)
        if self._place == Where.INVITE:
            self._ask_invitable()
        if self.where == Where.KEY:
            self.forms.own_key.show_problem(None)
        self._show_view()
        self._focus_view()
        self.moved.emit()

    def _go_invite(self) -> None:
        if self._listed is not None and not self._asleep:
            self.go_to(Where.INVITE)

    @property
    def where(self) -> Where:
        """What is seen: without a list there is only the way to one."""
        if self._seen is not None and self._listed is None:
            return Where.BEGIN if self._place == Where.BEGIN else Where.START
        return Where.LIST if self._place == Where.BEGIN else self._place

    def _show_view(self) -> None:
        where = self.where
        self.forms.show_where(where)
        if where == Where.KEY and self._seen is not None:
            self.forms.own_key.show_own(self._seen)
        self._name_guidance(ABOUT_ONE if where == Where.LIST else HOW_TO)
        self.filters.setVisible(where == Where.LIST)
        self._show_foot()

    def _name_guidance(self, name: Text) -> None:
        """The button that shows it says what it is."""
        if name != self.guidance_name and self.panes is not None:
            self.guidance_name = name
            self.panes.folded.emit()

    def _focus_view(self) -> None:
        target = self.first_focus()
        if self.isVisible() and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        if self.where == Where.LIST:
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filters.search.selectAll()

    def first_focus(self) -> QWidget | None:
        """The list, or the first thing of a form."""
        if self.where == Where.LIST and not self.list.is_empty:
            return self.list.table
        return self.forms.first_focus(self.where)

    def flush(self) -> None:
        """See :class:`Page`."""
        self.forms.keep_drafts()

    # The foot

    def _show_foot(self) -> None:
        feet = {Where.LIST: self._list_foot, Where.START: self._start_foot, Where.BEGIN: self._begin_foot}
        feet |= {Where.INVITE: self._invite_foot, Where.KEY: self._key_foot}
        self.set_foot(feet[self.where]())

    def _list_foot(self) -> Foot:
        tr = self.ui.tr
        busy = tr(say("Vent, til de andre filer er hentet.")) if self.office.running else ""
        busy = self._asleep or busy
        invite = Act(tr(say("Inviter…")), self._go_invite, "plus", INVITING.keys, asleep=self._asleep)
        fetch = Act(tr(say("Hent tilmeldinger…")), self.fetch, "download", FETCH.keys, asleep=busy)
        copy = Act(tr(say("Kopiér listen")), self._copy, "copy")
        has_list = self._seen is not None and bool(self._seen.register.institutions)
        others = (fetch, copy) if has_list else (fetch,)
        return Foot(invite, others)

    def _start_foot(self) -> Foot:
        tr, to_begin = self.ui.tr, partial(self.go_to, Where.BEGIN)
        make = Act(tr(say("Lav tillidslisten")), to_begin, "chevron-right", asleep=self._asleep)
        choose = partial(self.own.choose, self.desk.tell)
        use = Act(tr(say("Brug en, jeg har…")), choose, "folder", asleep=self._asleep)
        waiting = self._seen.waiting if self._seen else 0
        told = say_n(
            "{n} venter på, at du godkender nøglen", "{n} venter på, at du godkender deres nøgler", waiting
        )
        return Foot(make, (use,), tr(told) if waiting else "")

    def _begin_foot(self) -> Foot:
        tr, missing = self.ui.tr, self.forms.begin.missing
        making = say("Nøglerne bliver lavet. Det tager et øjeblik.")
        asleep = self._asleep or (tr(making) if self.own.is_making else tr(missing) if missing else "")
        make = Act(tr(say("Lav listen og nøglerne")), self.own.make, "key", asleep=asleep)
        return Foot(make, (Act(tr(say("Lad være")), partial(self.go_to, Where.LIST)),))

    def _invite_foot(self) -> Foot:
        tr = self.ui.tr
        save = Act(
            tr(say("Underskriv, og gem filen…")), self.save_invitation, "download", asleep=self._asleep
        )
        return Foot(save, (Act(tr(say("Til institutionerne")), partial(self.go_to, Where.LIST)),))

    def _key_foot(self) -> Foot:
        to_list = partial(self.go_to, Where.LIST)
        return Foot(Act(self.ui.tr(say("Til institutionerne")), to_list, "chevron-right"))

    def save_invitation(self) -> None:
        """Make what was asked for, and sign it."""
        if self._listed is not None:
            self.acts.save_invitation(self.forms.invite, self._listed)
