"""The clock's part of the meeting's page: its line and its day, and what the room is told of the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.projected import Pause, TimeLeft
from kvik_desktop.workshop.screens.board_acts import RESULT, TOGETHER
from kvik_desktop.workshop.screens.timekeeping.day_view import DAY, DayView
from kvik_desktop.workshop.screens.timekeeping.keeper import Keeper
from kvik_desktop.workshop.screens.timekeeping.time_line import TimeLine
from kvik_desktop.workshop.screens.timekeeping.time_words import MINUTE, clock_of, used_words
from kvik_desktop.workshop.timekeeping.model import RESTING, Going


class MeetingTime(QObject):
    """The page says where the group is; ``show`` and ``back`` lead to another place of it."""

    told = Signal()
    """The room is to be told something else."""
    foot_changed = Signal()
    """On the page of the day something else can be done."""

    def __init__(
        self, page: QWidget, ui: Ui, desk: Desk[Any], show: Callable[[str], None], back: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self.ui, self._desk = ui, desk
        self.keeper = Keeper(ui, desk, self)
        self.line = TimeLine(ui, self.keeper)
        self.time_left: TimeLeft | None = None
        self.pause: Pause | None = None
        self._day: DayView | None = None
        self._back = back
        self.left_at = ""
        """The place of the page from which one went to see the day."""
        self.line.wanted.connect(lambda: show(DAY))
        self.keeper.changed.connect(self._tell)
        self.keeper.ticked.connect(self._tell)

    def show_board(self, board: Board, at: str) -> None:
        """The meeting stands here; what is settled is looked at, not taken up."""
        self.keeper.show_board(board)
        if at != DAY:
            open_ones = [line.id for line in board.lines if not line.is_settled]
            self.keeper.arrive(at if at in (*open_ones, TOGETHER, RESULT) else "")

    @property
    def day(self) -> DayView:
        """The page of the day."""
        if self._day is None:
            self._day = DayView(self.ui, self._desk, self.keeper)
            self._day.foot_changed.connect(self.foot_changed)
            self._day.left.connect(lambda: self._back(self.left_at))
        return self._day

    def used(self, key: str) -> str:
        """What a point has taken, in words; empty where no time was kept."""
        return used_words(self.keeper.time.used(key), self.ui.tr) if self.keeper.is_known else ""

    def flush(self) -> None:
        """Keep what is being typed."""
        if self._day is not None:
            self._day.flush()

    # What the room is told

    def _tell(self) -> None:
        """Whole minutes, so that the projector has nothing to paint in between."""
        before, (self.time_left, self.pause) = (self.time_left, self.pause), self._said()
        if before != (self.time_left, self.pause):
            self.told.emit()

    def _said(self) -> tuple[TimeLeft | None, Pause | None]:
        time, tr = self.keeper.time, self.ui.tr
        left, going = time.time_left, time.tally.going
        if going is Going.BREAK:
            planned = next((point for point in time.points if point.is_now and point.is_break), None)
            return None, Pause(clock_of(planned.ends, tr) if planned else "")
        if not left.planned or going not in (Going.RUNNING, *RESTING):
            return None, None
        if left.is_over:
            over = -left.left // MINUTE
            said = say("{n} min. over", n=over) if over else say("Tiden er gået")
            return TimeLeft(tr(said), 0.0, over=True), None
        whole = -(-left.left // MINUTE)
        return TimeLeft(tr(say("{n} min.", n=whole)), whole / left.planned), None
