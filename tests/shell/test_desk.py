"""The desk: what pages ask reaches the keeper, and answers reach only pages that still stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.tasks import InstantTasks, WorkerTasks
from tests.shell.choosers import NoChooser
from tests.window import PATIENCE

PROBLEM = Problem("E_TEST", say("Noget gik galt."), say("Prøv igen."))


class KeptNumber:
    """A keeper of one number."""

    path = Path("/fil.kvikdb")

    def __init__(self) -> None:
        self.number = 1

    def do(self, usecase: Callable[..., Change[Any]], /, *args: Any, **kwargs: Any) -> Change[Any]:
        return usecase(self, *args, **kwargs)

    def ask(self, query: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return query(self, *args, **kwargs)

    def close(self) -> None:
        raise AssertionError("a page never closes the file")


@dataclass
class Heard:
    """A host that writes down what it hears."""

    events: list[object] = field(default_factory=list)

    def go(self, stop: str, place: str = "") -> None:
        self.events.append(("go", stop, place))

    def show_problem(self, problem: Problem) -> None:
        self.events.append(problem)

    def changed(self, change: Change[Any]) -> None:
        self.events.append(change.kinds)

    def refreshed(self, kinds: frozenset[Kind]) -> None:
        self.events.append(kinds)

    def crashed(self, error: Exception) -> None:
        self.events.append(error)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        self.events.append((sentence, undoable))

    def turn(self, actor: str, *, afresh: bool = False) -> None:
        self.events.append(("turn", actor))

    def erase(self) -> None:
        self.events.append("erase")

    def look_of(self, page: str) -> str:
        self.events.append(("look of", page))
        return ""

    def keep_look(self, page: str, look: str) -> None:
        self.events.append(("look", page, look))


class Stands:
    """Whether the page still stands."""

    def __init__(self) -> None:
        self.yes = True

    def __call__(self) -> bool:
        return self.yes


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def stands() -> Stands:
    return Stands()


@pytest.fixture
def desk(heard: Heard, stands: Stands) -> Desk[KeptNumber]:
    return Desk(KeptNumber(), InstantTasks(), heard, NoChooser(), stands=stands)


def add(kept: KeptNumber, n: int) -> Change[int]:
    kept.number += n
    return changed(Kind.ANSWERS, value=kept.number)


def number(kept: KeptNumber) -> int:
    return kept.number


def refuse(kept: KeptNumber) -> Change[int]:
    raise PROBLEM


def break_down(kept: KeptNumber) -> int:
    raise ZeroDivisionError


def test_a_use_case_is_told_to_all_before_its_value_comes_to_the_page(
    desk: Desk[KeptNumber], heard: Heard
) -> None:
    desk.do(add, 4).then(heard.events.append)
    desk.ask(number).then(heard.events.append)
    assert heard.events == [frozenset({Kind.ANSWERS}), 5, 5]


class Showing(Heard):
    """A host whose page asks and shows anew when something has changed."""

    desk: Desk[KeptNumber]

    def changed(self, change: Change[Any]) -> None:
        self.desk.ask(number).then(lambda n: self.events.append(("shown", n)))

    def refreshed(self, kinds: frozenset[Kind]) -> None:
        self.desk.ask(number).then(lambda n: self.events.append(("shown", n)))


@pytest.mark.parametrize("way", ["do", "run"])
def test_when_the_value_comes_pages_show_what_is_in_the_file_also_with_a_thread(
    qtbot: QtBot, way: str
) -> None:
    tasks, host = WorkerTasks(), Showing()
    desk: Desk[KeptNumber] = Desk(KeptNumber(), tasks, host, NoChooser())
    host.desk = desk
    given = desk.do(add, 4) if way == "do" else desk.run(lambda kept: kept.number, Kind.DELIVERY)
    given.then(lambda n: host.events.append(("value", n)))
    qtbot.waitUntil(lambda: len(host.events) == 2, timeout=PATIENCE)
    tasks.finish()
    n = 5 if way == "do" else 1
    assert host.events == [("shown", n), ("value", n)]


def test_a_job_of_another_kind_says_what_it_changed(desk: Desk[KeptNumber], heard: Heard) -> None:
    desk.run(lambda kept: kept.number, Kind.DELIVERY).then(heard.events.append)
    assert heard.events == [frozenset({Kind.DELIVERY}), 1]


def test_a_problem_goes_over_the_page_or_where_the_page_says(desk: Desk[KeptNumber], heard: Heard) -> None:
    beside: list[Problem] = []
    desk.do(refuse)
    desk.telling(beside.append).do(refuse)
    assert heard.events == [PROBLEM]
    assert beside == [PROBLEM]


def test_a_fault_of_ours_goes_the_crashs_way(desk: Desk[KeptNumber], heard: Heard) -> None:
    desk.ask(break_down)
    assert [type(event) for event in heard.events] == [ZeroDivisionError]


def test_a_page_that_is_gone_hears_no_answer_but_its_change_and_its_problem_are_told(
    desk: Desk[KeptNumber], heard: Heard, stands: Stands
) -> None:
    beside: list[Problem] = []
    stands.yes = False
    desk.do(add, 1).then(heard.events.append)
    desk.ask(number).then(heard.events.append)
    desk.telling(beside.append).do(refuse)
    assert heard.events == [frozenset({Kind.ANSWERS}), PROBLEM]
    assert beside == []


def test_the_rest_is_the_windows(desk: Desk[KeptNumber], heard: Heard) -> None:
    desk.go("3", "4.1")
    desk.say("Slettet", undoable=True)
    desk.turn("anna")
    desk.tell(PROBLEM)
    assert heard.events == [("go", "3", "4.1"), ("Slettet", True), ("turn", "anna"), PROBLEM]
    assert desk.path == Path("/fil.kvikdb")
