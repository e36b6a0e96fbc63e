"""Opens the answers of twenty participants and says how long it took until the meeting was painted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import PHASES, Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.evaluation_file import EvaluationFile

PEOPLE = 20
KINDS, EVERY = (StatementKind.STRENGTH, StatementKind.AREA), 3
"""Each writes a strength and an area at every third question."""
FIRST_ROUND = 1
"""So many rounds only warm up."""


def reveal_turns(
    open_window: Callable[[Path], Window], paint: Callable[[Window], None], folder: Path, rounds: int
) -> float:
    """Median milliseconds from the press that opens the answers until what it shows is painted."""
    taken = []
    for number in range(rounds):
        path = folder / f"aabning-{number}.kvikdb"
        _answered_by_many(path)
        window = open_window(path)
        room = window.room
        assert room is not None, "the example can be opened"
        room.go("3")
        paint(window)
        begun = perf_counter()
        room.frame.foot.act()
        paint(window)
        taken.append((perf_counter() - begun) * 1000)
        window.close()
        window.deleteLater()
    return median(taken[FIRST_ROUND:])


def _answered_by_many(path: Path) -> None:
    """The example with so many participants that have all answered everything and handed in."""
    Example(NAMES[0], Resources()).play(path, "Ikke vurderet", until=Stage.ANSWERED)
    with open_file(path) as file:
        evaluation = file.ask(evaluations.current).id
        there = len(file.ask(evaluations.roster, evaluation))
        new = [NewParticipant(f"Deltager {number}", "", False) for number in range(there, PEOPLE)]
        file.do(evaluations.add_participants, evaluation, new)
        for place, person in enumerate(file.ask(evaluations.roster, evaluation)):
            if place >= there:
                _answer(file, evaluation, person.id, place)
            with file.acting_as(person.id):
                file.do(evaluations.submit, evaluation, person.id)


def _answer(file: EvaluationFile, evaluation: str, person: str, place: int) -> None:
    found = file.ask(evaluations.current)
    package = file.ask(evaluations.package_of, found)
    given = []
    for number, sub in enumerate(package.subcriteria()):
        score = (place * 7 + number * 3) % (found.method.top + 1)
        rating = Rating(score)
        if found.method is Method.FINE:
            rating = Rating(**{phase.value: score for phase in PHASES[package.block_of(sub.id)]})
        wrote = (place + number) % EVERY == 0
        texts = {kind: (f"{kind.value} {sub.id} {place}",) for kind in KINDS} if wrote else {}
        given.append(NewAnswer(sub.id, rating, texts))
    file.do(evaluations.answer, evaluation, person, given, Way.LAPTOP)
