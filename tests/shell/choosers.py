"""A chooser nobody may ask."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class NoChooser:
    """Fails when asked."""

    def file(self, title: str, kinds: str) -> Path | None:
        raise AssertionError(title)

    def files(self, title: str, kinds: str) -> Sequence[Path]:
        raise AssertionError(title)

    def folder(self, title: str) -> Path | None:
        raise AssertionError(title)

    def save(self, title: str, proposed: str, kinds: str) -> Path | None:
        raise AssertionError(title)
