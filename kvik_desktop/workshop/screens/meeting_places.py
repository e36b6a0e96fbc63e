"""Where the meeting's page goes when it is asked for a place, or for none."""

from __future__ import annotations

from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.board_acts import OVERVIEW, RESULT, TOGETHER
from kvik_desktop.workshop.screens.timekeeping.day_view import DAY

FEW = 5
"""So many to discuss need no overview first."""


def known(board: Board, at: str) -> str:
    """A place that is there: the one asked for, else where the meeting has got to."""
    if (
        at in (OVERVIEW, RESULT, DAY)
        or (at == TOGETHER and board.together)
        or any(line.id == at for line in board.lines)
    ):
        return at
    if len(board.to_discuss) > FEW and not board.settled:
        return OVERVIEW
    if board.to_discuss:
        return board.to_discuss[0].id
    return TOGETHER if board.together else RESULT
