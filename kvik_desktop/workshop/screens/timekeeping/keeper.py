"""Keeps the time of the meeting while its page is open: asks, ticks, notes signs of life, does the acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Concatenate

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kvik_desktop.foundation.change import Change
from kvik_desktop.model_package.process import Programme, day_programmes
from kvik_desktop.shell.desk import Desk, Pending
from kvik_desktop.shell.ui import Ui
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.timekeeping import usecases as times
from kvik_desktop.workshop.timekeeping.model import RESTING, SIGN_EVERY, Going
from kvik_desktop.workshop.timekeeping.timekeeping import Timekeeping
from kvik_desktop.workshop.timekeeping.usecases import Kept

ARRIVED = 2_000
"""Milliseconds on a point before the group has taken it up: else one only looks through the agenda."""


class Keeper(QObject):
    """Between two answers of the file it counts by itself; a machine that slept is found out by the next."""

    changed = Signal()
    """Something was begun, stopped or planned, or another moment of the meeting is shown."""
    ticked = Signal()
    """A second has passed."""

    def __init__(self, ui: Ui, desk: Desk[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._desk = ui, desk
        self._board: Board | None = None
        self.kept: Kept | None = None
        """What the file has said last."""
        self._time: Timekeeping | None = None
        self._programmes: Sequence[Programme] = ()
        self._since = QElapsedTimer()
        self._at = ""
        self._arrived_at: datetime | None = None
        self._second = self._timer(1_000, self.ticked.emit)
        self._sign = self._timer(SIGN_EVERY // timedelta(milliseconds=1), self.note_sign)
        self._arrival = self._timer(ARRIVED, self.settle_down)
        self._arrival.setSingleShot(True)

    def _timer(self, milliseconds: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    # What is known

    @property
    def is_known(self) -> bool:
        """Whether the file has answered."""
        return self._time is not None

    @property
    def time(self) -> Timekeeping:
        """The clock as it is now."""
        assert self._time is not None, "asked before the file has answered"
        return self._time.at(self._time.moment + self.passed())

    def passed(self) -> timedelta:
        """Since the file answered, in whole seconds."""
        return timedelta(seconds=self._since.elapsed() // 1_000)

    @property
    def board(self) -> Board:
        """The meeting whose time it is."""
        assert self._board is not None
        return self._board

    @property
    def going(self) -> Going:
        """What the clock does now."""
        return self.time.tally.going if self.is_known else Going.NOT_BEGUN

    @property
    def is_read_only(self) -> bool:
        """Nothing can be begun or stopped in this file."""
        return self._desk.read_only

    def show_board(self, board: Board) -> None:
        """The meeting is another than before."""
        if board is not self._board:
            self._board = board
            self._desk.ask(times.kept, board.evaluation.id).then(self._take_at)

    def _take_at(self, found: Kept) -> None:
        """Where the result is accepted there is no more to keep time of."""
        self.take(found)
        if self.board.is_accepted and not self.is_read_only and self.going is Going.RUNNING:
            self.rest()

    def take(self, found: Kept) -> None:
        """The file has said how it stands."""
        if not self._programmes:
            self._programmes = day_programmes(self._ui.tr.resources).programmes
        self.kept = found
        self._time = times.timekeeping(self.board, found, self._programmes)
        self._since.start()
        self._run_timers()
        self._come_to()
        self.changed.emit()

    # Ticking

    def _run_timers(self) -> None:
        going = self.going
        runs = going is Going.RUNNING
        _run(self._second, runs=runs or going in RESTING)
        _run(self._sign, runs=runs and not self.is_read_only)

    def note_sign(self) -> None:
        """Note that the clock still runs; the answer says whether it does."""
        self._do(times.still_running)

    # Where the group is

    def arrive(self, item: str) -> None:
        """The page shows a point of the agenda; empty is a place that is none, and changes nothing."""
        if item == self._at or not item:
            return
        self._at = item
        self._arrived_at = self.time.moment if self.is_known else None
        self._come_to()

    def _come_to(self) -> None:
        if self._is_elsewhere and not self._arrival.isActive():
            self._arrival.start()

    @property
    def _is_elsewhere(self) -> bool:
        """Whether the clock counts for another point than the one that is shown."""
        counts = self.going is not Going.NOT_BEGUN and not self.is_read_only
        return counts and self._at not in ("", self.time.tally.item)

    def settle_down(self) -> None:
        """The group has taken up the point it is at, since it came to it."""
        if self._is_elsewhere:
            self._do(times.take_up_item, self._at, self._arrived_at or self.time.moment)

    # What the facilitator does

    def begin(self) -> None:
        """Begin a day, or come back."""
        self._do(times.begin_day, self._at, self.time.days)

    def toggle(self) -> None:
        """Stop for a moment, or go on."""
        acts = {Going.RUNNING: self.rest, **dict.fromkeys((*RESTING, Going.STILL), self.go_on)}
        act = acts.get(self.going)
        if act is not None and not self.is_read_only:
            act()

    def rest(self) -> None:
        """Stop for a moment."""
        self._do(times.rest)

    def go_on(self) -> None:
        """Let the clock run again."""
        self._do(times.go_on)

    def hold_break(self) -> None:
        """All have a break."""
        self._do(times.hold_break)

    def end_day(self) -> None:
        """All go home."""
        self._do(times.end_day)

    def plan(self, item: str, minutes: int | None) -> None:
        """Plan the minutes of a point; this can be undone, so it goes the way of all acts."""
        self._desk.do(times.plan_minutes, self.board.evaluation.id, item, minutes).then(self.take)

    def plan_as_proposed(self) -> None:
        """Plan the proposed minutes again."""
        self._desk.do(times.propose_minutes, self.board.evaluation.id).then(self.take)

    def _do(self, act: Callable[Concatenate[Work, str, ...], Change[Kept]], *args: object) -> Pending[Kept]:
        """Add a mark: no act of the group's, so it is not announced and no page is asked to look anew."""
        evaluation = self.board.evaluation.id
        return self._desk.run(lambda file: file.do(act, evaluation, *args).value).then(self.take)


def _run(timer: QTimer, *, runs: bool) -> None:
    if runs is not timer.isActive():
        timer.start() if runs else timer.stop()
