"""Typesetting: a template of ours or a municipality's, data and pictures in memory, a PDF or pages out.

The template is Typst; everything people wrote reaches it as JSON, so it can never act as markup. The same
document and time give the same bytes: only shipped fonts, no clock, no file and no network is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import msgspec
import typst

from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.report.characters import Characters
from kvik_desktop.report.fonts import Fonts

STANDARDS = ["a-2a", "ua-1"]
"""PDF/A-2a keeps for decades, PDF/UA-1 can be read aloud; one file is both."""

STYLE = "stil.typ"
"""The style every template begins with; it knows colours, pages, headings, tables and fields."""

_REACHES = re.compile(r"\b(?:import|include|eval)\b")
_FOR_OUR_STYLE = re.compile(rf'\bimport\s+"{re.escape(STYLE)}"[ \t]*(?=[:;\r\n]|\Z)')


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be typeset; ``pictures`` are SVG files by the name the data calls them."""

    template: str
    language: Language
    title: str
    data: Mapping[str, object]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Typesetter:
    """Sets documents with the templates and fonts of ``resources``."""

    resources: Resources = field(default_factory=Resources)

    def pdf(self, document: Document, created: datetime) -> bytes:
        """The document as PDF/A-2a and PDF/UA-1, dated ``created``."""
        return bytes(self._compile(document, created, format="pdf", pdf_standards=STANDARDS))

    def pages(self, document: Document, created: datetime, ppi: float = 96) -> list[bytes]:
        """The same pages as PNG pictures, for preview and print."""
        made = self._compile(document, created, format="png", ppi=ppi)
        return [made] if isinstance(made, bytes) else list(made)

    def _compile(self, document: Document, created: datetime, **how: object) -> Any:
        compile_: Any = typst.compile  # its stubs lack files in memory: a name and its bytes
        return compile_(
            self._files(document, created),
            root=self.resources.path("skabeloner"),  # else a template could read from the working folder
            font_paths=self._fonts,
            ignore_system_fonts=True,
            timestamp=created,
            **how,
        )

    @cached_property
    def characters(self) -> Characters:
        """What the shipped fonts can show."""
        return Characters(Fonts(self.resources))

    @cached_property
    def _fonts(self) -> typst.Fonts:
        folder = Fonts(self.resources).folder
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])

    def _files(self, document: Document, created: datetime) -> dict[str, bytes]:
        """Everything the compiler may see, by name."""
        template = self.resources.read("skabeloner", document.template)
        refuse_imports(template, document.template)
        meta = {
            # PDF/UA wants a title that says something.
            "title": self.characters.safe(document.title).strip() or document.template,
            "language": document.language,
            "created": created.astimezone(UTC).timetuple()[:6],
            "day": Translator(document.language, self.resources).date(local_day(created)),
        }
        data = {"meta": meta} | {
            key: _printable(value, self.characters) for key, value in document.data.items()
        }
        return {
            "main.typ": template,
            STYLE: self.resources.read("skabeloner", STYLE),
            "farver.json": self.resources.read("stil", "farver.json"),
            "data.json": msgspec.json.encode(data),
            **document.pictures,
        }


def refuse_imports(template: bytes, name: str) -> None:
    """Raises Problem E_TEMPLATE for a template that would fetch a package or run text as code.

    Only ``import "stil.typ"`` is let through: a package is fetched from the network, and another file, a
    computed name or ``eval`` could hide one.
    """
    source = template.decode("utf-8", "replace")
    if _REACHES.search(_FOR_OUR_STYLE.sub("", source)):
        raise Problem(
            "E_TEMPLATE",
            say("Skabelonen {name} vil hente noget udefra.", name=name),
            say('Brug kun import "stil.typ" og intet med @ eller eval. Der er ikke lavet nogen rapport.'),
        )


def _printable(value: object, characters: Characters) -> object:
    """The data with every text in it made safe."""
    match value:
        case str():
            return characters.flowing(value)
        case Mapping():
            return {key: _printable(item, characters) for key, item in value.items()}
        case list() | tuple():
            return [_printable(item, characters) for item in value]
        case _:
            return value
