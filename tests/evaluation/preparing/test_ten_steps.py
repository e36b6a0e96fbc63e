"""The checklist ticks itself where the program knows, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.evaluation import checklist, settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing.ten_steps import AT_HAND, KNOWN, TenSteps, ten_steps_of
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.process import ten_steps
from tests.journey import PEOPLE, Journey

GUIDE = ten_steps(Resources())
ITEMS = {check.id for step in GUIDE.steps for check in step.checklist}
DANISH = Translator("da")


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock)


def found(journey: Journey) -> TenSteps:
    return journey.file.ask(ten_steps_of, journey.id, GUIDE)


def known(journey: Journey) -> dict[str, str]:
    checks = (check for step in found(journey).steps for check in step.checks)
    return {each.check.id: DANISH(each.known) for each in checks if each.known is not None}


def test_what_is_known_and_where_one_is_are_parts_of_the_guide() -> None:
    assert KNOWN.keys() <= ITEMS
    assert {step for steps in AT_HAND.values() for step in steps} == {step.id for step in GUIDE.steps}


def test_a_new_evaluation_knows_only_its_model(journey: Journey) -> None:
    assert known(journey) == {"beslut-model": "Modellen er valgt."}
    assert (found(journey).current, found(journey).done) == ("beslut", 1)
    assert found(journey).of == len(ITEMS)


def test_the_checklist_follows_the_evaluation(journey: Journey) -> None:
    journey.gather_people()
    assert known(journey)["gruppe-liste"] == "5 deltagere med roller er på listen."
    for milestone, day in ((Milestone.MEETING, 1), (Milestone.PLAN, 15), (Milestone.NEXT, 31)):
        journey.file.do(settings.set_day, journey.id, milestone, date(2026, 12, day))
    journey.file.do(settings.set_retention, journey.id, date(2027, 3, 1))
    assert {"beslut-dage", "igen-dato", "rapport-slet"} <= known(journey).keys()
    assert known(journey)["beslut-dage"] == "Mødet er den 01.12.2026, og planen er færdig den 15.12.2026."
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    assert found(journey).current == "alene"
    assert "alene-aflever" not in known(journey)
    for person in journey.people.values():
        journey.file.do(evaluations.submit, journey.id, person)
    assert known(journey)["alene-aflever"] == "Alle 5 har afleveret."
    journey.reveal()
    assert found(journey).current == "sammen"
    journey.settle_all().accept()
    assert {"sammen-aabn", "rapport-afgjort", "rapport-godkend"} <= known(journey).keys()
    assert found(journey).current == "rapport"


def test_a_list_without_leader_or_roles_is_not_whole(journey: Journey) -> None:
    journey.gather_people(("Anna", "Bo"))
    assert "gruppe-liste" in known(journey)
    new = [evaluations.NewParticipant("Carla")]
    journey.file.do(evaluations.add_participants, journey.id, new)
    assert "gruppe-liste" not in known(journey)


def test_what_only_people_know_is_ticked_by_them_and_counts(journey: Journey) -> None:
    journey.file.do(checklist.tick, journey.id, GUIDE, "beslut-med", done=True)
    assert found(journey).done == 2
    for check in GUIDE.steps[0].checklist:
        journey.file.do(checklist.tick, journey.id, GUIDE, check.id, done=True)
    first = found(journey).steps[0]
    assert first.is_done
    assert found(journey).current == "fortael"
    journey.file.do(checklist.tick, journey.id, GUIDE, "beslut-model", done=False)
    assert found(journey).steps[0].is_done, "the program still knows it"
