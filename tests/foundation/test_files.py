"""Whole files or none: writing, refusing to overwrite, and reading with a limit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kvik_desktop.foundation.files import is_there, read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem


def test_a_file_is_written_whole_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.kvik"
    write_atomically(target, b"et")
    write_atomically(target, b"to")
    assert target.read_bytes() == b"to"
    assert [path.name for path in tmp_path.iterdir()] == ["a.kvik"]


def test_an_existing_file_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    target = tmp_path / "a.kvik"
    target.write_bytes(b"gammel")
    with pytest.raises(Problem) as caught:
        write_atomically(target, b"ny", replace=False)
    assert caught.value.code == "E_FILE_EXISTS"
    assert target.read_bytes() == b"gammel"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        write_atomically(tmp_path / "ingen" / "a.kvik", b"x")
    assert caught.value.code == "E_FILE_WRITE"


def test_reading_stops_at_the_limit_and_takes_only_regular_files(tmp_path: Path) -> None:
    big = tmp_path / "stor"
    big.write_bytes(b"x" * 11)
    assert read_limited(big, 11) == b"x" * 11
    pipe = tmp_path / "roer"
    os.mkfifo(pipe)
    for path, limit in ((big, 10), (pipe, 10), (tmp_path, 10)):
        with pytest.raises(Problem) as caught:
            read_limited(path, limit)
        assert caught.value.code in ("E_SIZE", "E_FILE")


WRITER = """
import itertools, sys
from pathlib import Path
from kvik_desktop.foundation.files import write_atomically
target = Path(sys.argv[1])
for number in itertools.count():
    write_atomically(target, b"%d " % number * 20000)
    print(number, flush=True)
"""


@pytest.mark.parametrize("moment", [0.05, 0.11, 0.17, 0.23, 0.29])
def test_a_killed_writer_leaves_the_last_whole_file(tmp_path: Path, moment: float) -> None:
    target = tmp_path / "a"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(moment)  # the moment of the kill is the input of this test
        writer.send_signal(signal.SIGKILL)
        confirmed = [int(line) for line in writer.stdout.read().split()]
    words = target.read_bytes().split()
    assert len(words) == 20000
    assert len(set(words)) == 1
    assert int(words[0]) >= max(confirmed, default=0)


def test_what_cannot_be_seen_is_not_there(tmp_path: Path) -> None:
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "ingen")
    assert not is_there(tmp_path / ("x" * 300))
    assert not is_there(tmp_path / ("x" * 300) / "y")
