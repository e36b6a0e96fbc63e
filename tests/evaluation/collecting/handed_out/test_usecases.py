"""Who has been given what is kept, and a sheet that asks what is not asked any more is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.evaluation import settings, team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.handed_out.mail import mail
from kvik_desktop.evaluation.collecting.handed_out.model import IN_FILES, advised
from kvik_desktop.evaluation.collecting.handed_out.usecases import hand_out, handing
from kvik_desktop.evaluation.model import Participant, Way
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.workshop.deleting import delete_answers
from tests.journey import Journey

TR = Translator()


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock).gather_people(("Anna", "Bo"))


def people(journey: Journey) -> tuple[Participant, ...]:
    return journey.file.ask(evaluations.roster, journey.id)


def test_it_is_kept_who_has_which_sheet(journey: Journey, tmp_path: Path) -> None:
    anna, bo = people(journey)
    for way in IN_FILES:
        hand_out(journey.file, journey.id, anna, way, tmp_path, TR)
    found = journey.file.ask(handing)
    assert {each.way for each in found.people[0].sheets} == set(IN_FILES)
    assert [each.participant for each in found.without()] == [bo]
    assert not found.stale()
    assert found.questions == len(journey.subcriteria)
    journey.file.close()


def test_a_sheet_that_asks_something_else_is_stale(journey: Journey, tmp_path: Path) -> None:
    anna, _ = people(journey)
    hand_out(journey.file, journey.id, anna, Way.PDF_FORM, tmp_path, TR)
    journey.file.do(settings.change_model, journey.id, journey.package, Method.CLASSICAL)
    assert [each.participant for each in journey.file.ask(handing).stale()] == [anna]
    hand_out(journey.file, journey.id, anna, Way.PDF_FORM, tmp_path, TR)
    assert not journey.file.ask(handing).stale()
    journey.file.close()


def test_the_sheet_of_somebody_who_left_the_list_is_told(journey: Journey, tmp_path: Path) -> None:
    anna, bo = people(journey)
    hand_out(journey.file, journey.id, bo, Way.PAPER, tmp_path, TR)
    journey.file.do(team.remove, journey.id, bo.id)
    found = journey.file.ask(handing)
    assert [each.participant.name for each in found.people] == [anna.name]
    assert [each.participant for each in found.gone] == [bo.id]
    journey.file.close()


def test_nothing_is_noted_of_a_file_that_could_not_be_written(journey: Journey, tmp_path: Path) -> None:
    anna, _ = people(journey)
    with pytest.raises(Problem):
        hand_out(journey.file, journey.id, anna, Way.PAPER, tmp_path / "væk", TR)
    assert not journey.file.ask(handing).people[0].sheets
    journey.file.close()


def test_it_goes_with_the_answers_also_of_who_left_the_list(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    first, *_, last = people(journey)
    for person in (first, last):
        hand_out(journey.file, journey.id, person, Way.PAPER, tmp_path, TR)
    journey.file.do(team.remove, journey.id, last.id)
    staying = [name for name, key in journey.people.items() if key != last.id]
    journey.answer_all(dict.fromkeys(staying, 3)).reveal().settle_all().accept()
    journey.file.do(delete_answers, journey.id, "Anna")
    found = journey.file.ask(handing)
    assert not found.people[0].sheets
    assert not found.gone
    journey.file.close()


def test_few_people_and_few_questions_answer_in_turn(journey: Journey) -> None:
    assert advised(4, 20).way is Way.LAPTOP
    assert advised(5, 20).way is Way.ANSWER_PAGE
    assert advised(2, 28).way is Way.ANSWER_PAGE
    assert advised(0, 20).way is Way.ANSWER_PAGE
    journey.file.close()


@pytest.mark.parametrize("way", [*IN_FILES, Way.LAPTOP])
def test_a_mail_says_how_and_who_can_see_it(journey: Journey, way: Way) -> None:
    anna, _ = people(journey)
    written = mail(anna, way, "Børnehuset", None).body(TR)
    assert written.startswith("Hej Anna\n\n")
    assert "åbner alles på én gang" in written
    assert ("forseglet" in written) == (way is Way.ANSWER_PAGE)
    journey.file.close()
