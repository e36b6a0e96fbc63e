"""Every paper of the preparation is set as a PDF that can be read aloud, on few pages, in both languages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation.preparing.leaflets import leaflet, material
from kvik_desktop.evaluation.preparing.model import Leaflet, LeafletPart, Look
from kvik_desktop.evaluation.preparing.papers import Paper
from kvik_desktop.evaluation.preparing.preparation import preparation
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.report.leaflet_document import leaflet_pdf
from tests.journey import Journey

MOST_PAGES = {Paper.CHECKLIST: 3, Paper.QUESTIONS: 3, Paper.PROGRAMME: 3}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", ["kvik", "kvik-kort"])
def test_every_paper_is_set(tmp_path: Path, clock: FixedClock, language: Language, model: str) -> None:
    journey = Journey(tmp_path, clock, model).gather_people()
    found, tr = journey.file.ask(preparation), Translator(language)
    for paper in [each for each in Paper if each is not Paper.NOTICE]:
        content = leaflet(paper, found, material(tr), tr)
        data = leaflet_pdf(content, tr, clock.now())
        assert data == leaflet_pdf(content, tr, clock.now())
        reader = PdfReader(io.BytesIO(data))
        assert len(reader.pages) <= MOST_PAGES.get(paper, 1), paper
        assert reader.metadata is not None
        assert reader.metadata.title == f"Børnehuset: {content.title}"
        assert "Børnehuset" in reader.pages[0].extract_text()


def test_what_people_wrote_is_never_markup(clock: FixedClock) -> None:
    part = LeafletPart("#pagebreak()", ("*fed* _skrå_ $x$ \\ue000",), Look.LIST)
    data = leaflet_pdf(Leaflet("", "Børne#huset", "", (part,)), Translator("da"), clock.now())
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "#pagebreak()" in text
    assert "*fed*" in text
