"""A reminder says how far somebody is, and nothing of what anybody answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.reminders import Reminder, mails, reminder_to_all, reminders
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Anna has handed in, Bo has begun, Carla has answered all, Dines and Eva nothing."""
    journey = Journey(tmp_path, clock).gather_people()
    journey.answer_all({"Anna": 3, "Carla": 2}).answer("Bo", "k1.1", 4, area=("HEMMELIGT",))
    journey.file.do(evaluations.submit, journey.id, journey.people["Anna"])
    journey.file.do(settings.set_day, journey.id, Milestone.ANSWERS, date(2026, 11, 20))
    yield journey
    journey.file.close()


def texts(journey: Journey) -> dict[str, str]:
    found = journey.file.ask(reminders, journey.id)
    return {each.to[0].name: each.body(Translator()) for each in found}


def test_each_who_has_not_handed_in_gets_their_own(journey: Journey) -> None:
    found = texts(journey)
    assert set(found) == {"Bo", "Carla", "Dines", "Eva"}
    assert found["Bo"] == (
        "Hej Bo\n\nDu har besvaret 1 af 20 spørgsmål.\n\nAflevér senest den 20.11.2026.\n\n"
        "Ingen ser, hvad du har svaret, før I åbner svarene sammen."
    )
    assert "mangler kun at aflevere" in found["Carla"]
    assert "Der er 20 spørgsmål" in found["Eva"]


def test_no_reminder_holds_an_answer_or_somebody_elses_name(journey: Journey) -> None:
    for name, body in texts(journey).items():
        assert "HEMMELIGT" not in body
        assert not [other for other in journey.people if other != name and other in body]


def test_the_one_to_all_names_nobody(journey: Journey) -> None:
    found = journey.file.ask(reminder_to_all, journey.id)
    assert isinstance(found, Reminder)
    body = found.body(Translator())
    assert "1 af 5 har afleveret" in body
    assert not [name for name in journey.people if name in body]
    assert [each.name for each in found.to] == ["Bo", "Carla", "Dines", "Eva"]


def test_without_a_day_nothing_is_said_of_one(journey: Journey) -> None:
    journey.file.do(settings.set_day, journey.id, Milestone.ANSWERS, None)
    assert "senest" not in texts(journey)["Bo"]


def test_nobody_is_reminded_when_all_have_handed_in_or_after_the_reveal(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(journey.people, 3))
    for person in journey.people.values():
        journey.file.do(evaluations.submit, journey.id, person)
    assert texts(journey) == {}
    assert journey.file.ask(reminder_to_all, journey.id) is None
    journey.file.do(evaluations.withdraw, journey.id, journey.people["Bo"])
    journey.reveal()
    assert texts(journey) == {}
    assert journey.file.ask(reminder_to_all, journey.id) is None


def test_the_mails_begin_with_the_one_to_all_where_several_are_missing(journey: Journey) -> None:
    assert [len(each.to) for each in journey.file.ask(mails, journey.id)] == [4, 1, 1, 1, 1]
    for name in ("Bo", "Carla", "Dines"):
        journey.answer(name, "k1.1", 1)
        journey.file.do(evaluations.submit, journey.id, journey.people[name])
    assert [each.to[0].name for each in journey.file.ask(mails, journey.id)] == ["Eva"]
    journey.answer("Eva", "k1.1", 1)
    journey.file.do(evaluations.submit, journey.id, journey.people["Eva"])
    assert journey.file.ask(mails, journey.id) == ()
