"""The notice to participants: one page, tagged, with this evaluation's own day, group and contact."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.evaluation.settings import UnitFacts
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Sector
from kvik_desktop.report.notice import notice_pages, write_notice
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def told(journey: Journey, language: Language = "da") -> str:
    """The words of the notice, which has one page."""
    out = journey.path.parent / "oplysning.pdf"
    size = write_notice(journey.file, journey.id, out, Translator(language))
    data = out.read_bytes()
    assert len(data) == size
    [page] = PdfReader(io.BytesIO(data)).pages
    return " ".join(page.extract_text().split())


def test_what_is_set_stands_on_it(journey: Journey) -> None:
    journey.file.do(settings.set_retention, journey.id, date(2026, 12, 31))
    journey.file.do(settings.set_smallest_group, journey.id, 7)
    journey.file.do(privacy.set_contact, journey.id, "Åse Holm, dpo@fjordby.dk")
    words = told(journey)
    for sentence in (
        "De enkelte svar slettes senest den 31.12.2026.",
        "når mindst 7 har givet en vurdering",
        "Åse Holm, dpo@fjordby.dk",
        "viser programmet dine svar til dig alene.",
        "Retsgrundlag",
    ):
        assert sentence in words
    assert not any(name in words for name in journey.people), "it can hang on the wall"


def test_what_is_not_set_is_said_plainly_or_left_open(journey: Journey) -> None:
    assert "Der er ikke sat en dag endnu." in told(journey)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_however_long_the_names(journey: Journey, language: Language) -> None:
    facts = UnitFacts("Specialbørnehaven og aflastningsstedet " * 5, Sector.DAYCARE, "671")
    journey.file.do(settings.change_unit, journey.id, facts)
    journey.file.do(settings.change_title, journey.id, "Selvevaluering og opfølgning i efteråret " * 4)
    journey.file.do(privacy.set_contact, journey.id, "databeskyttelsesraadgiveren@fjordby.dk " * 5)
    assert told(journey, language)
    assert len(notice_pages(journey.file, journey.id, Translator(language), 40)) == 1


def test_what_people_call_themselves_is_no_markup(journey: Journey) -> None:
    journey.file.do(privacy.set_contact, journey.id, "#set page(fill: red) *fed* @kilde")
    assert "#set page(fill: red) *fed* @kilde" in told(journey)


def test_only_a_pdf_and_never_over_the_evaluation(journey: Journey) -> None:
    with pytest.raises(Problem, match="E_FORMAT_OUT"):
        write_notice(journey.file, journey.id, journey.path.with_suffix(".docx"), Translator())
    link = journey.path.with_suffix(".pdf")
    link.symlink_to(journey.path)
    with pytest.raises(Problem, match="E_FILE_EXISTS"):
        write_notice(journey.file, journey.id, link, Translator())
