"""The fields of a PDF and what stands in them, and whether the file holds more than a form should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    TextStringObject,
)

from kvik_desktop.evaluation.collecting.pdf_form import guarding
from kvik_desktop.evaluation.collecting.pdf_form.guarding import TooMuchError

ACTIVE_KEYS = frozenset({"/JS", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/RichMediaSettings"})
ACTIVE_ACTIONS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/GoToR",
        "/Rendition",
        "/RichMediaExecute",
    }
)
"""What code, other files and the network are reached by; nothing of it is ever in a form of ours."""


class DamagedError(Exception):
    """The file is a PDF, but its fields do not hang together."""


class DoubledError(Exception):
    """A field is there twice; nobody can say which of the two is meant."""


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in one field: its text, or whether its box is ticked."""

    text: str = ""
    ticked: bool = False


def is_active(reader: PdfReader) -> bool:
    """Whether anything in the file could run, fetch or hide something. Raises TooMuchError."""
    pages = 0
    for each in _dictionaries(reader.trailer.raw_get("/Root")):
        if ACTIVE_KEYS.intersection(each) or each.get("/S") in ACTIVE_ACTIONS:
            return True
        pages += each.get("/Type") == "/Page"
        if pages > guarding.PAGES:
            raise TooMuchError("pages")
    return False


def fields_of(reader: PdfReader) -> Mapping[str, Field]:
    """Every field by its name. Raises DamagedError, DoubledError, TooMuchError."""
    form = reader.root_object.get("/AcroForm", NullObject()).get_object()
    if not isinstance(form, DictionaryObject):
        return {}
    found: dict[str, Field] = {}
    for count, (name, field) in enumerate(_leaves(form.get("/Fields"), "", 0)):
        if count >= guarding.FIELDS:
            raise TooMuchError("fields")
        if name in found:
            raise DoubledError(name)
        found[name] = _content(field)
    return found


def _dictionaries(root: PdfObject) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached, once each, without unpacking what is in streams."""
    seen: set[tuple[int, int]] = set()
    waiting: list[PdfObject] = [root]
    count = 0
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if (each.idnum, each.generation) in seen:
                continue
            seen.add((each.idnum, each.generation))
            each = each.get_object() or NullObject()
        count += 1
        if count > guarding.OBJECTS:
            raise TooMuchError("objects")
        if isinstance(each, DictionaryObject):
            yield each
            waiting += [part for part in each.values() if _leads_on(part)]
        elif isinstance(each, ArrayObject):
            waiting += [part for part in each if _leads_on(part)]


def _leads_on(part: object) -> bool:
    return isinstance(part, IndirectObject | DictionaryObject | ArrayObject)


def _leaves(kids: object, above: str, depth: int) -> Iterator[tuple[str, DictionaryObject]]:
    """The fields that hold something: those without fields of their own below them."""
    if depth > guarding.DEPTH:
        raise TooMuchError("depth")
    kids = kids.get_object() if isinstance(kids, PdfObject) else None
    if not isinstance(kids, ArrayObject):
        raise DamagedError("fields")
    for kid in kids:
        field = kid.get_object()
        if not isinstance(field, DictionaryObject):
            raise DamagedError("field")
        name = ".".join(part for part in (above, _text(field.get("/T"))) if part)
        below = field.get("/Kids", NullObject()).get_object()
        if isinstance(below, ArrayObject) and any("/T" in _dictionary(each) for each in below):
            yield from _leaves(below, name, depth + 1)
        else:
            yield name, field


def _dictionary(each: PdfObject) -> DictionaryObject:
    found = each.get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _content(field: DictionaryObject) -> Field:
    value = field.get("/V", NullObject()).get_object()
    kind = field.get("/FT")
    if kind == "/Btn":
        if not isinstance(value, NameObject | NullObject):
            raise DamagedError("tick")
        return Field(ticked=isinstance(value, NameObject) and value not in ("/Off", "/"))
    # Other kinds stand only in other people's forms, which are known by what they lack.
    return Field(_text(value)) if kind == "/Tx" else Field()


def _text(value: object) -> str:
    """A text as it was typed; nothing is nothing."""
    found = value.get_object() if isinstance(value, PdfObject) else value
    if found is None or isinstance(found, NullObject):
        return ""
    if isinstance(found, ByteStringObject) or not isinstance(found, TextStringObject):
        raise DamagedError("text")
    return str(found)
