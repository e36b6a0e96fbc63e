"""Step 5, Handlingsplan: what, who, when, and how we can see it; edited in place, with hints beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.hints import Hint, HintKind
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Plan, plan_page
from kvik_desktop.action_plan.screens.action_form import ActionForm
from kvik_desktop.action_plan.screens.action_model import FIELDS, ActionModel, Column
from kvik_desktop.action_plan.screens.action_table import ActionTable
from kvik_desktop.action_plan.screens.action_words import READ_ONLY
from kvik_desktop.action_plan.screens.hint_words import COLUMNS
from kvik_desktop.action_plan.screens.name_bar import NameBar
from kvik_desktop.action_plan.screens.plan_filters import ALL, FILTERS, counts, left
from kvik_desktop.action_plan.screens.plan_foot import approving, filled
from kvik_desktop.action_plan.screens.plan_side import FIELDS as FIELDS_PART
from kvik_desktop.action_plan.screens.plan_side import PlanSide
from kvik_desktop.action_plan.screens.timeline_part import TimelinePart
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

SIDE, TABLE = 336, 760
"""Width of what stands beside the table, and the least of the table, at 100 %."""

NEW = Shortcut("Ctrl+N", say("Nyt tiltag"))
COPY = Shortcut("Ctrl+D", say("Kopi af tiltaget"))
MORE = Shortcut("Ctrl+E", say("Flere felter for tiltaget"))
TIMELINE = Shortcut("Ctrl+T", say("Vis eller skjul tidslinjen"))
IN_TABLE = (
    Shortcut("Enter", say("I tabellen: ret cellen")),
    Shortcut("Tab", say("I et felt: gem, og ret den næste celle")),
    Shortcut("Alt+↑ Alt+↓", say("I tabellen: flyt tiltaget")),
    Shortcut("Delete", say("I tabellen: slet tiltaget")),
)


class PlanPage(Page):
    """Every field is saved when it is left; no hint stops anybody."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.CONSENSUS, Kind.AREAS, Kind.PLAN})
    help = say(
        "Planen siger fire ting om hvert tiltag: hvad I gør, hvem der har ansvaret, hvornår det er gjort, og "
        "hvordan I kan se, at det virker. Ret direkte i tabellen; alt gemmes med det samme. Til højre står, "
        "hvad der mangler, med en vej derhen. Det stopper jer ikke: lederen kan godkende planen, når I "
        "synes, den er klar."
    )
    keys = (NEW, COPY, MORE, TIMELINE, *IN_TABLE)

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._plan: Plan | None = None
        self._wanted: tuple[str, Column | None] | None = None
        self._shown: set[str] = set()
        self._is_filling = False
        self._asking = False
        tr = ui.tr
        chips = [Filter(key, tr(words)) for key, words in FILTERS.items()]
        self.filters = FilterBar(ui, tr(say("Vis af planen")), chips)
        self.top = self.filters
        self.model = ActionModel(ui, read_only=desk.read_only)
        self.table = ActionTable(ui, self.model)
        self.approval = NameBar(
            ui,
            tr(say("Hvem godkender planen?")),
            tr(
                say(
                    "Derefter begynder opfølgningen. I kan stadig rette i planen, og godkendelsen kan "
                    "fortrydes."
                )
            ),
            tr(say("Navn")),
        )
        self.timeline = TimelinePart(ui)
        self.side = PlanSide(ui)
        self.early = self._early()
        self.empty = self._empty()
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
        column.addWidget(self.table, 1)
        column.addWidget(self.approval)
        column.addWidget(self.timeline)
        return body

    def _empty(self) -> EmptyState:
        tr = self.ui.tr
        text = say("Begynd med et område fra Hurtig gevinst. Det tager et par minutter.")
        title, act = say("Ingen tiltag endnu"), say("Hent områder fra trin 4")
        return EmptyState(self.ui, "calendar", tr(title), tr(text), tr(act))

    def _early(self) -> EmptyState:
        tr = self.ui.tr
        text = say("Når lederen har godkendt resultatet, lægger I her planen for det, I vil gøre bedre.")
        title, act = say("Resultatet er ikke godkendt endnu"), say("Gå til Konsensus")
        return EmptyState(self.ui, "calendar", tr(title), tr(text), tr(act))

    def _listen(self) -> None:
        self.empty.acted.connect(lambda: self.desk.go("4"))
        self.early.acted.connect(lambda: self.desk.go("3"))
        self.filters.chosen.connect(self._filter)
        self.model.edited.connect(self._edited)
        self.table.fields.faulted.connect(self.desk.say)
        self.table.chosen.connect(self._chosen)
        self.table.removed.connect(self.remove)
        self.table.shifted.connect(self.shift)
        self.side.hints.followed.connect(self._follow)
        self.approval.changed.connect(self._show_foot)
        self.approval.left.connect(self._stop_asking)
        self.side.formed.connect(self._listen_to)
        self.timeline.chosen.connect(self.go_to)
        acts = {NEW: self.add, COPY: self.copy, MORE: self.show_more, TIMELINE: self.timeline.turn}
        bind_all(self, {key.keys: act for key, act in acts.items()})

    def _listen_to(self, form: ActionForm) -> None:
        if self.desk.read_only:
            form.set_read_only()
        form.amended.connect(lambda key, fields: self._do(editing.amend, key, **fields))
        form.people_set.connect(lambda key, names: self._do(editing.set_participants, key, names))
        form.needs_set.connect(lambda *given: self._do(editing.set_prerequisites, *given))
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
        return str(self.table.key or "")

    def go_to(self, place: str) -> None:
        """Choose an action."""
        self._wanted = (place, None)
        self._come()

    def first_focus(self) -> QWidget | None:
        """The table, or what can be done where there is none."""
        view = self._stack.currentWidget()
        return view.button if isinstance(view, EmptyState) else self.table

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
        self._show_rows()
        self._come()
        self._show_foot()

    def _show_rows(self) -> None:
        """Show what the filter leaves; what is put right stays until another filter is chosen."""
        assert self._plan is not None
        self._shown |= set(left(self.filters.key, self._plan))
        key, column = self.table.key, max(self.table.currentIndex().column(), 0)
        shown = [each for each in self._plan.actions if each.action.id in self._shown]
        known = [each.action.id for each in shown]
        self._is_filling = True
        self.model.show_actions(self._plan, shown)
        if known:
            self.table.keep_place(key if key in known else known[0], column)
        self._is_filling = False
        self.table.fields.people = _proposed(self._plan)
        self.side.show_plan(self._plan, self.place)
        self.timeline.show_plan(self._plan, self.place)

    def _come(self) -> None:
        """Go where one wanted, as soon as that is there."""
        if self._plan is None or self._wanted is None:
            return
        key, column = self._wanted
        if self._plan.of(key) is None:
            return
        self._wanted = None
        if self.model.row_of(key) is None:
            self.filters.set_key(ALL)
            self._show_rows()
        if column is None:
            self.table.keep_place(key, Column.WHAT)
        else:
            self.table.begin(key, column)

    def _filter(self) -> None:
        self._shown = set()
        if self._plan is not None:
            self._show_rows()

    def _chosen(self, key: object) -> None:
        if self._plan is not None and not self._is_filling:
            self.side.show_chosen(self._plan, str(key or ""))
            self.timeline.line.set_chosen(str(key or ""))
            self.moved.emit()

    # The foot

    def _show_foot(self) -> None:
        if self._plan is None:
            return
        read_only = self.ui.tr(READ_ONLY) if self.desk.read_only else ""
        if self._asking:
            self.set_foot(approving(self.ui.tr, self.approval.text, self._approve, self._stop_asking))
        elif self._plan.is_open:
            acts = self.add, self.ask_approval, lambda: self.desk.go("6")
            self.set_foot(filled(self.ui.tr, self._plan, acts, read_only))
        else:
            self.set_foot(Foot())

    def ask_approval(self) -> None:
        """Ask who approves the plan."""
        if self._plan is not None and self._plan.actions:
            self.flush()
            self._asking = True
            leaders = [person.name for person in self._plan.people if person.leader]
            self.approval.ask(leaders, leaders[0] if len(leaders) == 1 else "")
            self._show_foot()

    def _stop_asking(self) -> None:
        self._asking = False
        self.approval.hide()
        self._show_foot()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _approve(self) -> None:
        assert self._plan is not None, "nobody is asked before the plan is there"
        done = self.desk.do(plans.approve, self._plan.evaluation.id, self.approval.text)
        self._stop_asking()
        done.then(lambda _: self.desk.say(self.ui.tr(say("Planen er godkendt")), undoable=True))

    # What the user does

    def _do(self, usecase: Any, action: str, *given: Any, **fields: Any) -> Any:
        """Do something with an action; where it is refused, the fields show what is kept."""
        assert self._plan is not None
        desk = self.desk.telling(self._refused)
        return desk.do(usecase, self._plan.evaluation.id, action, *given, **fields)

    def _refused(self, problem: Problem) -> None:
        self.desk.tell(problem)
        self.refresh()

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
        row = self.table.currentIndex().row()
        others = [each.key for each in self.model.rows if each.key != found.action.id]
        if others:
            self._wanted = (str(others[min(row, len(others) - 1)]), None)
        said = self.ui.tr(say("»{title}« er slettet", title=found.action.title))
        self._do(editing.remove, found.action.id).then(lambda _: self.desk.say(said, undoable=True))

    def shift(self, way: int) -> None:
        """Move the chosen action up or down among those that are shown."""
        found = self._current
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
        elif hint.kind is HintKind.NO_ORIGIN and hint.action is not None:
            self.go_to(hint.action)
            self.show_more()
            self.side.form.areas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif hint.action is not None:
            self.desk.go("7", hint.action)
        else:
            self.desk.go("4", hint.subcriterion or "")

    def flush(self) -> None:
        """Save what is being written in a cell or a field."""
        self.table.commit()
        self.side.flush()


def _proposed(plan: Plan) -> Sequence[str]:
    """Who may be responsible: those who are already, then everybody on the list, then their roles."""
    used = sorted({each.action.responsible for each in plan.actions if each.action.responsible})
    names = [person.name for person in plan.people]
    roles = [person.role for person in plan.people if person.role]
    return list(dict.fromkeys([*used, *names, *roles]))
