"""Reads a filled form back: whose it is, and what has been answered; never runs or shows what is in it."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Collection, Mapping

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.pdf_form import guarding, identity, refusals
from kvik_desktop.evaluation.collecting.pdf_form.answers import Asked, answers_in, asked_now, asked_then
from kvik_desktop.evaluation.collecting.pdf_form.fields import (
    DamagedError,
    DoubledError,
    Field,
    fields_of,
    is_active,
)
from kvik_desktop.evaluation.collecting.pdf_form.identity import Identity
from kvik_desktop.evaluation.collecting.sheets.content import field_names
from kvik_desktop.evaluation.model import Evaluation, Way
from kvik_desktop.model_package.model import ModelPackage

BEGINS = b"%PDF-"
_BEFORE = 1024
"""So far into a file readers look for its beginning."""

_FAULTS = (
    PyPdfError, DamagedError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError,
    RecursionError, ArithmeticError, NotImplementedError, struct.error, zlib.error, EOFError, OSError,
)  # fmt: skip
"""What the library raises over files that are not as they should be."""


def is_pdf(data: bytes, name: str) -> bool:
    """Whether a file is a PDF by how it begins, or means to be one by its name."""
    return BEGINS in data[:_BEFORE] or name.lower().endswith(".pdf")


def read_form(
    data: bytes, name: str, evaluation: Evaluation, package: ModelPackage, participants: Collection[str]
) -> Incoming:
    """The answers in a form called ``name`` for one of ``participants`` (ids), half-filled or whole.

    A form from before the model was changed is read too: :func:`conflicts.compare` tells what fits.

    Raises Problem E_FORM where it is damaged; E_FORM_SIZE, E_FORM_ENCRYPTED, E_FORM_ACTIVE, E_FORM_FOREIGN,
    E_FORM_DOUBLED where it is no form of ours as it was made; E_FORM_OTHER, E_FORM_STALE, E_FORM_PERSON where
    it was made for something else; E_FORM_EMPTY, and E_FORM_VALUES naming each question that is answered
    wrongly.
    """
    if len(data) > guarding.SIZE:
        raise refusals.too_much(name)
    if BEGINS not in data[:_BEFORE]:
        raise refusals.foreign(name)
    fields = _fields(data, name)
    made_for = _identity(fields, name)
    _check(made_for, evaluation, participants, name)
    asked = _asked(fields, made_for, package, name)
    answers, faults = answers_in(fields, asked, evaluation.method)
    if faults:
        raise refusals.wrong_values(name, faults)
    if not answers:
        raise refusals.empty(name)
    if not any(package.has(each.subcriterion) for each in answers):
        raise refusals.stale(name)
    return Incoming(made_for.participant, answers, Way.PDF_FORM, name, model=made_for.sha256)


def _asked(
    fields: Mapping[str, Field], made_for: Identity, package: ModelPackage, name: str
) -> tuple[Asked, ...]:
    """What the form asks; one from before the model was changed may ask other questions."""
    names = [each for each in fields if each and each != identity.FIELD]
    if made_for.sha256 != package.sha256:
        then = asked_then(names, package)
        if then is None:
            raise refusals.damaged(name)
        return then
    if set(names) != field_names(package, made_for.method):
        raise refusals.damaged(name)
    return asked_now(package, made_for.method)


def _fields(data: bytes, name: str) -> Mapping[str, Field]:
    """The fields of a file that does nothing but hold them."""
    # What the library says of odd files is for its developers; we tell in our own words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with guarding.deadline(guarding.SECONDS):
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted:
                raise refusals.encrypted(name)
            if is_active(reader):
                raise refusals.active(name)
            return fields_of(reader)
    except guarding.TooMuchError as error:
        raise refusals.too_much(name) from error
    except MemoryError as error:
        raise refusals.too_much(name) from error
    except DoubledError as error:
        raise refusals.doubled(name) from error
    except _FAULTS as error:
        raise refusals.damaged(name) from error


def _identity(fields: Mapping[str, Field], name: str) -> Identity:
    held = fields.get(identity.FIELD)
    if held is None:
        raise refusals.foreign(name)
    found = identity.read(held.text)
    if found is None:
        raise refusals.damaged(name)
    return found


def _check(made_for: Identity, evaluation: Evaluation, participants: Collection[str], name: str) -> None:
    if made_for.evaluation != evaluation.id:
        raise refusals.other_evaluation(name)
    if made_for.method is not evaluation.method:
        raise refusals.stale(name)
    if made_for.participant not in participants:
        raise refusals.unknown_person(name)
