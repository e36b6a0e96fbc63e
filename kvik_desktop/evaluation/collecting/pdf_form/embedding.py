"""The type that answers are shown in: the shipped one, embedded whole, so that what is typed has a shape."""

from __future__ import annotations

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)
from reportlab.pdfbase.ttfonts import TTFontFile, TTFontMaker

from kvik_desktop.evaluation.collecting.sheets.type import REGULAR
from kvik_desktop.foundation.resources import Resources

ENCODING = "cp1252"
"""What readers know as WinAnsi; other letters than these they take from a type of their own."""

TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep")
"""Those that show single letters; the rest joins and moves them, which no form does."""

NON_SYMBOLIC = 1 << 5
FIRST, LAST = 32, 255


def embed(writer: PdfWriter, resources: Resources) -> IndirectObject:
    """Put the type into the file as a simple font that readers can write with."""
    source = TTFontFile(str(resources.path("skrifter", f"{REGULAR}.ttf")))
    slim = _slim(source)
    stream = StreamObject()
    stream.set_data(slim)
    program = stream.flate_encode()
    program[NameObject("/Length1")] = NumberObject(len(slim))
    descriptor = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/FontDescriptor"),
            NameObject("/FontName"): NameObject(f"/{REGULAR}"),
            NameObject("/Flags"): NumberObject(NON_SYMBOLIC),
            NameObject("/FontBBox"): ArrayObject([FloatObject(each) for each in source.bbox]),
            NameObject("/ItalicAngle"): NumberObject(0),
            NameObject("/Ascent"): FloatObject(source.ascent),
            NameObject("/Descent"): FloatObject(source.descent),
            NameObject("/CapHeight"): FloatObject(source.capHeight),
            NameObject("/StemV"): FloatObject(source.stemV),
            NameObject("/FontFile2"): writer._add_object(program),
        }
    )
    return writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/TrueType"),
                NameObject("/BaseFont"): NameObject(f"/{REGULAR}"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                NameObject("/FirstChar"): NumberObject(FIRST),
                NameObject("/LastChar"): NumberObject(LAST),
                NameObject("/Widths"): ArrayObject([FloatObject(each) for each in _widths(source)]),
                NameObject("/FontDescriptor"): writer._add_object(descriptor),
            }
        )
    )


def _widths(source: TTFontFile) -> list[float]:
    signs = [bytes([code]).decode(ENCODING, errors="replace") for code in range(FIRST, LAST + 1)]
    return [float(source.charWidths.get(ord(sign), source.defaultWidth)) for sign in signs]


def _slim(source: TTFontFile) -> bytes:
    maker = TTFontMaker()
    for tag in TABLES:
        maker.add(tag, source.get_table(tag))
    made: bytes = maker.makeStream()
    return made
