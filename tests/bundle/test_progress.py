"""The overview of the seven steps, all the way through a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.action_plan import editing, follow_up, priorities
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Status
from kvik_desktop.bundle.progress import STEP_NAMES, Progress, Step, StepState, Urgency, progress
from kvik_desktop.evaluation import settings, team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.states import State
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop import rounds, statements
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey

DONE, OPEN, WAITING = StepState.DONE, StepState.OPEN, StepState.WAITING


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock)
    yield journey
    journey.file.close()


def look(journey: Journey) -> Progress:
    return journey.file.ask(progress, journey.id)


def states(found: Progress) -> str:
    """One letter a step: done, open, waiting."""
    return "".join(each.state.value[0] for each in found.steps)


def missing(found: Progress, step: Step) -> list[str]:
    return [Translator()(text) for text in found.of(step).missing]


def urgent(found: Progress) -> tuple[Urgency, str]:
    return found.urgency, Translator()(found.urgent or "")


def test_the_steps_are_in_order_and_named(journey: Journey) -> None:
    found = look(journey)
    assert [each.step for each in found.steps] == list(Step) == list(STEP_NAMES)
    assert (states(found), found.current, found.state) == (
        "owwwwww",
        Step.PREPARATION,
        State.PREPARING,
    )
    assert missing(found, Step.PREPARATION) == ["Der er ingen på deltagerlisten"]
    assert missing(found, Step.ANSWERS) == ["Venter på deltagerlisten"]


def test_a_group_without_a_leader_is_not_ready_but_may_answer(journey: Journey) -> None:
    journey.file.do(evaluations.add_participants, journey.id, [NewParticipant("Bo")])
    found = look(journey)
    assert (states(found), missing(found, Step.PREPARATION)) == (
        "oowwwww",
        ["Ingen på deltagerlisten er leder"],
    )
    [bo] = journey.file.ask(evaluations.roster, journey.id)
    journey.file.do(team.correct, journey.id, replace(bo, leader=True))
    assert (states(look(journey)), look(journey).current) == ("dowwwww", Step.ANSWERS)


def test_it_waits_for_those_who_have_not_handed_in(journey: Journey) -> None:
    journey.gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.file.do(evaluations.submit, journey.id, journey.people["Bo"])
    assert missing(look(journey), Step.ANSWERS) == ["Venter på 4 besvarelser"]
    for name in set(PEOPLE) - {"Bo"}:
        journey.file.do(evaluations.submit, journey.id, journey.people[name])
    found = look(journey)
    assert (found.state, missing(found, Step.ANSWERS)) == (
        State.ANSWERING,
        ["Alle har afleveret, så svarene kan åbnes"],
    )
    assert missing(found, Step.CONSENSUS) == ["Venter på, at svarene åbnes"]


def test_the_meeting_lacks_agreement_and_then_the_leader(journey: Journey) -> None:
    journey.gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    settled = [Agreed(sub, journey.rating(sub, 3)) for sub in journey.subcriteria[7:]]
    journey.file.do(meeting.settle, journey.id, settled)
    journey.file.do(rounds.open_round, journey.id, "k1.1")
    found = look(journey)
    assert (states(found), found.current) == ("ddowwww", Step.CONSENSUS)
    assert missing(found, Step.CONSENSUS) == ["7 delkriterier mangler enighed", "1 runde er åben"]
    journey.file.do(rounds.cancel_round, journey.id, "k1.1")
    journey.settle_all()
    found = look(journey)
    assert (found.state, missing(found, Step.CONSENSUS)) == (
        State.SETTLED,
        ["Klar til at blive godkendt af lederen"],
    )
    assert found.state is journey.file.ask(meeting.state, journey.id)


def test_from_the_accepted_result_to_the_end(journey: Journey) -> None:
    journey.gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.answer("Bo", "k1.1", 3, area=("Tid", "Ro")).reveal().settle_all().accept()
    found = look(journey)
    assert (states(found), found.current) == ("dddooow", Step.IMPROVEMENTS)
    assert missing(found, Step.IMPROVEMENTS) == ["2 forbedringsområder er ikke placeret"]
    assert missing(found, Step.PLAN) == ["Der er ingen tiltag i planen"]
    assert missing(found, Step.DELIVERY) == [
        "Klar til at blive gemt som pakke",
        "Planen er ikke godkendt endnu",
    ]
    assert missing(found, Step.FOLLOW_UP) == ["Venter på, at planen godkendes"]
    time, calm = (each.id for each in journey.file.ask(statements.areas, journey.id))
    action = journey.file.do(editing.from_areas, journey.id, [time]).value.action
    found = look(journey)
    assert (states(found), found.current) == ("dddooow", Step.PLAN)
    assert missing(found, Step.IMPROVEMENTS) == ["1 forbedringsområde er ikke placeret"]
    assert missing(found, Step.PLAN) == [
        "1 tiltag mangler en ansvarlig",
        "1 tiltag mangler en frist",
        "Planen mangler lederens godkendelse",
    ]
    journey.file.do(priorities.place, journey.id, calm, 1, 1)
    assert look(journey).of(Step.IMPROVEMENTS).state is DONE
    overdue = replace(action, deadline=date(2026, 11, 1), responsible="Bo")
    journey.file.do(editing.change, journey.id, overdue)
    assert look(journey).urgency is Urgency.NONE
    journey.file.do(plans.approve, journey.id, "Anna")
    found = look(journey)
    assert (states(found), found.current) == ("dddddoo", Step.DELIVERY)
    assert missing(found, Step.DELIVERY) == ["Klar til at blive gemt som pakke"]
    assert missing(found, Step.FOLLOW_UP) == ["1 tiltag er over fristen", "1 tiltag er ikke færdigt"]
    assert urgent(found) == (Urgency.LATE, "1 tiltag er over fristen")
    journey.file.do(plans.start_follow_up, journey.id, "Anna")
    assert look(journey).current is Step.FOLLOW_UP
    journey.file.do(follow_up.set_status, journey.id, action.id, Status.DONE)
    found = look(journey)
    assert (states(found), found.urgency, found.urgent) == ("dddddod", Urgency.NONE, None)


def test_a_day_is_urgent_when_it_is_near_and_more_so_when_it_has_passed(journey: Journey) -> None:
    journey.gather_people()
    set_day = settings.set_day
    journey.file.do(set_day, journey.id, Milestone.MEETING, date(2026, 11, 3))
    assert look(journey).urgency is Urgency.NONE, "the meeting is not what is at hand"
    journey.file.do(set_day, journey.id, Milestone.ANSWERS, date(2026, 11, 10))
    assert look(journey).urgency is Urgency.NONE
    journey.file.do(set_day, journey.id, Milestone.ANSWERS, date(2026, 11, 9))
    assert urgent(look(journey)) == (Urgency.SOON, "Svarene skal afleveres senest den 09.11.2026")
    journey.file.do(set_day, journey.id, Milestone.ANSWERS, date(2026, 11, 1))
    assert look(journey).urgency is Urgency.LATE
    journey.file.do(set_day, journey.id, Milestone.ANSWERS, None)
    journey.file.do(settings.set_retention, journey.id, date(2026, 11, 2))
    assert urgent(look(journey)) == (Urgency.SOON, "Svarene skal slettes senest den 02.11.2026")
