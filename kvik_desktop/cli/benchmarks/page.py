"""`kvik bench page`: from one subcriterion to the next, to painted, beside painting the same page again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.benchmarks.startup import must_have_python
from kvik_desktop.cli.console import Console

TURNER = ("-m", "kvik_desktop.desktop.page_turns")


ROUNDS = 4


def measure(_console: Console, rounds: int = ROUNDS) -> Case:
    """Turn pages in a process with a window and no screen; ``board_ms`` is a turn on the board,
    ``reveal_ms`` the reveal of twenty participants' answers until the meeting is painted.

    Then everything else a user does is done there, and the longest turn of the window's loop in each is told.

    Raises Problem E_BENCH in a frozen program, which has no Python to start the other process with.
    """
    must_have_python()
    with tempfile.TemporaryDirectory(prefix="kvik-bench-") as folder:
        environment = {
            **os.environ,
            "KVIK_DATA": folder,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        done = subprocess.run(  # noqa: S603  (our own interpreter and program)
            [sys.executable, *TURNER, str(rounds)],
            env=environment,
            capture_output=True,
            check=True,
            text=True,
        )
    told = json.loads(done.stdout)
    blocks = {name: round(longest, 1) for name, longest in told["longest_block_ms"].items()}
    more = {name: round(told[name], 2) for name in ("board_ms", "reveal_ms")}
    return Case(told["page_ms"], told["floor_ms"], more, blocks)
