"""The clock of the meeting in the middle of something, for pictures: what a facilitator has done by then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.screens.timekeeping.day_view import DAY
from kvik_desktop.workshop.timekeeping.model import Going, Mark, MarkKind, Tally

USED = {"3.3": 440, "2.3": 2290, "2.4": 840}
"""Seconds by subcriterion."""


def at_half_past_ten(page: ConsensusPage, going: Going = Going.RUNNING, used: int = 440) -> None:
    """It is half past ten, the day began at a quarter to nine, and 3.3 is at hand."""
    keeper = page.time.keeper
    assert keeper.kept is not None
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    begun = midnight + timedelta(hours=8, minutes=45)
    now = midnight + timedelta(hours=10, minutes=29)
    sitting = Mark(keeper.board.evaluation.id, 1, MarkKind.BEGUN, begun, day=0, minute=8 * 60 + 45)
    times = {key: timedelta(seconds=seconds) for key, seconds in {**USED, "3.3": used}.items()}
    since = now - timedelta(minutes=13)
    tally = Tally(going, "3.3", since, now, times, timedelta(minutes=15), sitting)
    keeper.take(replace(keeper.kept, tally=tally, now=now))


def late(page: ConsensusPage) -> None:
    """Much was said, and half of the day is gone."""
    at_half_past_ten(page)
    keeper = page.time.keeper
    assert keeper.kept is not None
    hard = [line.id for line in keeper.board.to_discuss[:8]]
    keeper.take(replace(keeper.kept, own=dict.fromkeys(hard, 45)))


def clock(going: Going = Going.RUNNING, used: int = 440) -> Callable[[ConsensusPage], None]:
    """The clock does this, and so many seconds are used of the point."""
    return lambda page: at_half_past_ten(page, going, used)


def day(page: ConsensusPage) -> None:
    """The page of the day is seen."""
    page.show_place(DAY)
