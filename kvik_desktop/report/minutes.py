"""The minutes of a status meeting: one page to print, and the same in every form a report has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kvik_desktop import __version__
from kvik_desktop.action_plan.status_meetings import words
from kvik_desktop.action_plan.status_meetings.usecases import Minutes, minutes
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.files import already_there, is_there, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.report import web, word
from kvik_desktop.report.form_words import FORM_LABELS
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.typeset import Document, Typesetter
from kvik_desktop.report.words import LABELS
from kvik_desktop.report.workbook import Book, Column, Cover
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Transaction

TEMPLATE = "referat.typ"
NOTE = say("Besked til alle")


@dataclass(frozen=True, slots=True)
class ToldMinutes:
    """Minutes with whose they are."""

    unit: str
    title: str
    """The evaluation whose plan it is."""
    minutes: Minutes
    now: datetime


def told_minutes(work: Transaction, evaluation: str, meeting: str) -> ToldMinutes:
    """The minutes of a meeting. Raises Problem E_MEETING where it is gone."""
    found = evaluations.get(work, evaluation)
    unit = evaluations.unit_of(work, found)
    return ToldMinutes(unit.name, found.title, minutes(work, evaluation, meeting), work.now())


def write_minutes(
    file: EvaluationFile, evaluation: str, meeting: str, out: Path, translate: Translator
) -> int:
    """Write the minutes to ``out`` in the form its name asks for; the size in bytes.

    Raises Problem E_FORMAT_OUT for an unknown ending, E_MEETING where the meeting is gone, E_FILE_WRITE,
    E_FILE_EXISTS where ``out`` is the evaluation file itself.
    """
    make = FORMATS.get(out.suffix.lower())
    if make is None:
        raise Problem(
            "E_FORMAT_OUT",
            say("Referatet kan ikke gemmes som {name}.", name=out.name),
            say("Lad navnet ende på {endings}. Der er ikke lavet nogen fil.", endings=", ".join(FORMATS)),
        )
    if is_there(out) and out.samefile(file.path):
        raise already_there(out)
    data = make(file.ask(told_minutes, evaluation, meeting), translate)
    write_atomically(out, data)
    return len(data)


def minutes_pages(
    file: EvaluationFile, evaluation: str, meeting: str, translate: Translator, ppi: float
) -> list[bytes]:
    """The page as PNG, with ``ppi`` points an inch, to print."""
    told = file.ask(told_minutes, evaluation, meeting)
    return Typesetter(translate.resources).pages(_document(told, translate), told.now, ppi)


def _pdf(told: ToldMinutes, tr: Translator) -> bytes:
    return Typesetter(tr.resources).pdf(_document(told, tr), told.now)


def _document(told: ToldMinutes, tr: Translator) -> Document:
    title = tr(words.title(told.minutes))
    data = {
        "unit": told.unit,
        "running": told.title,
        "title": title,
        "footer": _edition(tr),
        "words": {"page_of": tr(LABELS["page_of"])},
        "facts": words.facts(told.minutes, tr),
        "head": [tr(head) for head in words.HEADS],
        "rows": [words.row(line, tr) for line in told.minutes.lines],
        "nothing": tr(NOTHING),
        "note": [tr(NOTE), told.minutes.meeting.note] if told.minutes.meeting.note else [],
    }
    return Document(TEMPLATE, tr.language, f"{told.unit}: {title}", data)


NOTHING = say("Der blev ikke talt om noget tiltag, og intet har flyttet sig.")


def _edition(tr: Translator) -> str:
    return tr(say("KVIK Desktop {version}", version=__version__))


def _story(told: ToldMinutes, tr: Translator) -> b.Story:
    facts = b.Facts(tuple((label, b.Own(value)) for label, value in words.facts(told.minutes, tr)))
    subtitle = f"{tr(words.title(told.minutes))} · {told.title}"
    cover = b.Cover(told.unit, subtitle, _edition(tr), facts, (), "")
    return b.Story(tr.language, cover, "", tr(LABELS["page_of"]), tuple(_blocks(told, tr)))


def _blocks(told: ToldMinutes, tr: Translator) -> list[b.Block]:
    note = told.minutes.meeting.note
    said: list[b.Block] = [b.Field(tr(NOTE), (b.Paragraph(b.Own(note)),), level=2)] if note else []
    if not told.minutes.lines:
        return [*said, b.Paragraph(tr(NOTHING))]
    room = (1.4, 1.4, 1.6, 0.8)
    columns = tuple(b.Column(tr(head), wide) for head, wide in zip(words.HEADS, room, strict=True))
    rows = tuple(tuple(b.Own(cell) for cell in words.row(line, tr)) for line in told.minutes.lines)
    return [*said, b.Table(tr(words.title(told.minutes)), columns, rows)]


def _docx(told: ToldMinutes, tr: Translator) -> bytes:
    return word.docx_file(_story(told, tr), Typesetter(tr.resources), told.now)


def _html(told: ToldMinutes, tr: Translator) -> bytes:
    return web.html_file(_story(told, tr), tr.resources, told.now)


def _xlsx(told: ToldMinutes, tr: Translator) -> bytes:
    title = tr(words.title(told.minutes))
    page_of, cut = tr(LABELS["page_of"]), tr(FORM_LABELS["cut"])
    cover = Cover(tr.language, f"{told.unit}: {title}", told.unit, told.now, page_of, cut)
    book = Book(cover, Palette.read(tr.resources))
    columns = [Column(tr(head), wide) for head, wide in zip(words.HEADS, (36, 40, 48, 14), strict=True)]
    sheet = book.sheet(tr(say("Statusmøde")), [column.width for column in columns])
    sheet.list_of(columns, [words.row(line, tr) for line in told.minutes.lines], frozen=1)
    return book.save()


Maker = Callable[[ToldMinutes, Translator], bytes]
FORMATS: Mapping[str, Maker] = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".html": _html}
"""From a file's ending to what makes it."""

KINDS: Text = say("Referater (*.pdf *.docx *.xlsx *.html)")
"""What a file dialog calls them."""
