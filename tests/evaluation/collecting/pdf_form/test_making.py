"""A form can be filled in by keyboard and ear, says nothing it should not, and is the same each time."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kvik_desktop.evaluation.collecting.pdf_form.fields import is_active
from kvik_desktop.evaluation.collecting.pdf_form.identity import FIELD
from kvik_desktop.evaluation.collecting.pdf_form.making import MULTILINE
from kvik_desktop.evaluation.collecting.sheets.content import field_names
from kvik_desktop.model_package.model import Method
from tests.evaluation.collecting.pdf_form.filling import PERSON, form, package

MODELS = [("kvik", Method.CLASSICAL), ("kvik", Method.FINE), ("kvik-kort", Method.SCALE5)]


@pytest.mark.parametrize(("model", "method"), MODELS)
def test_every_question_has_its_fields_and_no_other(model: str, method: Method) -> None:
    fields = PdfReader(io.BytesIO(form(model, method))).get_fields() or {}
    assert set(fields) == field_names(package(model), method) | {FIELD}
    assert all(field["/TU"] for field in fields.values())


@pytest.mark.parametrize(("model", "method"), MODELS)
def test_the_tab_key_goes_down_the_page_and_from_left_to_right(model: str, method: Method) -> None:
    for page in PdfReader(io.BytesIO(form(model, method))).pages:
        widgets = [each.get_object() for each in page.get("/Annots", [])]
        shown = [each for each in widgets if each["/T"] != FIELD]
        for before, after in pairwise(shown):
            goes_down = before["/Rect"][1] > after["/Rect"][3]
            assert goes_down or before["/Rect"][0] < after["/Rect"][0]
        questions = [str(each["/T"]).partition("_")[0] for each in shown]
        assert questions == sorted(questions, key=questions.index)
        assert not shown or str(page["/Tabs"]) == "/S"


@pytest.mark.parametrize(("model", "method"), MODELS)
def test_nothing_lies_over_anything_or_outside_the_page(model: str, method: Method) -> None:
    for page in PdfReader(io.BytesIO(form(model, method))).pages:
        rooms = [
            [float(each) for each in widget.get_object()["/Rect"]]
            for widget in page.get("/Annots", [])
            if widget.get_object()["/T"] != FIELD
        ]
        for place, (left, low, right, high) in enumerate(rooms):
            assert 40 <= left < right <= 555
            assert 40 <= low < high <= 780
            assert high - low >= 14
            for other in rooms[place + 1 :]:
                assert right <= other[0] or other[2] <= left or high <= other[1] or other[3] <= low


@pytest.mark.parametrize(("model", "method"), MODELS)
def test_a_form_counts_nothing_asks_nothing_and_is_light_enough_for_a_mail(
    model: str, method: Method
) -> None:
    made = form(model, method)
    assert len(made) < 300_000
    reader = PdfReader(io.BytesIO(made))
    assert not is_active(reader)
    acroform = reader.root_object["/AcroForm"].get_object()
    assert isinstance(acroform, DictionaryObject)
    assert not {"/CO", "/XFA", "/NeedAppearances"} & set(acroform)
    assert {"/AA", "/OpenAction"}.isdisjoint(reader.root_object)
    for field in fields_of_pages(reader):
        assert {"/AA", "/A"}.isdisjoint(field)
        if str(field["/FT"]) == "/Tx" and str(field["/T"]) != FIELD:
            is_text = bool(int(str(field["/Ff"])) & MULTILINE)
            assert str(field["/MaxLen"]) == ("4000" if is_text else str(len(str(method.top))))
            assert "/Inter" in str(field["/DA"])


def fields_of_pages(reader: PdfReader) -> list[DictionaryObject]:
    return [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]


def test_the_form_has_a_name_a_language_and_a_type_of_its_own() -> None:
    made = form("kvik-kort", Method.SCALE5, "en")
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == f"Selvevaluering – {PERSON.name}"
    assert str(reader.root_object["/Lang"]) == "en"
    assert [str(each["/Title"]) for each in reader.outline if isinstance(each, dict)][1] == "k1 Leadership"
    assert b"/FontFile2" in made
    form.cache_clear()
    assert form("kvik-kort", Method.SCALE5, "en") == made
