"""The result in tables: each criterion's mean, what is parked with its note, and what lacks a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.model import Criterion, Method
from kvik_desktop.model_package.scoring import Figure, ScoreSheet, score
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.model import Outcome
from kvik_desktop.workshop.screens.consensus_words import name_of
from kvik_desktop.workshop.screens.full_table import FullTable

LACKING = say("I er landet langt fra jeres svar. Skriv hvorfor.")


class ResultTables(QWidget):
    """What is to be done stands first; Enter on a row there leads to its board."""

    wanted = Signal(str)
    """The user wants to see the board of this subcriterion."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr = ui.tr
        self.lacking = _Part(ui, say("Mangler begrundelse"), ("",), headers=False)
        self.parked = _Part(ui, say("Parkeret"), ("",), headers=False)
        columns = (tr(say("Kriterium")), tr(say("Gennemsnit")), tr(say("Fastlagt")))
        self.means = _Part(ui, say("Gennemsnit for hvert kriterium"), columns, headers=True)
        self.means.table.set_columns(0, 120, 120)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, ui.theme.px(8), 0, 0)
        layout.setSpacing(ui.theme.px(24))
        for part in (self.lacking, self.parked, self.means):
            layout.addWidget(part)
        for part in (self.lacking, self.parked):
            part.table.opened.connect(lambda key: self.wanted.emit(str(key)))

    def show_board(self, board: Board) -> None:
        """Show how far the meeting has come."""
        lacking = [line for line in board.settled if line.lacks_reason]
        parked = [line for line in board.settled if _note(line) is not None]
        self.lacking.show_rows([self._row(line, "missing", LACKING) for line in lacking])
        self.parked.show_rows([self._row(line, "parked", _note(line) or "") for line in parked])
        self.means.show_rows(self._criteria(board))

    def _row(self, line: Line, mark: str, said: Text | str) -> TableRow:
        cell = Cell(name_of(line, self.ui.tr), self.ui.tr(said), mark=mark, strong=True)
        return TableRow(line.id, (cell,))

    def _criteria(self, board: Board) -> Sequence[TableRow]:
        ratings = {line.id: line.consensus.rating for line in board.lines if line.consensus}
        sheet = score(board.package, board.evaluation.method, ratings)
        return [
            TableRow(criterion.id, self._criterion(criterion, sheet)) for criterion in board.package.criteria
        ]

    def _criterion(self, criterion: Criterion, sheet: ScoreSheet) -> Sequence[Cell]:
        tr, found = self.ui.tr, sheet.criteria[criterion.id]
        of = tr(say("{n} af {of}", n=found.scored, of=found.of))
        return (
            Cell(f"{criterion.id} {criterion.name.in_language(tr.language)}"),
            Cell(mean_words(found.figure, sheet.method, tr), right=True, strong=True),
            Cell(of, right=True, ink="text-2"),
        )


def mean_words(figure: Figure, method: Method, tr: Translator) -> str:
    """Whole on 0-100; on 0-5 with one decimal, where a whole number would say too little."""
    if figure.value is None:
        return "–"
    return tr.value(figure.value) if method is Method.SCALE5 else str(figure.rounded)


class _Part(QWidget):
    """A heading and its table; hidden where there are no rows."""

    def __init__(self, ui: Ui, title: Text, columns: Sequence[str], *, headers: bool) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ui.theme.px(4))
        layout.addWidget(Heading(ui, ui.tr(title)))
        self._model = CellModel(ui, columns)
        self.table = FullTable(ui, ui.tr(title), headers=headers)
        self.table.setModel(self._model)
        layout.addWidget(self.table)

    @property
    def rows(self) -> Sequence[TableRow]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these."""
        self._model.set_rows(rows)
        self.setVisible(bool(rows))


def _note(line: Line) -> str | None:
    """What was written when the subcriterion was parked; None where it was not."""
    found = line.consensus
    return found.note if found is not None and found.outcome is Outcome.PARKED else None
