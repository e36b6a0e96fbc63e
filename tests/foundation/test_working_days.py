"""Working days: no weekends, no Danish holidays, and none of the days when institutions are closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.foundation.working_days import (
    easter,
    is_off,
    is_working,
    working_day,
    working_days_before,
)

DAYS = st.dates(date(2024, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"), [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2027, date(2027, 3, 28)),
                      (2038, date(2038, 4, 25)), (2285, date(2285, 3, 22))],
)  # fmt: skip
def test_easter_is_when_it_is(year: int, day: date) -> None:
    assert easter(year) == day


@settings(max_examples=100, deadline=None)
@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_within_its_five_weeks(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize(
    "day",
    [date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17),
     date(2026, 12, 24), date(2026, 12, 31), date(2026, 11, 22)],
)  # fmt: skip
def test_nobody_works_on_holidays(day: date) -> None:
    assert is_off(day)
    assert not is_working(day)


def test_great_prayer_day_is_a_working_day_again() -> None:
    assert is_working(date(2027, 4, 23))


@pytest.mark.parametrize(
    "day", [date(2026, 12, 28), date(2026, 12, 29), date(2026, 12, 30), date(2029, 6, 5)]
)
def test_a_quiet_day_is_not_proposed_and_is_no_fault_of_who_chooses_it(day: date) -> None:
    assert not is_off(day)
    assert not is_working(day)


@settings(max_examples=200, deadline=None)
@given(DAYS)
def test_the_next_working_day_is_the_first_and_not_far(day: date) -> None:
    found = working_day(day)
    passed = [day + timedelta(n) for n in range((found - day).days)]
    assert is_working(found)
    assert not any(is_working(each) for each in passed)
    assert len(passed) < 14


@settings(max_examples=200, deadline=None)
@given(DAYS, st.integers(1, 10))
def test_so_many_working_days_lie_before_a_day(day: date, count: int) -> None:
    found = working_days_before(day, count)
    between = [found + timedelta(n) for n in range((day - found).days)]
    assert is_working(found)
    assert sum(is_working(each) for each in between) == count
