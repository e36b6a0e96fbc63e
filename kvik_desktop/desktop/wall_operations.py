"""What a group does on a wall of 400 areas, for `kvik bench page`: place, scroll, drag, find, merge."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from kvik_desktop import compose
from kvik_desktop.action_plan import priorities
from kvik_desktop.action_plan.screens.card_view import carried
from kvik_desktop.action_plan.screens.improvements_page import ImprovementsPage
from kvik_desktop.action_plan.screens.wall_groups import By
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop import statements
from kvik_desktop.workshop import usecases as meeting

if TYPE_CHECKING:
    from kvik_desktop.desktop.operations import Operations

MANY = 400
"""Areas on the wall."""
PLACED, THEMES = 3, 12
"""Every third is placed, and they have so many themes."""
STEPS = 8
"""Steps of a scroll and a drag across the wall."""


def crowded(folder: Path) -> Path:
    """The example with 400 areas, a third of them placed, under twelve themes."""
    path = folder / "vaeg.kvikdb"
    Example(NAMES[0], Resources()).play(path, "Ikke vurderet", until=Stage.ACCEPTED)
    with compose.open_file(path) as file:
        own = file.ask(evaluations.current).id
        file.do(meeting.reopen, own, "Leder", "Flere områder")
        file.do(_write, own)
        file.do(meeting.accept, own, "Leder")
        file.do(_place, own)
    return path


def _write(work: Work, evaluation: str) -> Change[None]:
    there = statements.areas(work, evaluation)
    for place in range(len(there), MANY):
        like = there[place % len(there)]
        words = f"{like.text}, set fra side {place}"
        statements.add(work, evaluation, like.subcriterion, StatementKind.AREA, words)
    return changed(Kind.AREAS, value=None)


def _place(work: Work, evaluation: str) -> Change[None]:
    for place, each in enumerate(statements.areas(work, evaluation)):
        if place % PLACED == 0:
            priorities.place(work, evaluation, each.id, place % 4 + 1, place // 4 % 4 + 1)
        priorities.set_theme(work, evaluation, [each.id], f"Tema {place % THEMES}")
    return changed(Kind.AREAS, value=None)


def all_on_wall(operations: Operations) -> None:
    """Each once or more, with 400 areas on the wall."""
    operations.open_at(crowded(operations.folder), "4", "wall_open")
    page = operations.room.page
    assert isinstance(page, ImprovementsPage), "the file was opened there"
    do, wall = operations.do, page.wall
    key = wall.keys[MANY // 2]
    do("wall_go", partial(page.go_to, key))
    for _ in range(STEPS):
        do("wall_key", partial(_press, page, Qt.Key.Key_Down))
    for digit in (Qt.Key.Key_4, Qt.Key.Key_2):
        do("wall_place", partial(_press, page, digit))
    bar = wall.verticalScrollBar()
    for step in range(STEPS):
        do("wall_scroll", partial(bar.setValue, bar.maximum() * step // STEPS))
    for drag in _drags(page):
        do("wall_drag", drag)
    for words in ("s", "side", "side 39", ""):
        do("wall_find", partial(page.side.finder.setText, words))
    for by in (By.THEME, By.FIELD, By.CRITERION):
        do("wall_order", partial(page.order, by))
    keys = wall.keys
    do("wall_merge", partial(wall.merged.emit, keys[0], keys[MANY - 1]))
    do("wall_choose", page.choose)
    do("wall_stop", page.stop_choosing)


def _press(page: ImprovementsPage, key: Qt.Key) -> None:
    view = page.wall.view()
    assert view is not None, "there are cards"
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def _drags(page: ImprovementsPage) -> list[Callable[[], None]]:
    """A card is carried down the wall."""
    height = page.wall.viewport().height()
    return [
        partial(_drag, page, page.wall.keys[0], QPoint(page.wall.width() // 4, height * step // STEPS))
        for step in range(1, STEPS)
    ]


def _drag(page: ImprovementsPage, key: str, point: QPoint) -> None:
    carrying = carried(key)
    page.wall.dragMoveEvent(
        QDragMoveEvent(
            point,
            Qt.DropAction.CopyAction,
            carrying,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
