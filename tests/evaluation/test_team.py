"""Correcting, ordering and removing those who take part, and what is left of somebody who was removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from tests.journey import PEOPLE, Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def roster(journey: Journey) -> tuple[Participant, ...]:
    return journey.file.ask(evaluations.roster, journey.id)


def names(journey: Journey) -> list[str]:
    return [each.name for each in roster(journey)]


def test_a_participant_is_corrected_also_after_the_reveal_and_keeps_the_answers(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3)
    bo = roster(journey)[1]
    journey.file.do(team.correct, journey.id, replace(bo, name=" Bo  Holm ", role=" souschef "))
    assert roster(journey)[1] == replace(bo, name="Bo Holm", role="souschef")
    assert journey.file.ask(evaluations.hand_ins, journey.id)[1].answered == 1
    journey.file.undo()
    assert roster(journey)[1] == bo
    journey.reveal()
    journey.file.do(team.correct, journey.id, replace(bo, leader=True))
    assert [each.name for each in journey.file.ask(evaluations.leaders, journey.id)] == ["Anna", "Bo"]


@pytest.mark.parametrize("name", ["", "  ", "eva", "EVA "])
def test_a_name_is_ones_own(journey: Journey, name: str) -> None:
    with pytest.raises(Problem, match="E_PARTICIPANTS"):
        journey.file.do(team.correct, journey.id, replace(roster(journey)[1], name=name))


def test_the_order_is_changed(journey: Journey) -> None:
    journey.file.do(team.move, journey.id, journey.people["Eva"], 0)
    assert names(journey) == ["Eva", "Anna", "Bo", "Carla", "Dines"]
    journey.file.do(team.move, journey.id, journey.people["Eva"], 99)
    assert names(journey) == list(PEOPLE)
    journey.file.undo()
    assert names(journey) == ["Eva", "Anna", "Bo", "Carla", "Dines"]
    assert sorted(each.position for each in roster(journey)) == [1, 2, 3, 4, 5]


def test_somebody_is_removed_with_the_answers_and_comes_back_by_undo(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3, area=("Bos egne ord",))
    bo = journey.people["Bo"]
    journey.file.do(evaluations.submit, journey.id, bo)
    before = journey.file.ask(evaluations.own_answers, journey.id, bo)
    assert journey.file.ask(meeting.state, journey.id) is State.ANSWERING
    journey.file.do(team.remove, journey.id, bo)
    assert names(journey) == ["Anna", "Carla", "Dines", "Eva"]
    assert journey.file.ask(meeting.state, journey.id) is State.PREPARING
    journey.file.undo()
    assert journey.file.ask(evaluations.own_answers, journey.id, bo) == before
    journey.file.redo()
    with pytest.raises(Problem, match="E_PARTICIPANTS"):
        journey.file.do(team.remove, journey.id, bo)
    journey.answer("Eva", "k1.1", 3).reveal()
    with pytest.raises(Problem, match="E_REVEALED"):
        journey.file.do(team.remove, journey.id, journey.people["Eva"])


def test_deleting_all_answers_also_deletes_what_a_removed_participant_wrote(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).answer("Bo", "k1.1", 3, area=("HEMMELIGT",))
    journey.file.do(team.remove, journey.id, journey.people["Bo"])
    journey.reveal().settle_all().accept()
    assert b"HEMMELIGT" in journey.path.read_bytes()
    assert b'"Bo"' in journey.path.read_bytes()
    assert delete_for_good(journey.file, journey.id, "Anna").value == 4
    journey.file.close()
    assert b"HEMMELIGT" not in journey.path.read_bytes()
    assert b'"Bo"' not in journey.path.read_bytes(), "nor the name, which only the journal held"
    journey.file = open_file(journey.path)
