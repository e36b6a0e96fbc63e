"""Minutes shared out over the agenda, the day as the clock reads it, and when one gets home."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.preparing.model import Intention
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.process import day_programmes
from kvik_desktop.workshop.model import Flag
from kvik_desktop.workshop.timekeeping.forecast import forecast, pace, talk_left
from kvik_desktop.workshop.timekeeping.model import TOGETHER, Going, Mark, MarkKind, Tally
from kvik_desktop.workshop.timekeeping.schedule import (
    Day,
    Place,
    agreeing,
    meeting_days,
    minute_of_day,
    taken_up,
)
from kvik_desktop.workshop.timekeeping.sharing import shared_out
from kvik_desktop.workshop.timekeeping.timekeeping import Matter, Timekeeping

PROGRAMMES = day_programmes(Resources()).programmes
DATE = datetime(2026, 11, 2, tzinfo=UTC)


def days(programme: str, shift: int = 0) -> tuple[Day, ...]:
    model = next(each.model for each in PROGRAMMES if each.id == programme)
    return meeting_days(Intention("e", programme=programme, shift=shift), model, PROGRAMMES)


MORNING, FULL = days("en-formiddag"), days("to-en-halv-dag")


def clock(time: str, day: int = 0) -> datetime:
    """A clock on the table, so many days on."""
    hours, minutes = time.split(".")
    local = (DATE + timedelta(days=day)).astimezone()
    return local.replace(hour=int(hours), minute=int(minutes)).astimezone(UTC)


def at(time: str) -> int:
    return minute_of_day(clock(time))


def begun(time: str, day: int = 0, minute: str = "", date: int = 0) -> Mark:
    return Mark("e", 1, MarkKind.BEGUN, clock(time, date), day=day, minute=at(minute or time))


def test_only_days_with_talk_towards_agreement_are_days_of_the_meeting() -> None:
    assert [agreeing(day) for day in MORNING] == [125]
    assert [agreeing(day) for day in FULL] == [315, 90]
    assert (FULL[0][0].begins, FULL[1][-1].ends) == (8 * 60 + 30, 15 * 60 + 30)
    assert days("en-formiddag", 30)[0][0].begins == 9 * 60


def test_agreeing_after_a_minute_leaves_out_breaks() -> None:
    assert agreeing(MORNING[0], at("9.45")) == 15 + 50
    assert agreeing(MORNING[0], at("10.05")) == 50
    assert agreeing(MORNING[0], at("11.30")) == 0


FLAGS = st.dictionaries(st.integers(1, 60).map(str), st.sampled_from(Flag), min_size=1, max_size=40)


@settings(max_examples=150)
@given(FLAGS, st.integers(60, 900))
def test_minutes_shared_out_fit_the_day_and_follow_the_disagreement(
    flags: Mapping[str, Flag], most: int
) -> None:
    shares = shared_out(flags, most)
    assert sum(shares.values()) <= most
    assert all(1 <= minutes <= 30 for minutes in shares.values())
    told = [shares[key] for flag in Flag if flag is not Flag.GREEN for key in flags if flags[key] is flag]
    assert told == sorted(told, reverse=True)
    assert most - sum(shares.values()) < 5 or max(shares.values()) == 30
    assert (TOGETHER in shares) is (Flag.GREEN in flags.values())


def test_a_day_of_28() -> None:
    kinds = [Flag.RED] * 6 + [Flag.GREY] * 2 + [Flag.AMBER] * 8 + [Flag.GREEN] * 12
    shares = shared_out({str(place): flag for place, flag in enumerate(kinds)}, 405)
    assert (shares["0"], shares["6"], shares["8"], shares[TOGETHER]) == (30, 30, 20, 15)


def test_the_programme_s_clock_holds_where_the_beginning_is_near() -> None:
    assert taken_up(MORNING, clock("9.05"), None, None) == Place(0, at("9.05"))
    assert taken_up(MORNING, clock("13.05"), None, None) == Place(0, at("8.45"))


def test_back_from_lunch_on_the_same_date_the_clock_has_gone_on() -> None:
    assert taken_up(FULL, clock("13.00"), begun("8.45"), clock("12.00")) == Place(0, at("13.00"))


@pytest.mark.parametrize(
    ("ended", "back", "place"),
    [
        ("12.10", "8.30", Place(0, 12 * 60 + 45)),
        ("12.50", "8.30", Place(0, 12 * 60 + 50)),
        ("15.30", "8.35", Place(1, 8 * 60 + 35)),
        ("15.30", "12.00", Place(1, 8 * 60 + 30)),
    ],
)
def test_another_day_goes_on_where_the_last_was_left(ended: str, back: str, place: Place) -> None:
    assert taken_up(FULL, clock(back, 1), begun("8.45"), clock(ended)) == place


def test_after_the_last_planned_day_there_is_nothing_planned() -> None:
    place = taken_up(MORNING, clock("9.00", 1), begun("8.45"), clock("12.00"))
    assert agreeing(MORNING[place.day], place.minute) == 0


def test_on_plan_one_is_home_as_planned() -> None:
    found = forecast(MORNING, begun("8.45"), clock("9.00"), 110)
    assert (found.behind, found.home, found.planned_home) == (0, clock("12.00"), clock("12.00"))


def test_what_takes_longer_pushes_what_comes_after_it() -> None:
    found = forecast(MORNING, begun("8.45"), clock("9.30"), 100)
    assert (found.behind, found.home) == (20, clock("12.20"))


def test_talk_that_eats_the_points_after_it_does_not_make_them_held() -> None:
    found = forecast(MORNING, begun("8.45"), clock("11.25"), 10)
    assert found.behind == 30
    assert found.home == clock("11.25") + timedelta(minutes=10 + 40 + 15)


def test_after_the_planned_end_what_is_left_is_still_to_come() -> None:
    found = forecast(MORNING, begun("8.45"), clock("12.10"), 20)
    assert found.home == clock("12.10") + timedelta(minutes=20 + 40 + 15)


def test_a_group_that_is_quick_gets_home_early() -> None:
    assert forecast(MORNING, begun("8.45"), clock("9.30"), 60).home == clock("11.40")


def test_a_break_that_is_not_held_yet_is_still_counted() -> None:
    before, after = (
        forecast(MORNING, begun("8.45"), clock(time), left) for time, left in (("10.00", 50), ("10.15", 50))
    )
    assert (before.behind, after.behind) == (0, 0)


def test_what_is_not_done_on_the_first_day_is_for_the_second() -> None:
    found = forecast(FULL, begun("8.45"), clock("14.45"), 170)
    assert (found.behind, found.home, found.is_last_day) == (50, clock("15.30"), False)


def test_a_moved_day_is_over_later() -> None:
    assert forecast(MORNING, begun("13.00", minute="8.45"), clock("13.15"), 110).home == clock("16.15")


def test_the_pace_is_believed_little_by_little() -> None:
    planned = {"a": 20, "b": 20, "c": 20}
    once = pace(planned, {"a": timedelta(minutes=40)}, ["a"])
    twice = pace(planned, {key: timedelta(minutes=40) for key in "ab"}, ["a", "b"])
    assert 1 < once < twice < 2
    assert pace(planned, {}, ["a"]) == 1


def test_what_was_used_of_the_point_at_hand_is_not_left() -> None:
    planned = {"a": 20, "b": 10}
    assert talk_left(planned, {"a": timedelta(minutes=5)}, []) == 25
    assert talk_left(planned, {"a": timedelta(minutes=50)}, []) == 10
    assert talk_left(planned, {}, ["a"]) == 10


NONE: Mapping[str, int] = {}
MATTERS = (Matter("3.3", Flag.RED, False), Matter("4.5", Flag.AMBER, True), Matter("1.1", Flag.GREEN, True))


def keeping(going: Going = Going.RUNNING, own: Mapping[str, int] = NONE) -> Timekeeping:
    used = {"3.3": timedelta(minutes=5)}
    counted = Tally(going, "3.3", clock("9.00"), clock("9.00"), used, sitting=begun("8.45"))
    return Timekeeping(MATTERS, MORNING, own, counted, clock("9.02"))


def test_the_facilitator_s_own_minutes_count() -> None:
    assert dict(keeping().planned) == {"3.3": 30, "4.5": 30, TOGETHER: 30}
    assert keeping(own={"3.3": 45}).time_left.planned == 45


def test_another_moment_is_another_time_left() -> None:
    assert keeping().time_left.left == timedelta(minutes=23)
    assert keeping().at(clock("9.04")).time_left.left == timedelta(minutes=21)
    assert keeping(Going.PAUSED).at(clock("9.04")).time_left.left == timedelta(minutes=25)


def test_all_is_settled_when_the_greens_are() -> None:
    assert keeping().settled == ("4.5", "1.1", TOGETHER)


@pytest.mark.parametrize("going", [Going.NOT_BEGUN, Going.HOME])
def test_nothing_is_forecast_while_nobody_is_there(going: Going) -> None:
    assert keeping(going).forecast is None
    assert keeping().forecast is not None
