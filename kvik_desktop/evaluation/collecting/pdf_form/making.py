"""Makes a form: the printed sheet with a field on every place, named for readers of screens."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from kvik_desktop.evaluation.collecting.pdf_form.embedding import embed
from kvik_desktop.evaluation.collecting.pdf_form.identity import FIELD, Identity, written
from kvik_desktop.evaluation.collecting.sheets.content import Content
from kvik_desktop.evaluation.collecting.sheets.drawing import Drawer
from kvik_desktop.evaluation.collecting.sheets.pages import HEIGHT, Page, Place, PlaceKind
from kvik_desktop.evaluation.collecting.sheets.setting import Setter
from kvik_desktop.evaluation.collecting.sheets.type import Type
from kvik_desktop.evaluation.collecting.sheets.words import ON_SCREEN
from kvik_desktop.foundation.text import Translator

PRINTED, HIDDEN_AND_LOCKED = 4, 2 | 128
READ_ONLY, MULTILINE, NO_SPELLING, NO_SCROLLING = 1, 1 << 12, 1 << 22, 1 << 23
LONGEST = 4000
"""Characters in one field of texts."""

ON = "/Ja"
SIZES = {PlaceKind.NUMBER: 12.0, PlaceKind.LINES: 10.5}
CROSS = "q 1.6 w {low} {low} m {high} {high} l {low} {high} m {high} {low} l S Q"


def pdf_form(content: Content, identity: Identity, translate: Translator) -> bytes:
    """One participant's form as a PDF, the same bytes each time."""
    kind = Type(translate.resources)
    pages = Setter(translate, kind).pages(content, ON_SCREEN)
    title = f"{content.title} – {content.person}"
    drawn = Drawer(translate.resources, kind).draw(pages, title, content.language, ruled=False)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn)))
    font = embed(writer, translate.resources)
    fields = [_hidden(writer, identity)]
    for number, page in enumerate(pages):
        fields += _fields(writer, number, page)
    _form(writer, fields, font)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _form(writer: PdfWriter, fields: Sequence[IndirectObject], font: IndirectObject) -> None:
    resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/Inter"): font})})
    form = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject(fields),
            NameObject("/DR"): resources,
            NameObject("/DA"): TextStringObject("/Inter 9 Tf 0 g"),
        }
    )
    writer._root_object[NameObject("/AcroForm")] = writer._add_object(form)


def _hidden(writer: PdfWriter, identity: Identity) -> IndirectObject:
    """The identity, on the first page where nobody sees it."""
    widget = _widget(FIELD, "/Tx", FIELD, (0, 0, 0, 0))
    widget[NameObject("/F")] = NumberObject(HIDDEN_AND_LOCKED)
    widget[NameObject("/Ff")] = NumberObject(READ_ONLY)
    widget[NameObject("/V")] = TextStringObject(written(identity))
    widget[NameObject("/DA")] = TextStringObject("/Inter 9 Tf 0 g")
    return _placed(writer, 0, [widget])[0]


def _fields(writer: PdfWriter, number: int, page: Page) -> list[IndirectObject]:
    return _placed(writer, number, [_field(writer, place) for place in page.places])


def _placed(writer: PdfWriter, number: int, widgets: Sequence[DictionaryObject]) -> list[IndirectObject]:
    """The widgets on their page, in the order of the tab key."""
    page = writer.pages[number]
    references = [writer._add_object(widget) for widget in widgets]
    for widget in widgets:
        widget[NameObject("/P")] = page.indirect_reference or page
    there = page.get("/Annots", ArrayObject()).get_object()
    page[NameObject("/Annots")] = ArrayObject([*there, *references])
    # As they stand in the file: browsers and readers without a structure to follow take that order.
    page[NameObject("/Tabs")] = NameObject("/S")
    return references


def _field(writer: PdfWriter, place: Place) -> DictionaryObject:
    low = HEIGHT - place.y - place.height
    room = (place.x, low, place.x + place.width, low + place.height)
    if place.kind is PlaceKind.TICK:
        return _tick(writer, place, room)
    widget = _widget(place.name, "/Tx", place.label, room)
    widget[NameObject("/DA")] = TextStringObject(f"/Inter {SIZES[place.kind]:g} Tf 0 g")
    is_number = place.kind is PlaceKind.NUMBER
    widget[NameObject("/Ff")] = NumberObject(NO_SPELLING | NO_SCROLLING if is_number else MULTILINE)
    widget[NameObject("/MaxLen")] = NumberObject(place.digits if is_number else LONGEST)
    widget[NameObject("/Q")] = NumberObject(1 if is_number else 0)
    return widget


def _tick(writer: PdfWriter, place: Place, room: tuple[float, ...]) -> DictionaryObject:
    widget = _widget(place.name, "/Btn", place.label, room)
    states = DictionaryObject(
        {
            NameObject(ON): _picture(writer, place, CROSS.format(low=3, high=place.width - 3)),
            NameObject("/Off"): _picture(writer, place, ""),
        }
    )
    widget[NameObject("/V")] = widget[NameObject("/AS")] = NameObject("/Off")
    widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): states})
    widget[NameObject("/MK")] = DictionaryObject({NameObject("/CA"): TextStringObject("8")})
    return widget


def _picture(writer: PdfWriter, place: Place, drawn: str) -> IndirectObject:
    """What a box shows in one of its two states."""
    stream = StreamObject()
    stream.set_data(drawn.encode())
    stream[NameObject("/Type")] = NameObject("/XObject")
    stream[NameObject("/Subtype")] = NameObject("/Form")
    stream[NameObject("/BBox")] = _numbers(0, 0, place.width, place.height)
    stream[NameObject("/Resources")] = DictionaryObject()
    return writer._add_object(stream)


def _widget(name: str, kind: str, label: str, room: tuple[float, ...]) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject(kind),
            NameObject("/T"): TextStringObject(name),
            NameObject("/TU"): TextStringObject(label),
            NameObject("/F"): NumberObject(PRINTED),
            NameObject("/Rect"): _numbers(*room),
        }
    )


def _numbers(*numbers: float) -> ArrayObject:
    return ArrayObject([FloatObject(round(number, 2)) for number in numbers])
