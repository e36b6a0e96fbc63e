"""What stands beside the plan: what is worth looking at, or everything more about the chosen action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_form import ActionForm
from kvik_desktop.action_plan.screens.hint_panel import HintPanel
from kvik_desktop.action_plan.screens.hint_words import told
from kvik_desktop.action_plan.screens.why_line import WhyLine
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll

HINTS, FIELDS = "hints", "fields"


class PlanSide(QFrame):
    """One of two at a time, each scrolled by itself."""

    turned = Signal(str)
    """The user wants to see the hints, or the fields."""
    formed = Signal(object)
    """The fields are made, which happens once: an :class:`ActionForm`."""

    def __init__(self, ui: Ui, *, read_only: bool = False) -> None:
        super().__init__()
        self.ui = ui
        self._read_only = read_only
        self.reason = WhyLine(ui)
        tr, px = ui.tr, ui.theme.px
        self.setProperty("look", "window")
        self.setAccessibleName(tr(say("Ved siden af planen")))
        chips = [Filter(HINTS, tr(say("At se på"))), Filter(FIELDS, tr(say("Flere felter")))]
        self.chips = FilterChips(ui, tr(say("Vis ved siden af planen")), chips)
        self.chips.chosen.connect(self._turn)
        self.hints = HintPanel(ui)
        self._form: ActionForm | None = None
        self._plan: Plan | None = None
        self._chosen = ""
        self._nothing = ReadingText(ui, tr(say("Vælg et tiltag i tabellen.")), ink="text-2")
        both = QWidget()
        self._fields = QVBoxLayout(both)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.addWidget(self._nothing)
        self._fields.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.setProperty("look", "window")
        for part in (self.hints, both):
            self._stack.addWidget(self._scrolling(part))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(8), 0, 0)
        layout.setSpacing(px(4))
        chips_row = QVBoxLayout()
        chips_row.setContentsMargins(px(12), 0, px(12), 0)
        chips_row.addWidget(self.chips)
        layout.addLayout(chips_row)
        why_row = QVBoxLayout()
        why_row.setContentsMargins(px(20), 0, px(20), 0)
        why_row.addWidget(self.reason)
        layout.addLayout(why_row)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.chips)

    def _scrolling(self, part: QWidget) -> Scroll:
        px = self.ui.theme.px
        inside = QFrame()
        inside.setProperty("look", "window")
        area = Scroll()
        area.setProperty("look", "window")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(20), px(8), px(20), px(24))
        column.addWidget(part)
        return area

    @property
    def showing(self) -> str:
        """The hints, or the fields."""
        return self.chips.key

    def show_part(self, key: str) -> None:
        """Show the hints, or the fields."""
        self.chips.set_key(key)
        if key == FIELDS:
            self._show_form()
        self._stack.setCurrentIndex(0 if key == HINTS else 1)

    def show_plan(self, plan: Plan, chosen: str) -> None:
        """Show what is so now; ``chosen`` is the id of the action at hand, empty for none."""
        self.hints.show_plan(plan)
        self.chips.set_counts([len(told(plan.hints)), None])
        self.show_chosen(plan, chosen)

    def show_chosen(self, plan: Plan, chosen: str) -> None:
        """Another action is at hand."""
        self.reason.show_action(plan.of(chosen), plan.today, read_only=self._read_only)
        self._plan, self._chosen = plan, chosen
        self._nothing.setVisible(plan.of(chosen) is None)
        if self._form is not None:
            self._show_form()

    @property
    def form(self) -> ActionForm:
        """Everything more about the action at hand; made when it is first wanted, for it is big."""
        if self._form is None:
            self._form = ActionForm(self.ui)
            self._fields.insertWidget(1, self._form, 1)
            self.formed.emit(self._form)
        return self._form

    def _show_form(self) -> None:
        planned = self._plan.of(self._chosen) if self._plan is not None else None
        self.form.setVisible(planned is not None)
        if planned is not None and self._plan is not None:
            self.form.show_action(planned, self._plan)

    def flush(self) -> None:
        """Save what is being written in the fields."""
        if self._form is not None:
            self._form.flush()

    def _turn(self, key: str) -> None:
        self.show_part(key)
        self.turned.emit(key)
