"""Whose form it is and what it asks about: what a form carries with it out of sight."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.foundation.strict_json import NotStrictError, decode, encode
from kvik_desktop.model_package.model import Method, ModelPackage

FIELD = "kvik_skema"
"""The hidden field that carries the identity."""

LIMIT = 2000
_SUM = 64


class Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a form was made for; the participant stands there as an id that is drawn at random."""

    format: Literal["kvik-svarskema/1"]
    evaluation: str
    participant: str
    model: str
    version: str
    sha256: str
    """Of the frozen model package."""
    method: Method


def identity_of(evaluation: Evaluation, package: ModelPackage, participant: str) -> Identity:
    """The identity of one participant's form as the evaluation is now."""
    return Identity(
        "kvik-svarskema/1",
        evaluation.id,
        participant,
        package.id,
        package.version,
        package.sha256,
        evaluation.method,
    )


def written(identity: Identity) -> str:
    """The identity as the field holds it: with a checksum, so that damage to it is seen."""
    data = encode(identity)
    return hashlib.sha256(data).hexdigest() + data.decode()


def read(value: str) -> Identity | None:
    """The identity in a field, None where it is damaged or of an unknown form."""
    data = value[_SUM:].encode(errors="replace")
    if hashlib.sha256(data).hexdigest() != value[:_SUM]:
        return None
    try:
        return decode(data, Identity, limit=LIMIT)
    except NotStrictError:
        return None
