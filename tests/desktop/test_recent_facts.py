"""What a file says of itself on the start page, at every stage of the journey and in trouble."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.desktop.recent_facts import read
from kvik_desktop.desktop.recent_rows import Facts
from kvik_desktop.evaluation import settings
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from tests.journey import PEOPLE, Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock)


def told(journey: Journey, clock: FixedClock) -> tuple[str, str, str]:
    """Mark, what is missing, and the step."""
    journey.file.close()
    facts = read("institution", str(journey.path), clock)
    tr = Translator("da")
    assert (facts.title, facts.subtitle) == ("Børnehuset", "Selvevaluering")
    assert facts.missing is not None
    assert facts.step is not None
    return facts.mark, tr(facts.missing), tr(facts.step)


def test_nothing_but_the_unit(journey: Journey, clock: FixedClock) -> None:
    assert told(journey, clock) == ("not-begun", "Der er ingen på deltagerlisten", "1 Forberedelse")


def test_people_but_no_answers(journey: Journey, clock: FixedClock) -> None:
    journey.gather_people()
    assert told(journey, clock) == ("not-begun", "Venter på 5 besvarelser", "2 Individuel vurdering")


def test_some_have_answered(journey: Journey, clock: FixedClock) -> None:
    journey.gather_people().answer_all({"Anna": 3})
    mark, _, step = told(journey, clock)
    assert (mark, step) == ("in-progress", "2 Individuel vurdering")


def test_at_the_meeting(journey: Journey, clock: FixedClock) -> None:
    journey.gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    assert told(journey, clock) == ("in-progress", "20 delkriterier mangler enighed", "3 Konsensus")


def test_what_is_pressing_today_comes_first(journey: Journey, clock: FixedClock) -> None:
    journey.accepted().file.do(settings.set_retention, journey.id, date(2026, 10, 1))
    mark, missing, _ = told(journey, clock)
    assert mark == "missing"
    assert "slettes" in missing


def test_a_file_that_is_gone(tmp_path: Path, clock: FixedClock) -> None:
    assert read("institution", str(tmp_path / "væk.kvikdb"), clock) == Facts(gone=True)


def test_a_file_that_is_no_evaluation(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "brev.kvikdb"
    path.write_text("Kære alle")
    facts = read("institution", str(path), clock)
    assert facts.mark == "problem"
    assert facts.missing is not None


def test_reading_changes_nothing_and_leaves_nothing(journey: Journey, clock: FixedClock) -> None:
    journey.gather_people()
    journey.file.close()
    before = journey.path.read_bytes()
    read("institution", str(journey.path), clock)
    assert journey.path.read_bytes() == before
    assert [path.name for path in journey.path.parent.iterdir() if path.is_file()] == ["enhed.kvikdb"]


def test_a_file_that_somebody_has_open_is_read_as_it_is(journey: Journey, clock: FixedClock) -> None:
    journey.gather_people()
    assert read("institution", str(journey.path), clock).title == "Børnehuset"


def test_a_coordinators_database_is_named_and_not_opened(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "central.db"
    path.write_bytes(b"")
    facts = read("coordinator", str(path), clock)
    assert facts.missing is not None
    assert path.read_bytes() == b""
