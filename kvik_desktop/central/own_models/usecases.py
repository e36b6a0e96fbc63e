"""Handing in the municipality's own models: from then on results made with them are checked and compared."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.central.own_models import store
from kvik_desktop.central.own_models.store import OwnModel
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.reading import from_content
from kvik_desktop.storage.work import Transaction


def own_models(work: Transaction) -> tuple[ModelPackage, ...]:
    """The packages that have been handed in, the newest first."""
    return tuple(from_content(each.content, each.sha256) for each in store.own_models(work))


def hand_in(work: Transaction, packages: Sequence[ModelPackage]) -> Change[tuple[ModelPackage, ...]]:
    """Keep the packages; those that were not here before.

    Raises Problem E_MODEL for other content under an id and version that are here: then nothing is kept.
    """
    here = {(each.id, each.version): each.sha256 for each in store.own_models(work)}
    new = []
    for package in packages:
        edition = (package.id, package.version)
        if edition not in here:
            here[edition] = package.sha256
            new.append(package)
        elif here[edition] != package.sha256:
            raise _other_content(package)
    for package in new:
        kept = OwnModel(package.sha256, package.id, package.version, package.content, work.now())
        store.keep(work, kept)
    return changed(Kind.CENTRAL, value=tuple(new))


def _other_content(package: ModelPackage) -> Problem:
    return Problem(
        "E_MODEL",
        say(
            "{id} {version} er hentet ind før med et andet indhold.",
            id=package.id,
            version=package.version,
        ),
        say("Find den fil, institutionerne har brugt. Intet er hentet ind."),
    )
