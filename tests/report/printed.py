"""What stands on the pages of a PDF, as a reader's program finds it."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass
from functools import cache

from pypdf import PdfReader

from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.typeset import Typesetter
from tests.report import sample
from tests.report.sample import CREATED

TYPESETTER = Typesetter()
MARGINS = ("-x", "0", "-y", "66", "-W", "596", "-H", "714")
"""Without header and footer, which would stand in the middle of a text that goes on overleaf."""

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
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


@dataclass(frozen=True)
class Word:
    """A word with its room on a page, in points from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    low: float
    text: str

    def covers(self, other: Word) -> bool:
        """Whether two words stand on top of each other; lines may touch."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.low, other.low) - max(self.top, other.top)
        return across > 2 and down > 0.5 * min(self.low - self.top, other.low - other.top)


def words(pdf: bytes) -> list[Word]:
    """Every word with its place."""
    command = ["pdftotext", "-bbox", "-", "-"]
    pages = (
        subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode().split("<page ")
    )
    return [
        Word(number, float(left), float(top), float(right), float(low), word)
        for number, page in enumerate(pages)
        for left, top, right, low, word in _WORD.findall(page)
    ]


def squeezed(words: str) -> str:
    """Without white space and hyphens, so that breaking lines changes nothing."""
    return _NOT_TEXT.sub("", words)


def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened strictly."""
    return PdfReader(io.BytesIO(pdf), strict=True)
