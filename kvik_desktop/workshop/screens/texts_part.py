"""The texts a move needs: evidence, strengths and areas whole at their own move, the first ones after it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.screens.moves_row import Move
from kvik_desktop.workshop.screens.side_by_side import SideBySide
from kvik_desktop.workshop.screens.texts_column import TextsColumn

Kind = StatementKind
Place = tuple[StatementKind, bool]


class TextsPart(QWidget):
    """Its lists are made when a move needs them first, and filled only while they are seen."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._columns: dict[Place, TextsColumn] = {}
        self._pairs: dict[bool, SideBySide] = {}
        self.question = ReadingText(ui, "", ink="text-2")
        """What the subcriterion is about, where the talk begins."""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(ui.theme.px(16))
        self._body.addWidget(self.question)

    def column(self, kind: StatementKind, *, whole: bool) -> TextsColumn:
        """A list; ``whole`` is the one of its own move."""
        place = (kind, whole)
        if place not in self._columns:
            self._columns[place] = TextsColumn(self.ui, self._desk, kind, whole=whole)
            if kind in (Kind.EVIDENCE, Kind.IDEA):
                self._body.addWidget(self._columns[place])
        return self._columns[place]

    def _pair(self, *, whole: bool) -> SideBySide:
        if whole not in self._pairs:
            both = (self.column(kind, whole=whole) for kind in (Kind.STRENGTH, Kind.AREA))
            self._pairs[whole] = SideBySide(self.ui, *both)
            self._body.insertWidget(1, self._pairs[whole])
        return self._pairs[whole]

    def show_line(self, board: Board, line: Line, move: Move, *, read_only: bool) -> None:
        """Show what a move needs of a subcriterion's texts."""
        places = _needed(line, move)
        self.question.setText(line.subcriterion.question.in_language(self.ui.tr.language))
        self.question.setVisible(move <= first_move(board, line))
        for place in places:
            column = self.column(place[0], whole=place[1])
            column.tells_counts = place[0] is not Kind.AREA or not line.statements[Kind.STRENGTH]
            column.show_line(board, line, read_only=read_only)
        for whole in {whole for kind, whole in places if kind is Kind.STRENGTH}:
            self._pair(whole=whole)
        for whole, pair in self._pairs.items():
            pair.setVisible((Kind.STRENGTH, whole) in places)
        for place, column in self._columns.items():
            if place[0] in (Kind.EVIDENCE, Kind.IDEA):
                column.setVisible(place in places)

    def fit(self, width: int) -> None:
        """Stand as there is room for in this width."""
        for pair in self._pairs.values():
            pair.fit(width)

    def flush(self) -> None:
        """Save what is being written."""
        for column in self._columns.values():
            column.flush()


def first_move(board: Board, line: Line) -> Move:
    """Where the talk about a subcriterion begins."""
    return Move.EVIDENCE if board.begins_with_evidence(line) else Move.TEXTS


def _needed(line: Line, move: Move) -> tuple[Place, ...]:
    if move is Move.EVIDENCE:
        return ((Kind.EVIDENCE, True),)
    if move is Move.TEXTS:
        ideas: tuple[Place, ...] = ((Kind.IDEA, True),) if line.statements[Kind.IDEA] else ()
        return (Kind.STRENGTH, True), (Kind.AREA, True), *ideas
    return (Kind.STRENGTH, False), (Kind.AREA, False)
