"""The status meetings that have been held: one row each, and the minutes of the chosen one beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens.action_words import day_width
from kvik_desktop.action_plan.screens.minutes_panel import MinutesPanel
from kvik_desktop.action_plan.screens.two_halves import TwoHalves
from kvik_desktop.action_plan.status_meetings.usecases import Minutes
from kvik_desktop.action_plan.status_meetings.words import summary
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.table import Table

HEADERS = (say("Statusmøde"), say("Næste møde"))
PANEL_LEAST, PANEL_MOST, SHARE, BESIDE = 420, 820, 0.64, 860


class MeetingsView(QWidget):
    """Nothing is changed here; minutes can be copied, saved and printed, and a meeting can be deleted."""

    chosen = Signal()
    """Another meeting is the one that is read."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr = ui.tr
        self._held: dict[str, Minutes] = {}
        self.rows = CellModel(ui, [tr(header) for header in HEADERS])
        self.table = Table(ui, tr(say("Statusmøder")), edge=24)
        self.table.setModel(self.rows)
        self.table.set_columns(0, 1)
        self.table.setColumnWidth(1, day_width(ui) + ui.theme.px(24))
        self.panel = MinutesPanel(ui)
        self._halves = TwoHalves(
            ui, self.table, self.panel, least=PANEL_LEAST, most=PANEL_MOST, share=SHARE, beside=BESIDE
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)
        self.table.chosen.connect(self._choose)

    @property
    def minutes(self) -> Minutes | None:
        """What is read."""
        return self._held.get(str(self.table.key))

    def show_following(self, found: Following, *, read_only: bool) -> None:
        """Show the meetings, the newest first; the same one stays chosen."""
        key = self.table.key
        self._held = {each.meeting.id: each for each in found.meetings.held}
        self.rows.set_rows([_row(each, self.ui.tr) for each in found.meetings.held])
        if self.table.key is None or self.table.key != key:
            self.table.set_key(key if key in self._held else next(iter(self._held), None))
        self.panel.show_minutes(self.minutes, read_only=read_only)

    def go_to(self, meeting: str) -> None:
        """Read a meeting's minutes; one that is gone leaves the page as it is."""
        if meeting in self._held:
            self.table.set_key(meeting)

    def _choose(self, _key: object) -> None:
        self.panel.show_minutes(self.minutes)
        self.chosen.emit()


def _row(minutes: Minutes, tr: Translator) -> TableRow:
    meeting = minutes.meeting
    cells = (
        Cell(tr.date(meeting.day), tr(summary(minutes)), strong=True),
        Cell(tr.date(meeting.next_day) if meeting.next_day else "–"),
    )
    return TableRow(meeting.id, cells)
