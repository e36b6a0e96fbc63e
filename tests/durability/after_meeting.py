"""What comes when the result is accepted, one state further each: wall, plan, status meeting and visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt

from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.action_plan.screens.improvements_page import ImprovementsPage
from kvik_desktop.report.screens.visit_page import KEY, VisitPage
from kvik_desktop.shell.page import Page
from tests.drivers.follow_up import FollowingUp
from tests.drivers.hand import Keys, write
from tests.drivers.improvements import Improvements
from tests.drivers.plan import Planning

WORDS = "Skrevet i fællesskab"
"""The only area there is."""
SAID = "Vi venter på svar"
LOOKED = "Tavlen hænger der"


def wall(hand: Keys) -> None:
    """Back at the wall, where nothing is shown of the dots."""
    Improvements(hand).other("Tilbage til væggen")


def planned(hand: Keys) -> None:
    """The area has become an action, and the leader has approved."""
    Improvements(hand).place(WORDS, 4, 3).next().next()
    Planning(hand).approve("Anna")


def status_meeting(hand: Keys) -> None:
    """A status meeting is open, the action has been talked about, and its end is being written."""
    page = FollowingUp(hand)
    if page.next_words == "Begynd opfølgningen":
        page.next()
    page.page.meeting.meet()
    page.note(1, SAID).next()
    hand.enter(page.page.ending.note)
    write(SAID)
    page.page.flush()


def visit(hand: Keys) -> None:
    """A visit has begun, with a question and what was noticed."""
    page = visit_page(hand)
    assert page.empty is not None
    hand.press(page.empty.button)
    page.show_place("1")
    assert page.criterion is not None
    hand.press(page.criterion.ask)
    write(SAID)
    hand.enter(page.criterion.observations["1"].control)
    write(LOOKED)
    page.flush()


def visit_page(hand: Keys) -> VisitPage:
    """The page of the visit, reached by its row under the steps."""
    room = hand.window.room
    assert room is not None
    room.go(KEY)
    assert isinstance(room.page, VisitPage)
    return room.page


def end(_hand: Keys) -> None:
    """Nothing more is done: one only sees what is there."""


AFTER: Mapping[str, Callable[[Keys], None]] = {
    each.__name__: each for each in (wall, planned, status_meeting, visit, end)
}
"""In their order."""


def half_a_ballot(hand: Keys) -> None:
    """Somebody gives dots, and has not kept them."""
    Improvements(hand).sit_down("Carla").put(WORDS, 1)


def half_a_sentence(hand: Keys) -> None:
    """Nobody has saved it."""
    hand.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    write(HALF)


HALF = "Og så"
UNKEPT: Mapping[str, Callable[[Keys], None]] = {
    "voting": half_a_ballot,
    "status_meeting": half_a_sentence,
    "visit": half_a_sentence,
}
"""What is under way when it is killed, and need not be there again."""


def seen(page: Page) -> dict[str, Any] | None:
    """What tells where one is; None for pages of the meeting itself."""
    if isinstance(page, ImprovementsPage):
        return {"acts": [act.text for act in page.foot.secondary]}
    if isinstance(page, FollowUpPage):
        assert page.found is not None
        held = page.found.meetings.open
        notes = [note.text for each in page.found.actions for note in each.notes]
        return {"notes": notes, "texts": [held.note] if held is not None else []}
    if isinstance(page, VisitPage):
        found = page.found
        assert found is not None
        return {"texts": [*(each.text for each in found.questions), *found.observations.values()]}
    return None
