"""The report in Word: everything is there, and it is a document one can work on and have read aloud."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings

from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.report import word_styles
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.word import NO_BREAK, docx_file
from tests.report.sample import CREATED
from tests.report.test_pasted import ANY_TEXT
from tests.report.told import HOSTILE, KINDS, TYPESETTER, content, hostile_story, made, texts, writer


def opened(file: bytes) -> Document:
    """The file as a program opens it."""
    return docx.Document(io.BytesIO(file))


@cache
def report(kind: str, language: Language = "da") -> Document:
    """A sample report, opened again."""
    return opened(made(".docx", kind, language))


def paragraphs(document: Document) -> list[str]:
    """Every paragraph in the order of reading, also in tables; a row's cells follow each other."""
    return [paragraph_text(found) for found in document.element.body.iter(qn("w:p"))]


def paragraph_text(paragraph: Any) -> str:
    """The text of one paragraph with its line breaks and tabs, links too."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(signs.get(part.tag) or part.text or "" for part in paragraph.iter(qn("w:t"), *signs))


def with_plain_spaces(text: str) -> str:
    """Text in which a space that holds a line together is like any other."""
    return text.replace(NO_BREAK, " ")


def rows(document: Document) -> list[list[str]]:
    """Every row of every table."""
    return [
        ["\n".join(paragraph_text(each) for each in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))]
        for row in document.element.body.iter(qn("w:tr"))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_group_and_the_plan_is_there(kind: str, language: Language) -> None:
    there = with_plain_spaces("\n".join(paragraphs(report(kind, language))))
    wanted = map(with_plain_spaces, texts(content(kind, language), language))
    assert [words for words in wanted if words not in there] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_score_stands_in_the_row_of_its_subcriterion_and_criterion(
    kind: str, language: Language
) -> None:
    write = writer(language)
    told = content(kind, language)
    found = {row[0]: row[1] for row in rows(report(kind, language)) if len(row) > 1}
    wanted = {fit(f"{sub.id} {sub.name}"): write.score(sub.agreed.value) for sub in told.subcriteria}
    wanted |= {fit(f"{each.id} {each.name}"): write.mean(each.mean.value) for each in told.criteria}
    assert {name: found.get(name) for name in wanted} == wanted


def test_every_round_has_its_row() -> None:
    write = writer("da")
    found = [row[:7] for row in rows(report("full"))]
    for sub in content("full", "da").subcriteria:
        for each in sub.rounds:
            spread = each.spread
            ends = (spread.lowest, spread.median, spread.highest) if spread else (None, None, None)
            counts = " · ".join(map(str, each.bands)) if each.bands else "–"
            numbers = [str(each.number), str(each.n), str(each.cannot_judge)]
            assert [*numbers, *(write.score(end) for end in ends), counts] in found


def test_every_phase_of_the_fine_method_is_there() -> None:
    found = rows(report("fine"))
    phases = [[str(phase.score) for phase in sub.phases] for sub in content("fine", "da").subcriteria]
    assert [scores for scores in phases if scores and scores not in found] == []


@pytest.mark.parametrize("kind", KINDS)
def test_headings_have_words_levels_no_gaps(kind: str) -> None:
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in report(kind).paragraphs
        if paragraph.style is not None
        and paragraph.style.name is not None
        and paragraph.style.name.startswith("Heading")
        and paragraph.text.strip()
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [p.text for p in report(kind).paragraphs if p.style and p.style.name == "Title"] == [
        fit(content(kind, "da").unit.name)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_what_and_in_which_language_it_is(language: Language) -> None:
    document = report("full", language)
    locale = {"da": "da-DK", "en": "en-GB"}[language]
    properties = document.core_properties
    assert properties.title == "Plejecenter Engblomme: Selvevaluering 2026"
    assert properties.language == locale
    assert properties.created == properties.modified == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {locale}


def test_what_people_wrote_is_danish_in_an_english_report() -> None:
    strength = "Nye kolleger har en fast makker de første tre måneder"

    def languages(language: Language) -> set[str | None]:
        runs = [run for p in report("full", language).paragraphs for run in p.runs if run.text == strength]
        assert runs
        found = [run._r.find(f".//{qn('w:lang')}") for run in runs]
        return {None if each is None else each.get(qn("w:val")) for each in found}

    assert languages("en") == {"da-DK"}
    assert languages("da") == {None}


@pytest.mark.parametrize("kind", KINDS)
def test_tables_have_a_name_and_repeat_their_heading_row(kind: str) -> None:
    tables = [t for t in report(kind).tables if t.style is not None and t.style.name == word_styles.TABLE]
    assert len(tables) > 3
    for table in tables:
        marks = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marks == [True] + [False] * (len(marks) - 1)
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption is not None
        assert caption.get(qn("w:val"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_says_what_it_shows(kind: str) -> None:
    alts = [found.get("descr") for found in report(kind).element.body.iter(qn("wp:docPr"))]
    told = content(kind, "da")
    assert len(alts) >= len(told.subcriteria) + len(told.criteria)
    assert all(alts)
    stairs = {f"{sub.id} {sub.name}. " for sub in told.subcriteria}
    assert all(any(alt.startswith(fit(stair)) for alt in alts) for stair in stairs)


def test_the_page_is_a4_and_counted() -> None:
    section = report("full").sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]
    fields = [found.get(qn("w:instr")) for found in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_somewhere(kind: str) -> None:
    body = report(kind).element.body
    places = [found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))]
    numbers = [found.get(qn("w:id")) for found in body.iter(qn("w:bookmarkStart"))]
    links = {found.get(qn("w:anchor")) for found in body.iter(qn("w:hyperlink"))}
    assert len(set(places)) == len(places)
    assert len(set(numbers)) == len(numbers)
    assert all(len(place) <= 40 for place in places)
    assert len(links) > 10
    assert links <= set(places)


def test_nothing_of_the_library_s_template_is_left() -> None:
    names = zipfile.ZipFile(io.BytesIO(made(".docx", "full"))).namelist()
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name]
    assert report("full").core_properties.comments == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_text(words: str) -> None:
    there = paragraphs(opened(docx_file(hostile_story(words), TYPESETTER, CREATED)))
    assert sum(fit(words) in paragraph for paragraph in there) >= 14


@settings(max_examples=15)
@given(ANY_TEXT)
def test_any_text_makes_a_sound_file(words: str) -> None:
    file = docx_file(hostile_story(words), TYPESETTER, CREATED)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
    assert fit(words) in paragraphs(opened(file))
