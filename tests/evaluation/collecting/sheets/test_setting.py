"""A sheet is set so that nothing runs into anything, however long its words are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kvik_desktop.evaluation.collecting.sheets.composing import BODY, BOTTOM, LEFT, RIGHT, TOP
from kvik_desktop.evaluation.collecting.sheets.content import Content, content_of
from kvik_desktop.evaluation.collecting.sheets.pages import (
    HEIGHT,
    Page,
    Part,
    PlaceKind,
    Words,
    flow,
    placed,
)
from kvik_desktop.evaluation.collecting.sheets.setting import Setter
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.evaluation.collecting.sheets.words import ON_SCREEN
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method
from tests.evaluation.collecting.pdf_form.filling import PERSON, UNIT, evaluation, package

TYPE = Type(Resources())
DAY = date(2026, 3, 12)


MILLIMETRE = 72 / 25.4
SHEETS = [("kvik", method) for method in Method] + [("kvik-kort", method) for method in Method]


def content(
    method: Method, language: Language = "da", model: str = "kvik", criteria: tuple[str, ...] | None = None
) -> Content:
    return content_of(evaluation(model, method), UNIT, package(model), PERSON, language, criteria, DAY)


def pages(of: Content) -> tuple[Page, ...]:
    return Setter(Translator(of.language), TYPE).pages(of, ON_SCREEN)


def said(page: Page) -> list[str]:
    return [words.text for part in page.parts for words in part.words]


@pytest.mark.parametrize(("model", "method"), SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_leaves_the_page_or_is_too_small_to_read(
    model: str, method: Method, language: Language
) -> None:
    for page in pages(content(method, language, model)):
        for part in page.parts[1:]:
            for line in part.words:
                width = TYPE.width(line.text, line.size, bold=line.bold)
                assert line.x - width / 2 * line.centred >= LEFT
                assert line.x + width * (0.5 if line.centred else 1) <= RIGHT + 0.5
                assert TOP < line.y < BOTTOM
                assert line.size >= BODY >= 10.5
        assert all(line.size >= 9 for line in page.parts[0].words)


@pytest.mark.parametrize(("model", "method"), SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_runs_into_another_or_into_a_place(model: str, method: Method, language: Language) -> None:
    for page in pages(content(method, language, model)):
        rooms = []
        for part in page.parts[1:]:
            for line in part.words:
                width = TYPE.width(line.text, line.size, bold=line.bold)
                left = line.x - width / 2 * line.centred
                rooms.append((left, line.y - 0.7 * line.size, left + width, line.y + 0.1 * line.size))
            rooms += [(each.x, each.y, each.x + each.width, each.y + each.height) for each in part.places]
        for at, one in enumerate(rooms):
            for other in rooms[at + 1 :]:
                beside = one[2] < other[0] or other[2] < one[0]
                assert beside or one[3] < other[1] or other[3] < one[1]


@pytest.mark.parametrize(("model", "method"), SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_room_for_a_pen(model: str, method: Method, language: Language) -> None:
    least = {PlaceKind.NUMBER: (20, 8.5), PlaceKind.TICK: (5.5, 5.5), PlaceKind.LINES: (80, 13)}
    for page in pages(content(method, language, model)):
        for place in page.places:
            width, height = least[place.kind]
            assert place.width >= width * MILLIMETRE
            assert place.height >= height * MILLIMETRE
            assert place.y + place.height <= BOTTOM + 0.01


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("model", "method"), SHEETS)
def test_two_questions_stand_on_a_page_and_the_steps_of_the_phases_on_one(
    model: str, method: Method, language: Language
) -> None:
    set_pages = pages(content(method, language, model))
    asked = [len({place.name.partition("_")[0] for place in page.places}) for page in set_pages]
    of = len(list(package(model).subcriteria()))
    assert sum(asked) == of
    assert asked.count(0) == (2 if method is Method.FINE else 1)
    assert len(set_pages) == asked.count(0) + of / 2


def test_the_front_says_when_what_and_where() -> None:
    set_pages = pages(content(Method.CLASSICAL))
    front = said(set_pages[0])
    assert "Afleveres senest 12.03.2026" in front
    for section in content(Method.CLASSICAL).sections:
        heading = f"{section.id} {section.name}"
        number = int(front[front.index(heading) - 1])
        assert heading in said(set_pages[number - 1])
    assert f"Side 1 af {len(set_pages)}" in front


def test_a_sheet_about_one_criterion_begins_under_the_guide() -> None:
    first, second = pages(content(Method.CLASSICAL, criteria=("9",)))
    assert "9.1 Eksterne resultater" in said(first)
    assert "9.2 Interne resultater" in said(second)
    assert said(pages(content(Method.FINE, criteria=("9",)))[1])[4] == "Hvor gode er resultaterne?"


@pytest.mark.parametrize("name", ["Østergaard-Łukasiewicz " * 12, "Ź" * 300, "👩‍👧 " * 40])
def test_a_name_of_any_length_stays_on_its_line(name: str) -> None:
    for page in pages(replace(content(Method.SCALE5, model="kvik-kort"), person=name, unit=name, title=name)):
        assert all(line.y < HEIGHT - 20 for part in page.parts for line in part.words)
        unit, person, *_ = page.parts[0].words
        assert unit.x + TYPE.width(unit.text, unit.size) < person.x
        assert person.x + TYPE.width(person.text, person.size, bold=True) <= RIGHT + 0.5


def test_what_only_joins_signs_is_no_sign_of_its_own() -> None:
    assert TYPE.safe("Zoe\u0308 \U0001f469\u200d\U0001f467 a\u00adb\u202ec") == "Zoë □□ abc"


def test_a_long_question_takes_more_room_and_nothing_from_the_answer() -> None:
    short = content(Method.CLASSICAL, model="kvik-kort")
    section = short.sections[0]
    question = replace(section.questions[0], asks="Hvordan sørger institutionsbestyrelsen for det? " * 20)
    long = replace(short, sections=(replace(section, questions=(question,)),))
    (page,) = [page for page in pages(long) if page.places]
    heights = [place.height for place in page.places if place.name.endswith("evidence")]
    assert heights[0] >= 38
    assert max(line.y for line in page.parts[1].words) < BOTTOM


def test_a_part_never_crosses_to_the_next_page_and_an_empty_one_begins_it() -> None:
    parts = [Part(40), Part(50), Part(30), Part(0), Part(10), Part(500)]
    assert [[part.height for part in page] for page in flow(parts, 100, 5)] == [
        [40, 50],
        [30],
        [10],
        [500],
    ]


def test_parts_stand_below_each_other() -> None:
    whole = placed([Part(10), Part(20, words=(Words(0, 4, "a", 10),))], 100, 5)
    assert whole[1].words[0].y == 119


def test_a_word_that_is_longer_than_the_line_is_broken() -> None:
    lines = TYPE.wrap("Kvalitetsudviklingskonsulentordningsbekendtgørelse " * 2, 10, 80)
    assert all(TYPE.width(line, 10) <= 80 for line in lines)
    assert "".join(lines).replace(" ", "") == "Kvalitetsudviklingskonsulentordningsbekendtgørelse" * 2
