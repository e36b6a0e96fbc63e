"""The timeline under the plan: it folds, and never takes the table's room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton, QuietButton
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.timeline import Timeline
from kvik_desktop.shell.widgets.timeline_lanes import State, TimelineBar

STATES: Mapping[Status, State] = {
    Status.PLANNED: "planned",
    Status.IN_PROGRESS: "active",
    Status.DONE: "done",
}
"""What is dropped has no bar."""

SHARE = 0.38
"""The most of the page it takes; the rest of it scrolls."""
ROOM = 460
"""The least height of the page, at 100 %, in which it is unfolded before the user says anything."""


ASIDE = 36
"""What the button that folds it takes of the timeline's first line, at 100 %."""


class TimelinePart(QWidget):
    """A picture of the rows that have a deadline, with a button that folds it; hidden while none has."""

    chosen = Signal(str)
    """The user has clicked the bar of this action."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self._wanted: bool | None = None
        self._room = 0
        self.line = Timeline(ui, say("Tidslinje"), aside=ASIDE)
        self.line.chosen.connect(self.chosen)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(tr(say("Tidslinje")))
        self._area.setWidget(self.line)
        self._area.setViewportMargins(0, 0, px(24), 0)
        self.fold = IconButton(ui, "chevron-down", tr(say("Skjul tidslinjen")), "Ctrl+T")
        self.unfold = QuietButton(ui, tr(say("Vis tidslinjen")), "chevron-up", small=True)
        self.unfold.setToolTip("Ctrl+T")
        for button in (self.fold, self.unfold):
            button.clicked.connect(self.turn)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        row = QGridLayout()
        row.setContentsMargins(px(24), 0, 0, px(4))
        row.addWidget(self._area, 0, 0, 1, 2)
        row.addWidget(self.fold, 0, 0, corner)
        row.addWidget(self.unfold, 1, 0, Qt.AlignmentFlag.AlignLeft)
        row.setColumnMinimumWidth(1, px(20))
        row.setColumnStretch(0, 1)
        row.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(ui))
        column.addLayout(row)
        self._fit()

    @property
    def is_unfolded(self) -> bool:
        """Whether the picture is seen."""
        return self._room >= self.ui.theme.px(ROOM) if self._wanted is None else self._wanted

    def turn(self) -> None:
        """Fold, or unfold."""
        held = self.fold.hasFocus() or self.unfold.hasFocus()
        self._wanted = not self.is_unfolded
        self._fit()
        if held:
            (self.fold if self.is_unfolded else self.unfold).setFocus(Qt.FocusReason.OtherFocusReason)

    def give_room(self, height: int) -> None:
        """How high the page is."""
        self._room = height
        self._fit()

    def show_plan(self, plan: Plan, chosen: str) -> None:
        """Show when what is done, and the chosen action."""
        bars = bars_of(plan, plan.actions)
        self.line.set_plan(bars, plan.today, plan.next_day)
        self.line.set_chosen(chosen)
        self.setVisible(bool(bars))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower page needs more lanes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        unfolded = self.is_unfolded
        for part in (self._area, self.fold):
            part.setVisible(unfolded)
        self.unfold.setVisible(not unfolded)
        wanted = self.line.heightForWidth(max(self._area.viewport().width(), 1))
        self._area.setFixedHeight(min(wanted, round(self._room * SHARE)))


def bars_of(plan: Plan, actions: Sequence[PlannedAction]) -> list[TimelineBar]:
    """The bars of those actions that have a deadline and are not dropped."""
    return [bar for each in actions if (bar := _bar(each, plan)) is not None]


def _bar(planned: PlannedAction, plan: Plan) -> TimelineBar | None:
    """From its start, or the acceptance of the result, to its deadline."""
    action, accepted = planned.action, plan.evaluation.accepted
    if action.deadline is None or action.status not in STATES:
        return None
    begun = action.start or (accepted.astimezone().date() if accepted else action.deadline)
    return TimelineBar(
        action.id,
        action.title,
        min(begun, action.deadline),
        action.deadline,
        STATES[action.status],
        action.id in plan.lacking,
        tuple(need.other for need in planned.prerequisites if need.other is not None),
    )
