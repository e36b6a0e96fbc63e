"""What a participant comes to next, and how far each question and each participant is, in a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Progress, Sheet, sheet_of, team_of
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def sheet(journey: Journey, name: str) -> Sheet:
    found = journey.file.ask(sheet_of, journey.id, journey.people[name])
    assert found is not None
    return found


def test_the_next_is_what_has_no_answer_or_is_marked_for_later(journey: Journey) -> None:
    order = journey.subcriteria
    assert sheet(journey, "Bo").next_open() == order[0]
    journey.answer("Bo", order[0], 3).answer("Bo", order[1], None).answer("Eva", order[2], 3)
    assert sheet(journey, "Bo").next_open() == order[2]
    assert sheet(journey, "Bo").next_open(order[4]) == order[5]
    journey.answer_all({"Bo": 3})
    assert sheet(journey, "Bo").next_open() is None
    marked = [NewAnswer(order[3], Rating(2), {}, later=True)]
    journey.file.do(evaluations.answer, journey.id, journey.people["Bo"], marked, Way.LAPTOP)
    assert sheet(journey, "Bo").next_open(order[10]) == order[3]
    assert sheet(journey, "Bo").next_open(order[3]) == order[3]
    assert journey.file.ask(team_of).people[1].answered == 20
    own = sheet(journey, "Bo")
    assert (own.marked, own.missing, own.progress(order[3])) == ((order[3],), (), Progress.IN_PROGRESS)


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
    own = sheet(journey, "Bo")
    assert own.next_open() == "1.2"
    assert own.next_open("5.3") == "6.2"
    assert own.progress("1.1") is Progress.ANSWERED
    assert own.progress("1.2") is Progress.IN_PROGRESS
    assert own.progress("1.3") is Progress.CANNOT_JUDGE
    assert own.answered_in(own.package.criteria[0]) == 2
    progress = journey.file.ask(team_of).people[1]
    assert (progress.answered, progress.incomplete, progress.of) == (5, 2, 28)
    journey.file.close()


def test_words_without_a_figure_are_begun_and_come_back_as_they_were_written(journey: Journey) -> None:
    order = journey.subcriteria
    words = {StatementKind.AREA: ("Vikarer ved for lidt", "Tavlen er gammel")}
    put_off = NewAnswer(order[0], Rating(), words, later=True)
    journey.file.do(evaluations.answer, journey.id, journey.people["Bo"], [put_off], Way.LAPTOP)
    own = sheet(journey, "Bo")
    assert own.progress(order[0]) is Progress.IN_PROGRESS
    assert own.of(order[0]).texts[StatementKind.AREA] == ("Vikarer ved for lidt", "Tavlen er gammel")
    assert own.of(order[0]).texts[StatementKind.IDEA] == ()
    assert own.progress(order[1]) is Progress.NOT_BEGUN
    assert len(own.missing) == len(order)
    assert own.with_given(NewAnswer(order[0], Rating(4), words)).missing == order[1:]
    assert own.missing == order


def test_nobody_sees_the_answers_of_somebody_else(journey: Journey) -> None:
    journey.answer("Eva", journey.subcriteria[0], 4, strength=("Evas egne ord",))
    assert "Evas egne ord" not in repr(sheet(journey, "Bo"))
    assert "Evas egne ord" not in repr(journey.file.ask(team_of))
    assert "Evas egne ord" in repr(sheet(journey, "Eva"))


def test_somebody_who_is_not_on_the_list_has_no_sheet(journey: Journey) -> None:
    assert journey.file.ask(sheet_of, journey.id, "ingen") is None


def test_the_team_shows_who_has_handed_in(journey: Journey) -> None:
    journey.answer("Bo", journey.subcriteria[0], 3)
    journey.file.do(evaluations.submit, journey.id, journey.people["Bo"])
    team = journey.file.ask(team_of)
    assert team.handed_in == 1
    assert [each.participant.name for each in team.people if each.submitted] == ["Bo"]
    assert team.unit.name == "Børnehuset"
