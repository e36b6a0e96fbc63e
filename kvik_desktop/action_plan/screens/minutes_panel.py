"""The minutes of one status meeting as they are read, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kvik_desktop.action_plan.status_meetings import words
from kvik_desktop.action_plan.status_meetings.usecases import Minutes
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import QuietButton
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.table import Table

EDGE = 24
"""At the sides, at 100 %: words and table begin at the same place."""
ABREAST, LARGE = 4, 150
"""So many buttons stand beside each other, and half of them from so large type on."""


class MinutesPanel(Scroll):
    """Copying takes all of it as a table; saving and printing are done by those who know how."""

    saved = Signal()
    printed = Signal()
    removed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._minutes: Minutes | None = None
        tr, px = ui.tr, ui.theme.px
        self._title = Heading(ui, "")
        self._facts = ReadingText(ui, "", ink="text-2")
        self._note = ReadingText(ui, "")
        self.rows = CellModel(ui, [tr(head) for head in words.HEADS[:3]])
        self.table = Table(ui, tr(say("Referat")), edge=EDGE)
        self.table.setModel(self.rows)
        self.table.set_columns(0, 0, 0)
        self.table.setMinimumHeight(px(120))
        self.copy = QuietButton(ui, tr(say("Kopiér som tabel")), "copy", small=True)
        self.save = QuietButton(ui, tr(say("Gem referatet…")), "download", small=True)
        self.print = QuietButton(ui, tr(say("Udskriv…")), "printer", small=True)
        self.remove = QuietButton(ui, tr(say("Slet mødet")), "trash", small=True)
        self.copy.clicked.connect(self._copy)
        for button, told in (
            (self.save, self.saved),
            (self.print, self.printed),
            (self.remove, self.removed),
        ):
            button.clicked.connect(told)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        buttons = QWidget()
        grid = QGridLayout(buttons)
        grid.setContentsMargins(px(8), 0, px(8), 0)
        grid.setSpacing(px(4))
        abreast = ABREAST if self.ui.theme.percent < LARGE else ABREAST // 2
        for place, button in enumerate((self.copy, self.save, self.print, self.remove)):
            grid.addWidget(button, place // abreast, place % abreast)
        grid.setColumnStretch(abreast, 1)
        head = QVBoxLayout()
        head.setContentsMargins(px(EDGE), 0, px(EDGE), 0)
        head.setSpacing(px(4))
        for part in (self._title, self._facts, self._note):
            head.addWidget(part)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, px(16), 0, px(8))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setAccessibleName(self.ui.tr(say("Referatet")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_minutes(self, minutes: Minutes | None, *, read_only: bool = False) -> None:
        """Show the minutes of a meeting; nothing where there is none."""
        self._minutes = minutes
        self.setVisible(minutes is not None)
        if minutes is None:
            return
        tr = self.ui.tr
        self._title.setText(tr(words.title(minutes)))
        told = [f"{label}: {value}" for label, value in words.facts(minutes, tr)]
        self._facts.setText("\n".join(told))
        self._note.setText(minutes.meeting.note)
        self._note.setVisible(bool(minutes.meeting.note))
        self.rows.set_rows([_row(words.row(line, tr), line.action) for line in minutes.lines])
        self.remove.setEnabled(not read_only)

    def _copy(self) -> None:
        if self._minutes is not None:
            QGuiApplication.clipboard().setText(words.as_table(self._minutes, self.ui.tr))


def _row(told: tuple[str, str, str, str], key: str) -> TableRow:
    name, moved, said, _ = told
    return TableRow(key, (Cell(name, strong=True), Cell(moved), Cell(said)))
