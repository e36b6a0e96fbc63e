"""Opens the answers of twenty participants and says how long it took until the meeting was painted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import PHASES, Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.settings import Recent
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.workshop.board import Board, Waiting
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage

PEOPLE = 20
KINDS, EVERY = (StatementKind.STRENGTH, StatementKind.AREA), 3
"""Each writes a strength and an area at every third question."""
FIRST_ROUND = 1
"""So many rounds only warm up."""


def reveal_turns(make_window: Callable[[], Window], folder: Path, rounds: int) -> float:
    """Median milliseconds from the press that opens the answers until what it shows is painted.

    The file has its own thread, as in the program, so what comes after the picture is not waited for.
    """
    bare = folder / "aabning.kvikdb"
    _answered_by_many(bare)
    taken = []
    for number in range(rounds):
        path = folder / f"aabning-{number}.kvikdb"
        shutil.copyfile(bare, path)
        window = make_window()
        remembered = Recent(str(path), place="3 ")
        window.change_settings(window.settings.opened(remembered))
        window.open(path)
        _shown(window, Waiting)
        assert window.room is not None, "the example can be opened"
        begun = perf_counter()
        window.room.frame.foot.act()
        _shown(window, Board)
        taken.append((perf_counter() - begun) * 1000)
        window.close()
        window.deleteLater()
    return median(taken[FIRST_ROUND:])


def _shown(window: Window, what: type[Waiting | Board]) -> None:
    """Until the meeting is painted as the file says that it may be shown now."""
    loop = QEventLoop()

    def is_there() -> bool:
        page = window.room.page if window.room is not None else None
        return isinstance(page, ConsensusPage) and isinstance(page.found, what)

    painting = _Painting(is_there, loop.quit)
    window.installEventFilter(painting)
    loop.exec()


class _Painting(QObject):
    """Looks on until a window has painted what is waited for."""

    def __init__(self, is_there: Callable[[], bool], tell: Callable[[], None]) -> None:
        super().__init__()
        self._is_there, self._tell = is_there, tell

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window paints in the turn in which this comes; when it is done, it is told."""
        if event.type() == QEvent.Type.UpdateRequest and self._is_there():
            QTimer.singleShot(0, self, self._tell)
        return False


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
