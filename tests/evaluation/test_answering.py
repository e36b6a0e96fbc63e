"""What a participant comes to next, and how far each is, in a real file."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import next_open
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey


def test_the_next_is_what_has_no_answer_or_is_marked_for_later(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    bo = journey.people["Bo"]
    order = journey.subcriteria
    assert journey.file.ask(next_open, journey.id, bo) == order[0]
    journey.answer("Bo", order[0], 3).answer("Bo", order[1], None).answer("Eva", order[2], 3)
    assert journey.file.ask(next_open, journey.id, bo) == order[2]
    assert journey.file.ask(next_open, journey.id, bo, order[4]) == order[5]
    journey.answer_all({"Bo": 3})
    assert journey.file.ask(next_open, journey.id, bo) is None
    marked = [NewAnswer(order[3], Rating(2), {}, later=True)]
    journey.file.do(evaluations.answer, journey.id, bo, marked, Way.LAPTOP)
    assert journey.file.ask(next_open, journey.id, bo, order[10]) == order[3]
    assert journey.file.ask(next_open, journey.id, bo, order[3]) == order[3]
    assert journey.file.ask(evaluations.hand_ins, journey.id)[1].answered == 20
    journey.file.close()


def test_an_answer_that_lacks_a_phase_is_still_open(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.FINE).gather_people()
    bo = journey.people["Bo"]
    given = [
        NewAnswer("1.1", Rating(plan=10, do=20, check=0, act=0), {}),
        NewAnswer("1.2", Rating(plan=10), {}),
        NewAnswer("1.3", Rating(), {}),
        NewAnswer("6.1", Rating(trend=5, target=0), {}),
        NewAnswer("6.2", Rating(trend=0), {}),
    ]
    journey.file.do(evaluations.answer, journey.id, bo, given, Way.LAPTOP)
    assert journey.file.ask(next_open, journey.id, bo) == "1.2"
    assert journey.file.ask(next_open, journey.id, bo, "5.3") == "6.2"
    progress = journey.file.ask(evaluations.hand_ins, journey.id)[1]
    assert (progress.answered, progress.cannot_judge, progress.incomplete, progress.of) == (5, 1, 2, 28)
    journey.file.close()
