"""Step 7, Opfølgning: whether the actions come to something, and what the evaluation before came to."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.action_plan.pages import Following, follow_up_page
from kvik_desktop.action_plan.screens import follow_foot
from kvik_desktop.action_plan.screens.action_words import READ_ONLY
from kvik_desktop.action_plan.screens.back_table import BackTable
from kvik_desktop.action_plan.screens.finish_view import FinishView
from kvik_desktop.action_plan.screens.follow_acts import FollowActs
from kvik_desktop.action_plan.screens.follow_panel import FollowPanel
from kvik_desktop.action_plan.screens.follow_room import FollowRoom
from kvik_desktop.action_plan.screens.follow_table import FollowTable
from kvik_desktop.action_plan.screens.follow_words import (
    ALL,
    BACK,
    FILTERS,
    HELP,
    MEETINGS,
    TREND,
    VIEWS,
    counts,
    hidden,
    left,
)
from kvik_desktop.action_plan.screens.later_rooms import LaterRooms, TrendPlace
from kvik_desktop.action_plan.screens.meeting_acts import MeetingActs
from kvik_desktop.action_plan.screens.meetings_view import MeetingsView
from kvik_desktop.action_plan.screens.name_bar import NameBar
from kvik_desktop.action_plan.screens.next_acts import NextActs
from kvik_desktop.action_plan.screens.two_halves import TwoHalves
from kvik_desktop.action_plan.trend import trend
from kvik_desktop.foundation.change import Kind
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
ENDING = "moedets-slutning"
"""The place where the end of a status meeting is written."""

KEYS = (
    Shortcut("1-4", say("I tabellen: planlagt, i gang, færdig, droppet")),
    Shortcut("Enter", say("I tabellen: skriv i loggen")),
)


class FollowUpPage(Page):
    """A status meeting goes through the table; the panel is about the action at hand."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.CONSENSUS, Kind.PLAN})
    help = HELP
    keys = KEYS
    projects = True

    def __init__(self, ui: Ui, desk: Desk[Any], later: LaterRooms) -> None:
        super().__init__(ui, desk)
        self._later = later
        self.acts = FollowActs(self)
        self.meeting = MeetingActs(self)
        self.coming = NextActs(self)
        self.in_room = FollowRoom(self)
        self.found: Following | None = None
        """What the file said last."""
        self._finishing = False
        self._wanted = ""
        self._shown: set[str] = set()
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
    def held(self) -> MeetingsView:
        """The status meetings; made when it is first wanted."""
        made = MeetingsView(self.ui)
        self._stack.addWidget(made)
        out = self._later.minutes(self.ui, self.desk, self)
        made.chosen.connect(self._moved_within)
        made.panel.saved.connect(lambda: self.meeting.with_minutes(out.save))
        made.panel.printed.connect(lambda: self.meeting.with_minutes(out.print))
        made.panel.removed.connect(self.meeting.remove)
        return made

    @cached_property
    def ending(self) -> FinishView:
        """The end of a meeting; made when it is first wanted."""
        made = FinishView(self.ui)
        self._stack.addWidget(made)
        made.amended.connect(self.meeting.amend)
        return made

    @cached_property
    def trend(self) -> TrendPlace:
        """All evaluations; made when it is first wanted."""
        made = self._later.trend(self.ui)
        self._stack.addWidget(made)
        made.moved.connect(self._moved_within)
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
        self.next_title.changed.connect(self.show_foot)
        self.next_title.left.connect(self.coming.stop)
        self.acts.listen_to(self.panel)

    # Where one is

    @property
    def place(self) -> str:
        """The action at hand, or what else is seen: a meeting's minutes, what has been, the meeting's end."""
        if self.found is None:
            return self._wanted
        if self._finishing:
            return ENDING
        key = self.filters.key
        if key == MEETINGS:
            return f"{MEETINGS}/{self.held.table.key or ''}"
        if key == TREND:
            return f"{TREND}/{self.trend.key}"
        return BACK if key == BACK else str(self.table.key or "")

    def go_to(self, place: str) -> None:
        """Choose an action, or another of the page's places."""
        self._wanted = place
        self._come()

    def _come(self) -> None:
        if self.found is None or not self._wanted:
            return
        wanted, self._wanted = self._wanted, ""
        if wanted == ENDING:
            self.set_finishing(asked=True)
            return
        if self._finishing:
            self.set_finishing(asked=False)
        view, _, inside = wanted.partition("/")
        if view in VIEWS:
            self.see(view, inside)
        elif self.found.of(wanted) is not None:
            if self.table.rows.row_of(wanted) is None:
                self.filters.set_key(ALL)
                self._filter()
            self.table.set_key(wanted)

    def first_focus(self) -> QWidget | None:
        """The table that is seen, or what can be done where there is none."""
        view = self._stack.currentWidget()
        if isinstance(view, BackTable | MeetingsView):
            return view.table
        if isinstance(view, FinishView):
            return view.next_day
        if isinstance(view, TrendPlace):
            return view
        return view.button if isinstance(view, EmptyState) else self.table

    # What the file says

    def refresh(self) -> None:
        """Ask how far the plan is."""
        self.desk.ask(follow_up_page).then(self._show)

    def _show(self, found: Following) -> None:
        self.found = found
        for key, is_hidden in hidden(found).items():
            if is_hidden and self.filters.key == key:
                self.filters.set_key(ALL)
            self.filters.hide_filter(key, hidden=is_hidden)
        self._finishing = self._finishing and found.meetings.open is not None
        self.filters.set_counts(counts(found))
        self.filters.setEnabled(found.followed is not None or found.back is not None)
        self._show_view()
        self._show_rows()
        self._come()
        self.in_room.show()
        self.show_foot()

    def _show_view(self) -> None:
        found = self.found
        assert found is not None
        self._stack.setCurrentWidget(self._view(found))

    def _view(self, found: Following) -> QWidget:
        """What is seen, filled with what the file says."""
        read_only = self.desk.read_only
        if self._finishing:
            self.ending.show_following(found, read_only=read_only)
            return self.ending
        if self.filters.key == BACK:
            self.back.show_following(found)
            return self.back
        if self.filters.key == MEETINGS:
            self.held.show_following(found, read_only=read_only)
            return self.held
        if self.filters.key == TREND:
            self.desk.ask(trend).then(self.trend.show_trend)
            return self.trend
        return self._halves if found.followed else self.early

    def _show_rows(self) -> None:
        """Show what the filter leaves; what has been dealt with stays until another filter is chosen."""
        assert self.found is not None
        self._shown |= {each.action.id for each in left(self.filters.key, self.found)}
        shown = [each for each in self.found.actions if each.action.id in self._shown]
        self._is_filling = True
        self.table.show_actions(shown, self.found.today)
        self._is_filling = False
        self._show_panel()

    def _show_panel(self) -> None:
        found = self.found
        planned = found.of(self.at) if found is not None else None
        self.panel.setVisible(planned is not None)
        if planned is None or found is None:
            return
        moved = found.meetings.moved or {}
        since = moved.get(planned.action.id) if found.meetings.open is not None else None
        self.panel.show_action(planned, found.today, since, read_only=self.desk.read_only)

    @property
    def at(self) -> str:
        """The action at hand."""
        return str(self.table.key or "")

    def _filter(self) -> None:
        self._shown = set()
        self._finishing = False
        if self.found is not None:
            self._show_view()
            self._show_rows()
            self.in_room.show()
            self.show_foot()

    def _chosen(self, _key: object) -> None:
        if not self._is_filling:
            self.panel.flush()
            self._show_panel()
            self.in_room.show()
            self.show_foot()
            self.moved.emit()

    @property
    def is_finishing(self) -> bool:
        """Whether the end of a meeting is written."""
        return self._finishing

    @property
    def may_act_unseen(self) -> bool:
        """As the room follows a status meeting."""
        return self.in_room.may_act

    # The foot

    def show_foot(self) -> None:
        """Offer what can be done now."""
        if self.found is None:
            return
        tr = self.ui.tr
        if self.coming.asking:
            self.set_foot(self.coming.foot)
            return
        read_only = tr(READ_ONLY) if self.desk.read_only else ""
        found, acts = self.found, self._acts
        if self._finishing:
            self.set_foot(follow_foot.finishing_foot(tr, acts, read_only))
        elif found.meetings.open is not None and self.filters.key not in VIEWS:
            self.set_foot(follow_foot.meeting_foot(tr, found, self.at, acts, read_only))
        else:
            self.set_foot(follow_foot.foot(tr, found, self.at, acts, read_only))

    @property
    def _acts(self) -> follow_foot.Acts:
        return follow_foot.Acts(
            self.acts.begin,
            self._go_on,
            self.ask_next,
            lambda: self.desk.go("1"),
            self.meeting.meet,
            self.meeting.gone_through,
            lambda: self.set_finishing(asked=True),
            self.meeting.finish,
            lambda: self.set_finishing(asked=False),
        )

    def _go_on(self) -> None:
        """To the next action that waits for the group."""
        self.panel.flush()
        if self.found is not None and (target := follow_foot.waiting(self.found, self.at)):
            self.take(target)

    def take(self, action: str) -> None:
        """Be at an action, with its keys at hand."""
        self.see(ALL if self.filters.key in VIEWS else self.filters.key)
        self.go_to(action)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def see(self, key: str, inside: str = "") -> None:
        """Show one of the page's views, and a place in it."""
        if self.found is not None and hidden(self.found).get(key):
            return
        if self.filters.key != key:
            self.filters.set_key(key)
            self._filter()
        if key == MEETINGS:
            self.held.go_to(inside)
        elif key == TREND:
            self.trend.go_to(inside)

    def _moved_within(self) -> None:
        self.moved.emit()

    def set_finishing(self, *, asked: bool) -> None:
        """Write the end of the open meeting, or go back to the actions."""
        self.flush()
        self._finishing = asked and self.found is not None and self.found.meetings.open is not None
        self._show_view()
        self.in_room.show()
        self.show_foot()
        self.moved.emit()
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_next(self) -> None:
        """Ask what the next evaluation is to be called."""
        self.flush()
        self.coming.ask()

    def flush(self) -> None:
        """Keep what is being written for the log, or about the meeting."""
        self.panel.flush()
        if self._finishing:
            self.ending.flush()
