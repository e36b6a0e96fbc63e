"""A whole day of twelve people and 28 subcriteria by keyboard alone, with nothing seen before its time."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.settings import SettingsFile
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys
from tests.drivers.improvements import Improvements
from tests.drivers.plan import Planning
from tests.drivers.projector import Screen
from tests.inputs import Inputs
from tests.journey import Journey
from tests.window import opened

PEOPLE = tuple(f"Navnemand{number}" for number in range(1, 13))
REDS = ("3.3", "1.1", "6.1")
TOKEN = re.compile(r"PLANTET-(\d\.\d)-\d+")
AREAS = ("PLANTET-3.3-1", "PLANTET-1.1-1", "PLANTET-6.1-1")


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """All have answered; three subcriteria are red, and everybody has written about each of them."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people(PEOPLE)
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    for name in REDS:
        for number, person in enumerate(PEOPLE):
            score = {1: 95, 2: 5}.get(number, 40)
            journey.answer(person, name, score, area=(f"PLANTET-{name}-{number}",))
    journey.file.close()
    return journey


class Room:
    """Looks at all that others could see."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self._screen, self._folder = screen, folder

    def check(self, shown: Collection[str] = ()) -> set[str]:
        """On the projector only texts of these subcriteria; elsewhere none, and no names anywhere.

        Gives back of which subcriteria the room sees texts.
        """
        told = self._screen.told()
        seen = set(TOKEN.findall(told))
        assert seen <= set(shown)
        assert "Navnemand" not in told
        beside = [each.windowTitle() for each in QApplication.topLevelWidgets()]
        beside += [repr(SettingsFile(Places.of_user().settings).read())]
        beside += [QApplication.clipboard().text()]
        beside += [path.name for path in self._folder.rglob("*")]
        assert not [words for words in beside if "PLANTET" in words or "Navnemand" in words]
        return seen


def test_a_day_by_keyboard(qtbot: QtBot, journey: Journey, tmp_path: Path) -> None:
    user = Keys(opened(qtbot, journey.path))
    meeting = Consensus(user)
    room = Room(Screen(qtbot, user.window), tmp_path)
    room.check()
    with Inputs() as inputs:
        meeting.reveal()
        room.check()
        talks(meeting, room)
        ends(meeting, room)
        improves(Improvements(user))
        plans(Planning(user))
    assert inputs.clicks == 0 and inputs.keys > 0


def talks(meeting: Consensus, room: Room) -> None:
    """Move by move: two texts are merged, a round of raised cards is held, and one is parked."""
    begin, at = meeting.page.time.line, "3.3"
    meeting.hand.press(begin.start)
    meeting.go_to(at)
    room.check([at])
    meeting.go_to_move(2).merge(StatementKind.AREA, "PLANTET-3.3-2", "PLANTET-3.3-1")
    assert room.check([at]) == {at}, "now is the time of the texts"
    meeting.go_to_move(3)
    room.check([at])
    meeting.new_round().type_cards(*[50] * len(PEOPLE))
    room.check([at])
    meeting.next()
    assert [dots.n for dots in meeting.board.line.rounds] == [12, 12]
    while meeting.at == at:
        meeting.next()
    meeting.hand.press(begin.toggle)  # lunch
    room.check([meeting.at])
    meeting.hand.press(begin.toggle)
    meeting.go_to("1.1").park("Vi venter på tal")
    room.check([meeting.at])
    meeting.go_to("6.1").go_to_move(4).agree(35)
    while meeting.at == "6.1":
        meeting.next()


def ends(meeting: Consensus, room: Room) -> None:
    """The green ones together, and the leader accepts."""
    while meeting.at != "resultat":
        meeting.next()
        room.check([meeting.at])
    meeting.next()
    room.check()
    assert meeting.board_now().is_accepted


def improves(wall: Improvements) -> None:
    """Three areas get their place in the matrix and are chosen."""
    for place, words in enumerate(AREAS):
        wall.place(words, effect=4 - place % 2, ease=3)
    wall.next().next()


def plans(page: Planning) -> None:
    """Who, when and how, and the leader approves."""
    for title in page.titles()[:1]:
        page.edit(title, Column.WHO, PEOPLE[0]).edit(title, Column.WHEN, "01-06-2027")
        page.edit(title, Column.HOW, "Tallene er bedre")
    page.approve(PEOPLE[0])
    assert page.hint == "Planen er godkendt."
