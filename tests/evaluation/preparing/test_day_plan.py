"""Days are proposed from the meeting, on days people are at work, and odd ones are remarked."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing.day_plan import (
    ORDER,
    proposed_days,
    proposed_retention,
    remarks,
)
from kvik_desktop.foundation.text import Translator
from kvik_desktop.foundation.working_days import is_off, is_working

DANISH = Translator("da")
MEETING, ANSWERS, PLAN, DELIVERY, NEXT = (
    Milestone.MEETING, Milestone.ANSWERS, Milestone.PLAN, Milestone.DELIVERY, Milestone.NEXT,
)  # fmt: skip


def test_the_rest_follows_the_meeting() -> None:
    days = proposed_days(date(2026, 11, 2), {MEETING: date(2026, 12, 1)}, answers_at_meeting=False)
    assert days == {
        ANSWERS: date(2026, 11, 26),
        MEETING: date(2026, 12, 1),
        PLAN: date(2026, 12, 15),
        DELIVERY: date(2026, 12, 22),
        NEXT: date(2028, 12, 1),
    }
    assert proposed_retention(days) == date(2027, 3, 22)


def test_answers_are_on_the_day_where_the_programme_has_them() -> None:
    days = proposed_days(date(2026, 11, 2), {}, answers_at_meeting=True)
    assert days[ANSWERS] == days[MEETING] == date(2026, 11, 23)


def test_what_is_given_stays_also_where_it_is_odd() -> None:
    odd = {ANSWERS: date(2026, 12, 24), NEXT: date(2026, 1, 1)}
    days = proposed_days(date(2026, 11, 2), odd, answers_at_meeting=False)
    assert odd.items() <= days.items()
    assert days[MEETING] == date(2027, 1, 6)


def test_nothing_is_proposed_between_christmas_and_new_year() -> None:
    days = proposed_days(date(2026, 11, 2), {MEETING: date(2026, 12, 14)}, answers_at_meeting=False)
    assert (days[PLAN], days[DELIVERY]) == (date(2027, 1, 4), date(2027, 1, 11))


@settings(max_examples=80, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2060, 1, 1)), st.booleans(), st.integers(0, 400) | st.none())
def test_a_proposal_is_in_order_on_working_days_and_without_remarks(
    today: date, together: bool, ahead: int | None
) -> None:
    given_ = {}
    if ahead is not None:
        meeting = today + timedelta(ahead)
        while is_off(meeting):
            meeting += timedelta(1)
        given_ = {MEETING: meeting}
    days = proposed_days(today, given_, answers_at_meeting=together)
    in_order = [days[milestone] for milestone in ORDER]
    assert in_order == sorted(in_order)
    assert all(day >= today for day in in_order)
    assert all(is_working(day) for day in in_order if day not in {today, *given_.values()})
    told = [DANISH(text) for text in remarks(days, proposed_retention(days))]
    assert told == [] or (days[ANSWERS] == today and is_off(today))


def test_odd_days_are_remarked() -> None:
    days = {ANSWERS: date(2026, 12, 9), MEETING: date(2026, 12, 1), PLAN: date(2026, 12, 25)}
    assert [DANISH(text) for text in remarks(days, date(2026, 12, 1))] == [
        "Datoen for »I mødes og bliver enige« ligger før datoen for »Alle har afleveret deres svar«.",
        "Den 25.12.2026 er en weekend eller fridag.",
        "Svarene bliver slettet, før I har brugt dem på mødet.",
    ]
