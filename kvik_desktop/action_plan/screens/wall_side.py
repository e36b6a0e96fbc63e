"""The left half of the page: what the wall is ordered by, a field to find in it, and the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.action_plan.screens.area_wall import EDGE, AreaWall
from kvik_desktop.action_plan.screens.leaving_line import LeavingLine
from kvik_desktop.action_plan.screens.wall_groups import By
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.shell.widgets.filter_bar import FilterBar
from kvik_desktop.shell.widgets.reading_text import ReadingText


class WallSide(QWidget):
    """Without the bar it is the wall alone: that is enough for a small team."""

    ordered = Signal(str)
    """The user wants another order; one of :class:`By`."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        orders = (
            Filter(By.CRITERION, tr(say("Kriterium"))),
            Filter(By.THEME, tr(say("Tema"))),
            Filter(By.FIELD, tr(say("Felt"))),
            Filter(By.DOTS, tr(say("Prikker"))),
        )
        self.orders = FilterBar(ui, tr(say("Vis efter")), orders)
        self.orders.chosen.connect(self.ordered)
        self.finder = LeavingLine(tr(say("Find et område")))
        self.finder.left.connect(self.finder.clear)
        self.finder.setPlaceholderText(tr(say("Find")))
        self.finder.setClearButtonEnabled(True)
        self.wall = AreaWall(ui)
        self._nothing = ReadingText(ui, tr(say("De ord står ikke i noget område.")), ink="text-2")
        self._nothing.setContentsMargins(px(24), px(16), px(24), px(16))
        self._nothing.hide()
        self.bar = QFrame()
        self.bar.setProperty("look", "window")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(px(EDGE), px(12), px(EDGE), px(4))
        row.setSpacing(px(16))
        row.addWidget(self.orders, 3)
        row.addWidget(self.finder, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self._nothing, self.wall):
            column.addWidget(part)

    def show_bar(self, *, shown: bool, by: By, has_dots: bool) -> None:
        """Have the bar or not; it can be ordered by dots where there are any."""
        self.bar.setVisible(shown)
        self.orders.hide_filter(By.DOTS, hidden=not has_dots)
        self.orders.set_key(by)

    def show_nothing(self, *, nothing: bool) -> None:
        """Say that nothing was found."""
        self._nothing.setVisible(nothing)
