"""What the group lets be seen in the meeting: dots of few on the projector, and names of those who begin."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.settings import name_speakers, show_few_dots
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.switch import Switch


class SeenPart(QFrame):
    """Each switch stands beside honest words on what it means."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._evaluation: Evaluation | None = None
        px = ui.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(8))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.dots = self._switch(
            say("Prikker på projektoren, også når færre end fem har svaret"),
            say(
                "Ellers viser projektoren medianen, og hvor langt I er fra hinanden. Med så få prikker kan "
                "man næsten se, hvem der har svaret hvad."
            ),
        )
        self.names = self._switch(
            say("Navne på dem, der kan begynde"),
            say(
                "Under »Hvem begynder?« står der så navne på denne skærm. Alle, der kan se den, ser dermed, "
                "hvem der ligger højest og lavest. Slå det kun til, hvis alle siger ja. Navnene kommer "
                "aldrig på projektoren, i rapporten eller i pakken."
            ),
        )
        self.dots.clicked.connect(self._choose_dots)
        self.names.clicked.connect(self._choose_names)

    def _switch(self, name: Text, means: Text) -> Switch:
        tr, below = self.ui.tr, self._grid.rowCount()
        switch = Switch(self.ui, tr(name))
        switch.setAccessibleDescription(tr(means))
        self._grid.addWidget(switch, below, 0)
        self._grid.addWidget(ReadingText(self.ui, tr(name), weight=500), below, 1)
        self._grid.addWidget(ReadingText(self.ui, tr(means), "small", ink="text-2"), below + 1, 1)
        return switch

    def show_choices(self, evaluation: Evaluation, *, read_only: bool) -> None:
        """Show what the group has chosen."""
        self._evaluation = evaluation
        self.dots.setChecked(evaluation.few_dots)
        self.names.setChecked(evaluation.speakers_named)
        for switch in (self.dots, self.names):
            switch.setEnabled(not read_only)

    def _choose_dots(self, on: bool) -> None:
        if self._evaluation is not None:
            self._desk.do(show_few_dots, self._evaluation.id, shown=on)

    def _choose_names(self, on: bool) -> None:
        if self._evaluation is not None:
            self._desk.do(name_speakers, self._evaluation.id, named=on)
