"""The files that an import is given, each read once; what cannot be read is told and passed by."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kvik_desktop.bundle.payload import UNSEEN
from kvik_desktop.envelope.verdict import CheckFailed
from kvik_desktop.envelope.verification import read_package

SUFFIX = ".kvik"

_UNSEEN = re.compile(f"[{UNSEEN}\n\t]")


@dataclass(frozen=True)
class Arrival:
    """One file as it was read, once; ``data`` is None where it cannot be or is too large."""

    path: Path
    data: bytes | None

    @cached_property
    def sha256(self) -> str:
        """The checksum of the bytes; empty where there are none."""
        return hashlib.sha256(self.data).hexdigest() if self.data is not None else ""


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are named, and every ``*.kvik`` in folders, however deep.

    Links to folders inside folders are not followed. A folder that cannot be read is given as if it were a
    file, so that it gets its verdict too.
    """
    for path in paths:
        if _is_folder(path):
            yield from _in_folder(path.resolve() if path.is_symlink() else path)
        else:
            yield path


def read(path: Path) -> Arrival:
    """The file, read once."""
    try:
        return Arrival(path, read_package(path))
    except CheckFailed:
        return Arrival(path, None)


def text_of(path: Path) -> str:
    """A path as it was given, as text that every document and database can hold."""
    return os.fsencode(path).decode("utf-8", "replace")


def shown(path: str) -> str:
    """A path for a terminal: nothing in it moves the cursor or turns the text around."""
    return _UNSEEN.sub("�", path)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as can be seen; reading what cannot be seen gives it its verdict."""
    try:
        return path.is_dir()
    except OSError:  # no access to a folder on the way, or a name that is too long
        return False


def _in_folder(folder: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    for place, folders, names in os.walk(
        folder, onerror=lambda error: unreadable.append(Path(error.filename))
    ):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names) if name.casefold().endswith(SUFFIX))
    yield from unreadable
