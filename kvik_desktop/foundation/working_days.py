"""Days on which people are at work: what is proposed falls on one of them."""

from __future__ import annotations

from datetime import date, timedelta

FIXED = frozenset({(1, 1), (24, 12), (25, 12), (26, 12), (31, 12)})
"""Day and month of what is off every year: New Year, Christmas, Christmas Eve and New Year's Eve."""

AFTER_EASTER = frozenset({-3, -2, 1, 39, 50})
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday.

Great Prayer Day (store bededag) is a working day since 2024: lov nr. 214 af 06.03.2023.
"""

QUIET = frozenset({(5, 6), (27, 12), (28, 12), (29, 12), (30, 12)})
"""No holidays, but most institutions are closed: Constitution Day, and the days between Christmas and New
Year. Nothing is asked of anybody on them."""


def is_off(day: date) -> bool:
    """Whether it is a weekend, a Danish public holiday, Christmas Eve or New Year's Eve."""
    days_on = (day - easter(day.year)).days
    return day.weekday() >= 5 or (day.day, day.month) in FIXED or days_on in AFTER_EASTER


def is_working(day: date) -> bool:
    """Whether a day can be proposed: it is neither off nor quiet."""
    return not is_off(day) and (day.day, day.month) not in QUIET


def working_day(day: date) -> date:
    """The day itself, or the next on which people are at work."""
    while not is_working(day):
        day += timedelta(1)
    return day


def working_days_before(day: date, count: int) -> date:
    """The last day from which there are ``count`` working days, itself included, until ``day``."""
    while count:
        day -= timedelta(1)
        count -= is_working(day)
    return day


def easter(year: int) -> date:
    """Easter Sunday, 1583-4099, by Butcher's algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
