"""Everything one wants to know about a file when something may be wrong with it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.foundation.files import cannot_read
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage import lock
from kvik_desktop.storage.backups import Backup
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import OK, Inspection, inspect
from kvik_desktop.storage.opening import Access


@dataclass(frozen=True, slots=True)
class Examination:
    """``problem`` is None for a sound file; ``size`` and ``free`` (room where it lies) are bytes."""

    inspection: Inspection
    problem: Problem | None
    size: int
    free: int
    backups: tuple[Backup, ...]
    taken: lock.Taken | None

    @property
    def is_damaged(self) -> bool:
        """Whether one should go back to a backup."""
        return self.problem is not None and self.problem.code == "E_DAMAGED"


def examine(path: Path, cabinet: Cabinet) -> Examination:
    """Look at a file without changing it, but for finishing what a crash left half written.

    Raises Problem E_FILE where it cannot be read at all.
    """
    problem = _problem_with(path, cabinet)
    inspection = inspect(path)
    if problem is None and inspection.integrity != OK:
        problem = cabinet.backups.damaged(path)
    try:
        size, free = path.stat().st_size, shutil.disk_usage(path.parent).free
    except OSError as error:
        raise cannot_read(path, error) from error
    taken = lock.is_taken(path, cabinet.clock)
    return Examination(inspection, problem, size, free, cabinet.backups.of(path), taken)


def _problem_with(path: Path, cabinet: Cabinet) -> Problem | None:
    try:
        EvaluationFile.open(path, cabinet, Access.READ).close()
    except Problem as problem:
        if problem.code == "E_FILE":
            raise
        # An older file is sound: it is brought up to date when it is opened for writing.
        return None if problem.code == "E_FILE_OLDER" else problem
    return None
