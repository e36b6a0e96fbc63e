"""A copy of the example school to try things on; nothing one does to it can go wrong."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.example import NAMES, Example
from kvik_desktop.foundation.file_names import free_path
from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop.agreed_table import NOT_JUDGED


def copy_into(folder: Path, tr: Translator) -> Path:
    """Make one beside those that are there; where it is. Raises Problem E_FILE_WRITE."""
    example = Example(NAMES[0], Resources())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    path = free_path(folder, example.facts.name, ".kvikdb")
    example.play(path, tr(NOT_JUDGED))
    return path
