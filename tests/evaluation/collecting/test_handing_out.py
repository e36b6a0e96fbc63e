"""Everybody gets a form of their own, and what is sent out comes in again as it was answered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pypdf import PdfReader

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import sheet_of
from kvik_desktop.evaluation.collecting.handing_out import write_forms, write_paper
from kvik_desktop.evaluation.collecting.sheets.content import field_name
from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Rating
from tests.evaluation.collecting.pdf_form.filling import filled
from tests.journey import Journey


def test_each_form_is_answered_and_comes_back_to_its_own_person(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    people = journey.file.ask(evaluations.roster, journey.id)
    out = tmp_path / "skemaer"
    out.mkdir()
    write = partial(write_forms, evaluation=journey.id, people=people, folder=out, translate=Translator("da"))
    forms = journey.file.ask(write)
    assert [path.name for path in forms] == [f"Svarskema {person.name}.pdf" for person in people]
    assert journey.file.ask(write)[0].name == "Svarskema Anna 2.pdf"
    for number, path in enumerate(forms):
        path.write_bytes(filled(path.read_bytes(), {field_name("k1.1", "score"): str(number)}))
    verdicts = take_in(journey.file, journey.id, forms)
    assert [(verdict.taken.people, verdict.problem) for verdict in verdicts] == [(1, None)] * len(forms)
    for number, person in enumerate(people):
        sheet = journey.file.ask(sheet_of, journey.id, person.id)
        assert sheet is not None
        assert sheet.of("k1.1").rating == Rating(number)
    journey.file.close()


def test_paper_for_anybody_has_a_line_for_a_name(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    out = tmp_path / "papir.pdf"
    journey.file.ask(write_paper, journey.id, None, out, Translator("da"), ("k2",))
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert all("Navn: ____" in page for page in pages)
    assert "k2.1" in pages[0]
    assert "k2.2" in pages[1]
    journey.file.close()
