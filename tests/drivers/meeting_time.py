"""Drives the clock of the meeting with a facilitator's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from kvik_desktop.workshop.screens.timekeeping.day_view import DayView
from kvik_desktop.workshop.screens.timekeeping.keeper import Keeper
from kvik_desktop.workshop.screens.timekeeping.time_line import TimeLine
from kvik_desktop.workshop.timekeeping.model import SIGN_EVERY, Going
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys


@dataclass
class Watch:
    """A clock that goes when it is told to."""

    at: datetime

    def now(self) -> datetime:
        """The time it has been told."""
        return self.at


class MeetingClock:
    """The line over the board and the page of the day."""

    def __init__(self, meeting: Consensus, watch: Watch) -> None:
        self.meeting, self.hand, self.watch = meeting, meeting.hand, watch

    @property
    def line(self) -> TimeLine:
        """Over the board."""
        return self.meeting.page.time.line

    @property
    def keeper(self) -> Keeper:
        """What counts."""
        return self.meeting.page.time.keeper

    @property
    def going(self) -> Going:
        """What the clock does."""
        return self.keeper.going

    @property
    def words(self) -> str:
        """What a screen reader hears of the face."""
        return self.line.face.accessibleName()

    def start(self) -> MeetingClock:
        """Press the one quiet button."""
        self.hand.press(self.line.start)
        return self

    def pause(self) -> MeetingClock:
        """Press pause, or go on."""
        self.hand.press(self.line.toggle)
        return self

    def space(self) -> MeetingClock:
        """The key, where focus is."""
        return self.press(Qt.Key.Key_Space)

    def press(self, key: Qt.Key) -> MeetingClock:
        """A key, where focus is."""
        assert isinstance(self.hand, Keys)
        self.hand.key(key)
        return self

    def pass_by(self, minutes: float) -> MeetingClock:
        """Time passes, and the program gives signs of life."""
        until = self.watch.at + timedelta(minutes=minutes)
        while self.watch.at < until:
            self.watch.at = min(self.watch.at + SIGN_EVERY, until)
            self.keeper.note_sign()
        return self

    def see_day(self) -> DayView:
        """The page of the day, by its key or by the face."""
        self.hand.press(self.line.face)
        return self.day

    @property
    def day(self) -> DayView:
        """The page of the day."""
        return self.meeting.page.time.day
