"""An answer file is taken in exactly as it was filled in, or refused with the one sentence that fits."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.answering import untouched
from kvik_desktop.evaluation.collecting.answer_page.page import PageContent
from kvik_desktop.evaluation.collecting.answer_page.reading import Expected, read_answer_file
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.evaluation.collecting.answer_page.filled import (
    as_bytes,
    expected,
    of_other,
    open_file,
    prepared,
    sealed_file,
    sheet,
)
from tests.journey import Journey

ONE: dict[str, dict[str, Any]] = {"k1.1": {"score": 3, "strength": ("Vi lytter", "Vi følger op")}}
LAWS = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def bo(tmp_path: Path, clock: FixedClock) -> tuple[PageContent, Expected]:
    journey = Journey(tmp_path, clock).gather_people()
    content = prepared(journey)["Bo"]
    known = expected(journey)
    journey.file.close()
    return content, known


def code(data: bytes, known: Expected) -> str:
    with pytest.raises(Problem) as caught:
        read_answer_file(data, "svar.kviksvar", known)
    return caught.value.code


@pytest.mark.parametrize("make", [sealed_file, open_file])
def test_what_was_filled_in_is_read_answer_file(bo: tuple[PageContent, Expected], make: Any) -> None:
    content, known = bo
    filled = read_answer_file(as_bytes(make(content, sheet(content, ONE))), "svar.kviksvar", known)
    assert filled.participant == known.tickets[content.token].participant
    assert (filled.way, filled.model) == (Way.ANSWER_PAGE, content.package.sha256)
    assert filled.written == datetime(2026, 11, 3, 8, 15, tzinfo=UTC)
    (first,) = filled.given
    assert (first.subcriterion, first.rating, first.later) == ("k1.1", Rating(3), False)
    assert first.texts[StatementKind.STRENGTH] == ("Vi lytter", "Vi følger op")


def test_each_foreign_file_has_its_own_sentence(bo: tuple[PageContent, Expected]) -> None:
    content, known = bo
    filled = sheet(content, ONE)
    good = as_bytes(sealed_file(content, filled))
    other = as_bytes(sealed_file(of_other(content, evaluation="0123456789abcdef"), filled))
    older = as_bytes(sealed_file(of_other(content, method=Method.CLASSICAL), filled))
    stranger = msgspec.structs.replace(filled, token="0" * 32)
    assert code(other, known) == "E_ANSWER_OTHER"
    assert code(older, known) == "E_ANSWER_FORM"
    assert code(as_bytes(sealed_file(content, stranger)), known) == "E_ANSWER_PERSON"
    assert code(good.replace(b"besvarelse/1", b"besvarelse/2"), known) == "E_ANSWER_FILE_NEWER"
    assert code(b"", known) == code(b"{}", known) == code(b"[" * 10**6, known) == "E_ANSWER_FILE"


def test_before_any_page_is_made_no_file_is_ours(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    known = expected(journey)
    content = prepared(journey)["Bo"]
    assert known.key is None
    assert code(as_bytes(sealed_file(content, sheet(content, ONE))), known) == "E_ANSWER_PERSON"
    journey.file.close()


def test_what_is_bound_to_the_seal_cannot_be_exchanged(bo: tuple[PageContent, Expected]) -> None:
    content, known = bo
    sealed = sealed_file(of_other(content, evaluation="0123456789abcdef"), sheet(content, ONE))
    moved = msgspec.structs.replace(sealed, about=content.about)
    assert code(as_bytes(moved), known) == "E_ANSWER_FILE"


@pytest.mark.parametrize(
    "given",
    [
        {"k1.1": {"score": 6}},
        {"k1.1": {"plan": 3}},
        {"k1.1": {"strength": ("to\nlinjer",)}},
        {"k1.1": {"strength": (" ",)}},
        {"k1.1": {"strength": ("\x85",)}},
    ],
)
def test_what_no_page_writes_is_refused(bo: tuple[PageContent, Expected], given: Any) -> None:
    content, known = bo
    assert code(as_bytes(sealed_file(content, sheet(content, given))), known) == "E_ANSWER_FILE"


def test_a_question_twice_missing_or_moved_is_refused(bo: tuple[PageContent, Expected]) -> None:
    content, known = bo
    filled = sheet(content, ONE)
    first, second, *rest = filled.answers
    for wrong in ((first, first, *rest), (first, *rest), (second, first, *rest)):
        changed = msgspec.structs.replace(filled, answers=wrong)
        assert code(as_bytes(sealed_file(content, changed)), known) == "E_ANSWER_FILE"


def test_a_day_that_is_not_in_the_calendar_is_refused(bo: tuple[PageContent, Expected]) -> None:
    content, known = bo
    filled = sheet(content, ONE, saved="2026-02-31T08:00:00Z")
    assert code(as_bytes(sealed_file(content, filled)), known) == "E_ANSWER_FILE"


@LAWS
@given(st.data())
def test_a_changed_byte_never_becomes_another_answer(bo: tuple[PageContent, Expected], data: Any) -> None:
    content, known = bo
    good = as_bytes(sealed_file(content, sheet(content, ONE)))
    place = len(good) * data.draw(st.integers(0, 999)) // 1000
    sign = data.draw(st.integers(1, 255))
    bad = good[:place] + bytes([good[place] ^ sign]) + good[place + 1 :]
    with pytest.raises(Problem):
        read_answer_file(bad, "svar.kviksvar", known)


@LAWS
@given(st.data())
def test_a_cut_or_lengthened_file_is_refused(bo: tuple[PageContent, Expected], data: Any) -> None:
    content, known = bo
    good = as_bytes(sealed_file(content, sheet(content, ONE)))
    cut = good[: len(good) * data.draw(st.integers(0, 999)) // 1000]  # its length differs from time to time
    assert code(cut, known) == code(good + b"\n", known) == "E_ANSWER_FILE"


@LAWS
@given(st.binary(max_size=400))
def test_anything_sealed_to_us_is_read_or_refused(bo: tuple[PageContent, Expected], message: bytes) -> None:
    content, known = bo
    assert code(as_bytes(sealed_file(content, message)), known) == "E_ANSWER_FILE"


@LAWS
@given(
    score=st.none() | st.integers(0, 5),
    later=st.booleans(),
    lines=st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40).filter(
            lambda line: bool(line.strip())
        ),
        max_size=4,
    ),
)
def test_every_answer_comes_through_as_it_was_given(
    bo: tuple[PageContent, Expected], score: int | None, later: bool, lines: list[str]
) -> None:
    content, known = bo
    given_one: dict[str, dict[str, Any]] = {"k1.2": {"score": score, "later": later, "idea": tuple(lines)}}
    data = as_bytes(sealed_file(content, sheet(content, given_one | ONE)))
    answers = {each.subcriterion: each for each in read_answer_file(data, "svar", known).given}
    answer = answers.get("k1.2") or untouched("k1.2")
    assert (answer.rating, answer.later) == (Rating(score), later)
    assert answer.texts[StatementKind.IDEA] == tuple(lines)


def test_base64_has_one_form(bo: tuple[PageContent, Expected]) -> None:
    content, known = bo
    file = sealed_file(content, sheet(content, ONE))
    assert file.sealed is not None
    key = base64.b64decode(file.sealed.key)
    assert len(key) == 65
    loose = msgspec.structs.replace(file.sealed, key=file.sealed.key + "=")
    assert code(as_bytes(msgspec.structs.replace(file, sealed=loose)), known) == "E_ANSWER_FILE"
