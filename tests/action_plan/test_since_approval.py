"""What is changed in a plan after its approval is told from the journal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.action_plan import editing, follow_up, usecases
from kvik_desktop.action_plan.deleting import delete_person
from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.since_approval import changes_since_approval
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from tests.action_plan.material import with_areas, with_plan
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


def told(journey: Journey) -> list[str]:
    return [Translator()(each.what) for each in journey.file.ask(changes_since_approval, journey.id)]


def test_only_what_was_promised_counts_and_from_the_newest_approval(journey: Journey) -> None:
    one, two, three = with_plan(journey, "Én", "To", "Tre")
    journey.file.do(editing.amend, journey.id, one, responsible="Bo", deadline=date(2027, 3, 1))
    assert told(journey) == []
    journey.file.do(usecases.approve, journey.id, "Anna")
    journey.file.do(editing.amend, journey.id, one, deadline=date(2027, 4, 1))
    journey.file.do(editing.amend, journey.id, one, deadline=date(2027, 5, 1), description="Mere")
    journey.file.do(editing.amend, journey.id, two, title="To m")
    journey.file.do(editing.amend, journey.id, two, title="To møder", success="Ro")
    journey.file.do(follow_up.set_status, journey.id, two, Status.IN_PROGRESS)
    journey.file.do(editing.remove, journey.id, three)
    journey.file.do(editing.add, journey.id, "Fire")
    assert told(journey) == [
        "Fristen for »Én« er flyttet fra 01.03.2027 til 01.05.2027.",
        "»To« hedder nu »To møder«.",
        "Det, der skal vise, at »To møder« virker, er ændret.",
        "»Tre« er taget ud.",
        "»Fire« er kommet til.",
    ]


def test_a_new_approval_begins_anew(journey: Journey) -> None:
    [one] = with_plan(journey, "Én")
    journey.file.do(usecases.approve, journey.id, "Anna")
    journey.file.undo()
    journey.file.do(editing.amend, journey.id, one, responsible="Eva")
    journey.file.do(usecases.approve, journey.id, "Anna")
    assert told(journey) == []
    journey.file.do(editing.amend, journey.id, one, responsible="Bo")
    assert told(journey) == ["Ansvaret for »Én« er gået fra Eva til Bo."]


def test_what_is_taken_back_is_no_change(journey: Journey) -> None:
    [one] = with_plan(journey, "Én")
    journey.file.do(usecases.approve, journey.id, "Anna")
    journey.file.do(editing.amend, journey.id, one, responsible="Bo")
    journey.file.undo()
    assert told(journey) == []
    journey.file.do(editing.amend, journey.id, one, responsible="Eva")
    journey.file.do(editing.amend, journey.id, one, deadline=date(2027, 4, 1))
    journey.file.do(editing.amend, journey.id, one, responsible="", deadline=None)
    assert told(journey) == []


def test_what_is_forgotten_of_a_person_is_not_told(journey: Journey) -> None:
    [one] = with_plan(journey, "Én")
    journey.file.do(usecases.approve, journey.id, "Anna")
    journey.file.do(editing.amend, journey.id, one, responsible="Bo")
    journey.file.do(delete_person, journey.id, journey.people["Bo"], "Anna")
    assert told(journey) == []
