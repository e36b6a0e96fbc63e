"""Reads what has been sent back by what it is: an answer file, a filled form, else a table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.answer_page.model import AboutRound
from kvik_desktop.evaluation.collecting.answer_page.reading import (
    is_answer_file,
    read_answer_file,
    too_late_for_rounds,
)
from kvik_desktop.evaluation.collecting.answer_table import read_answers
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.pdf_form.reading import is_pdf, read_form
from kvik_desktop.evaluation.model import Way
from kvik_desktop.foundation.csv_tables import LIMIT
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction

LEFT_BY_SYSTEMS = frozenset({"desktop.ini", "thumbs.db"})
"""What a folder holds without anybody having put it there; names that begin with a dot or ``~$`` likewise."""


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files given, and those of every folder given by their names; folders in a folder are left alone."""
    return tuple(file for path in paths for file in _files_at(path))


def _files_at(path: Path) -> tuple[Path, ...]:
    """What is no folder, or cannot be looked into, stands for itself: reading it says why."""
    try:
        return tuple(sorted(each for each in path.iterdir() if each.is_file() and _is_somebodys(each.name)))
    except OSError:
        return (path,)


def _is_somebodys(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in LEFT_BY_SYSTEMS


def read_returned(
    work: Transaction, evaluation: str, path: Path, rounds: Collection[AboutRound] | None = None
) -> list[Incoming]:
    """What one file holds, by person; ``rounds`` are the further ones that are open, after the reveal.

    Raises the Problem of the reader it belongs to, E_RETURNED where there is none, E_FILE and E_SIZE.
    """
    data = read_limited(path, LIMIT)
    if is_answer_file(data, path.name):
        return [read_answer_file(data, path.name, answer_pages.expected(work, evaluation, rounds))]
    found = evaluations.get(work, evaluation)
    package, people = evaluations.package_of(work, found), evaluations.roster(work, evaluation)
    if is_pdf(data, path.name):
        if rounds is not None:
            raise too_late_for_rounds(path.name)
        return [read_form(data, path.name, found, package, [person.id for person in people])]
    if not _is_text(data):
        raise Problem(
            "E_RETURNED",
            say("{name} er hverken en svarfil, et skema eller en tabel.", name=path.name),
            say("Er det et regneark, så gem det som CSV, og hent den fil. Intet er hentet."),
        )
    given = read_answers(data, path.name, package, found.method, people)
    return [Incoming(person, each, Way.TABLE, path.name) for person, each in given.items()]


def _is_text(data: bytes) -> bool:
    """Whether a spreadsheet could have saved it as a table; UTF-16 says so at its beginning."""
    return b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff"))
