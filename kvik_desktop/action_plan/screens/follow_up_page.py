"""Step 7, Opfølgning: whether the actions come to something, and what the evaluation before came to."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.pages import Following, follow_up_page
from kvik_desktop.action_plan.screens import follow_foot
from kvik_desktop.action_plan.screens.action_words import READ_ONLY
from kvik_desktop.action_plan.screens.back_table import BackTable
from kvik_desktop.action_plan.screens.follow_panel import FollowPanel
from kvik_desktop.action_plan.screens.follow_table import FollowTable
from kvik_desktop.action_plan.screens.follow_words import ALL, BACK, FILTERS, HELP, counts, left
from kvik_desktop.action_plan.screens.name_bar import NameBar
from kvik_desktop.action_plan.screens.two_halves import TwoHalves
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.next_evaluation import start_next_alike
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.filter_bar import FilterBar

PANEL_LEAST, PANEL_MOST, BESIDE = 320, 400, 820
"""Of the panel, and of the width in which it stands beside the table, at 100 %."""
SHARE = 0.36

KEYS = (
    Shortcut("1-4", say("I tabellen: planlagt, i gang, færdig, droppet")),
    Shortcut("Enter", say("I tabellen: skriv i loggen")),
)


class FollowUpPage(Page):
    """A status meeting goes through the table; the panel is about the action at hand."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.CONSENSUS, Kind.PLAN})
    help = HELP
    keys = KEYS

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        self._found: Following | None = None
        self._wanted = ""
        self._shown: set[str] = set()
        self._asking = False
        self._is_filling = False
        tr = ui.tr
        chips = [Filter(key, tr(words)) for key, words in FILTERS.items()]
        self.filters = self.top = FilterBar(ui, tr(say("Vis af opfølgningen")), chips)
        self.table = FollowTable(ui)
        self.panel = FollowPanel(ui)
        text = say("Enhed, deltagere og indstillinger følger med. Model og metode kan ændres i første trin.")
        question, label = say("Hvad skal den næste selvevaluering hedde?"), say("Titel")
        self.next_title = NameBar(ui, tr(question), tr(text), tr(label))
        self._halves = TwoHalves(
            ui, self.table, self.panel, least=PANEL_LEAST, most=PANEL_MOST, share=SHARE, beside=BESIDE
        )
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(ui.theme.px(80))  # it gives way to what is asked under it
        self.set_panes(self._content())
        self._stack.addWidget(self._halves)
        self._listen()

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.next_title)
        return content

    @cached_property
    def back(self) -> BackTable:
        """What came of the last plan; made when it is first wanted."""
        made = BackTable(self.ui)
        self._stack.addWidget(made)
        return made

    @cached_property
    def early(self) -> EmptyState:
        """There is no plan to follow up yet; made when it is first wanted."""
        tr = self.ui.tr
        text = say("Når lederen har godkendt planen, følger I her op på, om tiltagene bliver til noget.")
        title, act = say("Planen er ikke godkendt endnu"), say("Gå til Handlingsplan")
        made = EmptyState(self.ui, "calendar", tr(title), tr(text), tr(act))
        made.acted.connect(lambda: self.desk.go("5"))
        self._stack.addWidget(made)
        return made

    def _listen(self) -> None:
        self.filters.chosen.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.table.status_given.connect(self.panel.choose)
        self.table.opened.connect(lambda _: self.panel.note.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.next_title.changed.connect(self._show_foot)
        self.next_title.left.connect(self._stop_asking)
        panel = self.panel
        panel.status_given.connect(self._set_status)
        panel.amended.connect(lambda fields: self._do(editing.amend, **fields))
        panel.noted.connect(lambda words: self._do(follow_up.note, words))
        panel.measured.connect(lambda day, value: self._do(follow_up.measure, day, value))
        panel.unmeasured.connect(lambda day: self._do(follow_up.remove_measurement, day))

    # Where one is

    @property
    def place(self) -> str:
        """The action at hand."""
        return str(self.table.key or "")

    def go_to(self, place: str) -> None:
        """Choose an action."""
        self._wanted = place
        self._come()

    def _come(self) -> None:
        if self._found is None or not self._wanted:
            return
        wanted, self._wanted = self._wanted, ""
        if self._found.of(wanted) is not None:
            if self.table.rows.row_of(wanted) is None:
                self.filters.set_key(ALL)
                self._filter()
            self.table.set_key(wanted)

    def first_focus(self) -> QWidget | None:
        """The table that is seen, or what can be done where there is none."""
        view = self._stack.currentWidget()
        if isinstance(view, BackTable):
            return view.table
        return view.button if isinstance(view, EmptyState) else self.table

    # What the file says

    def refresh(self) -> None:
        """Ask how far the plan is."""
        self.desk.ask(follow_up_page).then(self._show)

    def _show(self, found: Following) -> None:
        self._found = found
        if found.back is None and self.filters.key == BACK:
            self.filters.set_key(ALL)
        self.filters.hide_filter(BACK, hidden=found.back is None)
        self.filters.set_counts(counts(found))
        self.filters.setEnabled(found.followed is not None or found.back is not None)
        self._show_view()
        self._show_rows()
        self._come()
        self._show_foot()

    def _show_view(self) -> None:
        found = self._found
        assert found is not None
        if self.filters.key == BACK:
            self.back.show_following(found)
        view = self.back if self.filters.key == BACK else self._halves if found.followed else self.early
        self._stack.setCurrentWidget(view)

    def _show_rows(self) -> None:
        """Show what the filter leaves; what has been dealt with stays until another filter is chosen."""
        assert self._found is not None
        self._shown |= {each.action.id for each in left(self.filters.key, self._found)}
        shown = [each for each in self._found.actions if each.action.id in self._shown]
        self._is_filling = True
        self.table.show_actions(shown, self._found.today)
        self._is_filling = False
        self._show_panel()

    def _show_panel(self) -> None:
        planned = self._found.of(self.place) if self._found is not None else None
        self.panel.setVisible(planned is not None)
        if planned is not None and self._found is not None:
            self.panel.show_action(planned, self._found.today, read_only=self.desk.read_only)

    def _filter(self) -> None:
        self._shown = set()
        if self._found is not None:
            self._show_view()
            self._show_rows()
            self._show_foot()

    def _chosen(self, _key: object) -> None:
        if not self._is_filling:
            self.panel.flush()
            self._show_panel()
            self._show_foot()
            self.moved.emit()

    # The foot

    def _show_foot(self) -> None:
        if self._found is None:
            return
        tr = self.ui.tr
        if self._asking:
            self.set_foot(follow_foot.asking(tr, self.next_title.text, self._begin_next, self._stop_asking))
            return
        read_only = tr(READ_ONLY) if self.desk.read_only else ""
        acts = self._begin, self._go_on, self.ask_next, lambda: self.desk.go("1")
        self.set_foot(follow_foot.foot(tr, self._found, self.place, acts, read_only))

    def _begin(self) -> None:
        assert self._found is not None and self._found.followed is not None
        by = self._found.leader or self._found.followed.plan_approved_by
        self.desk.do(plans.start_follow_up, self._found.followed.id, by)

    def _go_on(self) -> None:
        """To the next action that waits for the group."""
        self.panel.flush()
        if self._found is not None and (target := follow_foot.waiting(self._found, self.place)):
            self.go_to(target)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_next(self) -> None:
        """Ask what the next evaluation is to be called."""
        assert self._found is not None
        self.flush()
        self._asking = True
        year = (self._found.next_day or self._found.today).year
        named = [self.ui.tr(say("Selvevaluering {year}", year=each)) for each in (year, year + 1)]
        self.next_title.ask((), next(title for title in named if title != self._found.now.title))
        self._show_foot()

    def _stop_asking(self) -> None:
        self._asking = False
        self.next_title.hide()
        self._show_foot()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_next(self) -> None:
        assert self._found is not None
        given = (self._found.now.id, self.next_title.text, self.ui.tr.resources)
        done = self.desk.do(start_next_alike, *given)
        self._stop_asking()
        done.then(self._begun)

    def _begun(self, evaluation: Evaluation) -> None:
        said = say("»{title}« er begyndt", title=evaluation.title)
        self.desk.go("1")
        self.desk.say(self.ui.tr(said), undoable=True)

    # What the user does

    def _do(self, usecase: Any, *given: Any, **fields: Any) -> Any:
        """Do something with the action at hand; where it is refused, the fields show what is kept."""
        assert self._found is not None and self._found.followed is not None
        desk = self.desk.telling(self._refused)
        return desk.do(usecase, self._found.followed.id, self.panel.action, *given, **fields)

    def _refused(self, problem: Problem) -> None:
        self.desk.tell(problem)
        self.refresh()

    def _set_status(self, status: Status, why: str) -> None:
        self._do(follow_up.set_status, status, why)

    def flush(self) -> None:
        """Keep what is being written for the log."""
        self.panel.flush()
