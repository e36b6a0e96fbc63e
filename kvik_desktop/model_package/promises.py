"""A version is a promise: the same content goes with it in every evaluation that this user begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kvik_desktop.foundation.files import is_there, read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import ModelPackage

_LIMIT = 200
"""Bytes: a checksum, and room for what an editor may have added."""


class Promises:
    """The checksum of every version of a package of one's own that has been used, each in a small file."""

    def __init__(self, folder: Path, shipped: Sequence[ModelPackage]) -> None:
        self._folder = folder
        self._shipped = {package.sha256 for package in shipped}

    def is_broken(self, package: ModelPackage) -> bool:
        """Whether this version has been used with other content. Raises Problem E_FILE."""
        path = self._path(package)
        if package.sha256 in self._shipped:
            return False
        return is_there(path) and read_limited(path, _LIMIT).strip() != package.sha256.encode()

    def require(self, package: ModelPackage) -> None:
        """Raises Problem E_MODEL where this version has been used with other content."""
        if self.is_broken(package):
            raise Problem("E_MODEL", broken_promise(package), NEW_NUMBER)

    def keep(self, package: ModelPackage) -> None:
        """Remember that this version has been used as it is.

        Where nothing can be written it is not remembered: that is no reason to keep anybody from working.
        """
        if package.sha256 in self._shipped:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path(package), package.sha256.encode())
        except (OSError, Problem):
            return

    def _path(self, package: ModelPackage) -> Path:
        return self._folder / f"{package.id}-{package.version}.sha256"


NEW_NUMBER = say("Giv den ændrede pakke eller det ændrede tillæg et nyt versionsnummer. Intet er ændret.")


def broken_promise(package: ModelPackage) -> Text:
    """What is said of a version that has been used with other content."""
    return say("{id} {version} er brugt før med et andet indhold.", id=package.id, version=package.version)
