"""Settling everything that people agree on at its median, from wherever on the page it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kvik_desktop.foundation.text import say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.before_view import READ_ONLY


def green_act(ui: Ui, desk: Desk[Any], board: Board, then: Callable[[], object], shortcut: str = "") -> Act:
    """The act of the foot; ``then`` is called when they are settled."""
    left = len(board.together)
    words = ui.tr(say_n("Fastlæg det grønne", "Fastlæg de {n} grønne", left))

    def do() -> None:
        settle_green(ui, desk, board, then)

    return Act(words, do, shortcut=shortcut, asleep=ui.tr(READ_ONLY) if desk.read_only else "")


def settle_green(ui: Ui, desk: Desk[Any], board: Board, then: Callable[[], object]) -> None:
    """Settle every green subcriterion at its median, which can be undone."""
    left = len(board.together)
    if not left or desk.read_only:
        return
    sentence = ui.tr(say_n("{n} delkriterium er fastlagt", "{n} delkriterier er fastlagt", left))

    def done(_value: object) -> None:
        desk.say(sentence, undoable=True)
        then()

    desk.do(meeting.settle_green, board.evaluation.id).then(done)
