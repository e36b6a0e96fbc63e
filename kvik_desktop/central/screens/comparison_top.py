"""The top line over the comparison: which campaign, which of its tables, and how fine the rows are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kvik_desktop.central.published.model import RowKind
from kvik_desktop.central.screens.comparison_rows import Seen, TableSeen
from kvik_desktop.central.screens.comparison_words import KINDS
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice


class ComparisonTop(QWidget):
    """What there is only one of is not chosen."""

    campaign_chosen = Signal(str)
    table_chosen = Signal(str)
    kind_chosen = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        tr = ui.tr
        kinds = [(kind.value, tr(words)) for kind, (_, words) in KINDS.items()]
        self.campaign = Choice(ui, (), name=tr(say("Kampagne")))
        self.table = Choice(ui, (), name=tr(say("Model og metode")))
        self.kind = Choice(ui, kinds, name=tr(say("Rækker")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(8))
        signals = (self.campaign_chosen, self.table_chosen, self.kind_chosen)
        for choice, signal in zip((self.campaign, self.table, self.kind), signals, strict=True):
            choice.setProperty("low", True)
            choice.chosen.connect(lambda key, signal=signal: signal.emit(str(key)))
            choice.hide()
            row.addWidget(choice)

    def show_seen(self, seen: Seen, table: TableSeen | None, kind: RowKind) -> None:
        """The choices there are, and what is chosen."""
        self.campaign.set_choices(seen.campaigns, seen.campaign)
        short = {each.short for each in seen.tables}
        names = [
            (each.key, each.short if len(short) == len(seen.tables) else each.name) for each in seen.tables
        ]
        self.table.set_choices(names, table.key if table else None)
        self.kind.set_key(kind.value)
        self.campaign.setVisible(bool(seen.campaigns))
        self.table.setVisible(len(seen.tables) > 1)
        self.kind.setVisible(table is not None and table.is_shown)
