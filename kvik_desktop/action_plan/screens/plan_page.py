"""Step 5, Handlingsplan: what, who, when, and how we can see it; edited in place, with hints beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.hints import Hint, HintKind
from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.pages import Plan, plan_page
from kvik_desktop.action_plan.screens.action_form import ActionForm
from kvik_desktop.action_plan.screens.action_model import FIELDS, Column
from kvik_desktop.action_plan.screens.action_words import READ_ONLY, known_people, status_word
from kvik_desktop.action_plan.screens.hint_words import COLUMNS
from kvik_desktop.action_plan.screens.plan_empty import nothing_yet, too_early
from kvik_desktop.action_plan.screens.plan_export import save_calendar
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
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
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

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._plan: Plan | None = None
        self._wanted: tuple[str, Column | None] | None = None
        self._look = desk.kept(PlanLook)
        self._look.take_up(desk.look_of(PLAN))
        self._arrangement = Arrangement(self._look, ui.tr)
        tr = ui.tr
        chips = [Filter(key, tr(words)) for key, words in FILTERS.items()]
        self.filters = FilterBar(ui, tr(say("Vis af planen")), chips)
        self.filters.set_key(self._look.filter)
        self.looks = PlanMenu(ui, self._look)
        self.top = PlanTop(self.filters, self.looks)
        self.views = PlanViews(ui, self._look, read_only=desk.read_only)
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
        self.looks.exported.connect(self._export)
        self.model.edited.connect(self._edited)
        self.table.fields.faulted.connect(self.desk.say)
        self.table.removed.connect(self.remove)
        self.table.shifted.connect(self.shift)
        self.table.sorted_by.connect(self._sort)
        self.views.chosen.connect(self._chosen)
        self.views.board.given.connect(self.set_status)
        self.views.board.opened.connect(lambda _: self.show_more())
        self.views.timeline.opened.connect(lambda _: self.show_more())
        self.views.timeline.as_list.connect(lambda: self.show_view(View.LIST))
        self.side.hints.followed.connect(self._follow)
        self.side.formed.connect(self._listen_to)
        self.side.reason.given.connect(lambda *told: self._do(follow_up.give_reason, self.place, *told))
        self.questions.turned.connect(self._show_foot)
        self.questions.left.connect(self.views.take_focus)
        self.questions.approved.connect(self._approve)
        self.questions.dropped.connect(self._drop)
        acts: dict[Shortcut, Callable[[], object]] = {
            NEW: self.add,
            COPY: self.copy,
            MORE: self.show_more,
            LOOK: self.looks.open,
            TIMELINE: self.timeline.turn,
        }
        bind_all(self, {key.keys: act for key, act in acts.items()})

    def _listen_to(self, form: ActionForm) -> None:
        if self.desk.read_only:
            form.set_read_only()
        form.amended.connect(lambda key, fields: self._amend(key, **fields))
        form.people_set.connect(lambda key, names: self._do(editing.set_participants, key, names))
        form.needs_set.connect(lambda *given: self._set_needs(form, *given))
        form.status_set.connect(self.set_status)
        form.measured.connect(lambda *given: self._do(follow_up.measure, *given))
        form.unmeasured.connect(lambda *given: self._do(follow_up.remove_measurement, *given))
        form.tied.connect(lambda key, area: self._do(editing.tie, key, [area]))
        form.untied.connect(lambda key, place: self._do(editing.untie, key, place))
        form.noted.connect(lambda key, text: self._do(follow_up.note, key, text))

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
        self._plan = plan
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
        assert self._plan is not None
        plan = self._plan
        self.views.show_plan(plan, self._arrangement.sections(plan))
        self.table.fields.people = known_people(plan)
        self.side.show_plan(plan, self.place)

    def _come(self) -> None:
        """Go where one wanted, as soon as that is there."""
        if self._plan is None or self._wanted is None:
            return
        key, column = self._wanted
        if self._plan.of(key) is None:
            return
        self._wanted = None
        if self.model.row_of(key) is None:
            self._show_everything()
        if column is None:
            self.views.choose(key)
        else:
            if self._look.view is not View.LIST:
                self.show_view(View.LIST)
            self.table.begin(key, column)

    def _show_everything(self) -> None:
        self.filters.set_key(ALL)
        self._look.filter, self._look.responsible, self._look.theme = ALL, None, None
        self.looks.say_look()
        self._show_rows()

    def _filter(self, key: str) -> None:
        self._look.filter = key
        self._look_anew()

    def _sort(self, column: int) -> None:
        self.flush()
        self._look.turn(ORDER_OF[Column(column)])
        self._look_anew()

    def show_view(self, view: View) -> None:
        """A list, a timeline or a board."""
        self.flush()
        self._look.view = view
        self.looks.say_look()
        self._look_anew()
        self.views.take_focus()

    def _look_anew(self) -> None:
        self.desk.keep_look(PLAN, self._look.kept)
        self._arrangement.forget()
        if self._plan is not None:
            self._show_rows()

    def _chosen(self, key: str) -> None:
        if self._plan is not None:
            self.side.show_chosen(self._plan, key)
            self.moved.emit()

    # The foot

    def _show_foot(self) -> None:
        if self._plan is None:
            return
        read_only = self.ui.tr(READ_ONLY) if self.desk.read_only else ""
        if self.questions.is_asking:
            self.set_foot(self.questions.foot())
        elif self._plan.is_open:
            acts = self.add, self.ask_approval, lambda: self.desk.go("6")
            self.set_foot(filled(self.ui.tr, self._plan, acts, read_only))
        else:
            self.set_foot(Foot())

    def ask_approval(self) -> None:
        """Ask who approves the plan."""
        if self._plan is not None and self._plan.actions:
            self.flush()
            leaders = [person.name for person in self._plan.people if person.leader]
            self.questions.ask_approval(leaders, leaders[0] if len(leaders) == 1 else "")

    def _approve(self, name: str) -> None:
        assert self._plan is not None, "nobody is asked before the plan is there"
        done = self.desk.do(plans.approve, self._plan.evaluation.id, name)
        done.then(lambda _: self.desk.say(self.ui.tr(say("Planen er godkendt")), undoable=True))

    def set_status(self, action: str, status: Status) -> None:
        """Say how far an action is; what is dropped needs a reason first."""
        found = self._plan.of(action) if self._plan is not None else None
        if found is None or not self._can or found.action.status is status:
            return
        self.flush()
        if status is Status.DROPPED:
            self.questions.ask_reason(action)
        else:
            self._set_status(found, status)

    def _drop(self, action: str, reason: str) -> None:
        found = self._plan.of(action) if self._plan is not None else None
        if found is not None:
            self._set_status(found, Status.DROPPED, reason)

    def _set_status(self, found: PlannedAction, status: Status, reason: str = "") -> None:
        self._arrangement.move(found.action.id)
        said = say("»{title}«: {status}", title=found.action.title, status=status_word(status))
        done = self._do(follow_up.set_status, found.action.id, status, reason)
        done.then(lambda _: self.desk.say(self.ui.tr(said), undoable=True))

    # What the user does

    def _do(self, usecase: Any, action: str, *given: Any, **fields: Any) -> Any:
        """Do something with an action; where it is refused, the fields show what is kept."""
        assert self._plan is not None
        desk = self.desk.telling(self._refused)
        return desk.do(usecase, self._plan.evaluation.id, action, *given, **fields)

    def _refused(self, problem: Problem) -> None:
        self.desk.tell(problem)
        self.refresh()

    def _amend(self, action: str, **fields: Any) -> None:
        self._arrangement.move(action)
        self._do(editing.amend, action, **fields)

    def _set_needs(self, form: ActionForm, action: str, others: Sequence[str], words: Sequence[str]) -> None:
        """What cannot be waited for is told beside the field."""
        assert self._plan is not None
        desk = self.desk.telling(form.refuse_needs)
        done = desk.do(editing.set_prerequisites, self._plan.evaluation.id, action, others, words)
        done.then(lambda _: form.refuse_needs(None))

    def _export(self, alone: bool) -> None:
        found = self._current
        if self._plan is not None and (found is not None or not alone):
            self.flush()
            save_calendar(self.desk, self.ui, self._plan, found if alone else None)

    def _edited(self, key: str, column: int, value: object) -> None:
        self._do(editing.amend, key, **{FIELDS[Column(column)]: value})

    @property
    def _can(self) -> bool:
        return self._plan is not None and self._plan.is_open and not self.desk.read_only

    def add(self) -> None:
        """A new action at the end, with its title to be written."""
        if self._plan is not None and self._can:
            self.flush()
            title = self.ui.tr(say("Nyt tiltag"))
            self.desk.do(editing.add, self._plan.evaluation.id, title).then(self._begin)

    def copy(self) -> None:
        """A copy of the chosen action, with its title to be written."""
        found = self._current
        if found is not None and self._can:
            self.flush()
            title = self.ui.tr(say("{title} (kopi)", title=found.action.title))
            self._do(editing.duplicate, found.action.id, title).then(self._begin)

    def _begin(self, made: PlannedAction) -> None:
        self._wanted = (made.action.id, Column.WHAT)
        self._come()

    def remove(self) -> None:
        """Take the chosen action out of the plan; it can be undone."""
        found = self._current
        if found is None or not self._can:
            return
        keys = self.model.keys
        others = [key for key in keys if key != found.action.id]
        if others:
            self._wanted = (others[min(keys.index(found.action.id), len(others) - 1)], None)
        said = self.ui.tr(say("»{title}« er slettet", title=found.action.title))
        self._do(editing.remove, found.action.id).then(lambda _: self.desk.say(said, undoable=True))

    def shift(self, way: int) -> None:
        """Move the chosen action up or down among those that are shown."""
        found = self._current
        if found is not None and self._can and not self._look.is_plans_own:
            self.desk.say(self.ui.tr(say("Vis planens egen rækkefølge for at flytte et tiltag.")))
            return
        row = self.table.currentIndex().row() + way
        if found is None or not self._can or not 0 <= row < self.model.rowCount():
            return
        assert self._plan is not None
        order = [each.action.id for each in self._plan.actions]
        other = str(self.model.key_at(row))
        order.remove(found.action.id)
        order.insert(order.index(other) + (1 if way > 0 else 0), found.action.id)
        self.desk.do(editing.reorder, self._plan.evaluation.id, order)

    def show_more(self) -> None:
        """Show all other fields of the chosen action, ready to be written."""
        assert self.panes is not None
        self.flush()
        if self._current is not None:
            self.panes.want_guidance(wanted=True)
            self.side.show_part(FIELDS_PART)
            self.side.form.description.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _current(self) -> PlannedAction | None:
        return self._plan.of(self.place) if self._plan is not None else None

    def _follow(self, hint: Hint) -> None:
        """Go to where a hint can be put right."""
        assert self.panes is not None
        if hint.kind in COLUMNS and hint.action is not None:
            self.panes.close_drawer()
            self._wanted = (hint.action, COLUMNS[hint.kind])
            self._come()
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
