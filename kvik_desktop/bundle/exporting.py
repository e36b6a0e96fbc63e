"""Putting a package where it is to lie: written beside, read back from the medium, judged, and then named."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kvik_desktop.bundle import usecases
from kvik_desktop.bundle.model import Delivery
from kvik_desktop.bundle.sender import Order
from kvik_desktop.bundle.usecases import Delivered, Medium
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.files import already_there, cannot_write, put_in_place, read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.storage.evaluation_file import EvaluationFile


def export(file: EvaluationFile, evaluation: str, order: Order, path: Path) -> Delivered:
    """Deliver the evaluation's result as the file ``path``; when this returns, it is saved and checked.

    The number of the edition is kept before the file gets its name: a crash in between leaves a gap or, at
    the next export, the same bytes again, but never two files of one edition. Raises what
    :func:`usecases.deliver` raises, and Problem E_FILE_EXISTS where another file has the name; a file of
    ours that the evaluation file holds too is replaced.
    """

    def deliver(medium: Medium) -> Change[Delivered]:
        return file.do(usecases.deliver, evaluation, order, medium, _name(path))

    return _put(file, path, deliver)


def take_back(file: EvaluationFile, evaluation: str, order: Order, reason: str, path: Path) -> Delivered:
    """Write the withdrawal of what was delivered last as the file ``path``; otherwise as :func:`export`."""

    def withdraw(medium: Medium) -> Change[Delivered]:
        return file.do(usecases.withdraw, evaluation, order, reason, medium, _name(path))

    return _put(file, path, withdraw)


def save_copy(file: EvaluationFile, delivery: Delivery, path: Path) -> None:
    """Write a delivered package once more, byte for byte, and read it back.

    Raises Problem E_FILE_EXISTS, E_FILE_WRITE, E_READ_BACK.
    """
    ours = (each.package for each in file.ask(usecases.everything_delivered))
    replace = _may_replace(path, ours)
    with _NewFile(path) as new:
        usecases.require_same(delivery.package, new.write_and_read_back(delivery.package))
        new.put_in_place(replace=replace)


def _name(path: Path) -> str:
    """The file's name as text that every database can hold."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _put(file: EvaluationFile, path: Path, deliver: Callable[[Medium], Change[Delivered]]) -> Delivered:
    evaluations = (each.package for each in file.ask(usecases.everything_delivered))
    replace = _may_replace(path, evaluations)
    with _NewFile(path) as new:
        delivered = deliver(new.write_and_read_back).value
        new.put_in_place(replace=replace)
    return delivered


def _may_replace(path: Path, ours: Iterable[bytes]) -> bool:
    """Whether there is a file to replace. Raises Problem E_FILE_EXISTS where it holds anything but ours."""
    if not os.path.lexists(path):
        return False
    try:
        there = read_limited(path, MAX_BYTES)
    except Problem as problem:
        raise already_there(path) from problem
    if there and there not in ours:
        raise already_there(path)
    return True


@dataclass
class _NewFile:
    """A file that is being made under another name in the same folder."""

    path: Path
    temporary: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.temporary is not None:
            self.temporary.unlink(missing_ok=True)

    def write_and_read_back(self, data: bytes) -> bytes:
        """Write to the medium, and read from there what it kept. Raises Problem E_FILE_WRITE."""
        try:
            handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", suffix=".ny", dir=self.path.parent)
            self.temporary = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                _forget_cache(file.fileno())
            return self.temporary.read_bytes()
        except OSError as error:
            raise cannot_write(self.path, error) from error

    def put_in_place(self, *, replace: bool) -> None:
        """Give the file its name. Raises Problem E_FILE_EXISTS or E_FILE_WRITE."""
        assert self.temporary is not None, "written before it is named"
        try:
            self.temporary.chmod(0o644)
            put_in_place(self.temporary, self.path, replace=replace)
        except OSError as error:
            raise cannot_write(self.path, error) from error


def _forget_cache(handle: int) -> None:
    """Ask the system to read from the medium and not from memory, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
