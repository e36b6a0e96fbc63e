"""The green ones: where people agree, everything can be settled at the median in one act."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.screens.board_acts import RESULT
from kvik_desktop.workshop.screens.consensus_words import name_of, round_sentence
from kvik_desktop.workshop.screens.full_table import FullTable
from kvik_desktop.workshop.screens.settling_green import green_act
from kvik_desktop.workshop.screens.view_top import SIDE, TOP, question_over

WIDE = 760
ANSWERS, MEDIAN = 296, 72
"""Widths of columns at 100 %; the longest name of a subcriterion has room beside them."""


class TogetherView(ScrollColumn):
    """Enter on a row takes that one up by itself instead."""

    foot_changed = Signal()
    wanted = Signal(str)
    """Another place is wanted."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, wide=WIDE, margin=SIDE, centred=False)
        self.ui = ui
        self._desk = desk
        self._board: Board | None = None
        tr = ui.tr
        self._heading = Heading(ui, "", "large")
        said = say(
            "Her er I så enige, at medianen kan stå. Åbn et delkriterium, hvis I vil tale om det først."
        )
        columns = (tr(say("Delkriterium")), tr(say("Jeres svar")), tr(say("Median")))
        self._rows = CellModel(ui, columns)
        self.table = FullTable(ui, tr(say("Kan tages samlet")))
        self.table.setModel(self._rows)
        self.table.set_columns(0, ANSWERS, MEDIAN)
        self.table.opened.connect(lambda key: self.wanted.emit(str(key)))
        self.column.set_padding(TOP, 24)
        self.body.addLayout(question_over(self._heading, ReadingText(ui, tr(said), ink="text-2")))
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_board(self, board: Board) -> None:
        """Show what can be settled together."""
        self._board = board
        left = len(board.together)
        asked = say_n("Skal det grønne fastlægges nu?", "Skal de {n} grønne fastlægges samlet?", left)
        self._heading.setText(self.ui.tr(asked if left else say("Der er ingen grønne tilbage")))
        self._rows.set_rows([self._row(line) for line in board.together])
        self.table.setVisible(left > 0)
        self.foot_changed.emit()

    def _row(self, line: Line) -> TableRow:
        value = line.value(line.suggestion)
        median = "–" if value is None else str(whole(value))
        return TableRow(
            line.id,
            (
                Cell(name_of(line, self.ui.tr), mark="together", strong=True),
                Cell(round_sentence(line.dots, self.ui.tr, median=False), ink="text-2"),
                Cell(median, right=True, strong=True),
            ),
        )

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    @property
    def foot(self) -> Foot:
        """Settling them all."""
        tr, board = self.ui.tr, self._board
        if board is None:
            return Foot()
        left = len(board.together)
        if not left:
            return Foot(Act(tr(say("Videre")), lambda: self.wanted.emit(self._next(board))))
        return Foot(green_act(self.ui, self._desk, board, self._go_on))

    def _go_on(self) -> None:
        if self._board is not None:
            self.wanted.emit(self._next(self._board))

    def _next(self, board: Board) -> str:
        return board.to_discuss[0].id if board.to_discuss else RESULT
