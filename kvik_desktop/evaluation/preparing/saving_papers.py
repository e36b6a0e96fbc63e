"""Papers as files in a folder: each set in type by whoever knows how, none over another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kvik_desktop.evaluation.preparing.papers import Offer
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Translator


def save_papers(
    wanted: Sequence[Offer], unit: str, folder: Path, tr: Translator, make: Callable[[Offer], bytes]
) -> tuple[Path, ...]:
    """Write a PDF of each paper; a name that is taken gets a number. Raises Problem E_FILE_WRITE."""
    saved = []
    for offer in wanted:
        name = tr(offer.name)
        path = free_path(folder, file_stem(f"{unit} {name}", name), ".pdf")
        write_atomically(path, make(offer), replace=False)
        saved.append(path)
    return tuple(saved)
