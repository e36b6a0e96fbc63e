"""Making the report of an evaluation: as a file in the form its name asks for, or as pages to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kvik_desktop.foundation.files import already_there, is_there, write_atomically
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report import usecases
from kvik_desktop.report.content import Content
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.formats import maker_for
from kvik_desktop.report.typeset import Typesetter
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Transaction


def write_report(
    file: EvaluationFile, evaluation: str, out: Path, translate: Translator, now: datetime | None = None
) -> int:
    """Write the report to ``out`` and return its size in bytes; ``now`` is the file's own time if not given.

    Raises Problem E_FORMAT_OUT for an unknown ending, E_HIDDEN before the reveal, E_FILE_WRITE,
    E_FILE_EXISTS where ``out`` is the evaluation file itself.
    """
    make = maker_for(out)
    if is_there(out) and out.samefile(file.path):
        raise already_there(out)
    content = file.ask(usecases.content, evaluation, translate)
    data = make(content, translate.resources, now or file.ask(Transaction.now))
    write_atomically(out, data)
    return len(data)


@dataclass(frozen=True, slots=True)
class Pages:
    """A report as it looks on paper, and what it was made from."""

    content: Content
    pictures: tuple[bytes, ...]
    """Each page as a PNG."""


def report_pages(
    file: EvaluationFile, evaluation: str, translate: Translator, ppi: float, before: Pages | None = None
) -> Pages:
    """The same pages as the PDF has, with ``ppi`` points an inch, to look at and to print.

    Where nothing has changed since the pages ``before``, those are given back. Raises Problem E_HIDDEN
    before the reveal.
    """
    content = file.ask(usecases.content, evaluation, translate)
    if before is not None and before.content == content:
        return before
    typesetter = Typesetter(translate.resources)
    pictures = typesetter.pages(document(content, typesetter), file.ask(Transaction.now), ppi)
    return Pages(content, tuple(pictures))
