"""Killed at any moment of a deletion, all answers are there, or the next opening leaves none anywhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import journal_of
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.durability.deleter import DEAD, MOMENTS
from tests.journey import PEOPLE, Journey
from tests.planted import holding

WORDS = "HVAD NOGEN SKREV"
BEFORE_THE_COMMIT = MOMENTS[:2]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """An accepted result with a backup; the group has put its own words in the place of everybody's."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    for name in PEOPLE:
        journey.answer(name, "k1.1", 3, idea=(f"{WORDS} {name} " + "x" * 3000,))
    journey.reveal()
    agreed = Agreed("k1.1", journey.rating("k1.1", 3), texts={StatementKind.IDEA: ("Gruppens egne",)})
    journey.file.do(meeting.settle, journey.id, [agreed])
    journey.settle_all().accept().file.close()
    open_file(journey.path).close()
    return journey


def deleted_until(moment: str, journey: Journey) -> None:
    """Let another process delete, which dies at the moment."""
    command = [sys.executable, "-m", "tests.durability.deleter", str(journey.path), journey.id, moment]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (DEAD, "")


def is_whole(file: EvaluationFile, journey: Journey) -> bool:
    """Whether the answers are all there; else none of them is."""
    counts = {each.answered for each in file.ask(evaluations.hand_ins, journey.id)}
    assert counts in ({0}, {len(journey.subcriteria)})
    is_deleted = file.ask(evaluations.get, journey.id).answers_deleted is not None
    assert is_deleted == (counts == {0})
    return not is_deleted


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_deletion(journey: Journey, tmp_path: Path, moment: str) -> None:
    deleted_until(moment, journey)
    with open_file(journey.path) as file:
        assert file.backup_problem is None
        if is_whole(file, journey):
            assert moment in BEFORE_THE_COMMIT
            assert holding(tmp_path, WORDS) > {journey.path.name}, "the backups too"
            return
        assert moment not in BEFORE_THE_COMMIT
        assert holding(tmp_path, WORDS) == set(), "while it is open"
        first = file.ask(meeting.items, journey.id)[0]
        assert (first.latest.n, first.latest.bands) == (5, (0, 0, 0, 5, 0, 0))
    assert holding(tmp_path, WORDS) == set()
    assert not journal_of(journey.path).exists()


def test_the_answers_are_back_where_the_process_died_in_the_middle_of_writing(journey: Journey) -> None:
    deleted_until("last-statements", journey)
    assert journal_of(journey.path).stat().st_size > 0, "it had begun to write"
    with open_file(journey.path) as file:
        assert is_whole(file, journey)
