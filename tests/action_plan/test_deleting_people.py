"""One person is deleted for good: before the reveal with everything, after acceptance the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kvik_desktop.action_plan import deleting, editing
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Flag, RoundResult
from tests.journey import PEOPLE, Journey
from tests.planted import holding

NAME = "Gerda Tilfældig"
WORDS = "HVAD GERDA SKREV"
SCORES = dict(zip((*PEOPLE, NAME), (1, 2, 3, 3, 4, 5), strict=True))


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Six people have answered; one of them has been called otherwise, moved, and done and undone a lot."""
    journey = Journey(tmp_path, clock).gather_people((*PEOPLE, NAME)).answer_all(dict(SCORES))
    person, file = journey.people[NAME], journey.file
    with file.acting_as(person):
        journey.answer(NAME, "k1.1", 5, area=(WORDS, "MERE"), idea=(f"{WORDS} igen",))
        file.do(evidence.attach, journey.id, person, "k1.1", f"{WORDS}.txt", WORDS.encode())
        kept = file.do(evidence.attach, journey.id, person, "k1.2", "andet.txt", f"andet {WORDS}".encode())
        file.do(evidence.detach, journey.id, person, kept.value.id)
        file.undo()
        file.do(own_code.set_code, journey.id, person, "hest-42")
        file.do(evaluations.submit, journey.id, person)
        journey.answer(NAME, "k1.1", 5, area=(WORDS,))
    file.do(own_code.reset_code, journey.id, person, "Anna")
    file.do(team.move, journey.id, person, 0)
    called = file.ask(evaluations.roster, journey.id)[0]
    file.do(team.correct, journey.id, replace(called, name=f"{NAME} Jensen"))
    file.do(team.correct, journey.id, called)
    file.undo()
    file.redo()
    file.close()
    journey.file = open_file(journey.path)  # with a backup
    yield journey
    journey.file.close()


def traces(journey: Journey) -> set[str]:
    """The files in which the name, the words or the id can be found, also as the hash of a file."""
    folder = journey.path.parent
    journey.file.close()
    found = holding(folder, NAME) | holding(folder, WORDS) | holding(folder, journey.people[NAME])
    journey.file = open_file(journey.path)
    return found


def test_before_the_reveal_nothing_is_left_of_a_person(journey: Journey) -> None:
    assert len(traces(journey)) == 2, "the file and its backup"
    gone = deleting.delete_person_for_good(journey.file, journey.id, journey.people[NAME], "Anna").value
    assert gone.name == NAME
    assert traces(journey) == set()
    assert journey.file.undo() is None
    roster = journey.file.ask(evaluations.roster, journey.id)
    assert [each.name for each in roster] == list(PEOPLE)
    assert journey.file.ask(meeting.state, journey.id) is State.ANSWERING
    hand_ins = journey.file.ask(evaluations.hand_ins, journey.id)
    assert {each.answered for each in hand_ins} == {len(journey.subcriteria)}, "the others' answers stay"
    journey.reveal()
    assert journey.file.ask(meeting.items, journey.id)[1].latest.bands == (0, 1, 1, 2, 1, 0)


def test_that_somebody_was_deleted_is_kept_but_not_who(journey: Journey) -> None:
    person = journey.people[NAME]
    deleting.delete_person_for_good(journey.file, journey.id, person, person)
    assert traces(journey) == set()
    journey.file.close()
    assert b"delete_person" in journey.path.read_bytes()
    journey.file = open_file(journey.path)


def test_at_the_meeting_nobody_is_deleted(journey: Journey) -> None:
    journey.reveal()
    with pytest.raises(Problem, match="E_STATE"):
        deleting.delete_person_for_good(journey.file, journey.id, journey.people[NAME], "Anna")
    assert len(journey.file.ask(evaluations.roster, journey.id)) == 6


def test_after_acceptance_the_name_and_all_individual_answers_go_and_the_result_stays(
    journey: Journey,
) -> None:
    journey.reveal().settle_all().accept()
    before = journey.file.ask(meeting.result, journey.id)
    person = next(each for each in journey.file.ask(evaluations.roster, journey.id) if each.name == NAME)
    told = deleting.what_goes_with(person, before.evaluation)
    assert len(told) == 4
    deleting.delete_person_for_good(journey.file, journey.id, person.id, "Anna")
    roster = journey.file.ask(evaluations.roster, journey.id)
    assert [each.name for each in roster] == ["Slettet deltager 1", *PEOPLE]
    assert replace(roster[0], name=NAME) == person
    after = journey.file.ask(meeting.result, journey.id)
    assert (after.sheet, after.roles, after.participants, after.answered) == (
        before.sheet,
        before.roles,
        before.participants,
        before.answered,
    )
    assert after.items[1].rounds == (RoundResult(1, 6, 0, (0, 1, 1, 2, 1, 1), Flag.RED),)
    assert not journey.file.ask(evaluations.has_answers, journey.id)
    assert after.evaluation.answers_deleted is not None
    folder = journey.path.parent
    journey.file.close()
    assert holding(folder, NAME) == set()
    texts = [each.text for kinds in after.items[0].statements.values() for each in kinds]
    assert texts == [WORDS, f"{WORDS} igen"], "what the group has put on its list is the group's"
    journey.file = open_file(journey.path)
    second = journey.people["Bo"]
    deleting.delete_person_for_good(journey.file, journey.id, second, "Anna")
    names = [each.name for each in journey.file.ask(evaluations.roster, journey.id)]
    assert names == ["Slettet deltager 1", "Anna", "Slettet deltager 2", "Carla", "Dines", "Eva"]


def test_in_the_plan_the_role_stands_in_the_place_of_the_name(journey: Journey) -> None:
    journey.reveal().settle_all().accept()
    file, own = journey.file, journey.id
    action = file.do(editing.add, own, "Fast morgenmøde").value.action.id
    untouched = file.do(editing.add, own, "Nyt skema").value
    file.do(editing.amend, own, action, responsible=f"Anna og {NAME}")
    file.do(editing.set_participants, own, action, (NAME, "Bo", f"{NAME}sen"))
    deleting.delete_person_for_good(file, own, journey.people[NAME], "Anna")
    planned, other = file.ask(plans.plan, own)
    assert planned.action.responsible == "Anna og pædagog"
    assert planned.participants == ("pædagog", "Bo", f"{NAME}sen")
    assert other == untouched
    file.do(editing.set_participants, own, action, ("Bo",))
    file.do(editing.amend, own, action, description="Nyt")
    file.undo()
    file.undo()
    assert file.ask(plans.plan, own)[0] == planned, "what is done later is undone as ever"
    file.do(editing.set_participants, own, action, ("Bo",))
    deleting.delete_person_for_good(file, own, journey.people["Bo"], "Anna")
    file.close()
    there = journey.path.read_bytes().replace(f"{NAME}sen".encode(), b"")
    assert NAME.encode() not in there
    journey.file = open_file(journey.path)


def test_nobody_has_the_id(journey: Journey) -> None:
    with pytest.raises(Problem, match="E_PARTICIPANTS"):
        deleting.delete_person_for_good(journey.file, journey.id, "0" * 16, "Anna")
