"""Paper says whose it is on every sheet, holds all questions, and can be read when it is printed in grey."""

from __future__ import annotations

import dataclasses
import io

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation.collecting.paper.printing import paper_sheet
from kvik_desktop.evaluation.collecting.sheets.content import content_of
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator
from kvik_desktop.foundation.tokens import read_tokens
from kvik_desktop.model_package.model import Method
from tests.evaluation.collecting.pdf_form.filling import PERSON, UNIT, evaluation, package


def printed(
    model: str, method: Method, language: Language = "da", criteria: tuple[str, ...] | None = None
) -> list[str]:
    content = content_of(evaluation(model, method), UNIT, package(model), PERSON, language, criteria)
    reader = PdfReader(io.BytesIO(paper_sheet(content, Translator(language))))
    assert reader.get_fields() is None
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_question_is_asked_once_and_every_page_says_whose_it_is(
    method: Method, language: Language
) -> None:
    pages = printed("kvik", method, language)
    whole = " ".join(pages)
    for sub in package("kvik").subcriteria():
        assert whole.count(sub.question.in_language(language)) == 1
    assert all(PERSON.name in page and UNIT.name in page for page in pages)


def test_the_numbers_of_each_step_stand_by_the_box() -> None:
    classical, scale5 = printed("kvik", Method.CLASSICAL)[1], printed("kvik-kort", Method.SCALE5)[1]
    assert all(numbers in classical for numbers in ("0-10", "11-30", "31-50", "51-70", "71-90", "91-100"))
    assert "11-30" not in scale5
    assert "0-5" in scale5


def test_one_criterion_can_be_printed_alone() -> None:
    pages = printed("kvik", Method.CLASSICAL, criteria=("3",))
    assert "3.3" in pages[-1]
    assert not any("4.1 " in page for page in pages)


def test_signs_without_a_shape_are_shown_as_a_box_and_long_names_are_cut() -> None:
    begun = evaluation("kvik-kort", Method.SCALE5)
    person = dataclasses.replace(PERSON, name="Łukasz \u0643 " + "Østergaard" * 30)
    content = content_of(begun, UNIT, package("kvik-kort"), person, "da", ("k1",))
    pages = PdfReader(io.BytesIO(paper_sheet(content, Translator("da")))).pages
    assert "Łukasz □" in pages[0].extract_text()
    assert "…" in pages[1].extract_text()


def test_what_stands_on_a_colour_is_read_in_grey() -> None:
    tokens = read_tokens(Resources(), "light")
    grey = {name: _luminance(tokens[name]) for name in ("text", "text-2", "accent", "edge", "selected")}
    for ink in ("text", "text-2", "accent"):
        assert _contrast(1.0, grey[ink]) >= 4.5
    assert _contrast(grey["selected"], grey["text"]) >= 4.5
    assert _contrast(1.0, grey["edge"]) >= 3


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return (high + 0.05) / (low + 0.05)
