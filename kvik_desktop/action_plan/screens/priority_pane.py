"""The right half of the page: the matrix, and under it the area one is at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.area_detail import AreaDetail
from kvik_desktop.action_plan.screens.improvement_words import letters, matrix_words
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.matrix import Matrix, Placed
from kvik_desktop.shell.widgets.scroll import Scroll

SIDE_BY_SIDE = 420
"""Width from which effect and ease stand beside each other, at 100 %."""


class PriorityPane(Scroll):
    """Scrolls only where there is no room for both."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px = ui.theme.px
        self.matrix = Matrix(ui, matrix_words())
        self.detail = AreaDetail(ui)
        inside = QWidget()
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(px(12))
        column.addWidget(self.matrix, 1)
        column.addWidget(Hairline(ui))
        column.addWidget(self.detail)
        self.setAccessibleName(ui.tr(say("Effekt og lethed")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_wall(self, wall: Wall) -> None:
        """Show what is placed."""
        self.matrix.set_areas(
            [
                Placed(each.area.id, letters(place), each.area.text, *cell)
                for place, each in enumerate(wall.areas)
                if (cell := _cell(each.priority.effect, each.priority.ease))
            ]
        )

    def show_current(self, wall: Wall, key: str, *, read_only: bool) -> None:
        """Show the area one is at; nothing where there is none."""
        place = next((at for at, each in enumerate(wall.areas) if each.area.id == key), None)
        self.matrix.set_chosen(key)
        self.detail.setVisible(place is not None)
        if place is not None:
            self.detail.show_area(wall.areas[place], place, wall, read_only=read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow pane has effect over ease, and little air at its sides."""
        super().resizeEvent(event)
        px = self.ui.theme.px
        narrow = event.size().width() < px(SIDE_BY_SIDE)
        self._column.setContentsMargins(px(4 if narrow else 20), px(16), px(8 if narrow else 24), px(16))
        self.detail.stand(narrow=narrow)
        self.matrix.stand(narrow=self.width() < px(SIDE_BY_SIDE))  # with its scroll bar or without


def _cell(effect: int | None, ease: int | None) -> tuple[int, int] | None:
    """Where it stands in the matrix; None until both are given."""
    return None if effect is None or ease is None else (effect, ease)
