"""What real readers of PDF have saved is read as it was typed; see ``fixtures/LÆS.md`` for which they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation.collecting.pdf_form import identity
from kvik_desktop.evaluation.collecting.pdf_form.answers import lines
from kvik_desktop.evaluation.collecting.pdf_form.fields import fields_of, is_active

FIXTURES = Path(__file__).parent / "fixtures"
READERS = {
    "pdfium": "Besøg fra Łódź, źdźbło",
    "pdfjs": "Besøg fra Łódź, źdźbło",
    "mupdf": "Besøg fra Łódź, źdźbło",
    "poppler": "Besøg fra Ásgeir",
}


@pytest.mark.parametrize("reader", READERS)
def test_figures_ticks_and_words_are_what_was_typed(reader: str) -> None:
    saved = PdfReader(FIXTURES / f"{reader}.pdf")
    assert not is_active(saved)
    fields = fields_of(saved)
    assert [fields[f"k1-{number}_score"].text for number in (1, 2, 3)] == ["5", "0", ""]
    assert [fields[f"k1-{number}_cannot"].ticked for number in (1, 2, 3)] == [False, False, True]
    assert lines(fields["k1-1_evidence"].text) == (
        "Årsplan 2026 – »rød grød med fløde«",
        "Referat fra møde: æøå ÆØÅ",
    )
    assert lines(fields["k1-2_area"].text) == (READERS[reader],)
    assert fields["k1-1_idea"].text == ""


@pytest.mark.parametrize("reader", READERS)
def test_whose_form_it_is_comes_back_unharmed(reader: str) -> None:
    held = fields_of(PdfReader(FIXTURES / f"{reader}.pdf"))[identity.FIELD]
    made_for = identity.read(held.text)
    assert made_for is not None
    assert (made_for.model, made_for.participant) == ("kvik-kort", "00000000000000aa")
