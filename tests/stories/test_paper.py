"""A heap of filled sheets is typed in by keyboard alone, in fewer minutes than the promise.

How long it takes is reckoned by the keystroke-level model of Card, Moran and Newell (The keystroke-level
model for user performance time with interactive systems, Communications of the ACM 23(7), 1980), for somebody
who types slowly: every key as slow as in random letters, half a second, where an average typist needs 0.28.
To find the next number on the paper and read it is one mental act; two numbers of phases that stand under
each other are read at a time, for their four digits are easily held in mind. A leaf is turned with a hand
that leaves the keys and comes back.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.collecting.paper.printing import paper_sheet
from kvik_desktop.evaluation.collecting.sheets.content import content_of, number_keys
from kvik_desktop.evaluation.model import Way
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from tests.drivers.paper import Paper
from tests.journey import Journey
from tests.window import opened

KEY, MENTAL, HOMING = 0.5, 1.35, 0.4
"""Seconds: a key of random letters, a mental act, a hand from the keys or to them."""
TURNING = 1.1
"""Seconds: to point at something, as far as it is to the corner of a leaf."""
READ_AT_ONCE = 2
"""Numbers of phases."""

PROMISES = [
    ("kvik", Method.CLASSICAL, 4 * 60),
    ("kvik", Method.FINE, 4 * 60),
    ("kvik-kort", Method.SCALE5, 3 * 60),
    ("kvik-kort", Method.CLASSICAL, 3 * 60),
]


def seconds(keys: int, questions: list[int], pages: int) -> float:
    """``questions`` has how many numbers each question asks for."""
    acts = sum(-(-numbers // READ_AT_ONCE) for numbers in questions)
    return keys * KEY + acts * MENTAL + pages * (MENTAL + 2 * HOMING + TURNING)


@pytest.mark.parametrize(("model", "method", "most"), PROMISES)
def test_a_sheet_is_typed_in_within_the_promise(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, model: str, method: Method, most: float
) -> None:
    journey = Journey(tmp_path, clock, model, method).gather_people()
    pages = sides(journey)
    journey.file.close()
    paper = Paper(opened(qtbot, journey.path)).begin()
    questions = [len(number_keys(journey.package.block_of(name), method)) for name in journey.subcriteria]
    numbers = [[12 + (7 * at + 13 * each) % 80 for each in range(of)] for at, of in enumerate(questions)]
    if method is Method.SCALE5:
        numbers = [[number % 6 for number in each] for each in numbers]
    before = paper.hand.inputs
    paper.take("Bo")
    paper.type("".join(str(number) for each in numbers for number in each))
    assert paper.at == ""
    paper.type("\n")
    keys = paper.hand.inputs - before
    assert keys == sum(questions) * len(str(numbers[0][0])) + len("B\n\n")
    assert seconds(keys, questions, pages) < most
    paper.hand.window.close()
    kept = sheet(journey, "Bo")
    assert kept.own is not None
    assert (kept.own.way, kept.own.submitted is not None) == (Way.PAPER, True)
    given = [kept.of(name).rating for name in kept.order]
    assert [
        [each.score] if each.score is not None else list(each.phases.values()) for each in given
    ] == numbers


def test_a_heap_is_typed_in_over_two_sittings(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.close()
    paper = Paper(opened(qtbot, journey.path)).begin().take("Anna")
    paper.type("4" * 20 + "\n").type("3" * 12)
    paper.hand.window.close()
    paper = Paper(opened(qtbot, journey.path)).begin().take("Bo")
    assert paper.at == journey.subcriteria[12]
    paper.type("2" * 8 + "\n")
    paper.hand.window.close()
    assert [each.rating.score for each in sheet(journey, "Bo").given.values()] == [3] * 12 + [2] * 8
    assert sheet(journey, "Anna").missing == ()
    with open_file(journey.path) as file:
        handed_in = file.ask(evaluations.hand_ins, journey.id)
    assert [each.participant.name for each in handed_in if each.submitted] == ["Anna", "Bo"]


def sheet(journey: Journey, name: str) -> Sheet:
    with open_file(journey.path) as file:
        found = file.ask(sheet_of, journey.id, journey.people[name])
    assert found is not None
    return found


def sides(journey: Journey) -> int:
    """How many sides of paper somebody's sheet has."""
    file = journey.file
    begun = file.ask(evaluations.get, journey.id)
    unit, people = file.ask(evaluations.unit_of, begun), file.ask(evaluations.roster, journey.id)
    content = content_of(begun, unit, journey.package, people[1], "da")
    return len(PdfReader(io.BytesIO(paper_sheet(content, Translator("da")))).pages)
