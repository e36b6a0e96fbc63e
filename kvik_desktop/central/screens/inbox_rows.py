"""The rows of the inbox as plain data, made away from the window: thousands of them take a while."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kvik_desktop.central.inbox.model import Inbox, Received
from kvik_desktop.central.inbox.usecases import inbox
from kvik_desktop.central.model import Outcome
from kvik_desktop.central.published.showing import known_words
from kvik_desktop.central.screens import inbox_words
from kvik_desktop.central.screens.verdict_words import MARKS, OUTCOMES
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.shell.widgets.cells import Cell, TableRow
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.storage.central_database import CentralDatabase

ALL = "all"
FILTERED = (Outcome.ACCEPTED, Outcome.QUARANTINED, Outcome.REJECTED, Outcome.STALE)
"""The outcomes a file can have when it lies here; one that was received before lies here once."""

FOLDED = 8
"""Accepted files of one import above this number are one row until somebody opens it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A file with its row, and what it is found by."""

    received: Received
    row: TableRow
    words: str


@dataclass(frozen=True, slots=True)
class Fold:
    """The accepted files of one import, as one row."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The inbox with its rows, in one reader's language."""

    inbox: Inbox
    imports: Sequence[Sequence[Line]]

    @property
    def lines(self) -> Iterator[Line]:
        """All of them."""
        return (line for one in self.imports for line in one)


def filters(tr: Translator) -> list[Filter]:
    """What one can be content with seeing."""
    all_of_them = Filter(ALL, tr(say("Alle")), 0)
    return [all_of_them, *(Filter(each.value, tr(OUTCOMES[each]), 0, MARKS[each]) for each in FILTERED)]


def filter_counts(found: Inbox) -> list[int]:
    """How many each filter leaves."""
    return [sum(found.counts.values()), *(found.counts.get(each, 0) for each in FILTERED)]


def see(database: CentralDatabase, tr: Translator) -> Seen:
    """The inbox as it is now; a job for the thread of the database."""
    found, words = database.ask(inbox), known_words(database, tr)
    several = len({each.package.model for each in found.received if each.package is not None}) > 1

    def line(each: Received) -> Line:
        receipt = each.receipt
        name = inbox_words.who(each)
        cells = (
            Cell(tr(OUTCOMES[receipt.outcome]), mark=MARKS[receipt.outcome]),
            Cell(name, inbox_words.who_second(each, tr), strong=True, tip=receipt.name),
            Cell(tr(inbox_words.what_happened(each, words, names_model=several))),
            Cell(inbox_words.when(receipt.received, found.now, tr), right=True, ink="text-2"),
        )
        searched = f"{name} {receipt.name} {receipt.institution or ''}".casefold()
        return Line(each, TableRow(receipt.sha256, cells), searched)

    return Seen(found, tuple(tuple(line(each) for each in one) for one in found.imports))


def rows(seen: Seen, outcome: str, sought: str, opened: Collection[str], tr: Translator) -> list[TableRow]:
    """The rows that are shown: of one outcome or all, those that hold what is sought.

    ``opened`` are the folds that somebody has opened, by key.
    """
    sought = sought.casefold().strip()
    found: list[TableRow] = []
    for one in seen.imports:
        lines = [
            line
            for line in one
            if outcome in (ALL, line.received.receipt.outcome.value) and sought in line.words
        ]
        accepted = [line for line in lines if line.received.receipt.outcome is Outcome.ACCEPTED]
        fold = Fold(str(one[0].row.key), len(accepted))
        if outcome != ALL or sought or fold.count <= FOLDED:
            found += [line.row for line in lines]
            continue
        found += [line.row for line in lines if line.received.receipt.outcome is not Outcome.ACCEPTED]
        found.append(_fold_row(fold, accepted[0], tr, is_open=fold.key in opened))
        if fold.key in opened:
            found += [line.row for line in accepted]
    return found


def _fold_row(fold: Fold, first: Line, tr: Translator, *, is_open: bool) -> TableRow:
    act = say("Skjul dem igen") if is_open else say("Vis dem")
    cells = (
        Cell(tr(OUTCOMES[Outcome.ACCEPTED]), mark=MARKS[Outcome.ACCEPTED]),
        Cell(tr(say_n("{n} godkendt", "{n} godkendt", fold.count)), strong=True),
        Cell(tr(act), icon="chevron-down" if is_open else "chevron-right", ink="accent"),
        first.row.cells[-1],
    )
    return TableRow(fold, cells)
