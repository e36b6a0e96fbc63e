"""What may be attached: the name and the content must both say so."""

from __future__ import annotations

import io
import zipfile

import pytest

from kvik_desktop.evaluation.evidence.file_types import type_of
from kvik_desktop.evaluation.evidence.model import FileType
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator


def zipped(**parts: str) -> bytes:
    """A zip with these parts, ``__`` for a slash and ``_`` for a dot, the first kept as it is."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), text)
    return held.getvalue()


def office(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name in ("[Content_Types].xml", *names):
            package.writestr(name, "<x/>")
    return held.getvalue()


PDF = b"%PDF-1.7\n..."
PNG = b"\x89PNG\r\n\x1a\n...."
JPEG = b"\xff\xd8\xff\xe0...."
WORD = office("word/document.xml")
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>")

ALLOWED = [
    ("Referat.pdf", PDF, FileType.PDF),
    ("TAVLE.PNG", PNG, FileType.PNG),
    ("foto.jpeg", JPEG, FileType.JPEG),
    ("plan.docx", WORD, FileType.WORD),
    ("tal.xlsx", office("xl/workbook.xml"), FileType.EXCEL),
    ("oplæg.pptx", office("ppt/presentation.xml"), FileType.POWERPOINT),
    ("plan.odt", ODT, FileType.TEXT_DOCUMENT),
    ("note.txt", "Æblegrød".encode("cp1252"), FileType.TEXT),
    ("tal.csv", "år;tal\r\n2026;3\r\n".encode(), FileType.CSV),
]

REFUSED = [
    ("virus.exe", b"MZ...."),
    ("side.html", b"<script>"),
    ("tegning.svg", b"<svg/>"),
    ("uden-ending", PDF),
    ("tom.pdf", b""),
    ("billede.pdf", PNG),
    ("regning.pdf", b"MZ\x90\x00"),
    ("regning.pdf.exe", PDF),
    ("note.txt", b"MZ\x00\x01"),
    ("note.txt", PDF),
    ("plan.docx", b"PK\x03\x04 ikke en zip"),
    ("plan.docx", office("xl/workbook.xml")),
    ("plan.docx", office("word/document.xml", "word/vbaProject.bin")),
    ("plan.odt", zipped(mimetype="application/vnd.oasis.opendocument.text", Basic__x="", content_xml="<x/>")),
    ("plan.odt", zipped(mimetype="application/vnd.oasis.opendocument.text-master", content_xml="<x/>")),
    ("plan.odt", WORD),
    ("arkiv.zip", zipped(a="b")),
]


@pytest.mark.parametrize(("name", "data", "kind"), ALLOWED)
def test_what_name_and_content_agree_on_is_allowed(name: str, data: bytes, kind: FileType) -> None:
    assert type_of(name, data) is kind


@pytest.mark.parametrize(("name", "data"), REFUSED)
def test_everything_else_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Problem, match="E_ATTACHMENT") as caught:
        type_of(name, data)
    assert name in Translator()(caught.value.message)
