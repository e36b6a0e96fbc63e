"""The clock of a meeting in its file: marks are no acts, name nobody, and stay on the machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kvik_desktop.bundle import usecases as bundles
from kvik_desktop.compose import FILE_SCHEMA, open_file
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.process import day_programmes
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board, shown
from kvik_desktop.workshop.timekeeping import usecases as times
from kvik_desktop.workshop.timekeeping.model import TOGETHER, Going
from kvik_desktop.workshop.timekeeping.schedule import meeting_days
from kvik_desktop.workshop.timekeeping.timekeeping import Timekeeping
from kvik_desktop.workshop.timekeeping.usecases import Kept
from kvik_desktop.workshop.usecases import Agreed
from tests.bundle.material import order, ready
from tests.journey import PEOPLE, Journey

PROGRAMMES = day_programmes(Resources()).programmes


@dataclass
class Watch:
    """A clock that goes when it is told to."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def pass_by(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)


class Meeting:
    """A meeting whose answers are open, with the words of who keeps its time."""

    def __init__(self, journey: Journey, watch: Watch) -> None:
        self.journey, self.watch = journey, watch
        self.file, self.id = journey.file, journey.id

    def begin(self, item: str = "k1.1") -> Kept:
        found = self.kept
        days = meeting_days(found.intention, found.model, PROGRAMMES)
        return self.file.do(times.begin_day, self.id, item, days).value

    def talk(self, minutes: int) -> None:
        """With signs of life."""
        for _ in range(0, minutes, 2):
            self.watch.pass_by(2)
            self.file.do(times.still_running, self.id)

    def take_up(self, item: str) -> None:
        self.file.do(times.take_up_item, self.id, item, self.watch.now())

    @property
    def kept(self) -> Kept:
        return self.file.ask(times.kept, self.id)

    @property
    def going(self) -> Going:
        return self.kept.tally.until(self.watch.now()).going

    @property
    def time(self) -> Timekeeping:
        board = self.file.ask(shown)
        assert isinstance(board, Board)
        return times.timekeeping(board, self.kept, PROGRAMMES)

    def used(self, item: str) -> float:
        return self.time.used(item) / timedelta(minutes=1)


@pytest.fixture
def watch() -> Watch:
    return Watch(datetime(2026, 11, 2, 10, 45).astimezone(UTC))


@pytest.fixture
def held(tmp_path: Path, watch: Watch) -> Iterator[Meeting]:
    """Five who agree, but for k1.1, which is red, and k1.2, which is amber."""
    journey = Journey(tmp_path, watch).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 2))
    journey.answer("Bo", "k1.1", 5).answer("Bo", "k1.2", 4).reveal()
    held = Meeting(journey, watch)
    yield held
    held.file.close()


def test_nothing_runs_until_somebody_begins(held: Meeting) -> None:
    held.talk(10)
    held.take_up("k1.2")
    assert (held.going, held.kept.tally.sitting, held.time.tally.total) == (
        Going.NOT_BEGUN,
        None,
        timedelta(),
    )


def test_before_the_answers_are_open_there_is_no_time(tmp_path: Path, watch: Watch) -> None:
    waiting = Meeting(Journey(tmp_path, watch), watch)
    with pytest.raises(Problem, match="E_TIME"):
        waiting.begin()
    waiting.file.close()


def test_each_point_has_its_time(held: Meeting) -> None:
    held.begin()
    held.talk(12)
    held.take_up("k1.2")
    held.talk(4)
    assert (held.used("k1.1"), held.used("k1.2")) == (12, 4)


def test_a_point_that_was_taken_up_a_moment_ago_has_that_moment(held: Meeting, watch: Watch) -> None:
    held.begin()
    arrived = watch.now() + timedelta(minutes=3)
    watch.pass_by(4)
    held.file.do(times.take_up_item, held.id, "k1.2", arrived)
    assert (held.used("k1.1"), held.used("k1.2")) == (3, 1)


def test_pauses_breaks_and_home(held: Meeting, watch: Watch) -> None:
    held.begin()
    held.talk(4)
    for act, going in (
        (times.rest, Going.PAUSED),
        (times.go_on, Going.RUNNING),
        (times.hold_break, Going.BREAK),
        (times.end_day, Going.HOME),
    ):
        held.file.do(act, held.id)
        assert held.going is going
        watch.pass_by(30 if going is not Going.RUNNING else 0)
    held.begin("k1.2")
    held.talk(2)
    assert (held.used("k1.1"), held.used("k1.2")) == (4, 2)


def test_a_killed_process_keeps_what_was_used(held: Meeting, watch: Watch) -> None:
    held.begin()
    held.talk(6)
    watch.pass_by(1)
    held.file.close()
    watch.pass_by(50)
    held.file = open_file(held.journey.path, clock=watch)
    assert (held.used("k1.1"), held.going) == (6, Going.STILL)
    held.file.do(times.still_running, held.id)
    assert held.going is Going.STILL, "a sign of life does not wake it: somebody must say go on"
    held.file.do(times.go_on, held.id)
    held.talk(4)
    assert held.used("k1.1") == 10


def test_a_mark_that_would_change_nothing_is_not_kept(held: Meeting) -> None:
    held.begin()
    held.file.do(times.rest, held.id)
    before = held.kept.tally
    for act in (times.rest, times.still_running):
        held.watch.pass_by(1)
        held.file.do(act, held.id)
    held.take_up("k1.1")
    assert held.kept.tally == before


def test_marks_are_no_acts(held: Meeting) -> None:
    """Fortryd is about what the group did, and what was undone can still be done again."""
    held.file.do(meeting.settle, held.id, [Agreed("k1.2", held.journey.rating("k1.2", 3))])
    label = held.file.undo_label
    held.begin()
    held.talk(4)
    held.file.do(times.rest, held.id)
    assert (held.file.undo_label, label) == (label, label)
    held.file.undo()
    held.file.do(times.go_on, held.id)
    held.talk(2)
    assert held.file.redo_label == label
    assert held.file.redo() is not None
    assert held.used("k1.1") == 6


def test_minutes_are_planned_by_hand_and_taken_back(held: Meeting) -> None:
    proposed = held.time.planned
    assert set(proposed) == {"k1.1", "k1.2", TOGETHER}
    held.file.do(times.plan_minutes, held.id, "k1.1", 45)
    held.file.do(times.plan_minutes, held.id, TOGETHER, 5)
    assert (held.time.planned["k1.1"], held.time.planned[TOGETHER]) == (45, 5)
    held.file.undo()
    assert held.time.planned[TOGETHER] == proposed[TOGETHER]
    held.file.do(times.propose_minutes, held.id)
    assert held.time.planned == proposed
    held.file.undo()
    assert held.time.planned["k1.1"] == 45
    held.file.do(times.plan_minutes, held.id, "k1.1", None)
    assert held.time.planned == proposed


@pytest.mark.parametrize("minutes", [0, 241])
def test_minutes_that_are_none_are_refused(held: Meeting, minutes: int) -> None:
    with pytest.raises(Problem, match="E_TIME"):
        held.file.do(times.plan_minutes, held.id, "k1.1", minutes)


def test_minutes_stay_when_a_new_round_brings_people_together(held: Meeting) -> None:
    """The plan follows how much they differed at first, else every round would plan the day anew."""
    before = held.time.planned
    held.file.do(meeting.settle, held.id, [Agreed("k1.1", held.journey.rating("k1.1", 3))])
    assert held.time.planned == before
    assert held.time.settled == ("k1.1",)


def test_the_forecast_is_of_the_programme_that_was_chosen(held: Meeting) -> None:
    held.begin()
    found = held.time.forecast
    assert found is not None
    local = found.planned_home.astimezone()
    assert (local.hour, local.minute, found.is_last_day) == (15, 30, True)


def test_no_column_of_time_is_about_a_person() -> None:
    """A mark is what, when and which point of the agenda: extract and deletion have nothing to do with it."""
    columns = {
        name: set(FILE_SCHEMA.metadata.tables[name].columns.keys()) for name in ("time_mark", "own_minutes")
    }
    assert columns == {
        "time_mark": {"evaluation", "number", "kind", "at", "item", "day", "minute"},
        "own_minutes": {"evaluation", "item", "minutes"},
    }


def test_time_stays_on_the_machine_and_out_of_extracts(tmp_path: Path, watch: Watch) -> None:
    """The package and everybody's extract are the same to the letter, whether time was kept or not."""
    held = Meeting(ready(tmp_path, watch), watch)
    person = held.journey.people["Anna"]

    def leaving() -> tuple[object, object]:
        sent = held.file.ask(bundles.material, held.id, order())
        return sent, held.file.ask(privacy.extract, held.id, person)

    before, moment = leaving(), watch.at
    held.begin()
    held.file.do(times.plan_minutes, held.id, "k1.1", 45)
    held.talk(10)
    watch.at = moment
    after = leaving()
    held.file.close()
    assert before == after
