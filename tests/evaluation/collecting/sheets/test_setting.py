"""A sheet is set so that nothing runs into anything, however long its words are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kvik_desktop.evaluation.collecting.sheets.content import Content, content_of
from kvik_desktop.evaluation.collecting.sheets.pages import Page, Part, flow
from kvik_desktop.evaluation.collecting.sheets.setting import BOTTOM, LEFT, RIGHT, TOP, Setter
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.evaluation.collecting.sheets.words import ON_SCREEN
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method
from tests.evaluation.collecting.pdf_form.filling import PERSON, UNIT, evaluation, package

TYPE = Type(Resources())


def content(method: Method, language: Language = "da", model: str = "kvik") -> Content:
    return content_of(evaluation(model, method), UNIT, package(model), PERSON, language)


def pages(of: Content) -> tuple[Page, ...]:
    return Setter(Translator(of.language), TYPE).pages(of, ON_SCREEN)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_leaves_the_page(method: Method, language: Language) -> None:
    for page in pages(content(method, language)):
        for part in page.parts[1:]:
            for line in part.words:
                width = TYPE.width(line.text, line.size, bold=line.bold)
                assert line.x - width / 2 * line.centred >= LEFT
                assert line.x + width * (0.5 if line.centred else 1) <= RIGHT + 0.5
                assert TOP < line.y < BOTTOM + 8


@pytest.mark.parametrize("method", list(Method))
def test_two_questions_stand_on_a_page_and_the_steps_of_the_phases_on_one(method: Method) -> None:
    set_pages = pages(content(method))
    asked = [len({place.name.partition("_")[0] for place in page.places}) for page in set_pages]
    assert set(asked) <= {0, 1, 2, 3}
    assert sum(asked) == 28
    assert asked.count(0) == (2 if method is Method.FINE else 1)
    assert len(set_pages) <= 17


def test_a_long_question_takes_more_room_and_nothing_from_the_answer() -> None:
    short = content(Method.CLASSICAL, model="kvik-kort")
    section = short.sections[0]
    question = replace(section.questions[0], asks="Hvordan sørger institutionsbestyrelsen for det? " * 20)
    long = replace(short, sections=(replace(section, questions=(question,)),))
    (page,) = [page for page in pages(long) if page.places]
    heights = [place.height for place in page.places if place.name.endswith("evidence")]
    assert heights[0] >= 40
    assert max(line.y for line in page.parts[1].words) < BOTTOM


def test_a_part_never_crosses_to_the_next_page_and_an_empty_one_begins_it() -> None:
    parts = [Part(40), Part(50), Part(30), Part(0), Part(10), Part(500)]
    assert [[part.height for part in page] for page in flow(parts, 0, 100, 5)] == [
        [40, 50],
        [30],
        [10],
        [500],
    ]


def test_a_word_that_is_longer_than_the_line_is_broken() -> None:
    lines = TYPE.wrap("Kvalitetsudviklingskonsulentordningsbekendtgørelse " * 2, 10, 80)
    assert all(TYPE.width(line, 10) <= 80 for line in lines)
    assert "".join(lines).replace(" ", "") == "Kvalitetsudviklingskonsulentordningsbekendtgørelse" * 2
