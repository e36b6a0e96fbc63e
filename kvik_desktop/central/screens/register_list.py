"""The list of institutions with its heading, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.central.screens import register_rows
from kvik_desktop.central.screens.filter_top import FilterTop
from kvik_desktop.central.screens.import_notes import ImportNotes
from kvik_desktop.central.screens.register_head import RegisterHead
from kvik_desktop.central.screens.register_panel import RegisterPanel
from kvik_desktop.central.screens.register_rows import Seen
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CellModel
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.table import Table

TITLES = (say("Institution"), say("Hører under"), say("Nøgle"), say("Senest afleveret"))
PARENT, KEY_WIDE, DELIVERED_WIDE = 1, 184, 148
"""The column that gives way, and the widths of the last two, at 100 %."""
ROOMY = 680
"""From this width there is room for all columns; the panel says the rest."""


class RegisterList(QWidget):
    """Keeps who is chosen while the list changes around them; one who has just asked is chosen once."""

    moved = Signal()
    """Somebody else is chosen."""

    def __init__(self, ui: Ui, filters: FilterTop, panel: RegisterPanel, *, asleep: str = "") -> None:
        """``asleep`` is why nothing can be changed."""
        super().__init__()
        self.ui, self._filters, self._panel = ui, filters, panel
        tr = ui.tr
        self.seen: Seen | None = None
        self._wanted = ""
        self._new: Collection[str] = ()
        self.head = RegisterHead(ui, asleep=asleep)
        self.notes = ImportNotes(ui)
        self.model = CellModel(ui, [tr(title) for title in TITLES])
        self.table = Table(ui, tr(say("Institutioner")), edge=24)
        self.table.setModel(self.model)
        self.table.set_columns(0, 0, KEY_WIDE, DELIVERED_WIDE)
        nobody = say("Inviter dem, eller hent de tilmeldinger, du har fået. Du kan også trække dem hertil.")
        self.empty = EmptyState(ui, "building", tr(say("Ingen institutioner endnu")), tr(nobody))
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notes)
        column.addWidget(Hairline(ui))
        column.addWidget(self._list, 1)
        filters.filtered.connect(lambda _key: self.show_rows())
        filters.sought.connect(lambda _text: self.show_rows())
        self.table.chosen.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All columns only where there is room for them."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self.ui.theme.px(ROOMY)
        if is_narrow is not self.table.isColumnHidden(PARENT):
            self.table.setColumnHidden(PARENT, is_narrow)
            self.table.fit_rows()

    @property
    def key(self) -> str:
        """Who is chosen; empty for nobody."""
        return str(self.table.key or "")

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody at all."""
        return self.seen is None or not self.seen.lines

    def show_seen(self, seen: Seen) -> None:
        """The register as it is now."""
        self.seen = seen
        self.head.show_register(seen)
        self._filters.show_counts(seen.counts())
        self.show_rows()
        self._wanted, self._new = "", ()

    def want(self, key: str) -> None:
        """Choose one, now or when the register is next asked."""
        self._wanted = key
        self.show_rows()

    def want_new(self, names: Collection[str]) -> None:
        """Choose the first of these that waits, now or when the register is next asked."""
        self._new = names
        self.show_rows()

    def show_rows(self) -> None:
        """Those that the filter and the search leave."""
        if self.seen is None:
            return
        before, place = self.table.key, self.table.verticalScrollBar().value()
        rows = register_rows.rows(self.seen, self._filters.key, self._filters.search.text())
        keys = [row.key for row in rows]
        kept = next(
            (key for key in (self._asked_for(keys), before) if key in keys), keys[0] if keys else None
        )
        with QSignalBlocker(self.table):
            self.model.set_rows(rows)
            if kept is not None:
                self.table.setCurrentIndex(self.model.index(keys.index(kept), 0))
            if kept == before:
                self.table.verticalScrollBar().setValue(place)
        self._list.setCurrentWidget(self.empty if self.is_empty else self.table)
        self._show_chosen(kept)

    def _asked_for(self, keys: Sequence[object]) -> object:
        """One that was asked for and is there now; it is asked for once."""
        assert self.seen is not None, "shown before it is asked"
        found: object = self._wanted if self._wanted in keys else None
        for line in self.seen.lines:
            if line.is_waiting and line.row.key in keys and line.row.cells[0].text in self._new:
                found = line.row.key
                break
        if found is not None:
            self._wanted, self._new = "", ()
        return found

    def _choose(self, key: object) -> None:
        self._show_chosen(key)
        self.moved.emit()

    def _show_chosen(self, key: object) -> None:
        line = self.seen.line(key) if self.seen else None
        if line is None or self.seen is None:
            self._panel.show_nothing()
        else:
            self._panel.show_line(line, self.seen)
