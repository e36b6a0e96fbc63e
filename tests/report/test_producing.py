"""The report as a file and as pages: the same report, and never in the place of the evaluation file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.producing import report_pages, write_report
from kvik_desktop.report.usecases import readiness
from kvik_desktop.workshop import usecases as meeting
from tests.journey import Journey

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock).accepted()


def test_the_pages_are_those_of_the_pdf(journey: Journey, tmp_path: Path) -> None:
    out = tmp_path / "rapport.pdf"
    size = write_report(journey.file, journey.id, out, Translator())
    pages = report_pages(journey.file, journey.id, Translator(), 48)
    assert size == out.stat().st_size
    assert len(pages.pictures) == len(PdfReader(BytesIO(out.read_bytes())).pages)
    assert all(page.startswith(PNG) for page in pages.pictures)


def test_pages_are_made_anew_only_when_something_has_changed(journey: Journey) -> None:
    first = report_pages(journey.file, journey.id, Translator(), 48)
    assert report_pages(journey.file, journey.id, Translator(), 48, first) is first
    journey.file.do(meeting.reopen, journey.id, "Anna", "rettelse")
    assert report_pages(journey.file, journey.id, Translator(), 48, first) is not first


def test_what_is_missing_before_the_report_stands(journey: Journey) -> None:
    found = journey.file.ask(readiness)
    assert (found.is_revealed, found.unsettled, found.is_accepted, found.is_plan_approved) == (
        True, 0, True, False,
    )  # fmt: skip


def test_the_report_never_takes_the_place_of_the_evaluation_file(journey: Journey) -> None:
    taken = journey.path.rename(journey.path.with_suffix(".pdf"))
    journey.file.path = taken
    before = taken.read_bytes()
    with pytest.raises(Problem) as found:
        write_report(journey.file, journey.id, taken, Translator())
    assert found.value.code == "E_FILE_EXISTS"
    assert taken.read_bytes() == before


def test_there_is_nothing_to_look_at_before_the_answers_are_opened(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    with pytest.raises(Problem) as found:
        report_pages(journey.file, journey.id, Translator(), 48)
    assert found.value.code == "E_HIDDEN"
