"""The plan as a list, a timeline or a board: one of them at a time, and the chosen action is the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_model import ActionModel, Column
from kvik_desktop.action_plan.screens.action_table import ActionTable
from kvik_desktop.action_plan.screens.plan_look import COLUMNS, PlanLook, View
from kvik_desktop.action_plan.screens.plan_rows import Section
from kvik_desktop.action_plan.screens.status_board import StatusBoard
from kvik_desktop.action_plan.screens.timeline_part import TimelinePart
from kvik_desktop.action_plan.screens.timeline_view import TimelineView
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.scroll import Scroll


class PlanViews(QStackedWidget):
    """The table holds the rows and where one is; the others show the same actions in another way."""

    chosen = Signal(str)
    """The user has gone to an action; empty for none."""

    def __init__(self, ui: Ui, look: PlanLook, *, read_only: bool) -> None:
        super().__init__()
        self._look = look
        self._is_filling = False
        self.model = ActionModel(ui, read_only=read_only)
        self.table = ActionTable(ui, self.model)
        self.fold = TimelinePart(ui)
        self.timeline = TimelineView(ui)
        self.board = StatusBoard(ui, read_only=read_only)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.fold)
        whole = Scroll()
        whole.setWidgetResizable(True)
        whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setWidget(self.board)
        self._views = {View.LIST: listed, View.TIMELINE: self.timeline, View.BOARD: whole}
        for view in self._views.values():
            self.addWidget(view)
        self.table.chosen.connect(self._came)
        self.fold.chosen.connect(self.choose)
        self.timeline.chosen.connect(self.choose)
        self.board.chosen.connect(self.choose)

    @property
    def key(self) -> str:
        """The id of the action one is at, empty for none."""
        return str(self.table.key or "")

    def show_plan(self, plan: Plan, sections: Sequence[Section]) -> None:
        """Show these actions; where one is stays."""
        here, column = self.key, max(self.table.currentIndex().column(), 0)
        actions = [each for section in sections for each in section.actions]
        self._is_filling = True
        self.model.show_actions(plan, [(section.title, section.actions) for section in sections])
        known = self.model.keys
        if known:
            self.table.keep_place(here if here in known else known[0], column)
        self._is_filling = False
        sorted_by = next((col for col, order in COLUMNS.items() if order is self._look.order), None)
        self.table.show_order(sorted_by, falling=self._look.falling)
        self.setCurrentWidget(self._views[self._look.view])
        if self._look.view is View.TIMELINE:
            self.timeline.show_plan(plan, actions, self.key)
        elif self._look.view is View.BOARD:
            self.board.show_plan(plan, actions, self.key)
        else:
            self.fold.show_plan(plan, self.key)

    def choose(self, key: str, column: Column = Column.WHAT) -> None:
        """Be at an action."""
        self.table.keep_place(key, column)

    def step(self, way: int) -> None:
        """Be at the next action (1) or the one before (-1), as they are ordered."""
        keys = self.model.keys
        if self.key in keys:
            self.choose(keys[min(max(keys.index(self.key) + way, 0), len(keys) - 1)])

    def _came(self, key: object) -> None:
        if self._is_filling:
            return
        own = str(key or "")
        self.fold.line.set_chosen(own)
        if self._look.view is View.TIMELINE:
            self.timeline.set_chosen(own)
        elif self._look.view is View.BOARD:
            self.board.set_chosen(own)
        self.chosen.emit(own)

    def take_focus(self) -> None:
        """What is shown has the keyboard."""
        if self._look.view is View.TIMELINE:
            self.timeline.take_focus()
        elif self._look.view is View.BOARD:
            self.board.take_focus()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        if self._look.view is View.BOARD:
            return self.board.column
        if self._look.view is View.TIMELINE and self.timeline.line.stops:
            return next(
                (
                    stop
                    for stop in self.timeline.line.stops.values()
                    if stop.focusPolicy() & Qt.FocusPolicy.TabFocus
                ),
                self.timeline,
            )
        return self.table
