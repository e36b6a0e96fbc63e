"""The comparison: medians of groups as a heat map, each row's spread beside it, and what leaves the house."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.central.published import usecases as published
from kvik_desktop.central.published.comparison import SMALLEST_GROUP
from kvik_desktop.central.published.model import Breakdown, RowKind
from kvik_desktop.central.screens import comparison_rows, leaving
from kvik_desktop.central.screens.comparison_rows import Seen, TableSeen
from kvik_desktop.central.screens.comparison_top import ComparisonTop
from kvik_desktop.central.screens.comparison_view import ComparisonView
from kvik_desktop.central.screens.figure_panel import FigurePanel
from kvik_desktop.central.screens.leaving import Which
from kvik_desktop.central.screens.office import Office
from kvik_desktop.central.screens.office_page import OfficePage
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.desk import Desk, Pending
from kvik_desktop.shell.keys import bind_seen
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.storage.central_database import CentralDatabase

T = TypeVar("T")

COPY = Shortcut("Ctrl+C", say("Kopiér som tabel"))
TABLES = say("Tabel til regneark (*.csv)")
REPORTS = say("PDF-filer (*.pdf)")

PANEL, LEAST = 392, 620
"""Widths of the panel at the right, and of what must be left for the table, at 100 %."""


class ComparisonPage(OfficePage):
    """Looking publishes nothing; what is copied, exported or reported is the campaign's frozen snapshot."""

    kinds = frozenset({Kind.CENTRAL, Kind.TRUST})
    help = say(
        "Her ser du institutionerne på tværs, gruppe for gruppe, uden at nogen kan kendes. Vælg et kriterium "
        "for at se, hvordan det fordeler sig. Grupper under 5 vises ikke. Når du kopierer, eksporterer eller "
        "laver en rapport, bliver tallene lagt fast som kampagnens opgørelse, så to udgaver af dem ikke kan "
        "trækkes fra hinanden."
    )
    guidance_name = say("Fordeling")
    keys = (COPY, Shortcut("Enter", say("Gå til fordelingen")))

    def __init__(self, ui: Ui, desk: Desk[Any], office: Office) -> None:
        super().__init__(ui, desk, office)
        self._seen: Seen | None = None
        self._has_asked = False
        self._campaign, self._table, self._row = "", "", ""
        self._kind, self._breakdown = RowKind.CRITERION, Breakdown.SECTOR
        self.choices = self.top = ComparisonTop(ui)
        self.view = ComparisonView(ui)
        self.panel = FigurePanel(ui)
        self.empty: EmptyState | None = None
        self._stack = QStackedWidget()
        room, scrolled = QWidget(), Scroll()
        scrolled.setWidget(room)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = QVBoxLayout(room)
        self._stack.addWidget(self.view)
        self._stack.addWidget(scrolled)
        self._stack.setFocusProxy(self.view.map)
        self.set_panes(self._stack, guidance=self.panel, guidance_width=PANEL, least=LEAST)
        self._connect()

    def _connect(self) -> None:
        self.choices.gave_way.connect(self._place_choices)
        self.choices.campaign_chosen.connect(self._choose_campaign)
        self.choices.table_chosen.connect(self._choose_table)
        self.choices.kind_chosen.connect(self._choose_kind)
        self.view.standing.broken_down.connect(self._break_down)
        self.view.standing.renewing.connect(self._renew)
        self.view.wants_differences.connect(self._show_differences)
        self.view.map.chosen.connect(lambda _key: self._show_row())
        self.view.map.opened.connect(lambda _key, _column: self._enter_panel())
        self.panel.wants_distribution.connect(self._back_to_row)
        bind_seen(self, {COPY.keys: self._copy})

    def _place_choices(self, is_short: bool) -> None:
        if is_short:
            self.view.take_in(self.choices.others)
        else:
            self.choices.take_back()

    # What the database says

    def refresh(self) -> None:
        """Ask for the figures as they are, worked out in the other thread."""
        self._has_asked, asked = True, (self._campaign, self._breakdown)
        see = partial(comparison_rows.see, campaign=asked[0], breakdown=asked[1], tr=self.ui.tr)
        self.desk.run(see).then(partial(self._show, asked))

    def _show(self, asked: tuple[str, Breakdown], seen: Seen) -> None:
        if asked != (self._campaign, self._breakdown):
            return  # another has been asked for since
        self._seen, self._campaign = seen, seen.campaign
        self._show_table()
        if seen.look is not None and self.table is not None:
            self.view.show_caution(seen.caution)
            self.view.standing.show_look(seen.look, self._breakdown)
            if seen.look.newer:
                renewal = self.desk.ask(published.why_not_renew, seen.campaign)
                renewal.then(partial(self._show_renewal, seen.campaign))

    def _show_renewal(self, campaign: str, problem: Problem | None) -> None:
        if campaign == self._campaign:
            self.view.standing.show_renewal(problem)

    @property
    def table(self) -> TableSeen | None:
        """The table that is chosen, also where it has too few to be shown."""
        return self._seen.table(self._table) if self._seen is not None else None

    def _show_table(self) -> None:
        assert self._seen is not None
        table = self.table
        self.choices.show_seen(self._seen, table, self._kind)
        is_shown = table is not None and table.is_shown
        self._stack.setCurrentIndex(0 if is_shown else 1)
        if table is not None and is_shown:
            if not table.rows[self._kind]:
                self._kind = RowKind.SUBCRITERION
            self.view.show_table(table, self._kind, self._row)
            self._row = ""
            self._show_row()
        else:
            self._show_too_few(table.n if table else 0)
        self._show_foot()

    def _show_too_few(self, n: int) -> None:
        tr = self.ui.tr
        text = say("I indbakken kan du hente flere pakker og se, hvem der mangler.")
        act = tr(say("Gå til indbakken"))
        self.empty = EmptyState(self.ui, "chart", tr(_too_few(n)), tr(text), act)
        self.empty.acted.connect(partial(self.desk.go, "inbox"))
        refill(self._room, [self.empty])
        self.panel.show_nothing()

    # One row

    def _show_row(self) -> None:
        table = self.table
        if table is not None and self.view.map.key:
            row = table.distributions[self._kind, self.view.map.key]
            self.panel.show_distribution(row, table.steps)

    def _show_differences(self) -> None:
        assert self._seen is not None
        self.panel.show_differences(self._seen.tables)
        self._enter_panel()

    def _enter_panel(self) -> None:
        assert self.panes is not None
        if not self.panes.guidance_is_seen:
            self.panes.want_guidance(wanted=True)
        self.panel.setFocus(Qt.FocusReason.TabFocusReason)

    def _back_to_row(self) -> None:
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_row()

    # Choosing

    def _choose_campaign(self, campaign: str) -> None:
        self._campaign, self._table = campaign, ""
        self._moved()

    def _break_down(self, key: str) -> None:
        self._breakdown = Breakdown(key)
        self._moved()

    def _moved(self) -> None:
        self.refresh()
        self.moved.emit()

    def _choose_table(self, key: str) -> None:
        self._table = key
        self._show_table()
        self.moved.emit()

    def _choose_kind(self, key: str) -> None:
        self._kind = RowKind(key)
        self._show_table()
        self.moved.emit()

    @property
    def place(self) -> str:
        """Campaign, table, rows and row."""
        told = {
            "campaign": self._campaign,
            "table": self._table,
            "kind": self._kind.value,
            "by": self._breakdown.value,
            "row": self.view.map.key,
        }
        return urlencode(told)

    def go_to(self, place: str) -> None:
        """Show a table and a row; what is not there any more is the page's beginning."""
        told = dict(parse_qsl(place, keep_blank_values=True))
        self._campaign, self._table = told.get("campaign", ""), told.get("table", "")
        self._row = told.get("row", "")
        if told.get("kind") in list(RowKind):
            self._kind = RowKind(told["kind"])
        if told.get("by") in list(Breakdown):
            self._breakdown = Breakdown(told["by"])
        if self._has_asked:
            self.refresh()

    # What leaves

    def _show_foot(self) -> None:
        assert self._seen is not None
        tr, table = self.ui.tr, self.table
        few = "" if self._seen.most >= SMALLEST_GROUP else tr(_too_few(self._seen.most))
        too_few = "" if table is not None and table.is_shown else tr(_too_few(table.n if table else 0))
        report = Act(tr(say("Lav rapport til direktionen…")), self._report, "chevron-right", asleep=few)
        copy = Act(tr(COPY.text), self._copy, "copy", COPY.keys, asleep=too_few)
        export = Act(tr(say("Eksportér…")), self._export, "upload", asleep=few)
        self.set_foot(Foot(report, (copy, export)))

    def _leave(self, job: Callable[[CentralDatabase, Which], T]) -> Pending[T]:
        """Do something that takes the figures out of the house, which settles them the first time."""
        assert self._seen is not None
        is_kept = self._seen.look is not None and self._seen.look.is_kept
        which = Which(self._campaign, None if is_kept else self._breakdown, self.ui.tr)
        kinds = () if is_kept else (Kind.CENTRAL,)
        return self.desk.telling(self._could_not).run(lambda database: job(database, which), *kinds)

    def _told(self, done: Text) -> None:
        self.desk.say(self.ui.tr(done))

    def _copy(self) -> None:
        table = self.table
        if table is None or not table.is_shown:
            return
        job = partial(leaving.copied, key=table.key, kind=self._kind)
        self._leave(job).then(self._put)

    def _put(self, text: str | None) -> None:
        if text is not None:
            QGuiApplication.clipboard().setText(text)
            self._told(say("Tabellen er kopieret"))

    def _export(self) -> None:
        out = self._place_for(say("Eksportér tallene"), say("Sammenligning"), ".csv", TABLES)
        if out is not None:
            told = say("Tallene er gemt: {name}", name=out.name)
            self._leave(partial(leaving.exported, out=out)).then(lambda _: self._told(told))

    def _report(self) -> None:
        out = self._place_for(say("Lav rapport til direktionen"), say("Overblik"), ".pdf", REPORTS)
        if out is None:
            return
        told = say("Rapporten er gemt: {name}", name=out.name)
        self.view.progress.show()

        def done(_: object) -> None:
            self.view.progress.hide()
            self._told(told)

        self._leave(partial(leaving.reported, out=out)).then(done)

    def _place_for(self, title: Text, name: Text, ending: str, kinds: Text) -> Path | None:
        assert self._seen is not None
        tr = self.ui.tr
        called = dict(self._seen.campaigns)[self._campaign]
        proposed = file_stem(f"{tr(name)} {called}", tr(name)) + ending
        out = self.desk.choose.save(tr(title), proposed, tr(kinds))
        if out is None or out.suffix.lower() == ending:
            return out
        return out.with_name(out.name + ending)

    def _could_not(self, problem: Problem) -> None:
        """The file could not be written, say; the figures may have been settled before that."""
        self.view.progress.hide()
        self.refresh()
        self.desk.tell(problem)

    def _renew(self) -> None:
        done = say("Der er lavet en ny opgørelse")
        work = self.desk.do(published.publish, self._campaign, renew=True)
        work.then(lambda _: self._told(done))

    def drop(self, paths: Sequence[Path]) -> bool:
        """Packages and folders are taken in; what came of it is seen in the inbox."""
        packages = [path for path in paths if path.suffix.lower() == ".kvik" or path.is_dir()]
        self.take(packages)
        if packages:
            self.desk.go("inbox")
        return bool(packages)

    def first_focus(self) -> QWidget | None:
        """The table, where there is one."""
        table = self.table
        return self.view.map if table is not None and table.is_shown else None


def _too_few(n: int) -> Text:
    least = say("Der skal mindst {n} til, før noget kan sammenlignes.", n=SMALLEST_GROUP)
    return (
        say("{least} Du har {n}.", least=least, n=n) if n else say("{least} Du har ingen endnu.", least=least)
    )
