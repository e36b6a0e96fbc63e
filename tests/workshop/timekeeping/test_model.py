"""The marks of the clock: laws that hold whatever a crash has left, and days that one recognises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.workshop.screens import board_acts
from kvik_desktop.workshop.timekeeping.model import (
    LONGEST_GAP,
    RESTING,
    SIGN_EVERY,
    TOGETHER,
    Going,
    Mark,
    MarkKind,
    Tally,
    TimeLeft,
    tally,
)

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ITEMS = ("3.3", "7.1", "samlet")
Kind = MarkKind


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def marks_of(*said: tuple[float, Kind] | tuple[float, Kind, str]) -> list[Mark]:
    """Marks at so many minutes past nine."""
    return [
        Mark("e", number, each[1], START + minutes(each[0]), each[2] if len(each) > 2 else "")
        for number, each in enumerate(said, start=1)
    ]


def living(until: int, after: int = 0) -> list[tuple[float, Kind]]:
    """The signs of life between two minutes."""
    return [(minute, Kind.ALIVE) for minute in range(after + 2, until, 2)]


MARKS = st.lists(
    st.tuples(st.sampled_from(Kind), st.integers(-20, 600), st.sampled_from(ITEMS)), max_size=40
).map(
    lambda said: [
        Mark("e", number, kind, START + timedelta(seconds=30 * at), item if kind is Kind.ITEM else "")
        for number, (kind, at, item) in enumerate(said)
    ]
)


@settings(max_examples=150)
@given(MARKS, st.integers(-20, 900))
def test_whatever_order_a_crash_left_nothing_is_below_zero_or_counted_twice(
    marks: list[Mark], at: int
) -> None:
    moment = START + timedelta(seconds=30 * at)
    found = tally(marks).until(moment)
    assert all(used >= timedelta() for used in found.used.values())
    assert found.rested >= timedelta()
    moments = [mark.at for mark in marks] + [moment]
    steps = (after - before for before, after in pairwise(moments))
    assert found.total <= sum((step for step in steps if step > timedelta()), timedelta())


@settings(max_examples=150)
@given(MARKS)
def test_no_step_counts_but_those_in_which_the_clock_ran(marks: list[Mark]) -> None:
    counted, before = timedelta(), Tally()
    for mark in marks:
        after = before.then(mark)
        step = after.total - before.total
        if before.going is not Going.RUNNING:
            assert step == timedelta()
        elif step:
            assert step == mark.at - before.last if before.last else timedelta()
            assert step <= LONGEST_GAP
        counted += step
        before = after
    assert before.total == counted
    assert tally(reversed(marks)) == before


@settings(max_examples=100)
@given(MARKS, st.integers(0, 250), st.integers(0, 250))
def test_looking_on_the_way_changes_nothing_that_is_counted(marks: list[Mark], first: int, then: int) -> None:
    found = tally(marks)
    last = found.last or START
    on_the_way = last + min(timedelta(seconds=first), LONGEST_GAP)
    later = min(on_the_way + timedelta(seconds=then), last + LONGEST_GAP)
    assert found.until(on_the_way).until(later) == found.until(later)


@settings(max_examples=100)
@given(MARKS, st.integers(1, 2000))
def test_resting_and_being_home_use_no_time(marks: list[Mark], seconds: int) -> None:
    found = tally(marks)
    if found.going is not Going.RUNNING and found.last is not None:
        later = found.until(found.last + timedelta(seconds=seconds))
        assert later.total == found.total
        assert (later.rested > found.rested) is (found.going in RESTING)


def test_used_time_belongs_to_the_point_at_hand() -> None:
    found = tally(
        marks_of(
            (0, Kind.BEGUN), (0, Kind.ITEM, "3.3"), *living(12), (12, Kind.ITEM, "7.1"), (15, Kind.ALIVE)
        )
    )
    assert found.used == {"3.3": minutes(12), "7.1": minutes(3)}
    assert found.until(START + minutes(17)).used["7.1"] == minutes(5)


def test_a_pause_is_not_used() -> None:
    found = tally(
        marks_of(
            (0, Kind.BEGUN), (0, Kind.ITEM, "3.3"), (4, Kind.PAUSED), (34, Kind.RESUMED), (36, Kind.ALIVE)
        )
    )
    assert found.used == {"3.3": minutes(6)}
    assert found.rested == minutes(30)


def test_a_laptop_that_slept_stands_still_until_somebody_goes_on() -> None:
    found = tally(marks_of((0, Kind.BEGUN), (0, Kind.ITEM, "3.3"), (2, Kind.ALIVE)))
    slept = found.until(START + minutes(45))
    assert (slept.going, slept.since, slept.total) == (Going.STILL, START + minutes(2), minutes(2))
    on = found.then(Mark("e", 9, Kind.RESUMED, START + minutes(45))).until(START + minutes(48))
    assert (on.going, on.total) == (Going.RUNNING, minutes(5))


def test_a_process_that_was_killed_and_is_back_at_once_has_lost_nothing() -> None:
    found = tally(marks_of((0, Kind.BEGUN), (0, Kind.ITEM, "3.3"), (2, Kind.ALIVE)))
    assert found.until(START + minutes(4)).used == {"3.3": minutes(4)}


def test_home_for_lunch_and_back() -> None:
    said = marks_of(
        (0, Kind.BEGUN), (0, Kind.ITEM, "3.3"), (4, Kind.ENDED), (60, Kind.BEGUN), (63, Kind.PAUSED)
    )
    assert tally(said).used == {"3.3": minutes(7)}
    assert tally(said).rested == timedelta()
    assert tally(said[:3]).until(START + minutes(900)).going is Going.HOME


def test_pressing_what_already_is_changes_nothing() -> None:
    found = tally(marks_of((0, Kind.BEGUN), (3, Kind.PAUSED)))
    again = found.then(Mark("e", 5, Kind.PAUSED, START + minutes(9)))
    assert (again.going, again.since) == (Going.PAUSED, START + minutes(3))
    assert tally(marks_of((0, Kind.RESUMED), (1, Kind.ENDED))).going is Going.NOT_BEGUN


def test_signs_of_life_come_often_enough_to_bear_one_that_is_late() -> None:
    assert 2 * SIGN_EVERY < LONGEST_GAP


def test_time_left_goes_on_below_zero() -> None:
    left = TimeLeft(20, minutes(5), Going.RUNNING)
    assert (left.left, left.share, left.is_over) == (minutes(15), 0.75, False)
    over = TimeLeft(20, minutes(22), Going.RUNNING)
    assert (over.left, over.share, over.is_over) == (-minutes(2), 0.0, True)
    assert not TimeLeft(0, minutes(5), Going.RUNNING).is_over


def test_the_green_ones_are_one_place_for_clock_and_page() -> None:
    assert TOGETHER == board_acts.TOGETHER
