"""How a Word report looks: page, named styles and the table style, all to be changed in Word by the user."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from kvik_desktop.foundation.text import Language
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.word_parts import element

LOCALES: Mapping[Language, str] = {"da": "da-DK", "en": "en-GB"}
FONT = "Calibri"
"""Every Word has it, and other programs a font of the same widths; ours would have to be installed."""

TEXT_WIDTH = Mm(166)

QUIET, CELL, FIGURE, CAUTION, AIR, CONTENTS = (
    "KVIK stille", "KVIK celle", "KVIK nøgletal", "KVIK forbehold", "KVIK luft", "KVIK indhold",
)  # fmt: skip
TABLE, PLAIN_TABLE = "KVIK tabel", "KVIK fakta"


def prepare(document: Document, palette: Palette, language: Language) -> None:
    """A4 and the styles, in the colours of the design."""
    _page(document)
    _defaults(document, LOCALES[language])
    _paragraph(document, "Normal", palette, size=10.5, after=6, line=1.15)
    _paragraph(document, "Title", palette, size=30, bold=True, before=60, after=4)
    _paragraph(document, "Subtitle", palette, size=16, ink="text-2", after=30)
    _paragraph(document, "Heading 1", palette, size=18, bold=True, before=26, after=8, follows=True)
    _paragraph(document, "Heading 2", palette, size=13, bold=True, before=20, after=5, follows=True)
    _paragraph(
        document, "Heading 3", palette, size=10, bold=True, ink="accent", before=7, after=2, follows=True
    )
    _paragraph(document, "List Bullet", palette, after=3)
    _paragraph(document, "Header", palette, size=8.5, ink="text-2", after=0)
    _paragraph(document, "Footer", palette, size=8.5, ink="text-2", after=0)
    for name in (QUIET, CELL, FIGURE, CAUTION, AIR, CONTENTS, "toc 1"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    _paragraph(document, QUIET, palette, size=9.5, ink="text-2", after=5, follows=True)
    _paragraph(document, CELL, palette, size=9, before=2, after=2, line=1)
    _paragraph(document, FIGURE, palette, size=11, before=3, after=5, line=1, follows=True)
    _paragraph(document, AIR, palette, size=4, line=1)
    _paragraph(document, CONTENTS, palette, size=13, bold=True, before=30, after=5, follows=True)
    _paragraph(document, "toc 1", palette, size=10, after=1, line=1.1)
    _paragraph(document, CAUTION, palette, after=0)
    _shade(document.styles[CAUTION], palette.tokens["amber-soft"])
    _tables(document, palette)


def ink(palette: Palette, token: str) -> RGBColor:
    """The colour of a token."""
    return RGBColor.from_string(palette.tokens[token].lstrip("#"))


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(25), Mm(23)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True


def _defaults(document: Document, locale: str) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _paragraph(
    document: Document,
    name: str,
    palette: Palette,
    *,
    size: float | None = None,
    bold: bool = False,
    ink: str = "text",
    before: float = 0,
    after: float = 0,
    line: float | None = None,
    follows: bool = False,
) -> None:
    """One paragraph style; ``follows`` keeps it with what it is the heading of."""
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    _plain(style)
    style.font.name = FONT
    style.font.bold = bold
    style.font.italic = False
    style.font.size = None if size is None else Pt(size)
    style.font.color.rgb = RGBColor.from_string(palette.tokens[ink].lstrip("#"))
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.keep_with_next = follows
    if line is not None:
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
        style.paragraph_format.line_spacing = line


def _plain(style: ParagraphStyle) -> None:
    """Takes away what the library's template gave the style: theme fonts and colours, lines, tabs."""
    properties = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:color", "w:spacing", "w:kern"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    for name in ("w:pBdr", "w:tabs"):
        for found in list(style.element.iter(qn(name))):
            found.getparent().remove(found)


def _shade(style: object, colour: str) -> None:
    assert isinstance(style, ParagraphStyle)
    properties = style.element.get_or_add_pPr()
    shading = element("shd", val="clear", color="auto", fill=colour.lstrip("#"))
    properties.insert_element_before(
        shading, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _tables(document: Document, palette: Palette) -> None:
    """Hairlines between the rows and a line under the heading row; the other table style has no lines.

    They take the place of the hundred table styles of the library's template.
    """
    for style in [style for style in document.styles if style.type is WD_STYLE_TYPE.TABLE]:
        if style.name != "Normal Table":
            style.delete()
    edge, line, quiet = (palette.tokens[token].lstrip("#") for token in ("edge", "line", "text-2"))
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{line}"'
    lines = f"<w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="{quiet}"/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{edge}"/>'
        f'</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    for name, identity, borders, first in (
        (TABLE, "KvikTabel", lines, head),
        (PLAIN_TABLE, "KvikFakta", "", ""),
    ):
        document.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{identity}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
                f"<w:tblPr>{borders}<w:tblCellMar>"
                f'<w:left w:w="0" w:type="dxa"/><w:right w:w="200" w:type="dxa"/>'
                f"</w:tblCellMar></w:tblPr>{first}</w:style>"
            )
        )


def shares(rooms: list[float], width: Length = TEXT_WIDTH) -> list[Length]:
    """A width divided in the proportions of ``rooms``."""
    return [Length(int(width * room / sum(rooms))) for room in rooms]
