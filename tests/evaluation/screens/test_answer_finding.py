"""Words are found in questions, guidance and one's own answers, and shown with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.screens.answer_finding import Finder, Found
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method, Sector
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer("Bo", "3.3", 40, strength=("Ønskevagtplanen giver ro i familien",))
    journey.answer("Eva", "1.1", 40, strength=("Evas hemmelige guldfisk",))
    yield journey
    journey.file.close()


def found(journey: Journey, words: str, sector: Sector = Sector.DAYCARE) -> tuple[Found, ...]:
    sheet = journey.file.ask(sheet_of, journey.id, journey.people["Bo"])
    assert isinstance(sheet, Sheet)
    return Finder(journey.package, sector, Translator("da", Resources())).find(words, sheet)


def test_own_words_are_found_and_named(journey: Journey) -> None:
    only = found(journey, "ØNSKEVAGT ro")
    assert [each.subcriterion for each in only] == ["3.3"]
    assert only[0].where == "Du skrev: Styrker"
    assert "Ønskevagtplanen" in only[0].excerpt


def test_what_another_has_written_is_not_found(journey: Journey) -> None:
    assert found(journey, "guldfisk") == ()


def test_every_question_is_found_by_its_name_and_the_guidance_is_the_sectors(journey: Journey) -> None:
    assert "3.2" in [each.subcriterion for each in found(journey, "kompetencer")]
    day, care = found(journey, "børn"), found(journey, "børn", Sector.ELDERLY)
    assert len(day) > len(care)


def test_nothing_is_found_for_no_words_and_all_words_are_wanted(journey: Journey) -> None:
    assert found(journey, "   ") == ()
    assert found(journey, "ønskevagtplanen kvantemekanik") == ()


def test_no_link_is_shown_as_it_is_written(journey: Journey) -> None:
    assert all("[[" not in each.excerpt and "|" not in each.excerpt for each in found(journey, "apv"))
    assert found(journey, "apv")
