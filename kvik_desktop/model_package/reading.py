"""Where model packages come from: shipped with the program, in a file, or frozen into an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.files import is_there, read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.checking import faults_in
from kvik_desktop.model_package.document import LIMIT, decoded
from kvik_desktop.model_package.json_tree import MAX_DEPTH
from kvik_desktop.model_package.model import Method, ModelPackage


def shipped(resources: Resources) -> tuple[ModelPackage, ...]:
    """The packages that come with the program, ``kvik`` first. The tests prove them free of faults."""
    files = sorted(resources.path("modelpakker").glob("*.json"), key=lambda path: path.stem)
    return tuple(msgspec.json.decode(path.read_bytes(), type=ModelPackage) for path in files)


def load(id_or_path: str, resources: Resources) -> ModelPackage:
    """A shipped package by its id, or the package in a file.

    Raises Problem E_MODEL for an unknown id, for a file with faults and for other content under a shipped
    id and version; E_FILE where the file cannot be read.
    """
    known = shipped(resources)
    for package in known:
        if package.id == id_or_path:
            return package
    path = Path(id_or_path)
    if not path.suffix and not is_there(path):
        raise Problem(
            "E_MODEL",
            say("Modellen {id} kendes ikke.", id=id_or_path),
            say("Vælg en af disse, eller en fil: {known}.", known=", ".join(package.id for package in known)),
        )
    return decode(read_limited(path, LIMIT, "E_MODEL"), known)


def decode(data: bytes, known: Sequence[ModelPackage] = ()) -> ModelPackage:
    """The package in the bytes of a file. Raises Problem E_MODEL with every fault and its place."""
    message = say("Modelpakken kan ikke bruges, som den er.")
    return decoded(data, ModelPackage, faults_in(data, known), message)


@lru_cache(maxsize=16)
def from_content(content: bytes, sha256: str) -> ModelPackage:
    """The package frozen as ``package.content``. Raises Problem E_MODEL for anything but those bytes.

    Remembered, since a package is immutable and reading one takes longer than opening the file it lies in.

    Rules about good texts are not asked here: an evaluation keeps the package it began with.
    """
    try:
        package = strict_json.decode(content, ModelPackage, limit=LIMIT, depth=MAX_DEPTH)
    except strict_json.NotStrictError:
        package = None
    if package is None or (package.content, package.sha256) != (content, sha256):
        raise Problem(
            "E_MODEL",
            say("Den modelpakke, som hører til evalueringen, kan ikke læses."),
            say("Filen er beskadiget eller lavet af en nyere udgave af programmet. Intet er ændret."),
        )
    return package


def require_method(package: ModelPackage, method: Method) -> None:
    """Raises Problem E_METHOD where the package does not offer the method."""
    if method not in package.methods:
        raise Problem(
            "E_METHOD",
            say("{model} kan ikke bruges med metoden {method}.", model=package.id, method=method.value),
            say("Vælg en af disse: {known}.", known=", ".join(offered.value for offered in package.methods)),
        )
