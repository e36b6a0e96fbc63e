"""Where in the handing in one is: the places in order, those one can go to as links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton


class Crumbs(QWidget):
    """Each place is a link, but the one where one is."""

    chosen = Signal(str)

    def __init__(self, ui: Ui, places: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links: dict[str, LinkButton] = {}
        self._here: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(ui.theme.px(8), 0, 0, 0)
        row.setSpacing(ui.theme.px(12))
        for number, (key, name) in enumerate(places):
            if number:
                between = QLabel()
                between.setPixmap(pixmap(ui.theme, "chevron-right", "text-3", 14))
                row.addWidget(between, 0, Qt.AlignmentFlag.AlignVCenter)
            link = self.links[key] = LinkButton(ui, name)
            link.clicked.connect(partial(self.chosen.emit, key))
            here = self._here[key] = QLabel(name)
            here.setProperty("look", "heading")
            here.setAccessibleName(ui.tr(say("{place}, du er her", place=name)))
            row.addWidget(link)
            row.addWidget(here)
        self.set_current(places[0][0])

    def set_current(self, key: str) -> None:
        """One is here."""
        for name, link in self.links.items():
            link.setVisible(name != key)
            self._here[name].setVisible(name == key)

    def set_asleep(self, key: str, reason: str) -> None:
        """A place that cannot be gone to yet, and why."""
        self.links[key].set_asleep(reason)
