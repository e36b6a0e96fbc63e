"""What a file is, told from its first bytes and its table of contents: nothing in it is opened or run."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from kvik_desktop.evaluation.evidence.model import ENDINGS, FileType
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say

_SIGNATURES = (
    (b"%PDF-", FileType.PDF),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"\xff\xd8\xff", FileType.JPEG),
)
_ZIP = b"PK\x03\x04"
_OFFICE = {
    "word/document.xml": FileType.WORD,
    "xl/workbook.xml": FileType.EXCEL,
    "ppt/presentation.xml": FileType.POWERPOINT,
}
_OPEN_DOCUMENT = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": FileType.TEXT_DOCUMENT,
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": FileType.SPREADSHEET,
    b"mimetypeapplication/vnd.oasis.opendocument.presentation": FileType.SLIDES,
}
_NAME_AT = 30
"""Where the name of the first part of a zip begins; an OpenDocument file says there what it is."""

_NOT_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\f\r")) + b"\x7f"
_SCRIPTED = ("vbaproject.bin", "basic/", "scripts/")
"""Parts that hold programs: such a document is refused whatever it is called."""


def type_of(name: str, data: bytes) -> FileType:
    """The type of a file whose ending and content agree. Raises Problem E_ATTACHMENT where they do not."""
    promised = ENDINGS.get(PurePath(name).suffix.lower().removeprefix("."))
    if promised is None:
        raise _refused(
            say("{name} er ikke en af de typer, der kan vedlægges.", name=name),
            say(
                "Vedlæg {types}, eller gem filen som PDF først. Intet er ændret.",
                types=", ".join(each.value for each in FileType),
            ),
        )
    if not data:
        raise _refused(say("{name} er tom.", name=name), say("Vælg en anden fil. Intet er ændret."))
    if promised not in _found(data):
        raise _refused(
            say("Indholdet i {name} er ikke det, navnet siger.", name=name),
            say("Kontrollér filen i det program, den er lavet i. Den er ikke vedlagt."),
        )
    return promised


def _found(data: bytes) -> frozenset[FileType]:
    """Every type that the content can be; none where it is something else."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return frozenset({kind})
    if data.startswith(_ZIP):
        return _in_zip(data)
    is_text = data.translate(None, _NOT_IN_TEXT) == data
    return frozenset({FileType.TEXT, FileType.CSV}) if is_text else frozenset()


def _in_zip(data: bytes) -> frozenset[FileType]:
    names = _names(data)
    if any(part in name for name in names for part in _SCRIPTED):
        return frozenset()
    said = data[_NAME_AT:]
    # It is kept as it is, and the next part's mark follows: a template of the type says something longer.
    opened = {kind for mark, kind in _OPEN_DOCUMENT.items() if said.startswith(mark + b"PK")}
    office = {kind for name, kind in _OFFICE.items() if name in names and "[content_types].xml" in names}
    return frozenset(opened if opened and "content.xml" in names else office)


def _names(data: bytes) -> frozenset[str]:
    """The names in the table of contents, in small letters; none where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(name.lower() for name in package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        return frozenset()


def _refused(message: Text, action: Text) -> Problem:
    return Problem("E_ATTACHMENT", message, action)
