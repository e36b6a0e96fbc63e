"""Parts of a Word document that its library has no words for: fields, bookmarks, links, languages."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kvik_desktop.report.story.blocks import Heading


def element(tag: str, /, **attributes: str) -> BaseOxmlElement:
    """A new element of Word's own namespace, such as ``w:lang``, with attributes of the same."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word works out, such as PAGE, with what it shows until then."""
    field = element("fldSimple", instr=code)
    paragraph._p.append(field)
    field.append(Run(element("r"), paragraph)._r)
    Run(field[0], paragraph).text = shown


def bookmark(paragraph: Paragraph, anchor: str, number: int) -> None:
    """Makes a paragraph a place to go to; ``number`` is the bookmark's own in its document."""
    paragraph._p.insert(1, element("bookmarkStart", id=str(number), name=_bookmark_name(anchor)))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def add_link(paragraph: Paragraph, text: str, anchor: str) -> Run:
    """A way to a bookmark of the same document."""
    link = element("hyperlink", anchor=_bookmark_name(anchor), history="1")
    paragraph._p.append(link)
    link.append(element("r"))
    run = Run(link[0], paragraph)
    run.text = text
    return run


def add_contents(paragraphs: list[Paragraph], chapters: tuple[Heading, ...], texts: list[str]) -> None:
    r"""A list of contents in as many paragraphs as there are chapters, already filled in.

    Page numbers are left out (``\n``): only Word knows them, and it would have to ask before it counts.
    """
    paragraphs[0]._p.extend(_field_mark("begin"))
    paragraphs[0]._p.append(_instruction('TOC \\o "1-1" \\n \\h \\z'))
    paragraphs[0]._p.extend(_field_mark("separate"))
    for paragraph, chapter, text in zip(paragraphs, chapters, texts, strict=True):
        add_link(paragraph, text, chapter.anchor)
    paragraphs[-1]._p.extend(_field_mark("end"))


def describe(run: Run, alt: str) -> None:
    """Says what the picture in a run shows, and lets it stand flush with the text."""
    for inline in run._r.iter(qn("wp:inline")):
        inline.set("distL", "0")
        inline.set("distR", "0")
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("descr", alt)


def set_language(run: Run, language: str) -> None:
    """Says which language a run is in, for spelling and for reading aloud."""
    run._r.get_or_add_rPr().append(element("lang", val=language))


def describe_table(table: Table, caption: str) -> None:
    """Gives a table its name for those who have it read aloud."""
    table._tbl.tblPr.append(element("tblCaption", val=caption))


def repeat(row: _Row) -> None:
    """Lets a heading row stand on top of every page its table reaches."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keeps a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def set_widths(table: Table, widths: list[Length]) -> None:
    """Fixes the columns, once for the table and once for each cell: programs differ in what they read."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _bookmark_name(anchor: str) -> str:
    return "_" + re.sub(r"\W", "_", anchor)[:39]


def _field_mark(kind: str) -> list[BaseOxmlElement]:
    run = element("r")
    run.append(element("fldChar", fldCharType=kind))
    return [run]


def _instruction(code: str) -> BaseOxmlElement:
    run, instruction = element("r"), element("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(instruction)
    return run
