"""Papers as files in a folder: each set in type by whoever knows how, none over another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kvik_desktop.evaluation.preparing.leaflets import Material, leaflet
from kvik_desktop.evaluation.preparing.model import Leaflet
from kvik_desktop.evaluation.preparing.papers import Offer
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.process import day_programmes, ten_steps

Typeset = Callable[[Leaflet, Translator, datetime], bytes]
"""Sets a leaflet as PDF; a later room knows how."""


def save_papers(
    found: Preparation, wanted: Sequence[Offer], folder: Path, tr: Translator, typeset: Typeset
) -> tuple[Path, ...]:
    """Write a PDF of each paper; a name that is taken gets a number. Raises Problem E_FILE_WRITE."""
    programmes = day_programmes(tr.resources)
    note = programmes.note.in_language(tr.language)
    material = Material(programmes.programmes, note, ten_steps(tr.resources))
    saved = []
    for offer in wanted:
        name = tr(offer.name)
        path = free_path(folder, file_stem(f"{found.unit.name} {name}", name), ".pdf")
        content = leaflet(offer.paper, found, material, tr)
        write_atomically(path, typeset(content, tr, found.now), replace=False)
        saved.append(path)
    return tuple(saved)
