"""What a file or a backup of it may tell before one chooses: how far, how many, and never what was answered.

Loaded after the first picture; what is here runs in the tasks' thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kvik_desktop import compose
from kvik_desktop.bundle.progress import STEP_NAMES, Progress, progress
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage import recovery
from kvik_desktop.storage.examination import examine
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.recovery import Condition, Standing
from kvik_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """One file or backup; ``trouble`` says why it cannot be used, ``saved`` when it was last written (UTC).

    ``begun`` have answered something without having handed in. ``state`` is None where it is not known.
    One that ``is_older`` was made by an older edition of the program: it is brought up to date when opened.
    """

    saved: datetime | None = None
    title: str = ""
    people: int = 0
    handed_in: int = 0
    begun: int = 0
    step: Text | None = None
    state: State | None = None
    trouble: Text | None = None
    is_older: bool = False


def read(path: Path, clock: Clock) -> CopyFacts:
    """What the file tells; nothing is written to it. One of an older edition tells only its time."""
    saved = recovery.last_saved(path)
    try:
        with compose.open_file(path, Access.READ, clock) as file:
            return file.ask(_facts, saved)
    except Problem as problem:
        if problem.code == "E_FILE_OLDER":
            return CopyFacts(saved, step=say("Fra en ældre udgave af programmet"), is_older=True)
        return CopyFacts(saved, trouble=problem.message)


def _facts(work: Work, saved: datetime | None) -> CopyFacts:
    evaluation = evaluations.current(work)
    people = evaluations.hand_ins(work, evaluation.id)
    found = progress(work, evaluation.id)
    return CopyFacts(
        saved,
        evaluations.unit_of(work, evaluation).name,
        len(people),
        sum(1 for each in people if each.submitted),
        sum(1 for each in people if each.answered and not each.submitted),
        _step(found),
        found.state,
    )


def _step(found: Progress) -> Text:
    return say("{number} {name}", number=int(found.current), name=STEP_NAMES[found.current])


def look(path: Path, clock: Clock) -> Standing:
    """How the file is found, damage deep inside it included; see :func:`recovery.look`."""
    cabinet = compose.cabinet(clock)
    found = recovery.look(path, cabinet)
    is_damaged = found.condition is Condition.WHOLE and examine(path, cabinet).is_damaged
    return recovery.standing(path, Condition.DAMAGED, cabinet) if is_damaged else found


def keep(path: Path, clock: Clock) -> None:
    """Go on with the file as it is; see :func:`recovery.keep`."""
    recovery.keep(path, compose.cabinet(clock))


def go_back(path: Path, chosen: Path, clock: Clock) -> Path | None:
    """Put a backup in the file's place, and say where what lay there is now; see :func:`recovery.go_back`."""
    return recovery.go_back(path, compose.cabinet(clock), chosen)
