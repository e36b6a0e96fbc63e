"""A set of accreditation standards, and which parts of a model say something about each of them.

The standards are somebody else's; which subcriteria touch them is our own reading, and the file says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

import msgspec

from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.document import checked, repeated
from kvik_desktop.model_package.json_tree import Node, shown
from kvik_desktop.model_package.lengths import too_long
from kvik_desktop.model_package.model import (
    Bilingual,
    ItemId,
    ModelPackage,
    PackageId,
    PartId,
    Sector,
    Version,
    criterion_id,
)
from kvik_desktop.model_package.wording import hard_to_read

LENGTHS: Mapping[str, int] = {"name": 90, "source": 600}


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Standards that belong together."""

    id: ItemId
    name: Bilingual


class Standard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One standard, and by model the criteria and subcriteria that touch it."""

    id: ItemId
    name: Bilingual
    group: ItemId
    touches: dict[PackageId, tuple[PartId, ...]]


class Crosswalk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A set of standards in one version, for units of the given sectors."""

    format: Literal["kvik-standarder/1"]
    id: ItemId
    version: Version
    name: Bilingual
    source: Bilingual
    sectors: tuple[Sector, ...]
    groups: tuple[Group, ...]
    standards: tuple[Standard, ...]

    def standard(self, standard_id: str) -> Standard:
        """The standard with this id. Raises Problem E_STANDARD."""
        for standard in self.standards:
            if standard.id == standard_id:
                return standard
        known = ", ".join(standard.id for standard in self.standards)
        raise Problem(
            "E_STANDARD",
            say("Standarden {id} kendes ikke.", id=shown(standard_id)),
            say("Vælg en af disse: {known}. Intet er ændret.", known=known),
        )


def touched(standard: Standard, package: ModelPackage) -> tuple[str, ...]:
    """The package's subcriteria that touch the standard, in the package's order.

    A package the standard does not know is read through the model it compares with.
    """
    parts = standard.touches.get(package.id)
    if parts is not None:
        return tuple(sub.id for sub in package.subcriteria() if _within([sub.id], parts))
    parts = standard.touches.get(package.compared_with or "", ())
    return tuple(sub.id for sub in package.subcriteria() if _within(sub.covers, parts))


def _within(subcriteria: Iterable[str], parts: Sequence[str]) -> bool:
    return any(sub in parts or criterion_id(sub) in parts for sub in subcriteria)


def shipped_crosswalks(resources: Resources) -> tuple[Crosswalk, ...]:
    """The crosswalks that come with the program; the tests prove them free of faults."""
    files = sorted(resources.path("standarder").glob("*.json"))
    return tuple(msgspec.json.decode(path.read_bytes(), type=Crosswalk) for path in files)


def crosswalks_for(sector: Sector, resources: Resources) -> tuple[Crosswalk, ...]:
    """The crosswalks that concern a unit of this sector."""
    return tuple(each for each in shipped_crosswalks(resources) if sector in each.sectors)


def check(data: bytes, known: Sequence[ModelPackage]) -> tuple[Detail, ...]:
    """Every fault in a file of standards; ``known`` are the packages it may point into."""
    parts = {package.id: _parts(package) for package in known}
    return checked(
        data,
        Crosswalk,
        _pointing,
        partial(_touching, parts=parts),
        partial(too_long, limits=LENGTHS),
        hard_to_read,
    )


def _pointing(root: Node) -> Iterator[Detail]:
    """Ids used twice, and standards in no known group."""
    groups = [node for group in root.items("groups") for node in group.texts("id")]
    yield from repeated(groups)
    yield from repeated(node for standard in root.items("standards") for node in standard.texts("id"))
    known = {node.value for node in groups}
    for standard in root.items("standards"):
        for node in standard.texts("group"):
            if node.value not in known:
                yield node.fault(say("Gruppen »{id}« kendes ikke.", id=shown(str(node.value))))


def _touching(root: Node, parts: Mapping[str, Collection[str]]) -> Iterator[Detail]:
    """Standards that nothing touches, and what points to a model that is not among ``parts``."""
    for standard in root.items("standards"):
        touches = standard.child("touches")
        if touches is None or not isinstance(touches.value, Mapping):
            continue
        if not touches.value:
            yield touches.fault(say("Standarden er ikke knyttet til nogen model."))
        for model, named in touches.value.items():
            if model in parts:
                yield from _unknown_parts(touches, model, parts[model])
            else:
                yield named.fault(say("Modellen »{id}« kendes ikke.", id=shown(model)))


def _unknown_parts(touches: Node, model: str, parts: Collection[str]) -> Iterator[Detail]:
    yield from repeated(touches.texts(model))
    for node in touches.texts(model):
        if node.value not in parts:
            part = shown(str(node.value))
            message = say("{model} har hverken kriteriet eller delkriteriet »{id}«.", model=model, id=part)
            yield node.fault(message)


def _parts(package: ModelPackage) -> frozenset[str]:
    criteria = (criterion.id for criterion in package.criteria)
    return frozenset((*criteria, *(sub.id for sub in package.subcriteria())))
