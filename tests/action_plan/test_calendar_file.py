"""The calendar file, read back by the library that other programs are written with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan.calendar_file import calendar_days, write_calendar, written
from kvik_desktop.action_plan.model import Status
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from tests.action_plan.material import with_areas, with_plan
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


def events(data: bytes) -> list[Any]:
    """The entries; what each holds is the library's own business."""
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    return list(calendar.events)


def read(journey: Journey, now: datetime | None = None) -> list[Any]:
    days = journey.file.ask(calendar_days, journey.id)
    return events(written(days if now is None else type(days)(days.name, days.occasions, now), Translator()))


def test_deadlines_and_follow_ups_are_whole_days_that_take_no_time(journey: Journey, tmp_path: Path) -> None:
    one, _ = with_plan(journey, "Mere tid; også om morgenen, kl. 8 – " + "æøå " * 30, "Uden dage")
    fields = {"deadline": date(2999, 5, 1), "follow_up": date(2999, 3, 1), "responsible": "Bo"}
    journey.file.do(editing.amend, journey.id, one, success="Ro\ni gangene", theme="Trivsel", **fields)
    path = tmp_path / "plan.ics"
    assert write_calendar(journey.file, journey.id, path, Translator()) == 2
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    deadline, due = events(data)
    assert deadline["UID"] == f"{one}-frist@kvik"
    assert due["UID"] == f"{one}-opfoelgning@kvik"
    assert (deadline.start, deadline.end) == (date(2999, 5, 1), date(2999, 5, 2))
    assert due.start == date(2999, 3, 1)
    assert str(deadline["SUMMARY"]).startswith("Frist: Mere tid; også om morgenen, kl. 8 – æøå")
    assert str(deadline["DESCRIPTION"]).splitlines() == [
        "Ansvarlig: Bo",
        "Sådan ser I det: Ro",
        "i gangene",
        "Tiltag 1 i handlingsplanen",
    ]
    assert (deadline["TRANSP"], deadline["STATUS"]) == ("TRANSPARENT", "CONFIRMED")
    assert "ATTENDEE" not in deadline
    assert "ORGANIZER" not in deadline


def test_a_later_file_corrects_the_same_entries(journey: Journey) -> None:
    [one] = with_plan(journey, "Mere tid")
    journey.file.do(editing.amend, journey.id, one, deadline=date(2999, 5, 1))
    [before] = read(journey)
    journey.file.do(editing.amend, journey.id, one, deadline=date(2999, 6, 1))
    [after] = read(journey, before["DTSTAMP"].dt + timedelta(seconds=1))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.start == date(2999, 6, 1)


def test_the_sequence_stays_within_what_calendars_can_count(journey: Journey) -> None:
    [one] = with_plan(journey, "Mere tid")
    journey.file.do(editing.amend, journey.id, one, deadline=date(2999, 5, 1))
    [event] = read(journey, datetime(2080, 1, 1, tzinfo=UTC))
    assert 0 < event["SEQUENCE"] < 2**31


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_what_is_over_is_taken_out_of_the_days_to_come(journey: Journey, status: Status) -> None:
    [one] = with_plan(journey, "Mere tid")
    days = {"deadline": date(2999, 5, 1), "follow_up": date(2020, 1, 1)}
    journey.file.do(editing.amend, journey.id, one, **days)
    journey.file.do(follow_up.set_status, journey.id, one, status, "Ingen tid")
    [event] = read(journey)
    assert (event["STATUS"], event.start) == ("CANCELLED", date(2999, 5, 1))


def test_one_action_can_be_written_alone_and_names_only_what_stands_in_it(journey: Journey) -> None:
    one, two = with_plan(journey, "Mere tid", "Ro")
    for action in (one, two):
        journey.file.do(editing.amend, journey.id, action, deadline=date(2999, 5, 1))
    days = journey.file.ask(calendar_days, journey.id, [two])
    data = written(days, Translator())
    [event] = events(data)
    assert event["UID"] == f"{two}-frist@kvik"
    assert not any(name.encode() in data for name in ("Anna", "Carla", "Eva"))
