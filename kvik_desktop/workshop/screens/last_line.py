"""The quiet line on the board: what was agreed on this subcriterion the last time, and how many actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.moves_row import Move

LastTime = Callable[[Any, str], Mapping[str, Text]]
"""A query of a later room: by subcriterion what was agreed the last time; nothing before the reveal."""


class LastLine(QLabel):
    """Hidden for the first evaluation, and until the spread is seen: no place to begin talking from."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._known: Mapping[str, Text] = {}
        self._at: tuple[str, Move] | None = None
        self.setProperty("look", "small-third")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def ask(self, desk: Desk[Any], query: LastTime | None, board: Board) -> None:
        """Ask what is known of the evaluation before this one."""
        if query is not None and board.evaluation.previous is not None:
            desk.ask(query, board.evaluation.id).then(self._know)

    def _know(self, known: Mapping[str, Text]) -> None:
        self._known = known
        if self._at is not None:
            self.show_of(*self._at)

    def show_of(self, subcriterion: str, move: Move) -> None:
        """Show it for a subcriterion at a move."""
        self._at = subcriterion, move
        said = self._known.get(subcriterion) if move >= Move.SPREAD else None
        self.setText(self.ui.tr(said) if said is not None else "")
        self.setVisible(said is not None)
