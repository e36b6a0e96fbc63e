"""What one can do with the clock of the meeting: begin it, rest, go home, come back, and plan the minutes.

Marks are no acts: they have no name, are not in the journal, and nothing that can be undone ends by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.preparing.model import Intention
from kvik_desktop.evaluation.preparing.usecases import intention_of
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.process import Programme
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.timekeeping import store
from kvik_desktop.workshop.timekeeping.model import (
    LEAST_MINUTES,
    MOST_MINUTES,
    TOGETHER,
    Going,
    Mark,
    MarkKind,
    OwnMinutes,
    Tally,
    tally,
)
from kvik_desktop.workshop.timekeeping.schedule import Day, meeting_days, taken_up
from kvik_desktop.workshop.timekeeping.timekeeping import Matter, Timekeeping


@dataclass(frozen=True, slots=True)
class Kept:
    """All that the file has of time."""

    tally: Tally
    """Up to the newest mark."""
    own: dict[str, int]
    intention: Intention
    """Which programme the team has chosen."""
    model: str
    now: datetime


def kept(work: Transaction, evaluation: str) -> Kept:
    """What the file has of time now."""
    found = evaluations.get(work, evaluation)
    counted = tally(store.marks_of(work, evaluation))
    own = store.minutes_of(work, evaluation)
    model = evaluations.package_of(work, found).id
    return Kept(counted, own, intention_of(work, found), model, work.now())


def timekeeping(board: Board, found: Kept, programmes: Sequence[Programme]) -> Timekeeping:
    """The clock of a meeting as it stood when the file was asked."""
    matters = tuple(Matter(line.id, line.first_flag, line.is_settled) for line in board.lines)
    days = meeting_days(found.intention, found.model, programmes)
    return Timekeeping(matters, days, found.own, found.tally, found.now)


def begin_day(work: Work, evaluation: str, item: str, days: Sequence[Day]) -> Change[Kept]:
    """Begin the first day or another, or come back from lunch: the clock runs, for this point.

    Raises Problem E_TIME before the answers are opened.
    """
    if evaluations.get(work, evaluation).revealed is None:
        raise Problem(
            "E_TIME",
            say("Uret kan først startes, når svarene er åbnet."),
            say("Åbn svarene først. Intet er ændret."),
        )
    before = tally(store.marks_of(work, evaluation))
    place = taken_up(days, work.now(), before.sitting, _ended(before))
    begun = Mark(evaluation, 0, MarkKind.BEGUN, work.now(), day=place.day, minute=place.minute)
    _add(work, begun)
    return take_up_item(work, evaluation, item, work.now())


def _ended(before: Tally) -> datetime | None:
    """When the last day ended, said or not."""
    return before.since if before.going in (Going.HOME, Going.STILL) else before.last


def take_up_item(work: Work, evaluation: str, item: str, at: datetime) -> Change[Kept]:
    """The group has taken up a point at this moment, or a moment ago; nothing where it is the one at hand."""
    before = tally(store.marks_of(work, evaluation))
    if before.going is not Going.NOT_BEGUN and before.item != item:
        _add(work, Mark(evaluation, 0, MarkKind.ITEM, at, item))
    return _as_it_is(work, evaluation)


def rest(work: Work, evaluation: str) -> Change[Kept]:
    """Stop the clock for a moment."""
    return _mark(work, evaluation, MarkKind.PAUSED)


def hold_break(work: Work, evaluation: str) -> Change[Kept]:
    """All have a break."""
    return _mark(work, evaluation, MarkKind.BREAK)


def go_on(work: Work, evaluation: str) -> Change[Kept]:
    """The clock runs again after a pause, a break, or when it stood still."""
    return _mark(work, evaluation, MarkKind.RESUMED)


def end_day(work: Work, evaluation: str) -> Change[Kept]:
    """All go home."""
    return _mark(work, evaluation, MarkKind.ENDED)


def still_running(work: Work, evaluation: str) -> Change[Kept]:
    """Note that the clock still runs; nothing where it does not, or where the machine has slept."""
    counted = tally(store.marks_of(work, evaluation)).until(work.now())
    if counted.going is Going.RUNNING:
        _add(work, Mark(evaluation, 0, MarkKind.ALIVE, work.now()))
    return _as_it_is(work, evaluation)


def _mark(work: Work, evaluation: str, kind: MarkKind) -> Change[Kept]:
    """Add a mark where it makes a difference."""
    before = tally(store.marks_of(work, evaluation)).until(work.now())
    mark = Mark(evaluation, 0, kind, work.now())
    if before.then(mark).going is not before.going:
        _add(work, mark)
    return _as_it_is(work, evaluation)


def _add(work: Work, mark: Mark) -> None:
    store.add_mark(work, replace(mark, number=store.next_number(work, mark.evaluation)))


def _as_it_is(work: Work, evaluation: str) -> Change[Kept]:
    return changed(value=kept(work, evaluation))


def plan_minutes(work: Work, evaluation: str, item: str, minutes: int | None) -> Change[Kept]:
    """Plan the minutes for a point, 1-240; None is what is proposed. Raises Problem E_TIME outside that."""
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise Problem(
            "E_TIME",
            say("Et punkt kan få fra {least} til {most} minutter.", least=LEAST_MINUTES, most=MOST_MINUTES),
            say("Skriv et andet tal. Det, der var gemt før, gælder stadig."),
        )
    if minutes is None:
        store.own_minutes.remove(work, evaluation, item)
    else:
        store.own_minutes.put(work, OwnMinutes(evaluation, item, minutes))
    work.merge_typing(f"minutes {evaluation} {item}")
    name = say("det, I er enige om") if item == TOGETHER else item
    return changed(Kind.TIME, value=kept(work, evaluation), undo=say("minutter til {name}", name=name))


def propose_minutes(work: Work, evaluation: str) -> Change[Kept]:
    """Plan the proposed minutes for every point again."""
    for item in store.minutes_of(work, evaluation):
        store.own_minutes.remove(work, evaluation, item)
    return changed(Kind.TIME, value=kept(work, evaluation), undo=say("de foreslåede minutter"))
