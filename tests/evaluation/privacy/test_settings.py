"""Whom to ask about one's data, and answers that are still there after the day they were to be deleted by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.next_evaluation import start_next
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop.deleting import delete_for_good
from tests.journey import PEOPLE, Journey

TODAY = date(2026, 11, 2)
YESTERDAY = date(2026, 11, 1)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def test_nothing_is_overdue_without_a_day_without_answers_or_before_the_day_has_passed(
    journey: Journey,
) -> None:
    journey.file.do(settings.set_retention, journey.id, YESTERDAY)
    assert journey.file.ask(privacy.overdue) == ()
    journey.answer("Bo", "k1.1", 3)
    assert len(journey.file.ask(privacy.overdue)) == 1
    for day in (TODAY, None):
        journey.file.do(settings.set_retention, journey.id, day)
        assert journey.file.ask(privacy.overdue) == ()


def test_what_is_overdue_is_told_and_deleted_in_one_act_and_never_by_itself(journey: Journey) -> None:
    journey.file.do(settings.set_retention, journey.id, YESTERDAY)
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    [early] = journey.file.ask(privacy.overdue)
    assert not early.may_delete
    assert "når resultatet er godkendt" in Translator()(early.action)
    journey.reveal().settle_all().accept()
    [late] = journey.file.ask(privacy.overdue)
    assert (late.evaluation, late.day, late.may_delete) == (journey.id, YESTERDAY, True)
    assert late.may_move
    assert "»Selvevaluering« skulle være slettet senest den 01.11.2026" in Translator()(late.message)
    assert journey.file.ask(evaluations.has_answers, journey.id)
    delete_for_good(journey.file, late.evaluation, "Anna")
    assert journey.file.ask(privacy.overdue) == ()


def test_an_earlier_evaluation_in_the_file_is_not_forgotten(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all().accept()
    journey.file.do(settings.set_retention, journey.id, YESTERDAY)
    journey.file.do(privacy.set_contact, journey.id, "dpo@fjordby.dk")
    then = journey.file.do(start_next, journey.id, journey.package, journey.method, "Næste").value
    assert then.privacy_contact == "dpo@fjordby.dk"
    [earlier] = journey.file.ask(privacy.overdue)
    assert (earlier.evaluation, earlier.may_delete, earlier.may_move) == (journey.id, True, False)
    assert Translator()(earlier.action) == "Slet dem nu. Det fælles resultat bliver."


def test_a_contact_is_kept_cut_of_blanks_and_taken_away(journey: Journey) -> None:
    journey.file.do(privacy.set_contact, journey.id, "  Åse \n Holm,\tdpo@fjordby.dk ")
    assert journey.file.ask(evaluations.current).privacy_contact == "Åse Holm, dpo@fjordby.dk"
    with pytest.raises(Problem, match="E_SETTING"):
        journey.file.do(privacy.set_contact, journey.id, "x" * 201)
    journey.file.do(privacy.set_contact, journey.id, " ")
    assert journey.file.ask(evaluations.current).privacy_contact is None
    journey.file.undo()
    assert journey.file.ask(evaluations.current).privacy_contact is None, "one step, as typing is"
