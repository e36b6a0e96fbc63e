"""Killed in any state of the meeting, the window comes back to the same place with nothing lost."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from tests.durability.after_meeting import AFTER, HALF, LOOKED, SAID
from tests.durability.killing import ROUNDS
from tests.durability.meeting import STATES
from tests.journey import PEOPLE, Journey

PATIENCE = 120
"""Seconds after which a meeting that goes nowhere is given up."""

FULL = 100
"""With KVIK_RUNDER so high it is killed in every state, else only where there is most to lose."""

TELLING = ("agenda", "reason", "parking", "cards", "covered", "voting", "status_meeting", "visit", "end")

RED = ("1.1", "2.2", "3.3", "4.4", "5.1", "6.1")


def test_every_state(tmp_path: Path, clock: FixedClock) -> None:
    path = differing(tmp_path, clock)
    chance = random.Random(6)
    left: dict[str, Any] = {}
    for states in ways():
        found, reached = killed_in(path, states, 2 + chance.randint(0, 1), chance.uniform(0, 0.2))
        if left:
            assert same(found, left), f"before {states[0]}"
        left = reached
    assert left["texts"] == [SAID, LOOKED], "they are at the visit"


def ways() -> Iterator[list[str]]:
    """The states that are gone through between two kills."""
    states: list[str] = []
    for state in (*STATES, *AFTER):
        states.append(state)
        if ROUNDS >= FULL or state in TELLING:
            yield states
            states = []


def same(found: dict[str, Any], left: dict[str, Any]) -> bool:
    """Whether what is found is what was left; the half sentence may be there or not."""
    for draft in (found.get("draft", {}), left.get("draft", {})):
        for each in ("reason", "parking"):
            if draft.get(each):
                draft[each] = _kept(draft[each])
    for told in (found, left):
        if "texts" in told:
            told["texts"] = [_kept(text) for text in told["texts"]]
    assert found == left
    return True


def _kept(text: str) -> str:
    return text.removesuffix(HALF).strip()


def differing(folder: Path, clock: FixedClock) -> Path:
    """Five who differ on six subcriteria."""
    journey = Journey(folder, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    for name in RED:
        journey.answer("Bo", name, 95)
    journey.file.close()
    return journey.path


def killed_in(
    path: Path, states: list[str], lines: int, moment: float
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Open the file, go through the states and die at the last; what was seen first and last.

    It dies a moment after it has told 2 ``lines``, or 3: what nobody keeps is begun then.
    """
    arguments = [sys.executable, "-m", "tests.durability.meeting", str(path), *states]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None, "it is a pipe"
        limit = threading.Timer(PATIENCE, program.kill)
        limit.start()
        told = [program.stdout.readline() for _ in range(lines)]
        try:
            program.wait(timeout=moment)
        except subprocess.TimeoutExpired:
            program.kill()
        limit.cancel()
        assert program.stderr is not None, "it is a pipe"
        assert all(told), f"{states}: {program.stderr.read()}"
    found, reached = map(json.loads, told[:2])
    return found, reached
