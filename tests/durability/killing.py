"""Kills real `kvik` processes with SIGKILL at random moments of their lives."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROUNDS = int(os.environ.get("KVIK_RUNDER", "12"))
"""How many moments each command is killed at; set the variable to 200 for the full proof."""


def command(*arguments: str | Path) -> list[str]:
    """The command line of a real process that runs `kvik`."""
    start = "from kvik_desktop.cli.main import run; run()"
    return [sys.executable, "-c", start, *(str(each) for each in arguments)]


def run(*arguments: str | Path) -> str:
    """What a command that must end well says on stdout."""
    done = subprocess.run(command(*arguments), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def lifetime(*arguments: str | Path) -> float:
    """How long the command lives when it is left alone, in seconds."""
    begun = time.monotonic()
    run(*arguments)
    return time.monotonic() - begun


def moments(seed: int, whole: float) -> Iterator[float]:
    """Random moments in the last two thirds of a life: before that Python is still loading."""
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        yield chance.uniform(whole * 0.35, whole * 1.05)


def killed(moment: float, *arguments: str | Path) -> bool:
    """Start the command, kill it at the moment; whether it had already confirmed that it was done."""
    with subprocess.Popen(
        command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            return process.wait(timeout=moment) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            return False
