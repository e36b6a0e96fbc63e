"""Status meetings on a file: what has moved, who was there, the next day, and the log with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kvik_desktop.action_plan import deleting, editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.log import unexplained
from kvik_desktop.action_plan.model import Changed, PlannedAction, Status
from kvik_desktop.action_plan.status_meetings import usecases as meetings
from kvik_desktop.action_plan.status_meetings.model import Move, Moved, proposed_day
from kvik_desktop.action_plan.status_meetings.usecases import Meetings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from tests.journey import Journey
from tests.several import Round, Several

JUNE, JULY = date(2020, 6, 1), date(2020, 7, 1)


class Unit:
    """A file with an approved plan of two actions, the first of which was done before the first meeting."""

    def __init__(self, folder: Path) -> None:
        self.several = Several(folder, [Round()])
        self.file, self.clock, self.id = self.several.file, self.several.clock, self.several.ids[0]
        self.one, self.two = (each.action.id for each in self.plan)

    @property
    def plan(self) -> tuple[PlannedAction, ...]:
        found: tuple[PlannedAction, ...] = self.file.ask(plans.plan, self.id)
        return found

    @property
    def known(self) -> Meetings:
        evaluation = self.file.ask(evaluations.get, self.id)
        found: Meetings = self.file.ask(meetings.meetings, evaluation, self.plan)
        return found

    def held(self, next_day: date | None = None, note: str = "") -> str:
        """A whole meeting at which nothing is said."""
        begun = self.file.do(meetings.begin, self.id).value
        self.file.do(meetings.finish, self.id, next_day, begun.present, note)
        return begun.id


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    unit = Unit(tmp_path)
    yield unit
    unit.file.close()


def test_the_first_meeting_looks_back_to_the_approval(unit: Unit) -> None:
    begun = unit.file.do(meetings.begin, unit.id).value
    assert begun.present == "pædagog"
    assert unit.file.ask(evaluations.get, unit.id).follow_up is not None
    assert unit.known.moved == {unit.one: Moved((Status.PLANNED, Status.DONE)), unit.two: Moved()}
    minutes = unit.file.ask(meetings.minutes, unit.id, begun.id)
    assert [line.title for line in minutes.moved] == ["Fast mandagsmøde"]
    with pytest.raises(Problem, match="E_MEETING"):
        unit.file.do(meetings.begin, unit.id)


def test_a_meeting_keeps_what_was_said_and_the_next_one_begins_anew(unit: Unit) -> None:
    first = unit.file.do(meetings.begin, unit.id).value
    unit.file.do(meetings.gone_through, unit.id, unit.two)
    unit.file.do(follow_up.note, unit.id, unit.two, "Vi venter på kommunen")
    unit.file.do(editing.amend, unit.id, unit.two, deadline=JUNE)
    unit.file.do(meetings.finish, unit.id, JULY, "Leder, pædagog", "God stemning")
    unit.clock.on(30)
    unit.file.do(follow_up.measure, unit.id, unit.two, date(2020, 5, 20), Decimal(7))
    unit.file.do(editing.amend, unit.id, unit.two, deadline=JULY, responsible="Leder")
    second = unit.file.do(meetings.begin, unit.id).value
    told = unit.file.ask(meetings.minutes, unit.id, first.id)
    assert (told.meeting.present, told.meeting.note, told.meeting.next_day) == (
        "Leder, pædagog",
        "God stemning",
        JULY,
    )
    assert [(line.number, line.talked, line.moved) for line in told.lines] == [
        (1, False, Moved((Status.PLANNED, Status.DONE))),
        (2, True, Moved(deadline=Move("", JUNE.isoformat()), notes=("Vi venter på kommunen",))),
    ]
    [now] = unit.file.ask(meetings.minutes, unit.id, second.id).lines
    assert now.moved.deadline == Move(JUNE.isoformat(), JULY.isoformat())
    assert now.moved.responsible == Move("", "Leder")
    assert [each.value for each in now.moved.measured] == [Decimal(7)]
    assert second.present == "Leder, pædagog"


def test_what_waits_is_followed_up_at_the_next_meeting(unit: Unit) -> None:
    today = unit.clock.now().date()
    unit.file.do(editing.amend, unit.id, unit.two, follow_up=today)
    unit.file.do(meetings.begin, unit.id)
    assert unit.known.due == (unit.two,)
    with pytest.raises(Problem, match="E_MEETING"):
        unit.file.do(meetings.finish, unit.id, today, "", "")
    unit.file.do(meetings.finish, unit.id, JULY, "", "")
    assert unit.plan[1].action.follow_up == JULY
    unit.file.undo()
    assert unit.plan[1].action.follow_up == today
    assert unit.known.open is not None


def test_undo_takes_a_meeting_away_again(unit: Unit) -> None:
    unit.file.do(meetings.begin, unit.id)
    unit.file.undo()
    known = unit.known
    assert (known.open, known.held) == (None, ())
    assert unit.file.ask(evaluations.get, unit.id).follow_up is None


def test_a_meeting_that_is_deleted_leaves_the_logs_as_they_are(unit: Unit) -> None:
    begun = unit.file.do(meetings.begin, unit.id).value
    unit.file.do(meetings.gone_through, unit.id, unit.two)
    unit.file.do(follow_up.note, unit.id, unit.two, "Aftalt")
    unit.file.do(meetings.finish, unit.id, None, "", "")
    unit.file.do(meetings.remove, unit.id, begun.id)
    known = unit.known
    assert known.held == ()
    assert [(note.text, note.meeting) for note in unit.plan[1].notes] == [("Aftalt", None)]
    unit.file.undo()
    again = unit.known
    assert len(again.held) == 1
    assert unit.plan[1].notes[0].meeting == begun.id


def test_minutes_outlive_the_action(unit: Unit) -> None:
    begun = unit.file.do(meetings.begin, unit.id).value
    unit.file.do(meetings.gone_through, unit.id, unit.two)
    unit.file.do(meetings.finish, unit.id, None, "", "")
    unit.file.do(editing.remove, unit.id, unit.two)
    lines = unit.file.ask(meetings.minutes, unit.id, begun.id).lines
    assert [(line.title, line.planned is None) for line in lines][1:] == [("Ny velkomst", True)]


def test_a_finished_meeting_can_be_corrected(unit: Unit) -> None:
    held = unit.held()
    unit.file.do(meetings.amend, unit.id, held, present="Alle", day=JUNE)
    [minutes] = unit.known.held
    assert (minutes.meeting.present, minutes.meeting.day) == ("Alle", JUNE)
    with pytest.raises(Problem, match="E_MEETING"):
        unit.file.do(meetings.amend, unit.id, "0" * 16, note="")


def test_before_the_plan_is_approved_there_is_no_meeting(unit: Unit) -> None:
    begun = unit.several.begin(Round())
    with pytest.raises(Problem, match="E_PLAN"):
        unit.file.do(meetings.begin, begun.id)


# The log with reasons


def test_an_approved_plan_tells_in_its_log_what_is_changed_and_why(unit: Unit) -> None:
    unit.file.do(editing.amend, unit.id, unit.two, deadline=JUNE)
    line = unexplained(unit.plan[1])
    assert line is not None
    assert (line.changed, line.was, line.became, line.text) == (Changed.DEADLINE, "", "2020-06-01", "")
    unit.file.do(follow_up.give_reason, unit.id, unit.two, line.id, " Vikaren er syg ")
    assert unit.plan[1].notes[0].text == "Vikaren er syg"
    assert unexplained(unit.plan[1]) is None
    unit.file.do(editing.amend, unit.id, unit.two, deadline=JULY)
    assert [note.became for note in unit.plan[1].notes] == ["2020-06-01", "2020-07-01"]


def test_what_is_typed_on_one_day_is_one_change_and_what_is_taken_back_is_none(unit: Unit) -> None:
    for written in ("B", "Bo", "Bodil"):
        unit.file.do(editing.amend, unit.id, unit.two, responsible=written)
    [line] = unit.plan[1].notes
    assert (line.was, line.became) == ("", "Bodil")
    unit.file.do(editing.amend, unit.id, unit.two, responsible="")
    assert unit.plan[1].notes == ()
    unit.file.do(editing.amend, unit.id, unit.two, title="Et andet navn")
    assert unit.plan[1].notes == ()


def test_a_plan_that_is_not_approved_keeps_no_log_of_changes(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).accepted()
    action = journey.file.do(editing.add, journey.id, "Ny dør").value.action.id
    journey.file.do(editing.amend, journey.id, action, deadline=JUNE, responsible="Bo")
    [planned] = journey.file.ask(plans.plan, journey.id)
    assert planned.notes == ()
    journey.file.close()


def test_a_dropped_action_keeps_a_reason(unit: Unit) -> None:
    unit.file.do(follow_up.set_status, unit.id, unit.two, Status.DROPPED, "Ingen tid")
    [line] = unit.plan[1].notes
    with pytest.raises(Problem, match="E_ACTION"):
        unit.file.do(follow_up.give_reason, unit.id, unit.two, line.id, " ")
    unit.file.do(follow_up.give_reason, unit.id, unit.two, line.id, "Ingen penge")
    assert unit.plan[1].action.dropped_reason == "Ingen penge"
    with pytest.raises(Problem, match="E_ACTION"):
        unit.file.do(follow_up.give_reason, unit.id, unit.two, "0" * 16, "Hvad?")


def test_a_name_that_is_deleted_goes_from_the_log_and_the_minutes(unit: Unit) -> None:
    unit.file.do(meetings.begin, unit.id)
    unit.file.do(editing.amend, unit.id, unit.two, responsible="Bo")
    unit.file.do(meetings.finish, unit.id, None, "Leder og Bo", "")
    person = unit.several.journey.people["Bo"]
    unit.file.do(deleting.delete_person, unit.id, person, "Anna")
    assert [note.became for note in unit.plan[1].notes] == ["pædagog"]
    assert unit.known.held[0].meeting.present == "Leder og pædagog"


# The proposed day


def test_the_next_day_is_in_a_quarter_on_the_same_weekday() -> None:
    monday = date(2026, 11, 2)
    assert proposed_day(monday, []) == date(2027, 2, 1)


def test_the_next_day_keeps_the_rhythm_and_is_no_weekend() -> None:
    assert proposed_day(date(2026, 11, 2), [date(2026, 10, 1)]) == date(2026, 12, 4)
    assert proposed_day(date(2026, 11, 6), [date(2026, 10, 6)]) == date(2026, 12, 7)
    assert proposed_day(date(2026, 11, 2), [date(2020, 1, 1)]) == date(2027, 5, 3)
    assert proposed_day(date(2026, 11, 2), [date(2026, 11, 1)]) == date(2026, 11, 16)


def test_the_next_day_is_not_after_the_next_evaluation() -> None:
    assert proposed_day(date(2026, 11, 2), [], date(2026, 12, 1)) == date(2026, 12, 1)
    assert proposed_day(date(2026, 11, 2), [], date(2026, 10, 1)) == date(2027, 2, 1)
