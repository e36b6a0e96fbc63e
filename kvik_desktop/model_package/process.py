"""The process as data: steps in phases with roles and checklists, and programmes for the days together.

How the work is organised is a municipality's own affair, so nothing here is in the code: a guide with other
phases, roles and lists is another file. What a team has ticked off is kept in its evaluation file by the
guide's id and the checklist item's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.document import checked, repeated
from kvik_desktop.model_package.json_tree import Bare, Node, shown
from kvik_desktop.model_package.lengths import too_long
from kvik_desktop.model_package.model import (
    STEP_NUMBER,
    TIME_OF_DAY,
    Bilingual,
    ItemId,
    ModelPackage,
    PackageId,
    Version,
)
from kvik_desktop.model_package.wording import hard_to_read

LEAST_CHECKS, MOST_CHECKS = 4, 8
"""A checklist that is worth ticking off."""

GUIDE_LENGTHS: Mapping[str, int] = {
    "name": 60, "source": 400, "time_note": 200, "about": 300, "purpose": 300, "text": 160, "time": 160,
    "materials": 90,
}  # fmt: skip
PROGRAMME_LENGTHS: Mapping[str, int] = {
    "name": 60, "note": 300, "about": 400, "title": 60, "what": 300, "who": 90,
}  # fmt: skip

StepNumber = Annotated[str, msgspec.Meta(pattern=STEP_NUMBER)]
TimeOfDay = Annotated[str, msgspec.Meta(pattern=TIME_OF_DAY)]
Minutes = Annotated[int, msgspec.Meta(ge=5, le=300)]


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part somebody plays in the process."""

    id: ItemId
    name: Bilingual
    about: Bilingual


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to tick off."""

    id: ItemId
    text: Bilingual


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step: what it is for, who is in it, what must be done, and what is at hand."""

    id: ItemId
    number: StepNumber
    """As it is read: ``5a`` and ``5b`` are the two halves of step 5."""
    name: Bilingual
    purpose: Bilingual
    roles: tuple[ItemId, ...]
    checklist: tuple[Check, ...]
    time: Bilingual
    materials: tuple[Bilingual, ...]


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Steps that belong together."""

    id: ItemId
    name: Bilingual
    about: Bilingual
    steps: tuple[Step, ...]


class Guide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole process in one version."""

    format: Literal["kvik-forloeb/1"]
    id: ItemId
    version: Version
    name: Bilingual
    source: Bilingual
    time_note: Bilingual
    """What is said wherever a time is shown: whose suggestion it is."""
    roles: tuple[Role, ...]
    phases: tuple[Phase, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step in order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    def role(self, role_id: str) -> Role:
        """The role with this id. Raises KeyError."""
        return {role.id: role for role in self.roles}[role_id]


class PointKind(StrEnum):
    """What a point of a day is to the clock of the meeting."""

    AGREE = "agree"
    """The group opens the answers or talks itself towards agreement."""
    BREAK = "break"
    OTHER = "other"


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One point of a day's programme."""

    start: TimeOfDay
    minutes: Minutes
    title: Bilingual
    what: Bilingual
    who: Bilingual
    kind: PointKind = PointKind.OTHER


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One day, or half of one."""

    name: Bilingual
    items: tuple[Item, ...]


class Programme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days a team spends together with one model."""

    id: ItemId
    name: Bilingual
    about: Bilingual
    model: PackageId
    days: tuple[Day, ...]
    alone: Annotated[int, msgspec.Meta(ge=0, le=600)] = 0
    """Minutes that each participant answers before the first day of the meeting; 0 where that is on a day."""

    @property
    def minutes(self) -> int:
        """What all spend together, breaks included."""
        return sum(item.minutes for day in self.days for item in day.items)


class Programmes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The programmes there are, and what is said of their times."""

    format: Literal["kvik-dagsprogrammer/1"]
    note: Bilingual
    programmes: tuple[Programme, ...]


def ten_steps(resources: Resources) -> Guide:
    """The guide that comes with the program; the tests prove it free of faults."""
    return msgspec.json.decode(resources.read("forloeb", "ti-trin.json"), type=Guide)


def day_programmes(resources: Resources) -> Programmes:
    """The programmes that come with the program; the tests prove them free of faults."""
    return msgspec.json.decode(resources.read("forloeb", "dagsprogrammer.json"), type=Programmes)


def check_guide(data: bytes) -> tuple[Detail, ...]:
    """Every fault in a file of a process; empty when all is well."""
    return checked(data, Guide, _steps, partial(too_long, limits=GUIDE_LENGTHS), hard_to_read)


def check_programmes(data: bytes, known: Sequence[ModelPackage]) -> tuple[Detail, ...]:
    """Every fault in a file of programmes; ``known`` are the models they may be made for."""
    models = {package.id for package in known}
    return checked(
        data,
        Programmes,
        partial(_programmes, models=models),
        partial(too_long, limits=PROGRAMME_LENGTHS),
        hard_to_read,
    )


def _steps(root: Node) -> Iterator[Detail]:
    """Ids used twice, roles that nobody has described, and checklists of the wrong length."""
    phases = root.items("phases")
    steps = [step for phase in phases for step in phase.items("steps")]
    checks = [check for step in steps for check in step.items("checklist")]
    for parts in (root.items("roles"), phases, steps, checks):
        yield from repeated(node for part in parts for node in part.texts("id"))
    yield from repeated(node for step in steps for node in step.texts("number"))
    roles = {node.value for role in root.items("roles") for node in role.texts("id")}
    for step in steps:
        yield from repeated(step.texts("roles"))
        for node in step.texts("roles"):
            if node.value not in roles:
                yield node.fault(say("Rollen »{id}« kendes ikke.", id=shown(str(node.value))))
        yield from _checklist(step)


def _checklist(step: Node) -> Iterator[Detail]:
    place, count = step.child("checklist"), len(step.items("checklist"))
    if place is not None and not LEAST_CHECKS <= count <= MOST_CHECKS:
        yield place.fault(
            say(
                "Huskelisten skal have {least}-{most} punkter, men har {n}.",
                least=LEAST_CHECKS,
                most=MOST_CHECKS,
                n=count,
            )
        )


def _programmes(root: Node, models: set[str]) -> Iterator[Detail]:
    programmes = root.items("programmes")
    yield from repeated(node for programme in programmes for node in programme.texts("id"))
    for programme in programmes:
        for node in programme.texts("model"):
            if node.value not in models:
                yield node.fault(say("Modellen »{id}« kendes ikke.", id=shown(str(node.value))))
        for day in programme.items("days"):
            for before, after in pairwise(day.items("items")):
                yield from _in_order(before, after)


def _in_order(before: Node, after: Node) -> Iterator[Detail]:
    """A point begins where the one before it ends: a gap or an overlap is a slip of the pen."""
    begun, length, begins = _minute(before), _length(before), _minute(after)
    if begun is not None and length is not None and begins not in (None, begun + length):
        yield after.fault(say("Punktet begynder ikke, hvor det forrige slutter."))


def _minute(item: Node) -> int | None:
    """The minute of the day a point begins; None where it is not written as it must be."""
    written = [str(node.value) for node in item.texts("start")]
    if not written or re.search(TIME_OF_DAY, written[0]) is None:
        return None
    hours, minutes = written[0].split(":")
    return 60 * int(hours) + int(minutes)


def _length(item: Node) -> int | None:
    node = item.child("minutes")
    written = node.value.written if node is not None and isinstance(node.value, Bare) else ""
    return int(written) if written.isdecimal() else None
