"""Over the register: how many there are, whose list it is, and what is done with all of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.central.screens.register_rows import Seen
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class RegisterHead(QWidget):
    """The acts are links: they are for now and then."""

    def __init__(self, ui: Ui, *, asleep: str = "") -> None:
        """``asleep`` is why nothing can be signed."""
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self.title = Heading(ui, "", "large")
        self.about = ReadingText(ui, "", ink="text-2")
        self.own_key = LinkButton(ui, tr(say("Din nøgle og liste")), "key", small=True)
        self.cuts = LinkButton(ui, tr(say("Gem udsnit til alle…")), "folder", small=True)
        self.cuts.setToolTip(tr(say("Et udsnit fortæller en institution om dine nøgler og kampagner.")))
        self.cuts.set_asleep(asleep)
        self.save = LinkButton(ui, tr(say("Gem listen…")), "download", small=True)
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self.title)
        line.addWidget(self.about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(4))
        column.addLayout(line)
        self.acts = FlowRow(ui, [self.own_key, self.cuts, self.save], gap=24)
        column.addWidget(self.acts)

    def show_register(self, seen: Seen) -> None:
        """Other figures."""
        tr, listed = self.ui.tr, seen.register.trust_list
        count = len(seen.register.institutions)
        known = say_n("{n} institution på listen", "{n} institutioner på listen", count)
        self.title.setText(tr(known) if count else tr(say("Ingen på listen endnu")))
        if listed is not None:
            told = say("{name}, tillidsliste {n}", name=listed.coordinator.name, n=listed.version)
            self.about.setText(tr(told))
        self.cuts.setVisible(bool(count))
        self.save.setVisible(bool(count))
