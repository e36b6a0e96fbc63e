"""The report's content from a real file: nothing before the reveal, no more than may be shown after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action, Measurement
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Language, Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.report import usecases as reports
from kvik_desktop.report.content import Content, Subcriterion
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.workshop import deleting, rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Flag, Outcome
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey
from tests.report.printed import TYPESETTER, text
from tests.report.sample import CREATED


@pytest.fixture
def journey(tmp_path: Path, clock: Clock) -> Iterator[Journey]:
    opened = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    with opened.file:
        yield opened


def content(journey: Journey, language: Language = "da") -> Content:
    return journey.file.ask(reports.content, journey.id, Translator(language))


def first(journey: Journey) -> Subcriterion:
    return content(journey).subcriteria[0]


def answer_first(journey: Journey, *scores: int | None) -> Journey:
    for name, score in zip(PEOPLE, scores, strict=False):
        journey.answer(name, "1.1", score)
    return journey


def test_before_the_reveal_there_is_no_report(journey: Journey) -> None:
    answer_first(journey, 40, 50)
    with pytest.raises(Problem) as caught:
        content(journey)
    assert caught.value.code == "E_HIDDEN"


def test_five_answers_are_shown_with_range_and_steps(journey: Journey) -> None:
    (shown,) = first(answer_first(journey, 25, 40, 45, 60, 78).reveal()).rounds
    assert (shown.n, shown.cannot_judge, shown.flag) == (5, 0, Flag.RED)
    assert shown.spread is not None
    assert [int(each) for each in (shown.spread.lowest, shown.spread.median, shown.spread.highest)] == [
        25,
        45,
        78,
    ]
    assert shown.bands == (0, 1, 2, 1, 1, 0)


def test_four_answers_are_shown_with_their_range_alone(journey: Journey) -> None:
    (shown,) = first(answer_first(journey, 25, 40, 45, 60, None).reveal()).rounds
    assert shown.spread is not None
    assert shown.spread.median == Fraction(85, 2)
    assert shown.bands is None
    assert shown.cannot_judge == 1


def test_two_answers_are_only_counted(journey: Journey) -> None:
    (shown,) = first(answer_first(journey, 25, 90).reveal()).rounds
    assert (shown.n, shown.spread, shown.bands) == (2, None, None)


def test_what_nobody_answered_has_no_round(journey: Journey) -> None:
    assert content(answer_first(journey, 25).reveal()).subcriteria[1].rounds == ()


def test_an_open_round_shows_nothing_of_itself(journey: Journey) -> None:
    answer_first(journey, 25, 40, 45, 60, 78).reveal()
    journey.file.do(rounds.open_round, journey.id, "1.1")
    assert [shown.number for shown in first(journey).rounds] == [1]


def test_deleted_answers_leave_only_what_was_frozen(journey: Journey) -> None:
    answer_first(journey, 25, 40, 45, 60, 78).reveal().settle_all(50).accept()
    journey.file.do(deleting.delete_answers, journey.id, "Anna")
    (shown,) = first(journey).rounds
    assert content(journey).answers_deleted == date(2026, 11, 2)
    assert shown.spread is None
    assert (shown.n, shown.bands, shown.flag) == (5, (0, 1, 2, 1, 1, 0), Flag.RED)


def test_agreement_reason_and_texts_are_those_of_the_group(journey: Journey) -> None:
    journey.answer("Anna", "1.1", 40, strength=("Klar retning",), idea=("Ny tavle",)).reveal()
    texts = {StatementKind.AREA: ("Uklar opfølgning", "Få referater")}
    journey.file.do(
        meeting.settle,
        journey.id,
        [
            Agreed("1.1", journey.rating("1.1", 70), reason="Vi er kommet længere", texts=texts),
            Agreed("1.2", parked=True, note="Venter på tal"),
        ],
    )
    shown, parked, open_ = content(journey).subcriteria[:3]
    assert (shown.outcome, shown.agreed.rounded, shown.reason) == (Outcome.AGREED, 70, "Vi er kommet længere")
    assert [each.text for each in shown.strengths] == ["Klar retning"]
    assert [each.text for each in shown.areas] == ["Uklar opfølgning", "Få referater"]
    assert [each.text for each in shown.ideas] == ["Ny tavle"]
    assert (parked.outcome, parked.note, parked.agreed.value) == (Outcome.PARKED, "Venter på tal", None)
    assert open_.outcome is None


def test_the_fine_method_brings_its_phases_along(tmp_path: Path, clock: Clock) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.FINE).gather_people()
    with journey.file:
        journey.answer("Anna", "6.1", 40).reveal()
        journey.file.do(meeting.settle, journey.id, [Agreed("6.1", journey.rating("6.1", 45))])
        (shown,) = (sub for sub in content(journey).subcriteria if sub.id == "6.1")
    assert [(phase.name, phase.score) for phase in shown.phases] == [("Udvikling", 45), ("Mål", 45)]


def test_everything_about_the_plan_comes_along(journey: Journey) -> None:
    answer_first(journey, 40).reveal().settle_all(55).accept()
    one = NewAction(
        Action("", "", 1, "Tavlemøde", hours=Decimal(8), effect=4, ease=3, goal="B3"),
        subcriteria=("1.1",),
        areas=("Få referater",),
        participants=("TR",),
        measurements=(Measurement("", date(2026, 11, 2), Decimal("3.4"), "Måling"),),
        notes=("Aftalt",),
    )
    two = NewAction(Action("", "", 2, "Opfølgning"), waits_for=(1,), waits_for_text=("En tavle",))
    journey.file.do(plans.put_actions, journey.id, [one, two])
    journey.file.do(plans.approve, journey.id, "Anna")
    report = content(journey)
    board, follow = report.actions
    assert [(origin.subcriterion, origin.score_then) for origin in board.origins] == [("1.1", 55)]
    assert (board.areas, board.participants, board.goal) == (("Få referater",), ("TR",), "B3")
    assert [(each.day, each.value, each.note) for each in board.measurements] == [
        (date(2026, 11, 2), Decimal("3.4"), "Måling")
    ]
    assert [line.text for line in board.log] == ["Aftalt"]
    assert follow.prerequisites == ("Tiltag 1: Tavlemøde", "En tavle")
    assert report.plan_approved is not None
    assert report.plan_approved.by == "Anna"


def test_names_of_those_who_answered_are_nowhere(journey: Journey) -> None:
    answer_first(journey, 25, 40, 45, 60, 78).reveal().settle_all(50)
    printed = text(TYPESETTER.pdf(document(content(journey), TYPESETTER), CREATED), whole=True)
    assert [name for name in PEOPLE if name in printed.split()] == []
    assert "pædagog 5" in printed


def test_model_texts_come_in_the_readers_language(journey: Journey) -> None:
    journey.answer("Anna", "1.1", 40).reveal()
    english = content(journey, "en")
    assert english.criteria[0].name == "Leadership"
    assert english.enabler_steps[1].name == "Planned"
    assert content(journey).criteria[0].name == "Lederskab"
