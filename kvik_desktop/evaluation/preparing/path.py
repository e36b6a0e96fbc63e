"""The path of preparation: its parts in order, how each is, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from kvik_desktop.evaluation.preparing.preparation import Preparation


class Part(StrEnum):
    """The questions, in their order; their names are places of the page."""

    UNIT = "enhed"
    MODEL = "model"
    PEOPLE = "deltagere"
    DAYS = "datoer"
    PROGRAMME = "program"
    PAPERS = "print"
    STEPS = "trin"
    """The checklist of the ten steps: beside the path, and as long as the evaluation."""


PATH = tuple(part for part in Part if part is not Part.STEPS)


class How(StrEnum):
    """How far a part is."""

    DONE = "done"
    MISSING = "missing"
    """Without it one cannot go on in earnest."""
    CAN_WAIT = "can-wait"


def how(part: Part, found: Preparation) -> How:
    """How far one part is."""
    if part is Part.PEOPLE and not found.is_ready:
        return How.MISSING
    return How.DONE if _DONE[part](found) else How.CAN_WAIT


_DONE: Mapping[Part, Callable[[Preparation], bool]] = {
    Part.UNIT: lambda found: True,
    Part.MODEL: lambda found: True,
    Part.PEOPLE: lambda found: found.is_ready,
    Part.DAYS: lambda found: bool(found.days),
    Part.PROGRAMME: lambda found: bool(found.intention.programme),
    Part.PAPERS: lambda found: bool(found.printed),
    Part.STEPS: lambda found: False,
}
"""A file is begun with a unit and a model."""


def first_unfinished(found: Preparation) -> Part:
    """Where to go on: with what is missing, else with what has waited; at the beginning when all is there."""
    if found.evaluation.revealed is not None:
        return Part.UNIT
    for wanted in (How.MISSING, How.CAN_WAIT):
        for part in PATH:
            if how(part, found) is wanted:
                return part
    return Part.UNIT


def following(part: Part, found: Preparation) -> Part | None:
    """What comes after a part: the next unfinished, else what is missing before it; None is the answers."""
    if part is Part.STEPS:
        return None if found.people else Part.PEOPLE
    here = PATH.index(part)
    later = (each for each in PATH[here + 1 :] if how(each, found) is not How.DONE)
    if not found.people and here < PATH.index(Part.PEOPLE):
        return Part.PEOPLE
    earlier = (each for each in PATH[:here] if each is Part.PEOPLE and not found.people)
    return next(later, next(earlier, None))
