"""Days lie where they are in the calendar, and bars take no more lanes than they need."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.shell.widgets.timeline_lanes import Calendar, lanes, next_quarter, quarter_of

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "first", "following"),
    [
        (date(2026, 11, 22), date(2026, 10, 1), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 1, 1), date(2027, 4, 1)),
        (date(2027, 9, 30), date(2027, 7, 1), date(2027, 10, 1)),
    ],
)
def test_quarters(day: date, first: date, following: date) -> None:
    assert (quarter_of(day), next_quarter(day)) == (first, following)


@given(st.lists(DAYS, min_size=1), st.floats(10, 3000))
def test_every_day_lies_inside_and_in_its_order(days: list[date], width: float) -> None:
    calendar = Calendar.around(days, width)
    places = [calendar.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place < width for place in places)
    quarters = calendar.quarters()
    assert calendar.x(quarters[0]) == 0 and next_quarter(quarters[-1]) == calendar.last


SPANS = st.lists(
    st.tuples(st.floats(0, 500), st.floats(0, 200)).map(lambda span: (span[0], sum(span))), max_size=60
)


@given(SPANS, st.floats(0, 20))
def test_no_two_in_a_lane_touch(spans: list[tuple[float, float]], gap: float) -> None:
    found = lanes(spans, gap)
    for place, one in enumerate(spans):
        for other in range(place):
            if found[place] == found[other]:
                left, right = sorted((one, spans[other]))
                assert right[0] >= left[1] + gap


@given(SPANS, st.lists(st.integers(1, 3), min_size=60))
def test_nothing_stands_under_what_takes_several_lanes(
    spans: list[tuple[float, float]], depths: list[int]
) -> None:
    found = lanes(spans, 4, depths)
    taken = [set(range(lane, lane + deep)) for lane, deep in zip(found, depths, strict=False)]
    for place, one in enumerate(spans):
        for other in range(place):
            if taken[place] & taken[other]:
                left, right = sorted((one, spans[other]))
                assert right[0] >= left[1] + 4


@given(SPANS)
def test_there_are_no_more_lanes_than_things_at_once(spans: list[tuple[float, float]]) -> None:
    at_once = [sum(left <= x < right or x == left for left, right in spans) for x, _ in spans]
    assert max(lanes(spans, 0), default=-1) + 1 <= max(at_once, default=0)
