"""Killed while somebody writes, the window loses at most the sentence being written, and comes back there."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.settings import SettingsFile
from tests.durability.killing import ROUNDS
from tests.durability.typist import sentence
from tests.journey import Journey

KILLED = max(ROUNDS // 2, 1)
"""Each round starts a whole program; KVIK_RUNDER=200 kills it a hundred times."""

PATIENCE = 120
"""Seconds after which a typist that does not write is given up."""


def test_typing(tmp_path: Path, clock: FixedClock) -> None:
    chance = random.Random(5)
    for number in range(KILLED):
        folder = tmp_path / str(number)
        folder.mkdir()
        journey = Journey(folder, clock, "kvik").gather_people()
        journey.file.close()
        written = killed_after(journey.path, sentences=chance.randint(1, 6), moment=chance.uniform(0, 0.3))
        with open_file(journey.path) as file:
            evaluation = file.ask(evaluations.current).id
            person = file.ask(evaluations.roster, evaluation)[0].id
            kept = [each.text for each in file.ask(evaluations.own_answers, evaluation, person).statements]
        whole = [sentence(each) for each in range(1, written)]
        assert kept[: len(whole)] == whole
        remembered = SettingsFile(Places.of_user().settings).read().recent_of(str(journey.path))
        assert remembered is not None
        assert remembered.place == "2 ", "back where names are chosen: no place leads to anybody's answers"


def killed_after(path: Path, *, sentences: int, moment: float) -> int:
    """Let the typist write, kill the program, and say which sentence was half typed for certain."""
    arguments = [sys.executable, "-m", "tests.durability.typist", str(path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout is not None, "it is a pipe"
        limit = threading.Timer(PATIENCE, program.kill)
        limit.start()
        told = [program.stdout.readline() for _ in range(sentences)]
        try:
            program.wait(timeout=moment)
        except subprocess.TimeoutExpired:
            program.kill()
        told += program.stdout.readlines()
        limit.cancel()
    assert "" not in told, "the typist never got so far"
    return int(told[-1])
