"""A small or new team, or one in a hurry, is advised the short model; the sentences say what it takes."""

from __future__ import annotations

import pytest

from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.evaluation.preparing.recommending import (
    Effort,
    advise,
    effort_of,
    hours,
    programme_for,
    programmes_of,
)
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.process import day_programmes
from kvik_desktop.model_package.reading import load

PROGRAMMES = day_programmes(Resources()).programmes
DANISH = Translator("da")


@pytest.mark.parametrize(
    ("people", "time", "experienced", "programme", "because"),
    [
        (None, None, None, "en-dag", "lettest"),
        (6, Time.DAYS, True, "en-dag", "færre end otte"),
        (7, Time.MORNING, False, "en-formiddag", "færre end otte"),
        (8, Time.DAYS, False, "en-dag", "første gang"),
        (12, Time.DAY, True, "en-dag", "på én dag"),
        (12, Time.MORNING, True, "en-formiddag", "på en formiddag"),
        (8, Time.DAYS, True, "to-en-halv-dag", "har prøvet det før"),
        (None, None, True, "to-en-halv-dag", "har prøvet det før"),
    ],
)
def test_the_advice_is_simple_by_default(
    people: int | None, time: Time | None, experienced: bool | None, programme: str, because: str
) -> None:
    advice = advise(Circumstances(people, time, experienced), PROGRAMMES)
    is_full = programme == "to-en-halv-dag"
    assert (advice.model, advice.method, advice.programme) == (
        "kvik" if is_full else "kvik-kort",
        Method.CLASSICAL if is_full else Method.SCALE5,
        programme,
    )
    assert because in DANISH(advice.reason)


@pytest.mark.parametrize("experienced", [True, False])
def test_the_reason_says_how_much_there_is_to_answer(experienced: bool) -> None:
    advice = advise(Circumstances(9, Time.DAYS, experienced), PROGRAMMES)
    package = load(advice.model, Resources())
    assert f"{len(list(package.subcriteria()))} " in DANISH(advice.reason)
    assert advice.method is package.recommended_method


def test_what_it_takes_is_persons_times_hours() -> None:
    advice = advise(Circumstances(7, Time.DAY, False), PROGRAMMES)
    assert DANISH(advice.effort.said) == "7 personer × 7 timer = ca. 49 timer i alt."
    assert DANISH(advice.effort.parts) == "Det hele er på mødet: 7 timer med pauser."
    full = advise(Circumstances(10, Time.DAYS, True), PROGRAMMES).effort
    assert DANISH(full.said) == "10 personer × 20 timer = ca. 200 timer i alt."
    assert DANISH(full.parts) == "2½ timer alene og 17½ timer sammen, med pauser."
    morning = advise(Circumstances(6, Time.MORNING, False), PROGRAMMES).effort
    assert DANISH(morning.said) == "6 personer × 5 timer = ca. 30 timer i alt."
    unknown = advise(Circumstances(), PROGRAMMES).effort
    assert DANISH(unknown.said) == "Det tager ca. 7 timer pr. person."


def test_a_short_programme_takes_less_of_everybody() -> None:
    few, given = programmes_of("kvik-kort", PROGRAMMES), Circumstances(6)
    morning, day = (effort_of(given, each) for each in few)
    assert (morning.each, morning.alone > 0) < (day.each, True)


def test_a_model_of_ones_own_has_the_full_programme() -> None:
    assert programme_for("vores-egen", Time.DAY, PROGRAMMES).id == "to-en-halv-dag"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(5, "½"), (30, "½"), (45, "1"), (75, "1½"), (290, "5"), (1200, "20"), (1229, "20"), (1230, "21")],
)  # fmt: skip
def test_hours_are_written_as_people_say_them(minutes: int, said: str) -> None:
    assert hours(minutes) == said


def test_effort_grows_with_the_group() -> None:
    assert Effort(3, 60, 0).each == Effort(30, 60, 0).each
