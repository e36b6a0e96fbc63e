"""A municipality's own questions, goals and indicators laid over a model: an overlay makes a new package.

The result is an ordinary package with the overlay's id and version, so nothing later needs to know where it
came from. It compares with the model it extends: every subcriterion covers the one it was made of. An
overlay over a package of one's own, which nobody else has, compares with what that package compares with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec.structs import replace

from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import LANGUAGES, say
from kvik_desktop.model_package.document import LIMIT, Rule, checked, decoded, repeated
from kvik_desktop.model_package.json_tree import Node, shown
from kvik_desktop.model_package.lengths import GUIDANCE_LENGTHS, NAME, too_long
from kvik_desktop.model_package.model import (
    Bilingual,
    Goal,
    Indicator,
    ItemId,
    ModelPackage,
    PackageId,
    Sector,
    SectorGuidance,
    Subcriterion,
    SubcriterionId,
    Version,
)
from kvik_desktop.model_package.rules import goal_ids, unknown_goals
from kvik_desktop.model_package.wording import hard_to_read, link_faults

BETWEEN = " + "
"""Stands between the model's name and the overlay's."""

L = TypeVar("L", Subcriterion, SectorGuidance)


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The very package an overlay is made for."""

    id: PackageId
    version: Version


class Addition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is added to one subcriterion."""

    questions: tuple[Bilingual, ...] = ()
    evidence: tuple[Bilingual, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    goals: tuple[ItemId, ...] = ()


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Additions to one edition of a model: for every unit, or for those of one sector."""

    format: Literal["kvik-tillaeg/1"]
    id: PackageId
    version: Version
    name: Bilingual
    source: Bilingual
    extends: Edition
    sector: Sector | None = None
    goals: tuple[Goal, ...] = ()
    phases: tuple[Bilingual, ...] = ()
    """The municipality's own phases of an improvement action, in place of the model's."""
    subcriteria: dict[SubcriterionId, Addition] = {}


def load(path: Path, known: Sequence[ModelPackage]) -> Overlay:
    """The overlay in a file. Raises Problem E_MODEL with every fault, E_FILE where it cannot be read."""
    return decode(read_limited(path, LIMIT, "E_MODEL"), known)


def load_over(
    path: Path, base: ModelPackage | None, known: Sequence[ModelPackage]
) -> tuple[Overlay, ModelPackage]:
    """The overlay in a file and the package it makes: of ``base``, or of the one among ``known`` it names.

    Raises as :func:`load` and :func:`apply`.
    """
    models = {each.id: each for each in (*known, *([base] if base else []))}
    overlay = load(path, tuple(models.values()))
    return overlay, apply(base or models[overlay.extends.id], overlay, known)


def decode(data: bytes, known: Sequence[ModelPackage]) -> Overlay:
    """The overlay in the bytes of a file. Raises Problem E_MODEL with every fault that keeps it from use."""
    return decoded(data, Overlay, faults_in(data, known), say("Tillægget kan ikke bruges, som det er."))


def check(
    data: bytes, known: Sequence[ModelPackage], words: Collection[str] | None = None
) -> tuple[Detail, ...]:
    """Every fault in an overlay file, poor texts included; ``known`` are the packages it may extend."""
    poor: list[Rule] = [
        hard_to_read,
        partial(too_long, limits=GUIDANCE_LENGTHS),
        partial(_named, known=known),
    ]
    if words is not None:
        poor.append(partial(link_faults, words=words))
    return checked(data, Overlay, partial(_fitting, known=known), *poor)


def faults_in(data: bytes, known: Sequence[ModelPackage]) -> tuple[Detail, ...]:
    """The faults that keep an overlay from being used: as :func:`check`, but poor texts are let through."""
    return checked(data, Overlay, partial(_fitting, known=known))


def apply(package: ModelPackage, overlay: Overlay, known: Sequence[ModelPackage]) -> ModelPackage:
    """The package with the overlay's additions, as a new package under the overlay's id and version.

    ``known`` are the packages that everybody has: only with one of them can the new one be compared.

    It promises nothing about its guidance: the additions may go beyond what a complete one holds.
    Raises Problem E_OVERLAY where the overlay is made for another edition.
    """
    if (package.id, package.version) != (overlay.extends.id, overlay.extends.version):
        raise _other_edition(package, overlay)
    is_first = package.compared_with is None and package.id in {each.id for each in known}
    criteria = tuple(
        replace(each, subcriteria=tuple(_added(sub, overlay, is_first=is_first) for sub in each.subcriteria))
        for each in package.criteria
    )
    return replace(
        package,
        id=overlay.id,
        version=overlay.version,
        name=_joined(BETWEEN, package.name, overlay.name),
        source=_joined(" ", package.source, overlay.source),
        criteria=criteria,
        compared_with=package.id if is_first else package.compared_with,
        guidance=None,
        goals=package.goals + overlay.goals,
        phases=overlay.phases or package.phases,
    )


def require_sector(overlay: Overlay, sector: Sector) -> None:
    """Raises Problem E_OVERLAY where the overlay is made for units of another sector."""
    if overlay.sector not in (None, sector):
        raise Problem(
            "E_OVERLAY",
            say("Tillægget {id} gælder kun {sector}.", id=overlay.id, sector=overlay.sector.value),
            say("Vælg et andet tillæg, eller lav evalueringen uden. Intet er gemt."),
        )


def _added(sub: Subcriterion, overlay: Overlay, *, is_first: bool) -> Subcriterion:
    """The subcriterion with its additions: in its own lists, or in those of the overlay's sector."""
    added = overlay.subcriteria.get(sub.id, Addition())
    covers = (sub.id,) if is_first else sub.covers
    goals = tuple(dict.fromkeys(sub.goals + added.goals))
    if overlay.sector is None:
        return replace(_longer(sub, added), covers=covers, goals=goals)
    own = _longer(sub.sectors.get(overlay.sector, SectorGuidance()), added)
    sectors = sub.sectors if own == SectorGuidance() else {**sub.sectors, overlay.sector: own}
    return replace(sub, covers=covers, goals=goals, sectors=sectors)


def _longer(lists: L, added: Addition) -> L:
    return replace(
        lists,
        questions=lists.questions + added.questions,
        evidence=lists.evidence + added.evidence,
        indicators=lists.indicators + added.indicators,
    )


def _joined(between: str, one: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(one.da + between + other.da, one.en + between + other.en)


def _other_edition(package: ModelPackage, overlay: Overlay) -> Problem:
    return Problem(
        "E_OVERLAY",
        say(
            "Tillægget {id} er lavet til {wanted} {version} og ikke til {model} {found}.",
            id=overlay.id,
            wanted=overlay.extends.id,
            version=overlay.extends.version,
            model=package.id,
            found=package.version,
        ),
        say("Bed den, der har lavet tillægget, om en ny udgave. Intet er gemt."),
    )


def _fitting(root: Node, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    """Whether the overlay has an id of its own, something to say, and a package to say it about."""
    taken = say("Det id har en model i forvejen. Giv tillægget et andet.")
    yield from (node.fault(taken) for node in root.texts("id") if node.value in {each.id for each in known})
    extended = root.child("extends")
    package = _extended(extended, known) if extended else None
    if extended and package is None:
        editions = ", ".join(f"{each.id} {each.version}" for each in known)
        yield extended.fault(say("Den udgave kendes ikke. Kendte udgaver: {known}.", known=editions))
    if not (root.items("goals") or root.items("phases") or _additions(root)):
        yield root.fault(say("Tillægget tilføjer ikke noget."))
    yield from _goals(root, package)
    for name, sub in _additions(root).items():
        if package is not None and not package.has(name):
            message = say("Delkriteriet »{id}« findes ikke i {model}.", id=shown(name), model=package.id)
            yield sub.fault(message)


def _named(root: Node, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    """The overlay's name stands behind the model's, so there is less room for it."""
    extended, name = root.child("extends"), root.child("name")
    package = _extended(extended, known) if extended else None
    if package is None or name is None:
        return
    for language in LANGUAGES:
        room = NAME - len(package.name.in_language(language) + BETWEEN)
        for node in name.texts(language):
            if len(str(node.value)) > room:
                yield node.fault(say("Efter modellens navn er der kun plads til {most} tegn.", most=room))


def _goals(root: Node, package: ModelPackage | None) -> Iterator[Detail]:
    """Goals there are already, and subcriteria that point to goals there are not."""
    own = [node.value for node in goal_ids(root)]
    there = [goal.id for goal in package.goals] if package else []
    yield from repeated(goal_ids(root))
    taken = say("Modellen har i forvejen et mål med det id.")
    yield from (node.fault(taken) for node in goal_ids(root) if node.value in there)
    for sub in _additions(root).values():
        yield from unknown_goals(sub, [*own, *there])


def _additions(root: Node) -> Mapping[str, Node]:
    subcriteria = root.child("subcriteria")
    return subcriteria.value if subcriteria and isinstance(subcriteria.value, Mapping) else {}


def _extended(extends: Node, known: Sequence[ModelPackage]) -> ModelPackage | None:
    named = [node.value for field in ("id", "version") for node in extends.texts(field)]
    return next((package for package in known if [package.id, package.version] == named), None)
