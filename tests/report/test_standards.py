"""The standards an evaluation touches: gathered from the file, and told in every form of the report."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kvik_desktop.compose import create_file
from kvik_desktop.evaluation import standards as noting
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import EvidenceStatus
from kvik_desktop.evaluation.usecases import NewUnit
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.model_package.standards import shipped_crosswalks
from kvik_desktop.report import usecases as reports
from kvik_desktop.report.content import Content
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.excel import xlsx_file
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story.evaluation import story
from kvik_desktop.report.workbook import LINE
from kvik_desktop.storage.evaluation_file import EvaluationFile
from tests.journey import Journey
from tests.report import sample
from tests.report.printed import TYPESETTER, squeezed, text, words
from tests.report.sample import CREATED
from tests.report.test_word import opened, rows
from tests.report.told import made, writer

(SOCIAL,) = shipped_crosswalks(Resources())


class SocialJourney(Journey):
    """The short edition in a social service, answered and revealed."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.file.close()
        unit = NewUnit("Åbrinken", Sector.SOCIAL)
        begin = partial(
            evaluations.begin, unit=unit, package=self.package, method=Method.SCALE5, title="Selvevaluering"
        )
        self.file: EvaluationFile = create_file(folder / "social.kvikdb", begin, clock)
        self.id = self.file.ask(evaluations.current).id
        self.gather_people().answer_all({"Anna": 3, "Bo": 4}).reveal().settle_all(3)


@pytest.fixture
def social(tmp_path: Path, clock: Clock) -> Iterator[SocialJourney]:
    journey = SocialJourney(tmp_path, clock)
    with journey.file:
        yield journey


def content(journey: Journey, language: Language = "da") -> Content:
    return journey.file.ask(reports.content, journey.id, Translator(language))


def note(journey: Journey, standard: str, status: EvidenceStatus | None, said: str = "") -> None:
    journey.file.do(noting.note_standard, journey.id, SOCIAL, standard, status, said)


def test_the_standards_of_the_sector_come_along_with_what_was_noted(social: SocialJourney) -> None:
    note(social, "ledelse", EvidenceStatus.PARTLY, "Mappe 3")
    (told,) = content(social).standards
    assert (told.version, len(told.standards)) == (SOCIAL.version, 12)
    by_id = {standard.id: standard for standard in told.standards}
    management = by_id["ledelse"]
    assert (management.status, management.note) == (EvidenceStatus.PARTLY, "Mappe 3")
    assert management.touched_by == ("k1.1", "k1.2", "k1.3")
    assert management.group == "Standarder for organisationen"
    assert by_id["overgreb"].status is None
    assert content(social, "en").standards[0].standards[0].name == "Working environment"


def test_a_note_is_changed_undone_and_taken_away(social: SocialJourney) -> None:
    def noted() -> list[EvidenceStatus]:
        return [each.status for each in social.file.ask(noting.noted_standards, social.id)]

    note(social, "ledelse", EvidenceStatus.MISSING)
    note(social, "ledelse", EvidenceStatus.DOCUMENTED)
    assert noted() == [EvidenceStatus.DOCUMENTED]
    note(social, "ledelse", None)
    assert noted() == []
    social.file.undo()
    assert noted() == [EvidenceStatus.DOCUMENTED]


def test_a_unit_of_another_sector_has_no_standards(tmp_path: Path, clock: Clock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all({"Anna": 3}).reveal()
    with journey.file:
        assert content(journey).standards == ()


def lines(told: Content) -> list[tuple[str, str, str]]:
    """Each standard with each subcriterion that touches it and its score, in order."""
    write = writer(told.language)
    return [
        (standard.name, f"{sub.id} {sub.name}", write.score(sub.agreed.value))
        for each in told.standards
        for standard in each.standards
        for sub in told.subcriteria
        if sub.id in standard.touched_by
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_say_every_standard_score_and_note(language: Language) -> None:
    told = sample.social(language)
    pdf = TYPESETTER.pdf(document(told, TYPESETTER), CREATED)
    there = squeezed(text(pdf))
    wanted = [squeezed(f"{name}{score}") for _, name, score in lines(told)]
    wanted += [squeezed(part) for _, part, _ in lines(told)]
    wanted += [squeezed(standard.name) for standard in told.standards[0].standards]
    wanted += [squeezed(told.standards[0].source), squeezed("Årsplan og MED-referater, mappe 3")]
    assert [part for part in wanted if part not in there] == []


def test_nothing_runs_over_the_edge_when_names_and_notes_are_long() -> None:
    told = sample.social()
    endless = "Dokumentationsvejledningsrevisionsudvalgsmødereferater" * 2
    longer = tuple(
        replace(each, name=f"{each.name} {endless}", note=f"{endless} " * 8, status=EvidenceStatus.MISSING)
        for each in told.standards[0].standards
    )
    long = replace(told, standards=(replace(told.standards[0], standards=longer),))
    printed = words(TYPESETTER.pdf(document(long, TYPESETTER), CREATED))
    assert [word for word in printed if word.right > 595.3 - 58 or word.low > 841.9 - 34] == []


def test_no_standard_is_split_between_two_pages() -> None:
    """Overleaf the first subcriterion of the table stands beside the name of its standard."""
    told = sample.social()
    first_standard, *others = told.standards[0].standards
    for length in (50, 70):
        noted = (replace(first_standard, note="I mappen. " * length), *others)
        long = replace(told, standards=(replace(told.standards[0], standards=noted),))
        found = words(TYPESETTER.pdf(document(long, TYPESETTER), CREATED))
        last = max(word.page for word in found if word.text == "overgreb" and word.left < 150)
        names = [word.top for word in found if word.page == last and word.left < 80]
        middle = [word for word in found if word.page == last and 185 < word.left < 205]
        first = min(word.top for word in middle if re.fullmatch(r"[1-9]\.[1-9]", word.text))
        assert any(abs(first - name) < 3 for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_edition_is_not_divided(language: Language) -> None:
    printed = words(TYPESETTER.pdf(document(sample.social(language), TYPESETTER), CREATED))
    assert [word.text for word in printed if word.left < 150 and word.text.startswith("ver-")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_has_a_row_for_each_standard(language: Language) -> None:
    told = sample.social(language)
    found = {row[0]: row[1:] for row in rows(opened(made(".docx", "social", language))) if len(row) == 3}
    for standard in told.standards[0].standards:
        touched, shown = found[standard.name]
        own = [f"{name}: {score}" for name_, name, score in lines(told) if name_ == standard.name]
        assert touched.replace("\u00a0", " ") == "\n".join(own)
        assert standard.note in shown


def test_the_web_page_has_the_chapter_and_a_way_to_it() -> None:
    page = made(".html", "social").decode()
    assert '<a href="#standarder">Standarder, evalueringen berører</a>' in page
    assert "Årsplan og MED-referater, mappe 3" in page
    assert "En fælles vurdering siger noget om en standard" in page


def test_excel_has_a_sheet_with_real_scores() -> None:
    told = sample.social()
    workbook: Any = openpyxl.load_workbook(io.BytesIO(made(".xlsx", "social")))
    assert workbook.sheetnames[-2:] == ["Standarder", "Om"]
    _, *found = list(workbook["Standarder"].values)
    expected = [(name, *part.split(" ", 1), score) for name, part, score in lines(told)]
    shown = [(row[0], row[2], row[3], "–" if row[4] is None else str(row[4])) for row in found]
    assert shown == expected
    assert {row[5] for row in found} == {None, "Dokumenteret", "Delvist dokumenteret"}


def test_a_row_in_excel_is_high_enough_for_an_address_that_begins_on_a_line_of_its_own() -> None:
    told = sample.social()
    address = "Indberetninger 2026 og referat fra januar: " + "x" * 120
    noted = tuple(replace(each, note=address) for each in told.standards[0].standards)
    long = replace(told, standards=(replace(told.standards[0], standards=noted),))
    workbook: Any = openpyxl.load_workbook(io.BytesIO(xlsx_file(long, TYPESETTER, CREATED)))
    assert workbook["Standarder"].row_dimensions[2].height == 3 * LINE


def test_a_report_without_standards_has_no_chapter_and_no_sheet() -> None:
    told = story(sample.full(), TYPESETTER, CREATED)
    assert "standarder" not in [block.anchor for block in told.blocks if isinstance(block, b.Heading)]
    workbook: Any = openpyxl.load_workbook(io.BytesIO(made(".xlsx", "full")))
    assert "Standarder" not in workbook.sheetnames
