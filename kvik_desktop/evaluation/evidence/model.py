"""A file put beside an answer as evidence: what is known about it without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

LARGEST = 20 * 2**20
"""Bytes of one file: the evaluation file must still fit on a stick and be copied at every backup."""

MOST = 20
"""Files of one participant for one subcriterion."""


class FileType(StrEnum):
    """What may be put beside an answer, by the ending it gets when it is taken out again."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    WORD = "docx"
    EXCEL = "xlsx"
    POWERPOINT = "pptx"
    TEXT_DOCUMENT = "odt"
    SPREADSHEET = "ods"
    SLIDES = "odp"
    CSV = "csv"
    TEXT = "txt"


ENDINGS = {each.value: each for each in FileType} | {"jpeg": FileType.JPEG}
"""The endings a name may have, and what they promise."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of one respondent about one subcriterion; the bytes lie apart, under their hash."""

    id: str
    answer_set: str
    subcriterion: str
    name: str
    """As it was called, without folders and without signs that are not printed."""
    type: FileType
    sha256: str
    size: int
    """Bytes."""
    added: datetime


def is_gone() -> Problem:
    """The problem that a file is not there, or is not for the one who asks."""
    return Problem(
        "E_ATTACHMENT",
        say("Filen ligger ikke ved svaret længere."),
        say("Vælg en anden fil på listen. Intet er ændret."),
    )
