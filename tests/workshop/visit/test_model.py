"""The rules of a visit: three questions, what must be said before it is finished, and when it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop.visit.model import (
    Question,
    Seen,
    Validation,
    Visit,
    require_finishable,
    require_room,
    validation,
)

ACCEPTED = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
VISIT = Visit("e", ACCEPTED, "proceskonsulent", "Ida Udefra", date(2026, 11, 22))
ASKED = [
    Question(str(number), "e", "1", number, "Hvad så du?", seen=seen)
    for number, seen in enumerate((Seen.CONFIRMED, Seen.CONFIRMED, Seen.NOT_SEEN))
]


def test_the_fourth_question_of_a_criterion_is_refused_in_a_sentence() -> None:
    require_room(ASKED[:2])
    with pytest.raises(Problem) as caught:
        require_room(ASKED)
    assert caught.value.code == "E_VISIT"
    assert Translator()(caught.value.message) == "Et kriterium kan højst få 3 spørgsmål ved et besøg."


@pytest.mark.parametrize(
    ("visit", "asked", "told"),
    [
        (replace(VISIT, day=None), ASKED, "Dagen"),
        (replace(VISIT, role=" "), ASKED, "rolle"),
        (VISIT, [], "ingen spørgsmål at efterprøve"),
        (VISIT, [*ASKED, replace(ASKED[0], id="9", seen=None)], "1 spørgsmål mangler"),
    ],
)
def test_what_lacks_before_it_is_finished(visit: Visit, asked: list[Question], told: str) -> None:
    with pytest.raises(Problem) as caught:
        require_finishable(visit, asked)
    assert told in Translator()(caught.value.message)


def test_it_counts_only_for_the_result_that_was_looked_into() -> None:
    require_finishable(VISIT, ASKED)
    done = replace(VISIT, finished=ACCEPTED + timedelta(days=2))
    assert validation(done, ASKED, ACCEPTED) == Validation(date(2026, 11, 22), "proceskonsulent", 2, 0, 1)
    assert validation(VISIT, ASKED, ACCEPTED) is None, "not finished"
    assert validation(None, ASKED, ACCEPTED) is None
    assert validation(done, ASKED, None) is None, "opened again"
    assert validation(done, ASKED, ACCEPTED + timedelta(days=3)) is None, "another result"
