"""What a team says of itself is kept, undone and carried on; a path that stands at its first open part."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kvik_desktop.compose import FILE_SCHEMA, create_file, open_file
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.next_evaluation import start_next
from kvik_desktop.evaluation.preparing import usecases as preparing
from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.evaluation.preparing.path import PATH, How, Part, first_unfinished, following, how
from kvik_desktop.evaluation.preparing.preparation import Preparation, preparation
from kvik_desktop.evaluation.usecases import NewParticipant, NewUnit
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.model import Sector
from kvik_desktop.storage.inspection import inspect
from tests.journey import PEOPLE, Journey
from tests.storage.test_older_files import take_back


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock)


def found(journey: Journey) -> Preparation:
    return journey.file.ask(preparation)


def test_what_is_said_at_the_start_is_kept_in_the_file(
    tmp_path: Path, clock: FixedClock, journey: Journey
) -> None:
    said = Circumstances(6, Time.MORNING, experienced=False)
    first = partial(
        preparing.begin,
        unit=NewUnit("Tudsen", Sector.DAYCARE),
        package=journey.package,
        method=journey.method,
        title="Selvevaluering",
        circumstances=said,
    )
    with create_file(tmp_path / "tudsen.kvikdb", first, clock) as file:
        assert file.ask(preparation).circumstances == said


def test_those_on_the_list_count_more_than_those_expected(journey: Journey) -> None:
    journey.file.do(preparing.change_circumstances, journey.id, Circumstances(12, None, experienced=True))
    assert found(journey).circumstances.people == 12
    journey.gather_people()
    assert found(journey).circumstances.people == len(PEOPLE)
    journey.file.undo()
    journey.file.undo()
    assert found(journey).circumstances == Circumstances()


@pytest.mark.parametrize("people", [0, 41])
def test_a_number_nobody_can_be_is_refused(journey: Journey, people: int) -> None:
    with pytest.raises(Problem, match="E_SETTING"):
        journey.file.do(preparing.change_circumstances, journey.id, Circumstances(people))
    assert found(journey).intention.people is None


def test_the_programme_is_chosen_and_moved_within_bounds(journey: Journey) -> None:
    journey.file.do(preparing.choose_programme, journey.id, "en-formiddag", -30)
    assert (found(journey).intention.programme, found(journey).intention.shift) == ("en-formiddag", -30)
    journey.file.do(preparing.change_circumstances, journey.id, Circumstances(6))
    assert found(journey).intention.programme == "en-formiddag"
    with pytest.raises(Problem, match="E_SETTING"):
        journey.file.do(preparing.choose_programme, journey.id, "en-dag", 135)


def test_the_days_nobody_has_set_are_proposed_in_one_step_of_undo(journey: Journey) -> None:
    meeting = date(2027, 3, 1)
    journey.file.do(settings.set_day, journey.id, Milestone.MEETING, meeting)
    assert journey.file.do(preparing.propose_days, journey.id, answers_at_meeting=True).value == 5
    assert found(journey).days[Milestone.MEETING] == found(journey).days[Milestone.ANSWERS] == meeting
    assert found(journey).evaluation.retention == date(2027, 6, 22)
    assert journey.file.do(preparing.propose_days, journey.id, answers_at_meeting=True).value == 0
    journey.file.undo()
    assert (found(journey).days, found(journey).evaluation.retention) == ({Milestone.MEETING: meeting}, None)


def test_who_continues_has_tried_it_before(journey: Journey) -> None:
    journey.gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all().accept()
    journey.file.do(start_next, journey.id, journey.package, journey.method, "Igen")
    assert found(journey).circumstances == Circumstances(len(PEOPLE), None, experienced=True)


def test_the_path_stands_at_the_first_unfinished_part(journey: Journey) -> None:
    assert first_unfinished(found(journey)) is Part.PEOPLE
    journey.file.do(evaluations.add_participants, journey.id, [NewParticipant("Anna")])
    assert how(Part.PEOPLE, found(journey)) is How.MISSING
    journey.gather_people(("Anna", "Bo"))
    assert first_unfinished(found(journey)) is Part.DAYS
    journey.file.do(settings.set_day, journey.id, Milestone.MEETING, date(2026, 12, 1))
    assert first_unfinished(found(journey)) is Part.PROGRAMME
    journey.file.do(preparing.choose_programme, journey.id, "en-dag")
    assert first_unfinished(found(journey)) is Part.PAPERS
    journey.file.do(preparing.note_printed, journey.id, ["program"])
    assert found(journey).printed == {"program"}
    assert first_unfinished(found(journey)) is Part.UNIT


def test_every_part_leads_on_until_the_answers(journey: Journey) -> None:
    new = found(journey)
    assert [following(part, new) for part in (Part.UNIT, Part.MODEL, Part.DAYS)] == [
        Part.PEOPLE, Part.PEOPLE, Part.PROGRAMME,
    ]  # fmt: skip
    assert following(Part.PAPERS, new) is Part.PEOPLE
    journey.gather_people()
    there = found(journey)
    walked: list[Part] = []
    part: Part | None = first_unfinished(there)
    while part is not None:
        walked.append(part)
        part = following(part, there)
    assert walked == [Part.DAYS, Part.PROGRAMME, Part.PAPERS]
    assert following(Part.STEPS, there) is None
    assert Part.STEPS not in PATH


def test_a_file_of_version_4_opens_and_keeps_what_is_said(journey: Journey) -> None:
    journey.gather_people()
    journey.file.close()
    take_back(journey.path, 4)
    with open_file(journey.path) as file:
        file.do(preparing.change_circumstances, journey.id, Circumstances(6, Time.DAY))
        assert file.ask(preparation).intention.time is Time.DAY
    assert inspect(journey.path).version == FILE_SCHEMA.version
