"""Files in trouble for pictures, access and tests: each as it is found the next time it is opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kvik_desktop import compose
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import Clock, FixedClock
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.lock import Holder, lock_path

MONDAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def at(day: int, hour: int = 9, minute: int = 30) -> Clock:
    """A clock that stands still in November 2026."""
    return FixedClock(datetime(2026, 11, day, hour, minute, tzinfo=UTC))


def hand_in(file: EvaluationFile, number: int) -> None:
    """One of those who take part hands in, or takes it back."""
    evaluation = file.ask(evaluations.current).id
    each = file.ask(evaluations.hand_ins, evaluation)[number]
    file.do(evaluations.withdraw if each.submitted else evaluations.submit, evaluation, each.participant.id)


def days_of_work(path: Path, *days: int) -> None:
    """Each day somebody hands in or takes it back; opening the file made a backup of the day before."""
    for day in days:
        with compose.open_file(path, clock=at(day)) as file:
            hand_in(file, day % 3)


def interrupt(path: Path) -> None:
    """What a program leaves that was killed; the tests of durability kill real ones."""
    left = Holder("lone", datetime(2026, 11, 5, 9, 12, tzinfo=UTC))
    lock_path(path).write_bytes(msgspec.json.encode(left))


def put_an_old_copy_back(path: Path) -> None:
    """Work goes on, and then a copy from before is laid in the file's place."""
    old = path.with_suffix(".gammel")
    shutil.copyfile(path, old)
    days_of_work(path, 6, 7)
    compose.open_file(path, clock=at(8)).close()
    old.replace(path)


def damage(path: Path) -> None:
    """Bits have rotted in the middle."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[4096 : middle + 4096] = b"\xaa" * middle
    path.write_bytes(data)


def damage_and_lose_backups(path: Path) -> None:
    """Cut in the middle, on a computer that never saw it whole."""
    path.write_bytes(path.read_bytes()[:9000])
    for each in compose.cabinet().backups.of(path):
        each.path.unlink()


def leave_alone(_path: Path) -> None:
    """Nothing is the matter."""


TROUBLES: dict[str, Callable[[Path], None]] = {
    "afbrudt": interrupt,
    "gammel": put_an_old_copy_back,
    "skadet": damage,
    "skadet-uden-kopi": damage_and_lose_backups,
    "væk": lambda path: path.unlink(),
}
"""By the name of the picture."""
