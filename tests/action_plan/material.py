"""An accepted result with areas for improvement, for the tests of the plan's pages."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.action_plan import editing
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.workshop import statements
from tests.journey import PEOPLE, Journey

TIME, CALM, GOALS = "For lidt tid", "Uro om morgenen", "Uklare mål"


def with_areas(folder: Path, clock: Clock) -> Journey:
    """Everybody said 1, so that all lies low; three areas under two subcriteria."""
    journey = Journey(folder, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 1))
    journey.answer("Bo", "k1.1", 1, area=(TIME, CALM)).answer("Eva", "k2.1", 1, area=(GOALS,))
    return journey.reveal().settle_all(1).accept()


def with_plan(journey: Journey, *titles: str) -> list[str]:
    """Actions with these titles; their ids."""
    return [journey.file.do(editing.add, journey.id, title).value.action.id for title in titles]


def area(journey: Journey, words: str) -> str:
    """The id of an area."""
    return next(each.id for each in journey.file.ask(statements.areas, journey.id) if each.text == words)
