"""The rows beside the questions: criteria with counts, the questions of the one at hand, and the end."""

from __future__ import annotations

from collections.abc import Iterator

from kvik_desktop.evaluation.answering import Progress, Sheet
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.model_package.model import Criterion
from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem

FINISH = "aflever"
"""The place after the last question, where one hands in."""

UNSEEN = "\N{NO-BREAK SPACE}"
"""Keeps the room of a number."""

AGAIN = say("Se på igen")
"""What an answered question is marked with that one wants to come back to."""

MINUTES = 3
"""What an answer takes, with the words."""

ROUNDED = 5


def items(sheet: Sheet, place: str, tr: Translator) -> tuple[ChoiceItem, ...]:
    """The rows as they are while one is at ``place``."""
    return tuple(_items(sheet, place, tr))


def _items(sheet: Sheet, place: str, tr: Translator) -> Iterator[ChoiceItem]:
    for criterion in sheet.package.criteria:
        is_open = any(sub.id == place for sub in criterion.subcriteria)
        name = criterion.name.in_language(tr.language)
        count = f"{sheet.answered_in(criterion)}/{len(criterion.subcriteria)}"
        yield ChoiceItem(criterion.id, name, criterion.id, trailing=count, strong=is_open)
        if is_open:
            yield from _questions(sheet, criterion, tr)
    handed_in = sheet.own is not None and sheet.own.submitted is not None
    yield ChoiceItem(
        FINISH,
        tr(say("Afleveret")) if handed_in else tr(say("Aflevér")),
        number="" if handed_in else UNSEEN,
        mark="done" if handed_in else "",
    )


def _questions(sheet: Sheet, criterion: Criterion, tr: Translator) -> Iterator[ChoiceItem]:
    for sub in criterion.subcriteria:
        progress = sheet.progress(sub.id)
        word = tr(MARKS[progress.value].word) if progress is Progress.CANNOT_JUDGE else ""
        if sub.id in sheet.marked:
            word = tr(AGAIN)
        name = sub.name.in_language(tr.language)
        yield ChoiceItem(sub.id, name, sub.id, mark=progress.value, second=word, level=1)


def place_of(sheet: Sheet, key: str) -> str:
    """Where a row leads: to its question, or to the first open one of its criterion, else to its first."""
    for criterion in sheet.package.criteria:
        if criterion.id == key:
            still = [sub.id for sub in criterion.subcriteria if sheet.is_open(sub.id)]
            return [*still, criterion.subcriteria[0].id][0]
    return key


def minutes_left(sheet: Sheet) -> int:
    """About how long the open questions will take, rounded up to five minutes."""
    return -(-len(sheet.missing) * MINUTES // ROUNDED) * ROUNDED
