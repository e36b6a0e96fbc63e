"""Opens what the user chose, in the thread that will own it, and says which pages belong to it.

Loaded when something is opened, so that the first window need not wait for database and features.
"""

from __future__ import annotations

from pathlib import Path

from kvik_desktop import compose
from kvik_desktop.desktop import coordinator
from kvik_desktop.desktop.institution import INSTITUTION
from kvik_desktop.foundation.files import is_there
from kvik_desktop.foundation.media import is_carried
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.session import Opened, UndecidedError
from kvik_desktop.shell.window import RECOVERY
from kvik_desktop.storage import recovery
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.recovery import Condition

CARRIED = say(
    "Filen ligger ulåst på en USB-nøgle eller et drev, der kan tages med. Alle, der finder det, kan læse "
    "den. Vælg »Tag med på en USB-nøgle…« i programmets menu, og lad den ulåste fil blive på computeren."
)


def open_kept(kind: str, path: str) -> Opened:
    """Open an evaluation file or the coordinator's database.

    Raises Problem where it cannot be opened, UndecidedError where the user must choose an edition first.
    """
    if kind == "coordinator":
        database = compose.open_central(f"sqlite:///{path}" if path else None)
        return Opened(database, coordinator.workspace())
    file = _open_undoubted(Path(path))
    return Opened(file, INSTITUTION, read_only=file.read_only, notice=_notice(file))


def _open_undoubted(path: Path) -> EvaluationFile:
    """Open a file with which nothing is the matter; else the user is asked which edition to go on with."""
    cabinet = compose.cabinet()
    try:
        condition, left = recovery.found(path, cabinet)
        if condition is not Condition.WHOLE:
            standing = recovery.standing(path, condition, cabinet, left)
            if standing.backups or is_there(path):
                raise UndecidedError(RECOVERY, standing)
        return _open_evaluation(path)
    except Problem as problem:
        if problem.code != "E_DAMAGED":
            raise
        raise UndecidedError(RECOVERY, recovery.standing(path, Condition.DAMAGED, cabinet)) from problem


def _open_evaluation(path: Path) -> EvaluationFile:
    """For writing where nobody else writes and the place allows it, else for reading."""
    try:
        return compose.open_file(path, Access.WRITE_IF_FREE)
    except Problem as problem:
        if problem.code != "E_READ_ONLY":
            raise
        return compose.open_file(path, Access.READ)


def _notice(file: EvaluationFile) -> Text | None:
    if file.holder is not None:
        return say(
            "Filen har været åben hos {who} siden {since}. Du kan læse, men ikke ændre.",
            who=file.holder.who,
            since=file.holder.since.astimezone(),
        )
    if file.read_only:
        return say(
            "Filen ligger et sted, hvor der kun kan læses. Kopiér den til computeren for at ændre i den."
        )
    if file.backup_problem is not None:
        return say("Der kunne ikke laves en sikkerhedskopi: {reason}", reason=file.backup_problem.message)
    return CARRIED if is_carried(file.path) else None
