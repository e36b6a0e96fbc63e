"""Answer files as a page makes them, and as it never would; sealed by an implementation of its own."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kvik_desktop.evaluation.collecting.answer_page import usecases
from kvik_desktop.evaluation.collecting.answer_page.model import (
    FORMAT,
    AnswerFile,
    Box,
    FilledSheet,
    Given,
)
from kvik_desktop.evaluation.collecting.answer_page.page import PageContent
from kvik_desktop.evaluation.collecting.answer_page.reading import Expected
from tests.journey import Journey

SAVED = "2026-11-03T08:15:00Z"
NOTHING = Given("", None, None, None, None, None, None, None, True, (), (), (), ())


def prepared(journey: Journey) -> dict[str, PageContent]:
    """The content of every page, by the participant's name."""
    journey.file.do(usecases.prepare, journey.id)
    return {content.participant: content for _, content in journey.file.ask(usecases.contents, journey.id)}


def expected(journey: Journey) -> Expected:
    """What the evaluation reads answer files against."""
    return journey.file.ask(usecases.expected, journey.id)


def sheet(content: PageContent, given: Mapping[str, Mapping[str, Any]], saved: str = SAVED) -> FilledSheet:
    """A whole sheet with the ``given`` fields by question; ``later`` is False where something is given."""
    answers = tuple(
        msgspec.structs.replace(
            NOTHING,
            subcriterion=sub.id,
            **({"later": False} | dict(given[sub.id]) if sub.id in given else {}),
        )
        for sub in content.package.subcriteria()
    )
    return FilledSheet(content.token, saved, answers)


def open_file(content: PageContent, filled: FilledSheet) -> AnswerFile:
    """As a browser without cryptography saves it."""
    return AnswerFile(FORMAT, content.about, None, filled)


def sealed_file(content: PageContent, filled: FilledSheet | bytes) -> AnswerFile:
    """As every other browser saves it."""
    message = filled if isinstance(filled, bytes) else msgspec.json.encode(filled)
    key, box = seal(content.public, message, msgspec.json.encode(content.about))
    return AnswerFile(FORMAT, content.about, Box(_text(key), _text(box)), None)


def seal(
    public: bytes, message: bytes, about: bytes, purpose: bytes = FORMAT.encode()
) -> tuple[bytes, bytes]:
    """The sender's half of ``envelope.sealing``."""
    own = ec.generate_private_key(ec.SECP256R1())
    key = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public))
    made = HKDF(SHA256(), 44, salt=None, info=purpose + b"\0" + key + public).derive(shared)
    return key, AESGCM(made[:32]).encrypt(made[32:], message, about)


def as_bytes(file: AnswerFile) -> bytes:
    """The file as it lies on the disk."""
    return msgspec.json.encode(file)


def of_other(content: PageContent, **changes: Any) -> PageContent:
    """The same page made for something else."""
    return replace(content, about=msgspec.structs.replace(content.about, **changes))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
