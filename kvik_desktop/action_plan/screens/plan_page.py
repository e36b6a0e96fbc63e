"""Step 5, Handlingsplan: what, who, when, and how we can see it; edited in place, with hints beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan import follow_up
from kvik_desktop.action_plan.hints import Hint, HintKind
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Plan, plan_page
from kvik_desktop.action_plan.screens.action_form import ActionForm
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.action_words import READ_ONLY, known_people
from kvik_desktop.action_plan.screens.hint_words import COLUMNS
from kvik_desktop.action_plan.screens.plan_acts import PlanActs
from kvik_desktop.action_plan.screens.plan_empty import nothing_yet, too_early
from kvik_desktop.action_plan.screens.plan_filters import ALL, FILTERS, counts
from kvik_desktop.action_plan.screens.plan_foot import filled
from kvik_desktop.action_plan.screens.plan_keys import COPY, HELP, KEYS, LOOK, MORE, NEW, TIMELINE
from kvik_desktop.action_plan.screens.plan_look import COLUMNS as ORDER_OF
from kvik_desktop.action_plan.screens.plan_look import PlanLook, View
from kvik_desktop.action_plan.screens.plan_menu import PlanMenu, PlanTop
from kvik_desktop.action_plan.screens.plan_questions import PlanQuestions
from kvik_desktop.action_plan.screens.plan_rows import Arrangement
from kvik_desktop.action_plan.screens.plan_side import FIELDS as FIELDS_PART
from kvik_desktop.action_plan.screens.plan_side import PlanSide
from kvik_desktop.action_plan.screens.plan_views import PlanViews
from kvik_desktop.action_plan.screens.projected.actions_showing import planned
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.keys import bind_all
from kvik_desktop.shell.page import Foot, Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.filter_bar import FilterBar

IN_FORM = (HintKind.NO_ORIGIN, HintKind.NO_BASELINE)
"""Hints that are put right among the other fields."""

PLAN = "plan"
"""What the way one looks at this page is remembered under."""

SIDE, TABLE = 336, 760
"""Width of what stands beside the table, and the least of the table, at 100 %."""


class PlanPage(Page):
    """Every field is saved when it is left; no hint stops anybody."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.CONSENSUS, Kind.AREAS, Kind.PLAN})
    help = HELP
    keys = KEYS
    projects = True

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self.plan: Plan | None = None
        """What the file said last."""
        self.acts = PlanActs(self)
        self._wanted: tuple[str, Column | None] | None = None
        self.look = desk.kept(PlanLook)
        self.look.take_up(desk.look_of(PLAN))
        self.arrangement = Arrangement(self.look, ui.tr)
        tr = ui.tr
        chips = [Filter(key, tr(words)) for key, words in FILTERS.items()]
        self.filters = FilterBar(ui, tr(say("Vis af planen")), chips)
        self.filters.set_key(self.look.filter)
        self.looks = PlanMenu(ui, self.look)
        self.top = PlanTop(self.filters, self.looks)
        self.views = PlanViews(ui, self.look, read_only=desk.read_only)
        self.table, self.model, self.timeline = self.views.table, self.views.model, self.views.fold
        self.questions = PlanQuestions(ui)
        self.side = PlanSide(ui, read_only=desk.read_only)
        self.early, self.empty = too_early(ui), nothing_yet(ui)
        self._stack = QStackedWidget()
        self._body = self._filled()
        self.set_panes(self._stack, guidance=self.side, guidance_width=SIDE, least=TABLE)
        for view in (self._body, self.empty, self.early):
            self._stack.addWidget(view)
        self._listen()

    def _filled(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.views, 1)
        column.addWidget(self.questions)
        return body

    def _listen(self) -> None:
        self.empty.acted.connect(lambda: self.desk.go("4"))
        self.early.acted.connect(lambda: self.desk.go("3"))
        self.filters.chosen.connect(self._filter)
        self.looks.changed.connect(self._look_anew)
        self.looks.exported.connect(lambda alone: self.acts.export(alone=alone))
        self.model.edited.connect(self.acts.edited)
        self.table.fields.faulted.connect(self.desk.say)
        self.table.removed.connect(self.acts.remove)
        self.table.shifted.connect(self.acts.shift)
        self.table.sorted_by.connect(self._sort)
        self.views.chosen.connect(self._chosen)
        self.views.board.given.connect(self.acts.set_status)
        self.views.board.opened.connect(lambda _: self.show_more())
        self.views.timeline.opened.connect(lambda _: self.show_more())
        self.views.timeline.as_list.connect(lambda: self.show_view(View.LIST))
        self.side.hints.followed.connect(self._follow)
        self.side.formed.connect(self._listen_to)
        self.side.reason.given.connect(lambda *told: self.acts.do(follow_up.give_reason, self.place, *told))
        self.questions.turned.connect(self._show_foot)
        self.questions.left.connect(self.views.take_focus)
        self.questions.approved.connect(self.acts.approve)
        self.questions.dropped.connect(self.acts.drop)
        acts: dict[Shortcut, Callable[[], object]] = {
            NEW: self.acts.add,
            COPY: self.acts.copy,
            MORE: self.show_more,
            LOOK: self.looks.open,
            TIMELINE: self.timeline.turn,
        }
        bind_all(self, {key.keys: act for key, act in acts.items()})
        self.driving = {"Up": lambda: self.views.step(-1), "Down": lambda: self.views.step(1)}

    def _listen_to(self, form: ActionForm) -> None:
        if self.desk.read_only:
            form.set_read_only()
        self.acts.listen_to(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low page the table comes first."""
        super().resizeEvent(event)
        self.timeline.give_room(event.size().height())

    # Where one is

    @property
    def place(self) -> str:
        """The chosen action's id."""
        return self.views.key

    def go_to(self, place: str) -> None:
        """Choose an action."""
        self._wanted = (place, None)
        self._come()

    def first_focus(self) -> QWidget | None:
        """The table, or what can be done where there is none."""
        view = self._stack.currentWidget()
        return view.button if isinstance(view, EmptyState) else self.views.first_focus()

    # What the file says

    def refresh(self) -> None:
        """Ask for the plan."""
        self.desk.ask(plan_page).then(self._show)

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        view = self._body if plan.actions else self.empty if plan.is_open else self.early
        self._stack.setCurrentWidget(view)
        self.filters.setEnabled(bool(plan.actions))
        self.filters.set_counts(counts(plan))
        self.looks.show_plan(plan)
        self._show_rows()
        self._come()
        self._show_foot()

    def _show_rows(self) -> None:
        """Show what the filter leaves; what is put right stays where it is until one looks another way."""
        assert self.plan is not None
        plan = self.plan
        self.views.show_plan(plan, self.arrangement.sections(plan))
        self.table.fields.people = known_people(plan)
        self.side.show_plan(plan, self.place)
        self._project()

    def _project(self) -> None:
        """Let the room follow."""
        if self.plan is not None:
            self.set_projection(planned(self.plan, self.model.keys, self.place, self.ui.tr))

    @property
    def may_act_unseen(self) -> bool:
        """The room makes the plan; nobody approves it, or leaves it, without seeing this page."""
        return False

    def go_after(self, key: str) -> None:
        """Choose an action as soon as what is being done has been done."""
        self._wanted = (key, None)

    def come_to(self, key: str, column: Column) -> None:
        """Write in a cell of an action, as soon as that is there."""
        self._wanted = (key, column)
        self._come()

    def _come(self) -> None:
        """Go where one wanted, as soon as that is there."""
        if self.plan is None or self._wanted is None:
            return
        key, column = self._wanted
        if self.plan.of(key) is None:
            return
        self._wanted = None
        if self.model.row_of(key) is None:
            self._show_everything()
        if column is None:
            self.views.choose(key)
        else:
            if self.look.view is not View.LIST:
                self.show_view(View.LIST)
            self.table.begin(key, column)

    def _show_everything(self) -> None:
        self.filters.set_key(ALL)
        self.look.filter, self.look.responsible, self.look.theme = ALL, None, None
        self.looks.say_look()
        self._show_rows()

    def _filter(self, key: str) -> None:
        self.look.filter = key
        self._look_anew()

    def _sort(self, column: int) -> None:
        self.flush()
        self.look.turn(ORDER_OF[Column(column)])
        self._look_anew()

    def show_view(self, view: View) -> None:
        """A list, a timeline or a board."""
        self.flush()
        self.look.view = view
        self.looks.say_look()
        self._look_anew()
        self.views.take_focus()

    def _look_anew(self) -> None:
        self.desk.keep_look(PLAN, self.look.kept)
        self.arrangement.forget()
        if self.plan is not None:
            self._show_rows()

    def _chosen(self, key: str) -> None:
        if self.plan is not None:
            self.side.show_chosen(self.plan, key)
            self._project()
            self.moved.emit()

    # The foot

    def _show_foot(self) -> None:
        if self.plan is None:
            return
        read_only = self.ui.tr(READ_ONLY) if self.desk.read_only else ""
        if self.questions.is_asking:
            self.set_foot(self.questions.foot())
        elif self.plan.is_open:
            acts = self.acts.add, self.ask_approval, lambda: self.desk.go("6")
            self.set_foot(filled(self.ui.tr, self.plan, acts, read_only))
        else:
            self.set_foot(Foot())

    def ask_approval(self) -> None:
        """Ask who approves the plan."""
        if self.plan is not None and self.plan.actions:
            self.flush()
            leaders = [person.name for person in self.plan.people if person.leader]
            self.questions.ask_approval(leaders, leaders[0] if len(leaders) == 1 else "")

    def show_more(self) -> None:
        """Show all other fields of the chosen action, ready to be written."""
        assert self.panes is not None
        self.flush()
        if self.current is not None:
            self.panes.want_guidance(wanted=True)
            self.side.show_part(FIELDS_PART)
            self.side.form.description.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def current(self) -> PlannedAction | None:
        """The chosen action."""
        return self.plan.of(self.place) if self.plan is not None else None

    def _follow(self, hint: Hint) -> None:
        """Go to where a hint can be put right."""
        assert self.panes is not None
        if hint.kind in COLUMNS and hint.action is not None:
            self.panes.close_drawer()
            self.come_to(hint.action, COLUMNS[hint.kind])
        elif hint.kind in IN_FORM and hint.action is not None:
            self.go_to(hint.action)
            self.show_more()
            field = self.side.form.areas if hint.kind is HintKind.NO_ORIGIN else self.side.form.baseline
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif hint.action is not None:
            self.desk.go("7", hint.action)
        else:
            self.desk.go("4", hint.subcriterion or "")

    def flush(self) -> None:
        """Save what is being written in a cell or a field."""
        self.table.commit()
        self.side.flush()
