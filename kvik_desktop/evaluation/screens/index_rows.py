"""The list beside the questions as plain data: criteria, the questions of the one at hand, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.evaluation.answering import Progress, Sheet
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.model_package.model import Criterion
from kvik_desktop.shell.look.marks import MARKS

FINISH = "aflever"
"""The place after the last question, where one hands in."""

MINUTES = 3
"""What an answer takes, with the words."""

ROUNDED = 5


class RowKind(StrEnum):
    """What a row is."""

    CRITERION = "criterion"
    QUESTION = "question"
    FINISH = "finish"


@dataclass(frozen=True)
class IndexRow:
    """One row: where it leads, and what it shows."""

    kind: RowKind
    place: str
    """The question one comes to; for a criterion its first open one, or its first."""
    name: str
    number: str = ""
    count: str = ""
    mark: str = ""
    note: str = ""
    here: bool = False
    """One is at this row; for a criterion, at one of its questions."""
    heard: str = ""
    """What a screen reader says."""


def rows(sheet: Sheet, place: str, tr: Translator) -> tuple[IndexRow, ...]:
    """The list as it is while one is at ``place``."""
    return tuple(_rows(sheet, place, tr))


def _rows(sheet: Sheet, place: str, tr: Translator) -> Iterator[IndexRow]:
    for criterion in sheet.package.criteria:
        is_open = any(sub.id == place for sub in criterion.subcriteria)
        yield _criterion(sheet, criterion, tr, here=is_open)
        if is_open:
            yield from _questions(sheet, criterion, place, tr)
    name = tr(say("Aflever"))
    note = tr(say("Afleveret")) if sheet.own is not None and sheet.own.submitted else ""
    mark = "done" if note else ""
    yield IndexRow(
        RowKind.FINISH, FINISH, name, mark=mark, note=note, here=place == FINISH, heard=f"{name} {note}"
    )


def _criterion(sheet: Sheet, criterion: Criterion, tr: Translator, *, here: bool) -> IndexRow:
    answered, of = sheet.answered_in(criterion), len(criterion.subcriteria)
    still = [sub.id for sub in criterion.subcriteria if sheet.is_open(sub.id)]
    name = criterion.name.in_language(tr.language)
    heard = tr(
        say("{number} {name}, {n} af {of} besvaret", number=criterion.id, name=name, n=answered, of=of)
    )
    place = [*still, criterion.subcriteria[0].id][0]
    return IndexRow(RowKind.CRITERION, place, name, criterion.id, f"{answered}/{of}", here=here, heard=heard)


def _questions(sheet: Sheet, criterion: Criterion, place: str, tr: Translator) -> Iterator[IndexRow]:
    for sub in criterion.subcriteria:
        progress = sheet.progress(sub.id)
        word = tr(MARKS[progress.value].word)
        name = f"{sub.id} {sub.name.in_language(tr.language)}"
        note = word if progress is Progress.CANNOT_JUDGE else ""
        yield IndexRow(
            RowKind.QUESTION,
            sub.id,
            name,
            mark=progress.value,
            note=note,
            here=sub.id == place,
            heard=f"{name}, {word}",
        )


def minutes_left(sheet: Sheet) -> int:
    """About how long the open questions will take, rounded up to five minutes."""
    return -(-len(sheet.missing) * MINUTES // ROUNDED) * ROUNDED
