"""Reads for the start page what a file says of itself; loaded after the first picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kvik_desktop import compose
from kvik_desktop.bundle.progress import STEP_NAMES, Progress, Step, StepState, Urgency, progress
from kvik_desktop.desktop.recent_rows import Facts
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.files import is_there
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage import recovery
from kvik_desktop.storage.opening import Access
from kvik_desktop.storage.recovery import Condition
from kvik_desktop.storage.work import Work

DOUBTS: Mapping[Condition, Text] = {
    Condition.INTERRUPTED: say("Blev ikke lukket rigtigt sidst. Se, hvad der er gemt"),
    Condition.OLDER: say("Ældre end sin sikkerhedskopi. Vælg udgave"),
}
"""What comes before how far a file is."""


def read(kind: str, path: str, clock: Clock) -> Facts:
    """How far a file is. Nothing is written to it, and one that somebody has open is read as it is."""
    place = Path(path)
    if not is_there(place):
        return Facts(gone=True)
    if kind == "coordinator":
        return Facts(missing=say("Modtagne pakker"), step=say("Koordinator"))
    try:
        with compose.open_file(place, Access.READ, clock) as file:
            facts = file.ask(_facts)
        condition, _ = recovery.found(place, compose.cabinet(clock))
        doubt = DOUBTS.get(condition)
        return facts if doubt is None else replace(facts, mark="missing", missing=doubt)
    except Problem as problem:
        return _unread(problem)


def _facts(work: Work) -> Facts:
    evaluation = evaluations.current(work)
    found = progress(work, evaluation.id)
    return Facts(
        title=evaluations.unit_of(work, evaluation).name,
        subtitle=evaluation.title,
        mark=_mark(found),
        missing=_missing(found),
        step=say("{number} {name}", number=int(found.current), name=STEP_NAMES[found.current]),
    )


def _mark(found: Progress) -> str:
    """Whether it is urgent, by the shape that says so."""
    if found.urgency is not Urgency.NONE:
        return "missing"
    if _is_over(found):
        return "done"
    return "not-begun" if found.state is State.PREPARING else "in-progress"


def _missing(found: Progress) -> Text:
    if found.urgent is not None:
        return found.urgent
    if _is_over(found):
        return say("Afsluttet")
    return found.of(found.current).missing[0]


def _is_over(found: Progress) -> bool:
    return found.current is Step.FOLLOW_UP and found.of(Step.FOLLOW_UP).state is StepState.DONE


def _unread(problem: Problem) -> Facts:
    """A file that cannot be read now; one of an older edition is no trouble, opening brings it up to date."""
    if problem.code == "E_FILE_OLDER":
        return Facts(mark="not-begun", missing=say("Åbn filen for at se, hvor langt I er"))
    return Facts(mark="problem", missing=problem.message)
