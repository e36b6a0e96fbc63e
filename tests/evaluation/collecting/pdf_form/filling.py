"""Fills forms in as readers do, and breaks them as nobody should."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, TextStringObject

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.pdf_form.identity import identity_of
from kvik_desktop.evaluation.collecting.pdf_form.making import pdf_form
from kvik_desktop.evaluation.collecting.sheets.content import CANNOT_JUDGE, content_of, field_name
from kvik_desktop.evaluation.model import Evaluation, Level, Participant, Unit
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.model_package.reading import load
from tests.forge import NOW
from tests.journey import Journey

Break = Callable[[PdfWriter], None]
UNIT = Unit("671-boernehuset", "Børnehuset Åkanden", Level.INSTITUTION, Sector.DAYCARE)
PERSON = Participant("00000000000000aa", "00000000000000ee", 1, "Sørine Østergaard")


@cache
def package(model: str) -> ModelPackage:
    return load(model, Resources())


def evaluation(model: str, method: Method) -> Evaluation:
    return Evaluation(PERSON.evaluation, UNIT.id, "Selvevaluering", package(model).sha256, method, NOW)


@cache
def form(model: str, method: Method, language: Language = "da") -> bytes:
    """An empty form for PERSON."""
    begun = evaluation(model, method)
    content = content_of(begun, UNIT, package(model), PERSON, language)
    return pdf_form(content, identity_of(begun, package(model), PERSON.id), Translator(language))


def form_of(journey: Journey, name: str) -> bytes:
    """The form of somebody in a file."""
    begun = journey.file.ask(evaluations.get, journey.id)
    unit = journey.file.ask(evaluations.unit_of, begun)
    (person,) = [each for each in journey.file.ask(evaluations.roster, journey.id) if each.name == name]
    content = content_of(begun, unit, journey.package, person, "da")
    return pdf_form(content, identity_of(begun, journey.package, person.id), Translator("da"))


def filled(data: bytes, values: Mapping[str, str | bool]) -> bytes:
    """The form with some fields filled in and saved, as a reader saves it."""

    def fill(writer: PdfWriter) -> None:
        for name, field in fields_in(writer).items():
            value = values.get(name)
            if isinstance(value, bool):
                field[NameObject("/V")] = field[NameObject("/AS")] = NameObject("/Ja" if value else "/Off")
            elif value is not None:
                field[NameObject("/V")] = TextStringObject(value)

    return broken(data, fill)


def values(given: Iterable[NewAnswer]) -> Mapping[str, str | bool]:
    """What somebody writes in the fields to say so."""
    written: dict[str, str | bool] = {}
    for each in given:
        for key, number in dataclasses.asdict(each.rating).items():
            if number is not None:
                written[field_name(each.subcriterion, key)] = str(number)
        if each.rating.is_empty and not each.later:
            written[field_name(each.subcriterion, CANNOT_JUDGE)] = True
        for kind, texts in each.texts.items():
            written[field_name(each.subcriterion, kind.value)] = "\r".join(texts)
    return written


def fields_in(writer: PdfWriter) -> dict[str, DictionaryObject]:
    return {str(field["/T"]): field for each in all_fields(writer) if (field := dictionary(each))}


def all_fields(writer: PdfWriter) -> ArrayObject:
    fields = dictionary(writer.root_object["/AcroForm"])["/Fields"].get_object()
    assert isinstance(fields, ArrayObject)
    return fields


def dictionary(value: PdfObject) -> DictionaryObject:
    found = value.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def broken(data: bytes, change: Break) -> bytes:
    """The form with something changed in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def laid(folder: Path, data: bytes, name: str = "skema.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
