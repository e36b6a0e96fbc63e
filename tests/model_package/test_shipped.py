"""The two shipped packages: complete in structure, in both languages, and plain to read."""

from __future__ import annotations

import json
import re

import pytest

from kvik_desktop.foundation.text import LANGUAGES
from kvik_desktop.model_package.checking import check
from kvik_desktop.model_package.model import Block, Method, ModelPackage, Phase, criterion_id
from kvik_desktop.model_package.readability import lix
from tests.model_package.material import KORT, KVIK, PACKAGES, source

each_package = pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.id)


@each_package
def test_the_checker_finds_no_fault(package: ModelPackage) -> None:
    assert check(source(package), PACKAGES) == ()


@each_package
def test_the_file_is_laid_out_for_people(package: ModelPackage) -> None:
    written = source(package).decode("utf-8")
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n"


def test_kvik_has_the_structure_of_caf_2020() -> None:
    shape = [(each.id, each.block, len(each.subcriteria)) for each in KVIK.criteria]
    assert [count for _, _, count in shape] == [4, 4, 3, 6, 3, 2, 2, 2, 2]
    assert [key for key, _, _ in shape] == list("123456789")
    assert [block for _, block, _ in shape] == [Block.ENABLER] * 5 + [Block.RESULT] * 4
    ids = [sub.id for sub in KVIK.subcriteria()]
    assert ids == [f"{key}.{n + 1}" for key, _, count in shape for n in range(count)]
    assert KVIK.recommended_method is Method.CLASSICAL


def test_kvik_kort_has_eight_themes_and_twenty_questions() -> None:
    assert [each.id for each in KORT.criteria] == [f"k{n}" for n in range(1, 9)]
    assert [each.block for each in KORT.criteria] == [Block.ENABLER] * 4 + [Block.RESULT] * 4
    assert len(list(KORT.subcriteria())) == 20
    assert [each.name.da for each in KORT.criteria] == [
        "Ledelse", "Strategi og mål", "Medarbejdere", "Samarbejde, ressourcer og arbejdsgange",
        "Brugerresultater", "Medarbejderresultater", "Faglige resultater", "Øvrige nøgleresultater",
    ]  # fmt: skip
    assert KORT.recommended_method is Method.SCALE5


def test_every_short_question_stands_for_subcriteria_of_its_own_half() -> None:
    for sub in KORT.subcriteria():
        assert {KVIK.block_of(covered) for covered in sub.covers} == {KORT.block_of(sub.id)}


def test_the_short_edition_covers_every_subcriterion() -> None:
    covered = {covered for sub in KORT.subcriteria() for covered in sub.covers}
    assert covered == {sub.id for sub in KVIK.subcriteria()}
    assert {criterion_id(each) for each in covered} == {criterion.id for criterion in KVIK.criteria}


@each_package
def test_the_origin_is_told(package: ModelPackage) -> None:
    assert "CAF 2020" in package.source.da
    assert "CAF 2020" in package.source.en
    assert "ikke et officielt statsligt værktøj" in package.source.da
    assert "not an official government tool" in package.source.en


@each_package
def test_every_question_says_what_it_is_about(package: ModelPackage) -> None:
    for sub in package.subcriteria():
        assert sub.about is not None, sub.id
        for language in LANGUAGES:
            assert sub.question.in_language(language).endswith("?")
            assert len(re.findall(r"[.!?](?= |$)", sub.about.in_language(language))) == 2, sub.id


@each_package
def test_the_questions_are_plain_danish(package: ModelPackage) -> None:
    hard = {sub.id: lix(sub.question.da) or 0 for sub in package.subcriteria()}
    assert {key: value for key, value in hard.items() if value > 40} == {}


@each_package
def test_no_two_questions_are_the_same(package: ModelPackage) -> None:
    for language in LANGUAGES:
        questions = [sub.question.in_language(language) for sub in package.subcriteria()]
        abouts = [sub.about.in_language(language) for sub in package.subcriteria() if sub.about]
        assert len(set(questions)) == len(questions)
        assert len(set(abouts)) == len(abouts)


@each_package
def test_the_ladder_has_short_names_and_one_sentence_a_step(package: ModelPackage) -> None:
    steps = [step for block in Block for step in package.scale.steps(block)]
    assert len(steps) == 12
    for step in steps:
        for language in LANGUAGES:
            assert len(step.name.in_language(language).split()) <= 2 or step.name.da == "Helt i top"
            assert re.fullmatch(r"[A-ZÆØÅ][^.?!]*\.", step.sentence.in_language(language))
    assert all(len(package.scale.phase(phase).steps) == 6 for phase in Phase)
