"""The forms a report can be made in, chosen by the name of the file it shall lie in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.report import excel, web, word
from kvik_desktop.report.content import Content
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.story.evaluation import story
from kvik_desktop.report.typeset import Typesetter

Maker = Callable[[Content, Resources, datetime], bytes]
"""Makes a whole file, dated the moment: the same bytes for the same content, resources and moment."""


def pdf(content: Content, resources: Resources, created: datetime) -> bytes:
    """The report to keep and to print: PDF/A-2a and PDF/UA-1."""
    typesetter = Typesetter(resources)
    return typesetter.pdf(document(content, typesetter), created)


def docx(content: Content, resources: Resources, created: datetime) -> bytes:
    """The report to work on in Word."""
    typesetter = Typesetter(resources)
    return word.docx_file(story(content, typesetter, created), typesetter, created)


def xlsx(content: Content, resources: Resources, created: datetime) -> bytes:
    """The report's figures, texts and plan to sort and to count in Excel."""
    return excel.xlsx_file(content, Typesetter(resources), created)


def html(content: Content, resources: Resources, created: datetime) -> bytes:
    """The report to read on a screen, as one page that needs nothing else."""
    return web.html_file(story(content, Typesetter(resources), created), resources, created)


FORMATS: Mapping[str, Maker] = {".pdf": pdf, ".docx": docx, ".xlsx": xlsx, ".html": html}
"""From a file's ending to what makes it."""


def maker_for(out: Path) -> Maker:
    """What makes the file that ``out`` names, upper case or lower. Raises Problem E_FORMAT_OUT."""
    found = FORMATS.get(out.suffix.lower())
    if found is None:
        raise Problem(
            "E_FORMAT_OUT",
            say("Rapporten kan ikke gemmes som {name}.", name=out.name),
            say("Lad navnet ende på {endings}. Der er ikke lavet nogen fil.", endings=", ".join(FORMATS)),
        )
    return found
