"""What a card that is dragged over the wall would do: merge with a card, or go to a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from kvik_desktop.shell.widgets.matrix import MIME

if TYPE_CHECKING:
    from kvik_desktop.action_plan.screens.area_wall import AreaWall

EDGE, STEP, PAUSE = 48, 24, 30
"""So near its edges the wall scrolls, so far at a time (at 100 %), so often in milliseconds."""
MIDDLE = (0.25, 0.75)
"""The part of a card, from above, on which a card lands on it where the rest belongs to its theme."""


class WallDropping(QObject):
    """Tells the wall what to show meanwhile, and in the end what is asked for."""

    def __init__(self, wall: AreaWall) -> None:
        super().__init__(wall)
        self._wall = wall
        self._speed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._scroll)

    def enter(self, event: QDropEvent) -> None:
        """Only cards, and only where one can land."""
        if event.mimeData().hasFormat(MIME) and (self._wall.may_merge or self._wall.takes_themes):
            event.acceptProposedAction()

    def move(self, event: QDragMoveEvent) -> None:
        """Show where it would land, and scroll near the edges."""
        point = event.position().toPoint()
        card, group = self.target(key_of(event), point)
        self._wall.show_over(card, group)
        self._begin_to_scroll(point)
        event.acceptProposedAction()

    def leave(self) -> None:
        """It is elsewhere."""
        self._timer.stop()
        self._wall.show_over("", None)

    def drop(self, event: QDropEvent) -> None:
        """Ask for what it landed on."""
        key = key_of(event)
        card, group = self.target(key, event.position().toPoint())
        self.leave()
        event.acceptProposedAction()
        if card:
            self._wall.merged.emit(key, card)
        elif group is not None and self._wall.takes_themes:
            self._wall.moved.emit(key, group)

    def target(self, key: str, point: QPoint) -> tuple[str, str | None]:
        """The card it would be merged with, empty for none, and the group it would go to."""
        wall, inside = self._wall, self._wall.widget()
        assert inside is not None, "the wall always has cards or room for them"
        at = inside.mapFrom(wall.viewport(), point)
        for group, part in wall.groups.items():
            if part.geometry().contains(at):
                card, down = part.view.card_at(part.view.viewport().mapFrom(inside, at))
                lands = not wall.takes_themes or MIDDLE[0] <= down <= MIDDLE[1]
                if card and card != key and wall.may_merge and lands:
                    return card, group
                return "", None if key in part.view.keys else group
        return "", None

    def _begin_to_scroll(self, point: QPoint) -> None:
        px, height = self._wall.ui.theme.px, self._wall.viewport().height()
        self._speed = px(STEP) * ((point.y() > height - px(EDGE)) - (point.y() < px(EDGE)))
        if self._speed and not self._timer.isActive():
            self._timer.start()
        elif not self._speed:
            self._timer.stop()

    def _scroll(self) -> None:
        bar = self._wall.verticalScrollBar()
        bar.setValue(bar.value() + self._speed)


def key_of(event: QDropEvent) -> str:
    """The card that is carried."""
    return bytes(event.mimeData().data(MIME).data()).decode()
