"""Who waits for a choice waits until somebody has chosen, and again when that was undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.evaluation import team
from kvik_desktop.evaluation.collecting.conflicts import compare, keep_chosen
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.waiting import Conflict, Waiting, standing
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    journey = Journey(tmp_path, clock).gather_people()
    return journey.answer("Anna", "k1.1", 2)


@pytest.fixture
def waiting(journey: Journey) -> Waiting:
    given = tuple(NewAnswer(name, Rating(4), {}) for name in ("k1.1", "k1.2"))
    came = Incoming(journey.people["Anna"], given, Way.PDF_FORM, "anna.pdf")
    made = Waiting()
    made.add([journey.file.ask(compare, journey.id, came)])
    return made


def incoming(waiting: Waiting) -> list[Incoming]:
    return [each.shown.incoming for each in waiting.conflicts]


def look(journey: Journey, waiting: Waiting) -> None:
    asked = tuple(waiting.conflicts)
    waiting.see(asked, journey.file.ask(standing, journey.id, incoming(waiting)).comparisons)


def choose(journey: Journey, conflict: Conflict, taken: frozenset[str]) -> None:
    shown = conflict.shown
    count = journey.file.do(keep_chosen, journey.id, shown, taken).value
    conflict.settle(shown, has_taken=bool(count))


def test_the_same_file_twice_waits_once(waiting: Waiting) -> None:
    waiting.add([waiting.conflicts[0].shown])
    assert len(waiting.open) == 1


def test_what_was_chosen_waits_no_more_until_it_is_undone(journey: Journey, waiting: Waiting) -> None:
    (conflict,) = waiting.open
    assert conflict.if_kept == {"k1.2"}
    choose(journey, conflict, conflict.shown.everything)
    look(journey, waiting)
    assert not waiting.open
    journey.file.undo()
    look(journey, waiting)
    assert waiting.of(journey.people["Anna"]) is conflict
    journey.file.close()


def test_keeping_what_lies_here_is_a_choice_too(journey: Journey, waiting: Waiting) -> None:
    choose(journey, waiting.open[0], frozenset())
    look(journey, waiting)
    assert not waiting.open
    journey.file.close()


def test_nobody_waits_after_the_reveal_or_off_the_list(journey: Journey, waiting: Waiting) -> None:
    anna = journey.people["Anna"]
    journey.file.do(own_code.set_code, journey.id, anna, "1234")
    assert journey.file.ask(standing, journey.id, incoming(waiting)).locked == {anna}
    journey.file.do(team.remove, journey.id, anna)
    look(journey, waiting)
    assert not waiting.conflicts
    journey.file.close()


def test_the_reveal_ends_it(journey: Journey, waiting: Waiting) -> None:
    journey.reveal()
    look(journey, waiting)
    assert not waiting.conflicts
    journey.file.close()


def test_who_came_while_the_file_was_asked_stays(journey: Journey, waiting: Waiting) -> None:
    asked = tuple(waiting.conflicts)
    given = (NewAnswer("k1.1", Rating(5), {}),)
    later = Incoming(journey.people["Anna"], given, Way.TABLE, "senere.csv")
    waiting.add([journey.file.ask(compare, journey.id, later)])
    waiting.see(asked, {})
    assert [each.shown.incoming.source for each in waiting.conflicts] == ["senere.csv"]
    journey.file.close()
