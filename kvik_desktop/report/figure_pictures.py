"""Figures as PNG pictures, for Word: drawn by the typesetter, with the same fonts as in every other form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from kvik_desktop.report.typeset import Document, Typesetter

TEMPLATE = "figurer.typ"
SHARP = 220
"""Dots an inch in print."""

PPI = SHARP * 96 / 72
"""A unit of our figures is a point, but the typesetter takes it for a pixel of 1/96 inch."""

_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""A picture shows no date, but a document must have one."""


def png(pictures: Mapping[str, bytes], typesetter: Typesetter) -> dict[str, bytes]:
    """Each SVG as a PNG on white, under the same name."""
    if not pictures:
        return {}
    files = {f"{number}.svg": svg for number, svg in enumerate(pictures.values())}
    document = Document(TEMPLATE, "da", "", {"files": list(files)}, files)
    return dict(zip(pictures, typesetter.pages(document, _ANY_DAY, PPI), strict=True))
