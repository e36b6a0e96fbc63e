"""A process that deletes all individual answers and dies at a given moment of it, as if the power went."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection

from kvik_desktop.compose import open_file
from kvik_desktop.storage import evaluation_file
from kvik_desktop.storage.connections import driver
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.meta import note_to_clear
from kvik_desktop.workshop.deleting import delete_for_good

DEAD = 9


def die(*_: object) -> NoReturn:
    """End at once, with nothing tidied."""
    os._exit(DEAD)


def die_after(file: EvaluationFile, steps: int) -> None:
    """Die when SQLite has taken so many steps of its machine."""
    driver(file._connection).set_progress_handler(die, steps)


def noted(connection: Connection, at: datetime | None) -> None:
    """As the real one, but that all is cleared can no longer be noted."""
    return die() if at is None else note_to_clear(connection, at)


def half_vacuum(file: EvaluationFile) -> None:
    """Write some pages anew."""
    die_after(file, 60)
    whole_vacuum(file)


whole_vacuum: Callable[[EvaluationFile], None] = EvaluationFile.vacuum

REPLACED: Mapping[str, tuple[object, str, object]] = {
    "last-statements": (evaluation_file, "note_to_clear", die),
    "commit": (EvaluationFile, "clear", die),
    "backups": (EvaluationFile, "delete_backups", die),
    "left-over": (EvaluationFile, "_delete_left_over", die),
    "vacuum": (EvaluationFile, "vacuum", die),
    "half-vacuum": (EvaluationFile, "vacuum", half_vacuum),
    "note": (evaluation_file, "note_to_clear", noted),
}
"""By moment whose function kills instead of doing what it does."""

MOMENTS = ("first-statements", *REPLACED)
"""In the order they come; nothing is committed at the first two."""


def main(path: Path, evaluation: str, moment: str) -> None:
    """Open the file, and delete until the moment comes."""
    file = open_file(path)
    if moment in REPLACED:
        setattr(*REPLACED[moment])
    else:
        die_after(file, 500)
    delete_for_good(file, evaluation, "Anna")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
