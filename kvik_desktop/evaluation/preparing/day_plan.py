"""Days for a team's milestones: a proposal from the day it meets, and what is odd about those it has set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.foundation.working_days import is_off, working_day, working_days_before

TO_MEETING = 21
"""Days from today to a meeting that nobody has set: time to answer, and to change the rota."""

BEFORE_MEETING = 3
"""Working days from the last answers to the meeting, so that what is missing can be asked for."""

TO_PLAN, TO_DELIVERY = 14, 7
"""Days from the meeting to the plan, and from that to handing in."""

MONTHS_KEPT = 3
"""The individual answers are of no more use when the plan has been handed in, but for questions about it."""

YEARS_ON = 2
"""CAF advises to begin again about every two years."""

MILESTONES: Mapping[Milestone, Text] = {
    Milestone.ANSWERS: say("Alle har afleveret deres svar"),
    Milestone.MEETING: say("I mødes og bliver enige"),
    Milestone.PLAN: say("Handlingsplanen er færdig"),
    Milestone.DELIVERY: say("Resultatet er afleveret til kommunen"),
    Milestone.NEXT: say("Næste selvevaluering begynder"),
}
"""In the order they come."""

ORDER = tuple(MILESTONES)


def proposed_days(
    today: date, given: Mapping[Milestone, date], *, answers_at_meeting: bool
) -> Mapping[Milestone, date]:
    """A day for every milestone; those that are given stay. All others are working days, none before today.

    ``answers_at_meeting``: the programme has the answering on the day itself.
    """
    meeting = given.get(Milestone.MEETING) or _meeting(today, given)
    answers = meeting if answers_at_meeting else max(working_days_before(meeting, BEFORE_MEETING), today)
    plan = given.get(Milestone.PLAN) or working_day(meeting + timedelta(TO_PLAN))
    delivery = given.get(Milestone.DELIVERY) or working_day(plan + timedelta(TO_DELIVERY))
    following = working_day(_months_after(meeting, 12 * YEARS_ON))
    proposed = dict(zip(ORDER, (answers, meeting, plan, delivery, following), strict=True))
    return {milestone: given.get(milestone, day) for milestone, day in proposed.items()}


def _meeting(today: date, given: Mapping[Milestone, date]) -> date:
    answers = given.get(Milestone.ANSWERS)
    if answers is not None and answers >= today:
        day = answers
        for _ in range(BEFORE_MEETING):
            day = working_day(day + timedelta(1))
        return day
    return working_day(today + timedelta(TO_MEETING))


def proposed_retention(days: Mapping[Milestone, date]) -> date:
    """The day by which the individual answers are to be deleted, from the day of handing in."""
    return working_day(_months_after(days[Milestone.DELIVERY], MONTHS_KEPT))


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))


def remarks(days: Mapping[Milestone, date], retention: date | None) -> Iterator[Text]:
    """What is odd about the days that are set; nothing of it is refused."""
    given = [milestone for milestone in ORDER if milestone in days]
    for before, after in pairwise(given):
        if days[before] > days[after]:
            yield say(
                "Datoen for »{second}« ligger før datoen for »{first}«.",
                first=MILESTONES[before],
                second=MILESTONES[after],
            )
    for day in sorted({days[milestone] for milestone in given}):
        if is_off(day):
            yield say("Den {day} er en weekend eller fridag.", day=day)
    meeting = days.get(Milestone.MEETING)
    if retention is not None and meeting is not None and retention <= meeting:
        yield say("Svarene bliver slettet, før I har brugt dem på mødet.")
