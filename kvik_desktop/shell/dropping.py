"""Files that are dropped on the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def wrong_files(paths: Sequence[Path]) -> Problem:
    """What is said of files that the page has no use for."""
    return Problem(
        "E_DROPPED",
        say("{name} kan ikke bruges på denne side.", name=paths[0].name if paths else "?"),
        say("En evaluering er en fil, der ender på .kvikdb. Ingen filer er ændret."),
    )
