"""The papers a team prints before it begins, each set in type by the room that knows how."""

from __future__ import annotations

from kvik_desktop.evaluation.preparing.leaflets import leaflet, material
from kvik_desktop.evaluation.preparing.papers import Paper
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.leaflet_document import leaflet_pdf
from kvik_desktop.report.notice import notice
from kvik_desktop.report.typeset import Typesetter
from kvik_desktop.storage.evaluation_file import EvaluationFile


def paper_pdf(file: EvaluationFile, found: Preparation, paper: Paper, tr: Translator) -> bytes:
    """One paper as PDF/A-2a and PDF/UA-1."""
    if paper is Paper.NOTICE:
        document = file.ask(notice, found.evaluation.id, tr)
        return Typesetter(tr.resources).pdf(document, found.now)
    return leaflet_pdf(leaflet(paper, found, material(tr), tr), tr, found.now)
