"""A leaflet to print before the evaluation begins: from its content to the PDF."""

from __future__ import annotations

from datetime import datetime

from kvik_desktop import __version__
from kvik_desktop.evaluation.preparing.model import Leaflet, LeafletPart
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.report.typeset import Document, Typesetter

TEMPLATE = "ark.typ"


def leaflet_pdf(leaflet: Leaflet, tr: Translator, created: datetime) -> bytes:
    """The leaflet as PDF/A-2a and PDF/UA-1: the same bytes for the same content and moment."""
    data = {
        "unit": leaflet.sender,
        "running": leaflet.title,
        "title": leaflet.title,
        "lead": leaflet.lead,
        "large": leaflet.large,
        "footer": tr(say("KVIK Desktop {version}", version=__version__)),
        "words": {"printed": tr(say("Lavet {day}", day=local_day(created))), "page_of": ""},
        "parts": [_part(part) for part in leaflet.parts],
    }
    title = f"{leaflet.sender}: {leaflet.title}" if leaflet.sender else leaflet.title
    return Typesetter(tr.resources).pdf(Document(TEMPLATE, tr.language, title, data), created)


def _part(part: LeafletPart) -> dict[str, object]:
    return {
        "heading": part.heading,
        "look": part.look.value,
        "lines": list(part.lines),
        "rows": [list(row) for row in part.rows],
    }
