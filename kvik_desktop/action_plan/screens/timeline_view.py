"""The plan as a timeline that fills the page: what is done when, and what waits for what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.timeline_part import bars_of
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.timeline_stops import SteeredTimeline

EDGE = 24


class TimelineView(QWidget):
    """Bars are one tab stop with arrows between them; the list says the same as a table."""

    chosen = Signal(str)
    """The user has gone to this action."""
    opened = Signal(str)
    """Everything about an action is to be seen."""
    as_list = Signal()
    """The user wants the list: what has no day is there."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.line = SteeredTimeline(ui, tr(say("Tidslinje")), tr(say("Ingen af tiltagene har en frist.")))
        self.line.chosen.connect(self.chosen)
        self.line.opened.connect(self.opened)
        self._area = Scroll()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(EDGE), px(8), px(EDGE), px(16))
        column.addWidget(self.line)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._left_out = ReadingText(ui, "", ink="text-2")
        self.list_ = LinkButton(ui, tr(say("Se dem i listen")))
        self.list_.clicked.connect(self.as_list)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(px(EDGE), px(4), px(EDGE), px(8))
        row.setSpacing(px(16))
        row.addWidget(self._left_out, 1)
        row.addWidget(self.list_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._foot)

    def show_plan(self, plan: Plan, actions: Sequence[PlannedAction], chosen: str) -> None:
        """Show when these are done, and how many of them no day is known for."""
        bars = bars_of(plan, actions)
        missing = sum(1 for each in actions if each.action.is_open and each.action.deadline is None)
        self.line.set_plan(bars, plan.today, plan.next_day)
        self.line.set_chosen(chosen)
        words = say_n("{n} tiltag har ingen frist.", "{n} tiltag har ingen frist.", missing)
        self._left_out.setText(self.ui.tr(words))
        self._foot.setVisible(missing > 0)

    def set_chosen(self, key: str) -> None:
        """Be at this action; without a signal."""
        self.line.set_chosen(key)
        if key in self.line.stops:
            self._area.ensureWidgetVisible(self.line.stops[key])

    def take_focus(self) -> None:
        """The bar one is at has the keyboard, or what can be done where there is none."""
        if not self.line.take_focus():
            self.list_.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs more or fewer lanes."""
        super().resizeEvent(event)
        self.line.updateGeometry()
