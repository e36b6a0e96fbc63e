"""How status meetings are kept in the file."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from kvik_desktop.action_plan.status_meetings.model import StatusMeeting, TalkedAbout
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work

STATUS_MEETING = Table(
    "status_meeting",
    FILE,
    Column("id", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("day", String, nullable=False),
    Column("begun", String, nullable=False),
    Column("finished", String, nullable=True),
    Column("present", String, nullable=False),
    Column("note", String, nullable=False),
    Column("next_day", String, nullable=True),
)

TALKED_ABOUT = Table(
    "talked_about",
    FILE,
    Column("meeting", ForeignKey("status_meeting.id"), primary_key=True),
    # No foreign key: the minutes stay when the action leaves the plan.
    Column("action", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("title", String, nullable=False),
)

meetings = Records(STATUS_MEETING, StatusMeeting)
talked_about = Records(TALKED_ABOUT, TalkedAbout)


def of(work: Transaction, evaluation: str) -> tuple[StatusMeeting, ...]:
    """The meetings about the plan of an evaluation, in the order they were begun."""
    order = [STATUS_MEETING.c.begun, STATUS_MEETING.c.day, STATUS_MEETING.c.id]
    return meetings.all(work, STATUS_MEETING.c.evaluation == evaluation, order_by=order)


def open_meeting(work: Transaction, evaluation: str) -> StatusMeeting | None:
    """The meeting that goes on now."""
    return next((each for each in of(work, evaluation) if each.finished is None), None)


def talked(work: Transaction, meeting: str) -> tuple[TalkedAbout, ...]:
    """What a meeting has gone through, by number."""
    return talked_about.all(work, TALKED_ABOUT.c.meeting == meeting, order_by=TALKED_ABOUT.c.number)


def remove(work: Work, meeting: str) -> None:
    """Remove a meeting; no line of a log may point to it any more."""
    for each in talked(work, meeting):
        talked_about.remove(work, meeting, each.action)
    meetings.remove(work, meeting)


def keep_nameless(work: Work, meeting: StatusMeeting) -> None:
    """Keep a meeting, and no trace of what it said before; only behind a border."""
    meetings.put(work, meeting)
    work.forget_traces(STATUS_MEETING, id=meeting.id)
