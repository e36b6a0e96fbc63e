"""What is typed in from paper is kept at once; it corrects paper, and no answer that came another way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.collecting.conflicts import keep_chosen
from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.evaluation.collecting.paper.keeping import keep_typed
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def sheet(journey: Journey) -> Sheet:
    found = journey.file.ask(sheet_of, journey.id, journey.people["Bo"])
    assert found is not None
    return found


def typed(journey: Journey, subcriterion: str, score: int | None) -> bool:
    """Whether it was kept at once."""
    answer = NewAnswer(subcriterion, Rating(score), {})
    return journey.file.do(keep_typed, journey.id, journey.people["Bo"], answer).value is None


def test_what_is_typed_is_kept_and_corrected_and_not_handed_in(journey: Journey) -> None:
    bo, entering = journey.people["Bo"], Entering(journey.package, journey.method)
    for number in range(len(journey.subcriteria)):
        entering, answer = entering.key(str(number % 6))
        assert answer is not None
        assert journey.file.do(keep_typed, journey.id, bo, answer).value is None
    own = journey.file.ask(evaluations.own_answers, journey.id, bo)
    assert [(each.score, each.way) for each in own.answers] == [(n % 6, Way.PAPER) for n in range(20)]
    assert own.sets[0].submitted is None
    assert typed(journey, "k1.1", 5)
    assert sheet(journey).of("k1.1").rating == Rating(5)


def test_what_was_answered_another_way_is_not_overwritten(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3, strength=("Vi lytter",)).answer("Bo", "k1.2", 2)
    assert typed(journey, "k1.1", 3), "alike"
    assert typed(journey, "k2.1", None), "cannot judge, where nothing was"
    answer = NewAnswer("k1.2", Rating(5), {})
    waiting = journey.file.do(keep_typed, journey.id, journey.people["Bo"], answer).value
    assert waiting is not None and waiting.points[0].way_here is Way.LAPTOP
    assert sheet(journey).of("k1.2").rating == Rating(2)
    journey.file.do(keep_chosen, journey.id, waiting, {"k1.2"})
    assert sheet(journey).of("k1.2").rating == Rating(5)
    assert sheet(journey).of("k1.1").texts[StatementKind.STRENGTH] == ("Vi lytter",)


def test_a_number_that_is_cleared_is_open_again(journey: Journey) -> None:
    assert typed(journey, "k1.1", 4)
    emptied = Entering(journey.package, journey.method, {"k1.1": Rating(4)})
    _, answer = emptied.clear()
    assert answer is not None
    journey.file.do(keep_typed, journey.id, journey.people["Bo"], answer)
    assert "k1.1" in sheet(journey).missing
    assert typed(journey, "k1.1", 2)
    assert sheet(journey).of("k1.1").rating == Rating(2)


def test_what_was_answered_another_way_is_not_emptied(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3)
    answer = NewAnswer("k1.1", Rating(), {}, later=True)
    assert journey.file.do(keep_typed, journey.id, journey.people["Bo"], answer).value is None
    assert sheet(journey).of("k1.1").rating == Rating(3)


def test_after_the_reveal_nothing_is_typed_in(journey: Journey) -> None:
    assert typed(journey, "k1.1", 4)
    journey.reveal()
    for name in ("k1.1", "k1.2"):
        with pytest.raises(Problem, match="E_REVEALED"):
            typed(journey, name, 3)
