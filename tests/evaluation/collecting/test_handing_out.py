"""Everybody gets a page or a form of their own, and what is sent out comes in again as it was answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation.answering import sheet_of
from kvik_desktop.evaluation.collecting.handing_out import write_forms, write_pages, write_paper
from kvik_desktop.evaluation.collecting.sheets.content import field_name
from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Rating
from tests.evaluation.collecting.pdf_form.filling import filled
from tests.journey import PEOPLE, Journey


def test_each_form_is_answered_and_comes_back_to_its_own_person(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    out = tmp_path / "skemaer"
    out.mkdir()
    forms = journey.file.ask(write_forms, journey.id, out, Translator("da"))
    assert [each.path.name for each in forms] == [f"Svarskema {name}.pdf" for name in PEOPLE]
    anna = [journey.people["Anna"]]
    (again,) = journey.file.ask(write_forms, journey.id, out, Translator("da"), anna)
    assert again.path.name == "Svarskema Anna 2.pdf"
    for number, path in enumerate(each.path for each in forms):
        path.write_bytes(filled(path.read_bytes(), {field_name("k1.1", "score"): str(number)}))
    verdicts = take_in(journey.file, journey.id, [each.path for each in forms])
    assert [(verdict.taken.people, verdict.problem) for verdict in verdicts] == [(1, None)] * len(forms)
    for number, name in enumerate(PEOPLE):
        sheet = journey.file.ask(sheet_of, journey.id, journey.people[name])
        assert sheet is not None
        assert sheet.of("k1.1").rating == Rating(number)
    journey.file.close()


def test_after_the_reveal_nothing_is_handed_out(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer("Bo", "k1.1", 3).reveal()
    with pytest.raises(Problem, match="E_REVEALED"):
        write_pages(journey.file, journey.id, tmp_path, Translator())
    with pytest.raises(Problem, match="E_REVEALED"):
        journey.file.ask(write_forms, journey.id, tmp_path, Translator())
    assert [path.name for path in tmp_path.glob("Svar*")] == []
    journey.file.close()


def test_everybody_gets_a_page_and_the_same_one_again(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    first = write_pages(journey.file, journey.id, tmp_path, Translator())
    assert [each.path.name for each in first] == [f"Svarside {name}.html" for name in PEOPLE]
    pages = [each.path.read_bytes() for each in first]
    assert len(set(pages)) == len(PEOPLE)
    (again,) = write_pages(journey.file, journey.id, tmp_path, Translator(), [journey.people["Bo"]])
    assert (again.participant, again.path.name) == (journey.people["Bo"], "Svarside Bo 2.html")
    assert again.path.read_bytes() == pages[1]
    journey.file.close()


def test_paper_for_anybody_has_a_line_for_a_name(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    out = tmp_path / "papir.pdf"
    journey.file.ask(write_paper, journey.id, out, Translator("da"), criteria=("k2",))
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert all("Navn: ____" in page for page in pages)
    assert "k2.1" in pages[0]
    assert "k2.2" in pages[1]
    journey.file.close()
