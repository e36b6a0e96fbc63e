"""Step 3, Konsensus: before the reveal, the board with its agenda, and the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kvik_desktop.foundation.change import Kind
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.keys import bind_all, bind_seen
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.board import Board, Waiting, shown
from kvik_desktop.workshop.model import DAY as WHOLE_DAY
from kvik_desktop.workshop.projected import Pause, Standing, TimeLeft, projected
from kvik_desktop.workshop.screens.agenda_pane import AgendaPane
from kvik_desktop.workshop.screens.agenda_view import AgendaView
from kvik_desktop.workshop.screens.before_parts import how_to, lock_line
from kvik_desktop.workshop.screens.before_view import BeforeView
from kvik_desktop.workshop.screens.board_acts import OVERVIEW, RESULT, TOGETHER
from kvik_desktop.workshop.screens.board_view import BoardView
from kvik_desktop.workshop.screens.consensus_keys import (
    HELP,
    KEYS,
    LAST,
    NEXT,
    NOTE,
    PARK,
    PAUSE,
    ROUND,
    TIME,
)
from kvik_desktop.workshop.screens.consensus_words import name_of
from kvik_desktop.workshop.screens.last_line import LastTime
from kvik_desktop.workshop.screens.meeting_guidance import MeetingGuidance
from kvik_desktop.workshop.screens.meeting_places import known
from kvik_desktop.workshop.screens.meeting_side import MeetingSide
from kvik_desktop.workshop.screens.moves_row import Move
from kvik_desktop.workshop.screens.projected.slides import projection_of
from kvik_desktop.workshop.screens.result_view import ResultView
from kvik_desktop.workshop.screens.timekeeping.day_view import DAY, DayView
from kvik_desktop.workshop.screens.timekeeping.meeting_time import MeetingTime
from kvik_desktop.workshop.screens.together_view import TogetherView

AGENDA, BOARD = 272, 640
"""Width of the agenda, and the least of the board beside it, at 100 %."""

BESIDE = AgendaView | TogetherView | ResultView | DayView
"""What the page shows beside the board once the answers are open."""


class ConsensusPage(Page):
    """Shows what may be shown now: nothing that depends on scores exists before the reveal."""

    kinds = frozenset({Kind.EVALUATION, Kind.PARTICIPANTS, Kind.ANSWERS, Kind.CONSENSUS})
    kinds |= {Kind.AREAS, Kind.NOTES, Kind.TIME}
    help = HELP
    projects = True
    keys = KEYS

    def __init__(self, ui: Ui, desk: Desk[Any], last_time: LastTime | None = None) -> None:
        """``last_time`` is what a later room knows of the evaluation before."""
        super().__init__(ui, desk)
        self._last_time = last_time
        self.found: Waiting | Board | None = None
        """What the file said last."""
        self._at = ""
        self._wanted_move: Move | None = None
        self._wants_focus = False
        """The page came forward before there was anything to give focus to."""
        self.time_left: TimeLeft | None = None
        self.pause: Pause | None = None
        """What the room is told of the time: who keeps it sets these and lets the page project."""
        self.time = MeetingTime(self, ui, self.desk, self.show_place, self._go_on)
        self.time.told.connect(self._tell_time)
        self.time.foot_changed.connect(self._show_foot)
        self.before: BeforeView | None = None
        self.agenda: AgendaPane | None = None
        self.board: BoardView | None = None
        self.overview: AgendaView | None = None
        self.together: TogetherView | None = None
        self.result: ResultView | None = None
        self._index = QStackedWidget()
        self._views = QStackedWidget()
        self._guidance = MeetingGuidance(ui)
        self.guidance = self._guidance.panel
        self.side = MeetingSide(ui, self.desk, self.guidance)
        self.side.wanted.connect(partial(self.show_place, beside=True))
        self._locked = lock_line(ui)
        self.top = QWidget()
        top = QHBoxLayout(self.top)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._locked)
        top.addWidget(self.time.line)
        self.time.line.hide()
        self.set_panes(self._views, index=self._index, guidance=self.side, index_width=AGENDA, least=BOARD)
        assert self.panes is not None
        self.panes.show_index(shown=False)
        self.panes.folded.connect(self._guide)
        keys: dict[str, Callable[[], object]] = {
            NEXT.keys: partial(self._step, 1),
            LAST.keys: partial(self._step, -1),
        }
        keys |= {str(int(move)): partial(self._move, move) for move in Move}
        self.driving = {**keys, PAUSE.keys: self.time.keeper.toggle}
        keys |= {key.keys: partial(self._act, key.keys) for key in (ROUND, PARK)}
        keys[NOTE.keys] = self._write_note
        bind_all(self, keys)
        bind_seen(self, {TIME.keys: self._see_time})

    # Where one is

    @property
    def place(self) -> str:
        """A subcriterion and its move as ``3.3/4``, or another place of the page.

        The day knows where one came from, as ``dagen/3.3/4``: there the meeting goes on after lunch.
        """
        if self._at == DAY and self.time.left_at:
            return f"{DAY}/{self.time.left_at}"
        if self.board is None or self._at in (OVERVIEW, TOGETHER, RESULT, DAY):
            return self._at
        return f"{self._at}/{int(self.board.current_move)}"

    def go_to(self, place: str) -> None:
        """Come back to a place; one that is not there is where the meeting has got to."""
        self._aim(place)
        if isinstance(self.found, Board):
            self._show_board(self.found)

    def _aim(self, place: str) -> None:
        self._at, _, rest = place.partition("/")
        if self._at == DAY:
            self.time.left_at = rest
        self._wanted_move = Move(int(rest)) if rest in ("1", "2", "3", "4") else None

    def flush(self) -> None:
        """Save what is being written."""
        self.time.flush()
        for view in (self.board, self.overview, self.side):
            if view is not None:
                view.flush()

    def drop(self, paths: Sequence[Path]) -> bool:
        """Answers to a round that is seen."""
        seen = self._views.currentWidget() is self.board
        return self.board is not None and seen and self.board.take(paths)

    def first_focus(self) -> QWidget | None:
        """The list of who has handed in, or the agenda; as soon as the file has answered."""
        self._wants_focus = self.found is None
        if isinstance(self.found, Board) and self.agenda is not None:
            return self._start_of_view() if self.panes and self.panes.index_is_folded else self.agenda.list
        return self.before.first_focus() if self.before is not None else None

    def _start_of_view(self) -> QWidget | None:
        """Where one begins while the agenda is folded away."""
        view = self._views.currentWidget()
        if isinstance(view, BoardView):
            return view.heading.moves.buttons[view.current_move]
        return view.first_focus() if isinstance(view, BESIDE) else None

    # What the file says

    def refresh(self) -> None:
        """Ask for what may be shown now."""
        self.desk.ask(shown).then(self._show)

    def _show(self, found: Waiting | Board) -> None:
        is_open = isinstance(found, Board)
        is_new = self._wants_focus or (is_open and isinstance(self.found, Waiting))
        self.found = found
        if isinstance(found, Waiting):
            self._show_waiting(found)
        else:
            self._show_board(found)
        focus = self.first_focus() if is_new else None
        if focus is not None and self.isVisible():
            focus.setFocus()

    def _show_waiting(self, found: Waiting) -> None:
        if self.before is None:
            self.before = BeforeView(self.ui, self.desk)
            self.before.foot_changed.connect(self._show_foot)
            self._views.addWidget(self.before)
        self._views.setCurrentWidget(self.before)
        self.time.line.hide()
        self.before.show_waiting(found)
        self._locked.show()
        self._guidance.show("", [how_to(self.ui)])
        self.side.show_subject(found.evaluation.id, WHOLE_DAY, {})

    def _show_board(self, board: Board) -> None:
        if self.agenda is None:
            self._make_board(board)
        assert self.agenda is not None
        self._locked.hide()
        self._at = known(board, self._at)
        self.time.line.show()
        self.time.show_board(board, self._at)
        self.agenda.show_board(board, self._at)
        if self._at == OVERVIEW:
            view = self._overview(board)
            self._bring(view)
            view.show_board(board)
            self._guidance.show(OVERVIEW, [how_to(self.ui)])
        elif self._at == RESULT:
            self._bring(self._result_view())
            self._result_view().show_board(board)
        elif self._at == TOGETHER:
            self._bring(self._together_view())
            self._together_view().show_board(board)
        elif self._at == DAY:
            self._bring(self.time.day)
            self.time.day.show_day()
        else:
            line = next(line for line in board.lines if line.id == self._at)
            self._bring(self._board_view())
            self._board_view().show_line(board, line, self._wanted_move)
            self._guidance.want(line, board)
            self._guide()
        names = {line.id: name_of(line, self.ui.tr) for line in board.lines}
        self.side.show_subject(board.evaluation.id, self._at if self._at in names else WHOLE_DAY, names)
        self._wanted_move = None
        self._show_foot()

    def _make_board(self, board: Board) -> None:
        self.agenda = AgendaPane(self.ui, board)
        self.agenda.chosen.connect(self.show_place)
        self.agenda.used = self.time.used
        self._index.addWidget(self.agenda)
        self._index.setFocusProxy(self.agenda.list)
        assert self.panes is not None
        self.panes.show_index(shown=True)

    def _bring(self, view: QWidget) -> None:
        if self._views.indexOf(view) < 0:
            self._views.addWidget(view)
        self._views.setCurrentWidget(view)

    def _board_view(self) -> BoardView:
        if self.board is None:
            self.board = BoardView(self.ui, self.desk, self._last_time)
            self.board.foot_changed.connect(self._show_foot)
            self.board.wanted.connect(self._go_on)
            self.board.moved.connect(self.moved)
        return self.board

    def _overview(self, board: Board) -> AgendaView:
        if self.overview is None:
            self.overview = AgendaView(self.ui, self.desk, board)
            self.overview.used = self.time.used
            self.overview.foot_changed.connect(self._show_foot)
            self.overview.wanted.connect(self._go_on)
        return self.overview

    def _together_view(self) -> TogetherView:
        if self.together is None:
            self.together = TogetherView(self.ui, self.desk)
            self.together.foot_changed.connect(self._show_foot)
            self.together.wanted.connect(self._go_on)
        return self.together

    def _result_view(self) -> ResultView:
        if self.result is None:
            self.result = ResultView(self.ui, self.desk)
            self.result.foot_changed.connect(self._show_foot)
            self.result.wanted.connect(self._go_on)
        return self.result

    def _show_foot(self) -> None:
        view = self._views.currentWidget()
        if isinstance(view, BeforeView | BoardView | BESIDE):
            self.set_foot(view.foot)
        if isinstance(view, BoardView):
            self._guidance.mark(view.scores)
        self.project()

    # What the room sees

    def project(self) -> None:
        """Let the room see where the meeting is; nothing before the file has said what may be shown."""
        if self.found is not None:
            what = self.pause or projected(self.found, self._standing, self.ui.tr.language)
            self.set_projection(projection_of(what, self.time_left))

    @property
    def _standing(self) -> Standing:
        board = self.board
        if board is None or self._views.currentWidget() is not board:
            return Standing(self._at)
        draft, move = board.draft, int(board.current_move)
        return Standing(board.line.id, move, draft.rating, draft.reason, parking=draft.parking is not None)

    # Time

    def _tell_time(self) -> None:
        self.time_left, self.pause = self.time.time_left, self.time.pause
        self.project()

    def _see_time(self) -> None:
        if isinstance(self.found, Board):
            self._go_on(DAY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, where nothing that has focus is pressed or written in with it."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self.time.keeper.toggle()
        else:
            super().keyPressEvent(event)

    def _guide(self) -> None:
        assert self.panes is not None
        self._guidance.come(is_seen=self.panes.guidance_is_seen)

    # What the group does

    def show_place(self, key: str, *, beside: bool = False) -> None:
        """Go to a place of the page; a drawer over the content closes unless one stays ``beside``."""
        if not isinstance(self.found, Board):
            return
        self.flush()
        if key == DAY:
            key = self.place if self._at == DAY else f"{DAY}/{self.place}"
        self._aim(key)
        self._show_board(self.found)
        assert self.panes is not None
        if not beside:
            self.panes.close_drawer()
        self.moved.emit()

    def _write_note(self) -> None:
        assert self.panes is not None
        self.panes.want_guidance(wanted=True)
        self.side.write()

    def _go_on(self, key: str) -> None:
        """An act leads to another place, and the keyboard comes along."""
        self.show_place(key)
        view = self._views.currentWidget()
        if isinstance(view, BoardView):
            view.focus_start()
        elif isinstance(view, BESIDE):
            view.first_focus().setFocus()

    def _step(self, way: int) -> None:
        if self.agenda is None:
            return
        order = self.agenda.order()
        place = min(max(order.index(self._at) + way, 0), len(order) - 1) if self._at in order else 0
        if self.agenda.list.hasFocus():
            self.show_place(order[place])
        else:
            self._go_on(order[place])

    def _move(self, move: Move) -> None:
        if self._views.currentWidget() is self.board and self.board is not None:
            self.board.set_move(move)
            self.board.focus_start()

    def _act(self, key: str) -> None:
        if self._views.currentWidget() is self.board and self.board is not None:
            self.board.act(key)
