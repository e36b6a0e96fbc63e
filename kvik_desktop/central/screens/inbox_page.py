"""The inbox: who has delivered, everything received with its verdict, and what to do about one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.central.model import ImportReport
from kvik_desktop.central.register import keeping
from kvik_desktop.central.register import usecases as registers
from kvik_desktop.central.screens import import_list, inbox_rows, inbox_words
from kvik_desktop.central.screens.filter_top import FilterTop
from kvik_desktop.central.screens.import_notes import ImportNotes
from kvik_desktop.central.screens.import_view import ImportView
from kvik_desktop.central.screens.inbox_head import InboxHead
from kvik_desktop.central.screens.inbox_rows import Fold, Line, Seen
from kvik_desktop.central.screens.office import Office
from kvik_desktop.central.screens.office_page import BUSY, OfficePage, ToSign
from kvik_desktop.central.screens.verdict_panel import VerdictPanel
from kvik_desktop.envelope.packages import OpenedEnrolment
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.spreadsheets import copied, spreadsheet
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.keys import bind_seen
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CellModel
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.table import Table

FETCH = Shortcut("Ctrl+I", say("Hent pakker"))
FETCH_FOLDER = Shortcut("Ctrl+Shift+I", say("Hent alle pakker i en mappe"))
FIND = Shortcut("Ctrl+F", say("Find en institution"))
TABLES = say("Tabel til regneark (*.csv)")
MODELS = say("Modelpakker og tillæg (*.json)")

TITLES = (say("Afgørelse"), say("Institution"), say("Hvad skete der?"), say("Modtaget"))

PANEL = 336
"""The panel at the right, at 100 %."""
LEAST = 600
LARGE = 150
"""From this size of type the foot has room for its buttons only."""

IMPORT = "hentning"
"""The place where the verdict on each file of the newest import is seen."""


class InboxPage(OfficePage):
    """What waits for the coordinator comes first; the act on one file stands beside it."""

    kinds = frozenset({Kind.CENTRAL, Kind.TRUST})
    help = say(
        "Her ligger alt, hvad institutionerne har sendt. Hent filer eller hele mapper ind, eller træk dem "
        "hertil. Hver fil bliver prøvet for sig, og en dårlig fil stopper aldrig resten. Det, der venter på "
        "dig, står øverst; vælg det, og se til højre, hvad du skal gøre. Intet bliver sendt nogen steder hen."
    )
    guidance_name = say("Om filen")
    keys = (FETCH, FETCH_FOLDER, FIND, Shortcut("Enter", say("Gå til det, der kan gøres ved filen")))

    def __init__(self, ui: Ui, desk: Desk[Any], office: Office) -> None:
        super().__init__(ui, desk, office)
        tr = ui.tr
        self._seen: Seen | None = None
        self._lines: dict[object, Line] = {}
        self._opened: set[str] = set()
        self._place = ""
        self.filters = FilterTop(ui, inbox_rows.filters(tr))
        self.set_top(self.filters)
        self.head = InboxHead(ui)
        self.notes = ImportNotes(ui)
        self.model = CellModel(ui, [tr(title) for title in TITLES])
        self.table = Table(ui, tr(say("Modtagne filer")), edge=24)
        self.table.setModel(self.model)
        self.table.set_columns(152, 0, 0, 124)
        self.empty = self._empty_state()
        self.imported = ImportView(ui)
        self.panel = VerdictPanel(ui)
        self._lay_out()
        self._connect()

    def _empty_state(self) -> EmptyState:
        tr = self.ui.tr
        text = say("Eller hent dem med knappen nederst. Du ser her, hvad der skete med hver fil.")
        return EmptyState(self.ui, "inbox", tr(say("Træk filer eller mapper hertil")), tr(text))

    def _lay_out(self) -> None:
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self.empty)
        inbox = QWidget()
        column = QVBoxLayout(inbox)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notes)
        column.addWidget(Hairline(self.ui))
        column.addWidget(self._list, 1)
        self._views = QStackedWidget()
        self._views.addWidget(_scrolling(inbox))
        self._views.addWidget(self.imported)
        self.set_panes(self._views, guidance=self.panel, guidance_width=PANEL, least=LEAST)

    def _connect(self) -> None:
        self.notes.stopped.connect(self.office.stop)
        self.notes.wants_files.connect(self._see_files)
        self.notes.wants_list.connect(self.save_list)
        self.notes.closed.connect(self._forget_import)
        self.filters.filtered.connect(lambda _key: self._show_rows())
        self.filters.sought.connect(lambda _text: self._show_rows())
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self.imported.chosen.connect(self.panel.show_verdict)
        self.imported.table.opened.connect(self._to_panel)
        self.panel.approving.connect(self._approve)
        self.panel.wants_model.connect(self._choose_models)
        self.panel.wants_register.connect(partial(self.desk.go, "register"))
        self.panel.wants_fold.connect(self._turn_fold)
        self.panel.wants_received.connect(self._show_received)
        bind_seen(
            self,
            {FETCH.keys: self.choose_files, FETCH_FOLDER.keys: self.choose_folder, FIND.keys: self._find},
        )

    # What the database says

    def refresh(self) -> None:
        """Ask for the inbox as it is now, its rows made in the other thread."""
        self.desk.run(partial(inbox_rows.see, tr=self.ui.tr)).then(self._show)
        self.show_running()

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self._lines = {line.row.key: line for line in seen.lines}
        self.head.show_campaigns(seen.inbox.status.campaigns, seen.inbox.now)
        self.filters.show_counts(inbox_rows.filter_counts(seen.inbox))
        self._show_rows()
        if self.office.last is not None and self.notes.note is None:
            self.show_report(self.office.last)
        self._show_view()

    def _show_rows(self) -> None:
        if self._seen is None:
            return
        before, place = self.table.key, self.table.verticalScrollBar().value()
        rows = inbox_rows.rows(
            self._seen, self.filters.key, self.filters.search.text(), self._opened, self.ui.tr
        )
        with QSignalBlocker(self.table):
            self.model.set_rows(rows)
            keys = [row.key for row in rows]
            kept = before if before in keys else keys[0] if keys else None
            if kept is not None:
                self.table.setCurrentIndex(self.model.index(keys.index(kept), 0))
            if kept is before:
                self.table.verticalScrollBar().setValue(place)
        self._list.setCurrentWidget(self.table if self._lines else self.empty)
        self._show_chosen(kept)

    def _show_chosen(self, key: object) -> None:
        if self._seen is None or key is None:
            self.panel.show_nothing()
        elif isinstance(key, Fold):
            self.panel.show_fold(key, key.count, is_open=key.key in self._opened)
        else:
            self.panel.show_received(self._lines[key].received, has_list=self._seen.inbox.has_list)
            signer = self.panel.wants_asking
            if signer and self._seen.inbox.has_list:
                self.desk.ask(registers.asking, signer).then(partial(self.panel.show_asking, signer))

    # Taking in

    def show_running(self) -> None:
        """The import has begun, come further or ended; it is seen over the list."""
        self.notes.show_running(self.office.running)
        if self.office.running is not None and self._place == IMPORT:
            self.go_to("")
        self._show_foot()

    def show_report(self, report: ImportReport) -> None:
        """What the import came to."""
        self.notes.show_report(report)
        self._show_view()

    def _forget_import(self) -> None:
        self.office.last = None
        self.notes.show_report(None)

    def drop(self, paths: Sequence[Path]) -> bool:
        """Packages and folders are taken in; the municipality's own models are handed in."""
        models = [path for path in paths if path.suffix.lower() == ".json"]
        packages = [path for path in paths if path.suffix.lower() == ".kvik" or path.is_dir()]
        self.take(packages, models)
        return bool(packages or models)

    def _choose_models(self) -> None:
        tr = self.ui.tr
        self.take((), self.desk.choose.files(tr(say("Vælg kommunens egne modelpakker")), tr(MODELS)))

    # One file

    def _open(self, key: object) -> None:
        if isinstance(key, Fold):
            self._turn_fold(key)
        else:
            self._to_panel()

    def _to_panel(self, _key: object = None) -> None:
        assert self.panes is not None
        self.panes.want_guidance(wanted=True)
        self.panel.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _turn_fold(self, fold: Fold) -> None:
        self._opened ^= {fold.key}
        self._show_rows()

    def _approve(self, asking: OpenedEnrolment) -> None:
        name = asking.institution.name
        told = ToSign(
            say("{name} bliver skrevet på tillidslisten med den nøgle, I har sammenlignet.", name=name),
            say("Underskriv, og godkend"),
            say("Nøglen åbnes, og listen underskrives"),
        )
        self.sign(told, partial(_approve, asking=asking), partial(self._approved, name))

    def _approved(self, name: str, report: ImportReport) -> None:
        tr = self.ui.tr
        told = [say("Nøglen for {name} er godkendt.", name=name), *inbox_words.besides(report)]
        self.desk.say(" ".join(tr(text) for text in told))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Places, lists and keys

    @property
    def place(self) -> str:
        """The list, or the newest import."""
        return self._place

    def go_to(self, place: str) -> None:
        """Show the list, or the verdict on each file of the newest import."""
        self._place = place if place == IMPORT and self.office.last is not None else ""
        self._show_view()
        self.moved.emit()

    def _see_files(self) -> None:
        self.go_to(IMPORT)
        self.imported.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_received(self, sha256: str) -> None:
        """Where a file of the import lies, whatever the list has been narrowed to."""
        self.filters.clear()
        self.go_to("")
        self.table.set_key(sha256)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_view(self) -> None:
        shows_import = self._place == IMPORT
        if self._place == IMPORT and self.office.last is not None:
            self.imported.show_report(self.office.last)
            self.panel.show_verdict(self.imported.table.key)
        else:
            self._show_chosen(self.table.key)
        self.filters.setVisible(not shows_import)
        self._views.setCurrentIndex(int(shows_import))
        self._show_foot()

    def _show_foot(self) -> None:
        self.set_foot(self._import_foot() if self._place == IMPORT else self._inbox_foot())

    def _inbox_foot(self) -> Foot:
        tr = self.ui.tr
        busy = tr(BUSY) if self.office.running else ""
        has_room = self.ui.theme.percent < LARGE
        icons = ("download", "folder", "copy") if has_room else ("", "", "")
        fetch = Act(tr(say("Hent pakker…")), self.choose_files, icons[0], FETCH.keys, busy)
        folder = Act(tr(say("Hent en mappe…")), self.choose_folder, icons[1], FETCH_FOLDER.keys, busy)
        if busy or not self._lines:
            return Foot(fetch, (folder,))
        copy = Act(tr(say("Kopiér listen")), self._copy, icons[2])
        hint = tr(say("Du kan også trække filer og mapper hertil")) if has_room else ""
        return Foot(fetch, (folder, copy), hint)

    def _import_foot(self) -> Foot:
        tr = self.ui.tr
        back = Act(tr(say("Til indbakken")), partial(self.go_to, ""), "chevron-right")
        save = Act(tr(say("Gem listen…")), self.save_list, "upload")
        copy = Act(tr(say("Kopiér listen")), self._copy_import, "copy")
        return Foot(back, (save, copy))

    def save_list(self) -> None:
        """Keep the verdict on each file as a table for a spreadsheet."""
        report = self.office.last
        if report is None:
            return
        tr = self.ui.tr
        out = self.desk.choose.save(tr(say("Gem listen")), tr(say("Hentede filer")) + ".csv", tr(TABLES))
        if out is not None:
            data = spreadsheet(*import_list.table(report, tr))
            saved = tr(say("Listen er gemt: {name}", name=out.name))
            self.desk.run(lambda _database: write_atomically(out, data)).then(lambda _: self.desk.say(saved))

    def _copy_import(self) -> None:
        if self.office.last is not None:
            self._put(copied(*import_list.table(self.office.last, self.ui.tr)))

    def _copy(self) -> None:
        titles = [self.ui.tr(title) for title in TITLES]
        rows = [
            [", ".join(part for part in (cell.text, cell.second) if part) for cell in row.cells]
            for row in self.model.rows
        ]
        self._put(copied(titles, rows))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.desk.say(self.ui.tr(say("Listen er kopieret")))

    def _find(self) -> None:
        self.go_to("")
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def first_focus(self) -> QWidget | None:
        """The list."""
        if self._place == IMPORT:
            return self.imported.table
        return self.table if self._lines else None


def _scrolling(content: QWidget) -> Scroll:
    """Where large type leaves too little room for head and list, the page scrolls."""
    area = Scroll()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _approve(database: Any, hand: keeping.Hand, asking: OpenedEnrolment) -> ImportReport:
    return keeping.approve(database, hand, asking)
