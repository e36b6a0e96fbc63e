"""The top line over the comparison: which campaign, which of its tables, and how fine the rows are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kvik_desktop.central.published.model import RowKind
from kvik_desktop.central.screens.comparison_rows import Seen, TableSeen
from kvik_desktop.central.screens.comparison_words import KINDS
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice


class ComparisonTop(QWidget):
    """What there is only one of is not chosen. Where room is short, the campaign alone stands here."""

    gave_way = Signal(bool)
    """The others have no room here, or have it again."""
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
        self._gap = ui.theme.px(8)
        self._is_short = False
        self.others = QWidget()
        row, beside = QHBoxLayout(self), QHBoxLayout(self.others)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(self._gap)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        signals = (self.campaign_chosen, self.table_chosen, self.kind_chosen)
        for choice, signal in zip((self.campaign, self.table, self.kind), signals, strict=True):
            choice.setProperty("low", True)
            choice.chosen.connect(lambda key, signal=signal: signal.emit(str(key)))
            choice.hide()
        row.addWidget(self.campaign, 0, Qt.AlignmentFlag.AlignLeft)
        for choice in (self.table, self.kind):
            beside.addWidget(choice)
        self.take_back()

    def show_seen(self, seen: Seen, table: TableSeen | None, kind: RowKind) -> None:
        """The choices there are, and what is chosen."""
        short = {each.short for each in seen.tables}
        is_enough = len(short) == len(seen.tables)
        names = [(each.key, each.short if is_enough else each.name) for each in seen.tables]
        self.campaign.set_choices(seen.campaigns, seen.campaign)
        self.table.set_choices(names, table.key if table else None)
        self.kind.set_key(kind.value)
        self.campaign.setVisible(bool(seen.campaigns))
        self.table.setVisible(len(seen.tables) > 1)
        self.kind.setVisible(table is not None and table.is_shown)
        self.campaign.setToolTip(self.campaign.currentText())
        self.updateGeometry()

    def take_back(self) -> None:
        """The others stand here again."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.others)

    def sizeHint(self) -> QSize:
        """Everything."""
        one, other = self.campaign.sizeHint(), self.others.sizeHint()
        return QSize(one.width() + self._gap + other.width(), max(one.height(), other.height()))

    def minimumSizeHint(self) -> QSize:
        """The campaign alone, its name in full."""
        return self.campaign.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The others give way where not everything fits."""
        super().resizeEvent(event)
        is_short = event.size().width() < self.sizeHint().width()
        if is_short != self._is_short:
            self._is_short = is_short
            self.gave_way.emit(is_short)
