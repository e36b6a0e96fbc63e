"""Until a further round is closed nobody sees what has been answered in it: every query, page and word.

The same file twice, but for what was answered in the open round; what is told must not tell the two apart.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.desktop import institution
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.evaluation_file import FACILITATOR
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from tests.journey import PEOPLE, Journey
from tests.looking import Seen, look
from tests.planted import VARIANTS, seen_in, words_of
from tests.test_hidden import OTHER, QUERIES, VIEWER, told
from tests.test_hidden_window import Files, Walk, faults, walked

SUB = "k1.1"

RAW = {
    "evaluation.usecases.revealed_answers": "the meeting asks it, and leaves open rounds out",
    "evaluation.usecases.revealed_scores": "likewise",
    "evaluation.usecases.revealed_statements": "likewise",
}
"""Queries by which a later room gets everything there is; what that room tells is looked at here."""


def played(folder: Path, clock: FixedClock) -> Journey:
    """Five people far from each other, and a second round that is open."""
    journey = Journey(folder, clock).gather_people()
    journey.answer_all(dict(zip(PEOPLE, (0, 1, 3, 4, 5), strict=True)))
    for name in (VIEWER, OTHER):
        person = journey.people[name]
        with journey.file.acting_as(person):
            journey.file.do(evidence.attach, journey.id, person, SUB, f"{name}.txt", b"x")
    journey.file.do(answer_pages.prepare, journey.id)
    journey.reveal()
    journey.file.do(rounds.open_round, journey.id, SUB)
    return journey


def answer(journey: Journey, variant: int) -> None:
    """Four answer in the round, in turn, with words of their own; the viewer the same in both."""
    for name, score in list(zip(PEOPLE, VARIANTS[variant], strict=True))[:4]:
        which, figure = (0, VARIANTS[0][0]) if name == VIEWER else (variant, score)
        texts = {StatementKind.STRENGTH: (words_of(name, "runde", which),)}
        given = [NewAnswer(SUB, Rating(figure), texts)]
        with journey.file.acting_as(journey.people[name]):
            journey.file.do(rounds.answer_round, journey.id, journey.people[name], given, Way.LAPTOP)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    found = played(tmp_path, clock)
    yield found
    found.file.close()


@pytest.mark.parametrize("is_turn", [False, True], ids=["facilitator", "turn"])
def test_no_query_tells(journey: Journey, is_turn: bool) -> None:
    actor = journey.people[VIEWER] if is_turn else FACILITATOR
    queries = [each for each in QUERIES if f"{each.module}.{each.name}".partition(".")[2] not in RAW]
    answer(journey, 0)
    first = [told(query, journey, actor) for query in queries]
    answer(journey, 1)
    second = [told(query, journey, actor) for query in queries]
    for query, one, two in zip(queries, first, second, strict=True):
        name = f"{query.module}.{query.name}"
        if query.is_of_a_person:
            assert seen_in(one) <= {VIEWER}, name
        else:
            assert seen_in(one) == set(), name
            assert one == two, f"{name} differs with what was answered in the open round"


def test_it_is_told_once_the_round_is_closed(journey: Journey) -> None:
    """Else the walk would find nothing wherever it went."""
    answer(journey, 0)
    journey.file.do(rounds.close_round, journey.id, SUB, "Anna")
    name = "kvik_desktop.workshop.usecases"
    [items] = [each for each in QUERIES if (each.module, each.name) == (name, "items")]
    assert seen_in(told(items, journey, FACILITATOR)) == set(PEOPLE[:4])


@pytest.fixture
def files(tmp_path: Path, clock: FixedClock) -> Files:
    journey = played(tmp_path, clock)
    journey.file.close()
    bare, made = journey.path.read_bytes(), []
    for variant in range(len(VARIANTS)):
        journey.path.write_bytes(bare)
        journey.file = open_file(journey.path)
        answer(journey, variant)
        journey.file.close()
        made.append(journey.path.read_bytes())
    shutil.rmtree(tmp_path / "brugerdata", ignore_errors=True)
    nowhere = tmp_path / "ingen.csv"
    return Files(journey.path, tuple(made), journey.people, nowhere, nowhere)


def everywhere(walk: Walk) -> Iterator[Seen]:
    """Every page, every move of the round's subcriterion, every way to answer, and the room's screen."""
    assert walk.window.room is not None
    for stop in institution.INSTITUTION.pages:
        walk.window.room.go(stop.key)
        yield look(stop.key, walk.window)
    for move in range(1, 5):
        walk.window.room.go("3", f"{SUB}/{move}")
        yield look(f"move {move}", walk.window)
    page = walk.page
    assert isinstance(page, ConsensusPage)
    assert page.board is not None
    view = page.board.rounds[page.board.line.block]
    for chip in view.ways.chips:
        chip.click()
        yield look(chip.text(), walk.window)
    view.people.rows[1].click()
    yield look("another's turn", walk.window)
    view.leave()
    yield Seen("projection", (repr(page.projection),), b"")


def test_the_window_tells_nothing(qtbot: QtBot, clock: FixedClock, files: Files, qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    first, second = (walked(qtbot, clock, files, variant, everywhere) for variant in range(len(VARIANTS)))
    qapp.setCursorFlashTime(before)
    assert list(faults(first, second, frozenset())) == []
