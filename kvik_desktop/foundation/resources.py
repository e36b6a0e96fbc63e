"""Where ressourcer/ lies: beside the package in a checkout, inside it in a wheel, unpacked when frozen."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path


def _find_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent.parent
    candidates = [Path(frozen) / "ressourcer"] if frozen else []
    candidates += [package / "ressourcer", package.parent / "ressourcer"]
    for candidate in candidates:
        if (candidate / "modelpakker").is_dir():
            return candidate
    raise FileNotFoundError("ressourcer/ er ikke installeret sammen med programmet")


@dataclass(frozen=True)
class Resources:
    """The shipped files; ``root`` is found anew unless a test hands in another."""

    root: Path = field(default_factory=_find_root)

    def path(self, *parts: str) -> Path:
        """The path of one shipped file or folder."""
        return self.root.joinpath(*parts)

    def read(self, *parts: str) -> bytes:
        """The bytes of one shipped file."""
        return self.path(*parts).read_bytes()
