"""Twelve people, twenty questions, six of them red: from reveal to an approved plan in at most 200 inputs.

Every key and every click is one input; a text that is written in a field is one, however long it is. They
are counted by the window's own events (:mod:`tests.inputs`), not by whoever presses. So that no hand helps
itself to anything else, the keys alone are then pressed once more, and lead to the same plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.model import Flag
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Hand, Keys, Mouse, Unhurried
from tests.drivers.improvements import Improvements
from tests.drivers.plan import Planning
from tests.inputs import Inputs, Stroke, play
from tests.journey import Journey
from tests.window import opened

MOST = 200
PEOPLE = tuple(f"Deltager {number}" for number in range(1, 13))
REDS = 6


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """All have handed in; at six questions a few see it quite otherwise, and somebody has an idea."""
    journey = Journey(tmp_path, clock, "kvik-kort").gather_people(PEOPLE)
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    for name in journey.subcriteria[:REDS]:
        journey.answer(PEOPLE[1], name, 0, area=(f"Bedre {name}",)).answer(PEOPLE[2], name, 5)
    journey.file.close()
    return journey


@pytest.mark.parametrize("hand", (Mouse, Unhurried), ids=["mouse", "keys"])
def test_at_most_200_inputs(
    qtbot: QtBot,
    journey: Journey,
    hand: Callable[[Window], Hand],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = journey.path.read_bytes()
    user = hand(opened(qtbot, journey.path))
    meeting = Consensus(user)
    with Inputs() as inputs:
        agrees(meeting)
        told = [inputs.total]
        improves(Improvements(user), journey)
        told.append(inputs.total)
        plans(Planning(user), journey)
    assert inputs.total <= MOST, f"{told}, {inputs.keys} keys, {inputs.clicks} clicks, {inputs.texts} texts"
    assert bool(inputs.clicks) is not isinstance(user, Keys)
    if isinstance(user, Keys):
        made = Planning(user).rows()
        user.window.close()
        journey.path.write_bytes(before)
        monkeypatch.setenv("KVIK_DATA", str(tmp_path / "en anden bruger"))
        assert rows_after(qtbot, journey.path, inputs.strokes) == made


def rows_after(qtbot: QtBot, path: Path, strokes: Sequence[Stroke]) -> list[list[str]]:
    """The approved plan, when these keys are pressed in a new window with nobody to help them."""
    user = Unhurried(opened(qtbot, path))
    Consensus(user)
    play(strokes, user.window)
    plan = Planning(user)
    assert plan.hint == "Planen er godkendt."
    return plan.rows()


def agrees(meeting: Consensus) -> None:
    """Every red one is gone through move by move, the green ones are settled together."""
    meeting.reveal()
    reds = [line.id for line in meeting.board_now().lines if line.flag is Flag.RED]
    assert len(reds) == REDS
    for name in reds:
        while meeting.at != name:
            meeting.next()
        while meeting.move != 4:
            meeting.next()
        meeting.agree(2)
        while meeting.at == name:
            if meeting.board.agreement.needs_reason:
                meeting.because("Vi har hørt begge sider.")
            meeting.next()
    while "Godkend" not in meeting.next_words:
        meeting.next()
    assert meeting.result.who.control.text() == PEOPLE[0], "the leader is proposed"
    meeting.next()


def improves(wall: Improvements, journey: Journey) -> None:
    """All six have their place in the matrix, and what helps most becomes actions."""
    for place, name in enumerate(journey.subcriteria[:REDS]):
        wall.place(f"Bedre {name}", effect=3 if place % 2 else 4, ease=3)
    wall.next().next()


def plans(page: Planning, journey: Journey) -> None:
    """Each has who, when and how one can see it."""
    for title in page.titles():
        page.edit(title, Column.WHO, "Bo").edit(title, Column.WHEN, "01-06-2027")
        page.edit(title, Column.HOW, "Tallene er bedre")
    page.approve(PEOPLE[0])
    assert page.hint == "Planen er godkendt."
