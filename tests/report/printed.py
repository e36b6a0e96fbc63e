"""What stands on the pages of a PDF, as a reader's program finds it."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache

from pypdf import PdfReader

from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.typeset import Typesetter
from tests.report import sample
from tests.report.sample import CREATED

TYPESETTER = Typesetter()
MARGINS = ("-x", "0", "-y", "66", "-W", "596", "-H", "714")
"""Without header and footer, which would stand in the middle of a text that goes on overleaf."""

_WORD = re.compile(r'xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_NOT_TEXT = re.compile("[\\s\u200b\u00ad-]+")


@cache
def report(kind: str, language: str) -> bytes:
    """One of the sample reports as a PDF."""
    content = getattr(sample, kind)(language)
    return TYPESETTER.pdf(document(content, TYPESETTER), CREATED)


@cache
def text(pdf: bytes, *, whole: bool = False) -> str:
    """The text of all pages in reading order."""
    command = ["pdftotext", "-raw", *([] if whole else MARGINS), "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def word_boxes(pdf: bytes) -> list[tuple[float, float, str]]:
    """Where every word ends to the right and downwards, in points from the upper left corner."""
    command = ["pdftotext", "-bbox", "-", "-"]
    found = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [(float(right), float(low), word) for right, low, word in _WORD.findall(found)]


def squeezed(words: str) -> str:
    """Without white space and hyphens, so that breaking lines changes nothing."""
    return _NOT_TEXT.sub("", words)


def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened strictly."""
    return PdfReader(io.BytesIO(pdf), strict=True)
