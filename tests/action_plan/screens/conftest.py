"""A file with an approved plan, and a window on it at step 7."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import editing
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.window import Window
from tests.action_plan.material import with_areas, with_plan
from tests.drivers.follow_up import FollowingUp
from tests.drivers.hand import Hand, Keys
from tests.journey import Journey
from tests.window import opened

Start = Callable[..., FollowingUp]
LONG_AGO = date(2020, 1, 15)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """An approved plan of three actions; the second is over its deadline, the third is to be followed up."""
    journey = with_areas(tmp_path, clock)
    _, two, three = with_plan(journey, "Morgenmøde", "Færre papirer", "Fast vikar")
    journey.file.do(editing.amend, journey.id, two, deadline=LONG_AGO)
    journey.file.do(editing.amend, journey.id, three, follow_up=LONG_AGO, unit="vikarer", baseline=Decimal(7))
    journey.file.do(plans.approve, journey.id, "Anna")
    return journey


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """Close the file that was prepared, and open it in a window at step 7."""

    def begin(
        hand: Callable[[Window], Hand] = Keys, settings: Settings | None = None, keep: bool = False
    ) -> FollowingUp:
        if not keep:
            journey.file.close()
        return FollowingUp(hand(opened(qtbot, journey.path, settings)))

    return begin
